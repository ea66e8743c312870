"""What is left to do with the declarations, the charters and the banners."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Locale

from ...models import Catalogue, ConsentBanner, Cookie, Provider, Purpose, SeenCookie
from ...models.base_page import BasePage
from ...models.charter import CookieCharterMixin
from ...models.in_charter import in_a_charter
from ..declarations.listing import untranslated

MODELS = (Purpose, Provider, Cookie, ConsentBanner)
SHOWN = 10


class Line(NamedTuple):
    text: str
    address: str | None
    why: str = ""


def list_address(model, **query) -> str:
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    return f"{reverse(model.snippet_viewset.get_url_name('list'))}?{asked}"


def may_edit(user, model) -> bool:
    policy = model.snippet_viewset.permission_policy
    return policy.user_has_any_permission(user, {"add", "change", "publish"})


def drafts(user) -> list[Line]:
    """How many changes wait for their publication, by kind."""
    lines = []
    for model in MODELS:
        waiting = model.objects.filter(has_unpublished_changes=True)
        number = waiting.count() if may_edit(user, model) else 0
        if number:
            opts = model._meta
            name = opts.verbose_name if number == 1 else opts.verbose_name_plural
            address = list_address(model, state="waiting", locale="")
            lines.append(Line(f"{number} {name}", address))
    for page in charters(user).filter(has_unpublished_changes=True):
        lines.append(Line(page.get_admin_display_title(), edit_address(user, page)))
    return lines


def charters(user):
    return BasePage.objects.type(CookieCharterMixin).order_by("path")


def edit_address(user, item) -> str | None:
    return AdminURLFinder(user).get_edit_url(item)


def unshown(user) -> list[Line]:
    """What is published but not shown to visitors, and why."""
    catalogue = Catalogue()
    charted = {*Cookie.objects.filter(in_a_charter()).values_list("pk", flat=True)}
    has_charter = charters(user).live().exists()
    lines = []
    for cookie in catalogue.cookies.declared():
        parts = catalogue.purpose_of(cookie), catalogue.provider_of(cookie)
        hidden = next((part for part in parts if part and not part.live), None)
        if hidden:
            why = _("“%(name)s” isn’t published.") % {"name": hidden}
        elif has_charter and cookie.pk not in charted:
            why = _("No published charter shows it.")
        else:
            continue
        lines.append(Line(str(cookie), edit_address(user, cookie), why))
    return lines


def unshown_banners(user, sites) -> list[Line]:
    """Banners that are published and that none of ``sites`` shows."""
    shown = {item.banner.translation_key for item in sites if item.banner}
    banners = ConsentBanner.objects.filter(live=True, locale=Locale.get_default())
    why = _("No site shows it: choose it in the settings of one.")
    return [
        Line(str(banner), edit_address(user, banner), why)
        for banner in banners.exclude(translation_key__in=shown).order_by("pk")
    ]


def missing_translations(user) -> list[Line]:
    """How many of a kind lack words in a language, or have older ones."""
    default = Locale.get_default()
    lines = []
    for model in MODELS:
        lacking = {}
        sources = model.objects.filter(locale=default, live=True)
        for lacks in untranslated(sources, model).values():
            for locale, _lack in lacks:
                lacking[locale] = lacking.get(locale, 0) + 1
        for locale, number in lacking.items():
            words = {
                "kind": capfirst(model._meta.verbose_name_plural),
                "language": locale.get_display_name(),
                "number": number,
            }
            text = _("%(kind)s, %(language)s: %(number)s") % words
            lines.append(Line(text, list_address(model)))
    return lines


def seen(user) -> list[Line]:
    """Trackers that were seen and that nothing declares."""
    if not user.has_perm("cookie_pages.view_seencookie"):
        return []
    reason = SeenCookie.Reason.UNDECLARED
    number = SeenCookie.objects.filter(reason=reason).count()
    if not number:
        return []
    text = ngettext(
        "%(n)d tracker was seen and isn’t declared",
        "%(n)d trackers were seen and aren’t declared",
        number,
    )
    address = f"{reverse('cookie_pages_seen')}?reason={reason}"
    return [Line(text % {"n": number}, address)]

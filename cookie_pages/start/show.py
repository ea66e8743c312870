"""The banner, the charter and the settings of the first draft."""

from django.contrib.auth.models import Group
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from ..blocks.usual import usual_sections
from ..models import (
    CharterCookie,
    ConsentBanner,
    Cookie,
    CookieCharterMixin,
    CookieCharterPage,
    CookieSettings,
)
from ..models.base_page import BasePage
from ..rules.languages import is_spoken
from ..seed import wordings
from ..seed.groups import make_groups
from .answers import Answers, State
from .drafts import Drafts


def make_banner(drafts: Drafts, site) -> ConsentBanner | None:
    setting = CookieSettings.objects.filter(site=site).first()
    there = setting.banner if setting else None
    if not there and site.is_default_site:
        there = ConsentBanner.objects.order_by("pk").first()
    words = wordings.BANNER[0].texts
    return drafts.declare(f"banner:{site.pk}", ConsentBanner, there, words)


def fill_settings(drafts: Drafts, answers: Answers, banner) -> None:
    """What the site's settings leave empty; nothing that stands there is replaced."""
    setting = CookieSettings.for_site(answers.site)
    wanted = {
        "controller": answers.controller,
        "controller_contact": answers.contact,
        "privacy_page": answers.privacy_page,
        "banner": None if answers.site.is_default_site else banner,
    }
    empty = {k: v for k, v in wanted.items() if v and not getattr(setting, k)}
    if not empty:
        drafts.tell(CookieSettings, str(answers.site), State.THERE, setting)
        return
    for name, value in empty.items():
        setattr(setting, name, value)
    setting.save()
    drafts.tell(CookieSettings, str(answers.site), State.NEW, setting)


def make_charter(drafts: Drafts, site, cookies: list[Cookie]) -> None:
    """The site's charter, with ``cookies``.

    One that is there gets rows in its draft, for cookies that this start made, and is otherwise
    left as it is.
    """
    there = _charter(site)
    name = str(CookieCharterPage._meta.verbose_name)
    if not _may(drafts.user, there or site.root_page.specific, is_new=not there):
        drafts.tell(CookieCharterPage, name, State.REFUSED)
        return
    charter = drafts.once(
        f"charter:{site.pk}",
        CookieCharterPage,
        name,
        there,
        lambda: _new(drafts, site, cookies),
    )
    if there and charter:
        new = {made.item for made in drafts.made if made.state == State.NEW}
        _add_rows(drafts, charter, [item for item in cookies if item in new])


def _may(user, page: BasePage, is_new: bool) -> bool:
    """Whether a charter may be put below ``page``, or it be edited; a command may."""
    if is_new and not CookieCharterPage.can_create_at(page):
        return False
    if not user:
        return True
    allowed = page.permissions_for_user(user)
    return allowed.can_add_subpage() if is_new else allowed.can_edit()


def _charter(site) -> BasePage | None:
    charters = BasePage.objects.type(CookieCharterMixin).order_by("path")
    own = charters.descendant_of(site.root_page, inclusive=True).first()
    return own and own.specific


def _add_rows(drafts: Drafts, charter, cookies: list[Cookie]) -> None:
    if not cookies:
        return
    draft = charter.get_latest_revision_as_object()
    rows = draft.charter_rows
    last = rows.count()
    rows.add(*(rows.model(cookie=item, sort_order=last) for item in cookies))
    draft.save_revision(user=drafts.user, clean=False, log_action=True)


def _new(drafts: Drafts, site, cookies: list[Cookie]):
    root = site.root_page.specific
    page = CookieCharterPage(locale=root.locale, live=False)
    _write(page)
    page.charter_rows = [
        CharterCookie(cookie=cookie, sort_order=order)
        for order, cookie in enumerate(cookies)
    ]
    page.has_unpublished_changes = True
    root.add_child(instance=page)
    page.save_revision(user=drafts.user, log_action=True)
    for parent in root.get_translations():
        if is_spoken(parent.locale.language_code):
            _translate(drafts, page, parent.locale)
    return page


def _translate(drafts: Drafts, page, locale) -> None:
    copy = page.copy_for_translation(locale).specific
    _write(copy)
    copy.save()
    copy.save_revision(user=drafts.user, log_action=True)


def _write(page) -> None:
    """The title and the usual sections, in the page's language."""
    stream_block = page._meta.get_field("body").stream_block
    with translation.override(page.locale.language_code):
        page.title = page.draft_title = _("Cookie charter")
        page.body = StreamValue(stream_block, usual_sections(), is_lazy=True)


def make_people(drafts: Drafts) -> None:
    """The groups of those who write, publish and read the proof, where ``user`` may add some."""
    if drafts.user and not drafts.user.has_perm("auth.add_group"):
        return
    there = {*Group.objects.values_list("pk", flat=True)}
    for group in make_groups().values():
        if group:
            state = State.THERE if group.pk in there else State.NEW
            drafts.tell(Group, group.name, state, group)

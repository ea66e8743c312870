"""What is left to do by hand after a start, for one site."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Locale, Site

from ..models import CookieSettings
from ..models.declaration import Declaration
from ..rules.languages import is_spoken
from .found import Found
from .sources import has_banner


class Left(NamedTuple):
    """What to do, and the thing that it is done to where there is one."""

    text: str
    item: models.Model | None = None


def left(site: Site, found: Found, drafts: list) -> list[Left]:
    """``drafts``: those of a start that wait for their publication."""
    return [
        *_in_settings(site),
        *_in_drafts(drafts),
        *_languages(site),
        *_embeds(found),
        *_templates(),
    ]


def _in_settings(site: Site) -> list[Left]:
    setting = CookieSettings.for_site(site)
    lacks = [
        (setting.controller, _("Say who is responsible for the site’s cookies.")),
        (setting.controller_contact, _("Say whom visitors can ask about their data.")),
        (
            setting.privacy_page or setting.privacy_address,
            _("Choose the privacy policy that the banner and the charter link to."),
        ),
    ]
    return [Left(text, setting) for given, text in lacks if not given]


def _in_drafts(drafts: list) -> list[Left]:
    colon = pgettext("between a purpose and its description", ": ")
    return [
        Left(f"{item}{colon}{said}", item)
        for item in drafts
        if isinstance(item, Declaration) and item.source_version.pk == item.pk
        for said in item.advice()
    ]


def _languages(site: Site) -> list[Left]:
    root = site.root_page
    homes = {root.locale_id, *(page.locale_id for page in root.get_translations())}
    lines = []
    for locale in Locale.objects.order_by("pk"):
        words = {"language": locale.get_display_name()}
        if not is_spoken(locale.language_code):
            text = _(
                "%(language)s: translate by hand, no ready-made texts exist in it."
            )
            lines.append(Left(text % words))
        elif locale.pk not in homes:
            text = _("%(language)s: translate the home page, then add its charter.")
            lines.append(Left(text % words))
    return lines


def _embeds(found: Found) -> list[Left]:
    text = _(
        "Pages embed content from %(host)s, which no known service covers: add a provider with "
        "this host, or the content stays off."
    )
    return [Left(text % {"host": host}) for host in sorted(found.unknown)]


def _templates() -> list[Left]:
    text = _(
        "No template has {% cookie_banner %}: ask who maintains the site to add it."
    )
    return [] if has_banner() else [Left(text)]

"""What a visitor is shown, compiled from what editors published. Knows no HTTP, no notice."""

from collections.abc import Collection
from operator import attrgetter

from django.db.models import QuerySet
from django.utils import translation
from wagtail.models import Locale, Site

from .. import conf
from ..models import Catalogue, ConsentBanner, CookieCharterMixin, CookieSettings
from ..models.base_page import BasePage
from ..models.catalogue import Translations
from ..models.declaration import Declaration
from ..rules.languages import language_of_words
from ..rules.names import is_within
from .texts import compile_texts


def compile_languages(
    site: Site,
    drafts: Collection[Declaration] = (),
    banner: ConsentBanner | None = None,
) -> dict:
    """What the visitors of ``site`` are shown, by language code; empty without a live banner.

    With ``drafts``, what they would be shown if these were published; with ``banner``, if the
    site's settings named it.
    """
    setting = CookieSettings.objects.filter(site=site).first()
    banners = Translations(ConsentBanner, Locale.get_default().pk, drafts)
    source = banner or banner_source(banners, setting, site)
    if not source:
        return {}
    catalogue = Catalogue(drafts, site.pk)
    charter = charter_source(site, setting)
    # Only where there is something to say: a notice of before is still what is shown.
    extras = {"sentinel": conf.sentinel(), "domain": shared_domain(site)}
    told = {name: value for name, value in extras.items() if value}
    compiled = {}
    for locale in Locale.objects.order_by("language_code"):
        with translation.override(language_of_words(locale.language_code)):
            compiled[locale.language_code] = compile_texts(
                banners.within(source, locale.pk),
                locale.pk,
                catalogue,
                charter_url=_page_url(charter, locale, site),
                privacy_url=_privacy_url(setting, locale, site),
                informs=setting.informs if setting else True,
                for_minors=bool(setting and setting.for_minors),
                embed_purpose=_embed_purpose(catalogue, setting),
                controller=_controller(site, setting),
                **told,
            )
    return compiled


def shared_domain(site: Site) -> str:
    """The domain that the choice of ``site`` is shared in, or nothing.

    The default site answers for hosts that have none of their own.
    """
    domain = conf.cookie_domain()
    if not domain:
        return ""
    hosts = Site.objects.values_list("hostname", flat=True)
    within = [host for host in hosts if is_within(host, domain)]
    is_in = is_within(site.hostname, domain) or (site.is_default_site and not within)
    return domain if is_in else ""


def _controller(site: Site, setting: CookieSettings | None) -> dict:
    return {
        "name": (setting and setting.controller) or site.site_name or site.hostname,
        "address": setting.controller_address if setting else "",
        "contact": setting.controller_contact if setting else "",
    }


def _embed_purpose(catalogue: Catalogue, setting: CookieSettings | None) -> str:
    chosen = setting.embed_purpose_id if setting else None
    source = catalogue.purposes.source_of(chosen)
    # What runs without consent is no gate: it would let any host through.
    shown = catalogue.purposes.is_shown(source)
    return source.slug if shown and source.needs_consent else ""


def banner_source(
    banners: Translations, setting: CookieSettings | None, site: Site
) -> ConsentBanner | None:
    """The one that the settings name; for the default site, else the oldest.

    A new site shows nobody else's banner by itself.
    """
    if setting and setting.banner_id:
        chosen = banners.source_of(setting.banner_id)
        return chosen if chosen and chosen.live else None
    if not site.is_default_site and Site.objects.count() > 1:
        return None
    return min(banners.declared(), key=attrgetter("pk"), default=None)


def charter_source(site: Site, setting: CookieSettings | None) -> BasePage | None:
    if setting and setting.charter_id:
        charter = setting.charter
        return charter if charter and charter.live else None
    inside = BasePage.objects.live().type(CookieCharterMixin).order_by("path")
    return inside.descendant_of(site.root_page, inclusive=True).first() or _translated(
        inside, site
    )


def _translated(charters: QuerySet, site: Site) -> BasePage | None:
    """The charter below another language's root page."""
    roots = site.root_page.get_translations()
    return next(
        (
            charter
            for charter in charters
            if any(charter.is_descendant_of(r) for r in roots)
        ),
        None,
    )


def _privacy_url(setting: CookieSettings | None, locale: Locale, site: Site) -> str:
    if not setting:
        return ""
    page = setting.privacy_page
    own = _page_url(page if page and page.live else None, locale, site)
    return own or setting.privacy_address


def _page_url(source: BasePage | None, locale: Locale, site: Site) -> str:
    """Where ``source`` is read in the language, or in its own where it isn't translated."""
    if not source:
        return ""
    translated = source.get_translation_or_none(locale)
    page = translated if translated and translated.live else source
    return page.specific.get_url(current_site=site) or ""

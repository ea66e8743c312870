"""What publishing a draft would do: whom it asks again, and why (C15)."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from wagtail.models import Site

from ..models import ConsentNotice
from ..models.declaration import Declaration
from .addresses import without_script_prefix
from .compile import compile_languages
from .differences import differences
from .publish import asked_anew


@dataclass(frozen=True)
class Forecast:
    """For one site: what visitors see differently, and the reasons to ask them again."""

    site: str
    site_key: int
    purposes: list[str]
    providers: list[str]
    changes: list[dict]
    ends: int = 0  # choices at most, where it asks again

    @property
    def asks_again(self) -> bool:
        return bool(self.purposes or self.providers)


def forecast(instance: Declaration) -> list[Forecast] | None:
    """For each site with a notice, what publishing the latest draft of ``instance`` would do.

    None for a draft that can't be published as it is. Nothing is saved: the draft is compiled in
    the place of what is live.
    """
    try:
        return forecast_drafts([instance.as_published()])
    except ValidationError:
        return None


def forecast_drafts(drafts: Collection[Declaration]) -> list[Forecast]:
    """The same for drafts that are valid, saved or not, and published together."""
    with without_script_prefix():
        return _for_each_site(drafts)


def _for_each_site(drafts: Collection[Declaration]) -> list[Forecast]:
    forecasts = []
    for site in Site.objects.select_related("root_page"):
        last = (
            ConsentNotice.objects.filter(site_key=site.pk).order_by("-number").first()
        )
        if last:
            forecasts.append(_for_site(site, last, compile_languages(site, drafts)))
    return forecasts


def _for_site(site: Site, last: ConsentNotice, languages: dict) -> Forecast:
    new = asked_anew(site, last, languages)
    code = last.data["default_language"]
    purposes = languages.get(code, {}).get("purposes", [])
    by_slug = {item["slug"]: item["name"] for item in purposes}
    by_id = {
        item["id"]: item["name"] for shown in purposes for item in shown["providers"]
    }
    return Forecast(
        site=str(site),
        site_key=site.pk,
        purposes=sorted(
            {by_slug.get(slug, slug) for slug, provider in new if not provider}
        ),
        providers=sorted(
            {by_id.get(provider, provider) for _, provider in new if provider}
        ),
        changes=differences(
            last.data, {"default_language": code, "languages": languages}
        ),
    )

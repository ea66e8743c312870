"""What publishing a draft would do: whom it asks again, and why (C15)."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from wagtail.models import Site

from ..models import ConsentNotice
from ..models.declaration import Declaration
from .compile import compile_languages
from .differences import differences
from .publish import asked_anew


@dataclass(frozen=True)
class Forecast:
    """For one site: what visitors see differently, and the reasons to ask them again."""

    site: str
    purposes: list[str]
    providers: list[str]
    changes: list[dict]

    @property
    def asks_again(self) -> bool:
        return bool(self.purposes or self.providers)


def forecast(instance: Declaration) -> list[Forecast] | None:
    """For each site with a notice, what publishing the latest draft of ``instance`` would do.

    None for a draft that can't be published as it is. The draft is saved as live and compiled
    in a transaction that is rolled back.
    """
    draft = instance.get_latest_revision_as_object()
    draft.live = True
    try:
        with transaction.atomic():
            draft.save()
            forecasts = _for_each_site()
            transaction.set_rollback(True)
    except IntegrityError:
        return None
    return forecasts


def _for_each_site() -> list[Forecast]:
    forecasts = []
    for site in Site.objects.select_related("root_page"):
        last = (
            ConsentNotice.objects.filter(site_key=site.pk).order_by("-number").first()
        )
        if last:
            forecasts.append(_for_site(site, last, compile_languages(site)))
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

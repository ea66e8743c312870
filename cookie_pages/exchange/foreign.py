"""Exports of other tools: the Open Cookie Database, scanners' tables, a browser's cookies.

What they say of a cookie becomes drafts of a purpose, of a provider and of the cookie. Their
categories are never taken for an exemption: what needs no consent is decided by an editor (S4).
"""

import re

from django.utils.text import slugify

from ..known.database import retention
from ..rules.names import host_of, is_host

# A table's heading, in lower case, for each thing that is read from it.
HEADINGS = {
    "name": ("cookie / data key name", "cookie name", "cookie", "name", "nom"),
    "provider": (
        "platform",
        "data controller",
        "provider",
        "vendor",
        "host",
        "placed by",
    ),
    "category": ("category", "purpose category", "cookie category", "catégorie"),
    "host": ("domain", "domaine", "cookie domain", "host"),
    "finality": ("description", "cookie description", "purpose"),
    "retention": (
        "retention period",
        "expiry",
        "expiration",
        "lifespan",
        "duration",
        "durée",
    ),
    "party": ("party", "first/third party", "first or third party"),
    "storage": ("type", "cookie type", "storage type"),
    "wildcard": ("wildcard match",),
}
# A category of theirs, and the slug and the name of a purpose of ours.
CATEGORIES = (
    (r"analy|statist|perform|audience|mesure", "statistics", "Statistics"),
    (r"market|advert|target|publicit", "advertising", "Advertising"),
    (r"social", "social", "Social networks"),
    (r"necess|essential|security|nécess|strict", "necessary", "Necessary cookies"),
    (r"function|prefer|personal|fonction", "functional", "Functional cookies"),
)
STORAGES = {
    "html": "localStorage",
    "local": "localStorage",
    "session storage": "sessionStorage",
    "indexeddb": "IndexedDB",
    "pixel": "pixel",
}


def from_table(headings, rows):
    """``rows`` of a place and cells by heading; None where the headings are no known ones."""
    titles = {title.casefold(): title for title in headings if title}
    found = {}
    for name, known in HEADINGS.items():
        title = next((titles[word] for word in known if word in titles), None)
        if title and title not in found.values():
            found[name] = title
    if "name" not in found or len(found) < 3:
        return None
    return _declared(
        (place, {name: cells.get(title, "") for name, title in found.items()})
        for place, cells in rows
    )


def from_json(content: dict):
    """The cookies that a browser or a scanner kept; None for another JSON.

    As Playwright's storage state has them, and the Website Evidence Collector's inspection.
    """
    cookies = content.get("cookies")
    if not isinstance(cookies, list) or not all(
        isinstance(item, dict) and "domain" in item and "name" in item
        for item in cookies
    ):
        return None
    return _declared(
        (f"cookies[{number}]", _of_browser(item))
        for number, item in enumerate(cookies, start=1)
    )


def _of_browser(item: dict) -> dict:
    domain = str(item["domain"]).lstrip(".")
    days = item.get("expiresDays")
    is_first = item.get("firstPartyStorage", True)
    return {
        "name": str(item["name"]),
        "host": "" if is_first else domain,
        "provider": domain,
        "category": "",
        "party": "first" if is_first else "third",
        "retention": f"{round(days)} days"
        if isinstance(days, int | float) and days
        else "session",
    }


def _declared(rows) -> list[tuple[str, dict[str, str], str]]:
    """Purposes, providers and cookies, each purpose and provider once."""
    purposes, providers, cookies = {}, {}, []
    for place, cells in rows:
        name = cells.get("name", "").strip()
        if not name:
            continue
        slug, title = _purpose(cells.get("category", ""))
        purposes.setdefault(slug, ("purpose", {"slug": slug, "name": title}, place))
        provider = cells.get("provider", "").strip() or "?"
        providers.setdefault(provider, ("provider", {"name": provider}, place))
        cookies.append(("cookie", _cookie(cells, name, slug, provider), place))
    return [*purposes.values(), *providers.values(), *cookies]


def _purpose(category: str) -> tuple[str, str]:
    for pattern, slug, title in CATEGORIES:
        if re.search(pattern, category.casefold()):
            return slug, title
    title = category.strip() or "To be sorted"
    return slugify(title)[:40].strip("-") or "to-be-sorted", title[:80]


def _cookie(cells, name, slug, provider) -> dict[str, str]:
    host = host_of(re.sub(r"\(.*?\)", "", cells.get("host", ""))).lstrip(".")
    third = is_host(host) and not cells.get("party", "").casefold().startswith(
        ("first", "1")
    )
    kind = cells.get("storage", "").casefold()
    return {
        "name": f"{name}*"
        if cells.get("wildcard") == "1" and "*" not in name
        else name,
        "purpose": slug,
        "provider": provider,
        "service": provider,
        "finality": cells.get("finality", "")[:400],
        "host": host if third else "",
        "party": "third" if third else "first",
        "storage_type": next((v for k, v in STORAGES.items() if k in kind), "cookie"),
        **{
            field: str(value)
            for field, value in retention(cells.get("retention", "")).items()
        },
    }

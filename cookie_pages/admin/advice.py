"""Advice beside the form of a charter or a declaration, after each autosave anew (F8)."""

from django.shortcuts import render
from django.utils.html import strip_tags

from ..models import CookieCharterMixin, Provider, Purpose
from ..models.declaration import Declaration
from ..models.provider import Role
from ..rules.advice import Charter, Level, Said, advice_for

COLUMNS = ("show_retention", "show_party", "show_consent")


def advice_on(item) -> list[Said]:
    """What the rules say of a charter, a banner or a declaration, as it is given."""
    if isinstance(item, CookieCharterMixin):
        return advice_for(charter_of(item))
    return item.advice()


def charter_of(page) -> Charter:
    """What the rules read of a charter."""
    rows = page.rows
    texts = [page.introduction, *map(str, _strings(page.body.get_prep_value()))]
    tables = [block.value for block in page.body if block.block_type == "cookie_table"]
    return Charter.of(
        # A word of its own, where a tag ended one.
        [strip_tags(text.replace("<", " <")) for text in texts],
        [block.block_type for block in page.body],
        [(row["name"], row["finality"]) for row in rows],
        hidden=frozenset(
            name for name in COLUMNS for table in tables if not table[name]
        ),
        asks=Purpose.objects.filter(live=True, needs_consent=True).exists(),
        has_recipients=_recipients(page).exists(),
    )


def _recipients(page):
    """The providers of its cookies that are somebody else than the site's publisher."""
    cookies = [row.cookie_id for row in page.charter_rows.all()]
    return Provider.objects.filter(cookies__in=cookies).exclude(role=Role.SELF)


def _strings(value):
    """Each text in the values of blocks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in ("id", "type"):
                yield from _strings(item)


def advice_context(draft):
    """What the panel says of ``draft``."""
    said = advice_on(draft)
    forbidden = [item for item in said if item.level == Level.FORBIDDEN]
    return {
        "forbidden": forbidden,
        "advice": [item for item in said if item not in forbidden],
    }


def advice_response(request, item):
    """The panel's content, for the address of an edit form with ``?cookie_advice``.

    A hook of pages and of snippets: who may not edit the page is turned away here, who may not
    edit the snippet was turned away before.
    """
    if "cookie_advice" not in request.GET:
        return None
    item = getattr(item, "specific", item)
    if isinstance(item, CookieCharterMixin):
        if not item.permissions_for_user(request.user).can_edit():
            return None
    elif not isinstance(item, Declaration):
        return None
    context = advice_context(item.get_latest_revision_as_object())
    return render(request, "cookie_pages/admin/advice_content.html", context)

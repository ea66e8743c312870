"""Advice beside the form of a charter, asked for again after each autosave (F8)."""

from django.shortcuts import render
from django.utils.html import strip_tags

from ..models import CookieCharterMixin
from ..rules.advice import Charter, advice_for


def advice_context(draft):
    """What the rules say of a charter's ``draft``."""
    rows = [(row["name"], row["finality"]) for row in draft.rows]
    texts = [draft.introduction, *map(str, _strings(draft.body.get_prep_value()))]
    # A word of its own, where a tag ended one.
    plain = [strip_tags(text.replace("<", " <")) for text in texts]
    blocks = [block.block_type for block in draft.body]
    return {"advice": advice_for(Charter.of(plain, blocks, rows))}


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


def advice_response(request, page):
    """The panel's content, for the address of an edit form with ``?cookie_advice``.

    A hook: who may not edit the page is turned away here.
    """
    page = page.specific
    if "cookie_advice" not in request.GET or not isinstance(page, CookieCharterMixin):
        return None
    if not page.permissions_for_user(request.user).can_edit():
        return None
    context = advice_context(page.get_latest_revision_as_object())
    return render(request, "cookie_pages/admin/advice_content.html", context)

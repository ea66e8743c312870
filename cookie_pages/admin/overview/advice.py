"""What the rules say of all that is published or drafted, as one list for the site."""

from django.utils.translation import gettext_lazy as _

from ...models.declaration import Declaration
from ..advice import advice_on
from ..page import CheckedPage
from .content import MODELS, charters, edit_address, may_edit
from .view import OverviewView, may_see


def latest_draft(item):
    """Of a charter, or of a declaration."""
    if isinstance(item, Declaration):
        return item.latest_draft
    return item.get_latest_revision_as_object()


def advised(user) -> list[dict]:
    """Each charter and declaration with advice, as its latest draft is."""
    found = []
    for page in charters(user).specific():
        found.append(page)
    for model in MODELS:
        if may_edit(user, model):
            found += model.with_references()
    return [
        {
            "item": item,
            "kind": item._meta.verbose_name,
            "said": said,
            "address": edit_address(user, item),
        }
        for item in found
        if (said := advice_on(latest_draft(item)))
    ]


class AdviceView(CheckedPage):
    template_name = "cookie_pages/admin/advised.html"
    page_title = _("Advice on the cookies of the site")
    header_icon = "info-circle"
    above = ("cookie_pages_overview", OverviewView.page_title)

    def may(self, user):
        return may_see(user)

    def get_context_data(self, **kwargs):
        groups = advised(self.request.user)
        return super().get_context_data(**kwargs) | {"groups": groups}

"""The overview, shorter, on the home page of the admin."""

from wagtail.admin.ui.components import Component

from ..ask import whom_to_ask
from ..start.view import may_start
from . import content
from .sites import overviews


class OverviewPanel(Component):
    order = 60
    template_name = "cookie_pages/admin/overview_panel.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        sites = overviews(user)
        unshown = content.unshown_banners(user, sites) + content.unshown(user)
        left = [*unshown[: content.SHOWN], *content.seen(user)]
        return {
            "sites": sites,
            "starts": may_start(user) and not any(item.notice for item in sites),
            "drafts": len(content.drafts(user)),
            "lines": left,
        }


class AskPanel(Component):
    """For who writes pages, and has nothing to say about cookies."""

    order = 60
    template_name = "cookie_pages/admin/ask_panel.html"

    def get_context_data(self, parent_context):
        return {"ask": whom_to_ask()}

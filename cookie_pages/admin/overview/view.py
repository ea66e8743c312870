from django.utils.translation import gettext_lazy as _

from ...models import ConsentNotice, CookieSettings
from ..declarations import VIEWSETS
from ..page import CheckedPage
from ..reports.by_site import ReportPolicy
from ..start.view import may_start
from . import content
from .sites import overviews


def may_see(user) -> bool:
    """Whether there is something about cookies that ``user`` may read or edit."""
    policies = (viewset.model.snippet_viewset.permission_policy for viewset in VIEWSETS)
    actions = {"add", "change", "publish", "view"}
    return ReportPolicy(ConsentNotice).user_has_any_permission(user, ["view"]) or any(
        policy.user_has_any_permission(user, actions) for policy in policies
    )


class OverviewView(CheckedPage):
    """What visitors are shown, site by site, and what is left to do."""

    template_name = "cookie_pages/admin/overview.html"
    page_title = _("Cookies: overview")
    header_icon = "cookie"

    def may(self, user):
        return may_see(user)

    def get_context_data(self, **kwargs):
        user = self.request.user
        sites = overviews(user)
        for item in sites:
            item.banner_address = content.edit_address(user, item.banner)
            item.charter_address = content.edit_address(user, item.charter)
            item.settings_address = content.edit_address(
                user, item.setting or CookieSettings(site=item.site)
            )
        return super().get_context_data(**kwargs) | {
            "sites": sites,
            "may_start": may_start(user),
            "is_set_up": any(item.notice for item in sites),
            "drafts": content.drafts(user),
            "unshown": content.unshown_banners(user, sites) + content.unshown(user),
            "untranslated": content.missing_translations(user),
            "seen": content.seen(user),
            "may_edit": any(content.may_edit(user, model) for model in content.MODELS),
        }

"""What the module's own pages of the admin have in common: where they stand, and who sees them."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import (
    PermissionCheckedMixin,
    WagtailAdminTemplateMixin,
)


class AdminPage(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """``above``: the name of the address above this page, and its title; none below the home."""

    _show_breadcrumbs = True
    above: tuple | None = None

    def get_breadcrumbs_items(self):
        items = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
        if self.above:
            name, label = self.above
            items.append({"url": reverse(name), "label": label})
        return [*items, {"url": "", "label": self.get_page_title()}]


class CheckedPage(AdminPage):
    """A page for whom ``may`` says so, where no one model has the permission."""

    permission_required = "see"
    may: Callable[..., bool]  # whether the user given may see it

    def user_has_permission(self, permission):
        return self.may(self.request.user)

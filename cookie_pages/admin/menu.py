"""One menu for all that concerns cookies."""

from functools import cache

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.contrib.settings.registry import SettingMenuItem
from wagtail.permissions import page_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from ..models import ConsentNotice, CookieSettings
from . import reports
from .charters import charter_lists
from .declarations import VIEWSETS
from .exchange import ExchangeView, may
from .overview.view import OverviewView, may_see
from .start.view import StartView, may_start

charter_viewsets = cache(charter_lists)


class OverviewItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


class StartItem(MenuItem):
    """Until visitors are shown something; afterwards the overview has it."""

    def is_shown(self, request):
        return may_start(request.user) and not ConsentNotice.objects.exists()


class ChartersItem(MenuItem):
    def is_shown(self, request):
        return page_permission_policy.user_has_any_permission(
            request.user, {"add", "change", "publish"}
        )


class ExchangeItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, "add", "change")


class ReportMenuItem(MenuItem):
    """Shown to who may view what the report lists."""

    def __init__(self, slug, view, order):
        super().__init__(
            view.page_title,
            reverse(view.index_url_name),
            name=slug,
            icon_name=view.header_icon,
            order=order,
        )
        self.policy = view.permission_policy

    def is_shown(self, request):
        return self.policy.user_has_any_permission(request.user, ["view"])


class CookiesGroup(SnippetViewSetGroup):
    items = VIEWSETS
    menu_label = _("Cookies")
    menu_icon = "cookie"
    menu_name = "cookie-pages"
    menu_order = 250

    def get_submenu_items(self):
        overview = OverviewItem(
            _("Overview"),
            reverse("cookie_pages_overview"),
            name="cookie-overview",
            icon_name=OverviewView.header_icon,
            order=-2,
        )
        start = StartItem(
            StartView.page_title,
            reverse("cookie_pages_start"),
            name="cookie-start",
            icon_name=StartView.header_icon,
            order=-3,
        )
        advice = OverviewItem(
            _("Advice"),
            reverse("cookie_pages_advice"),
            name="cookie-advice",
            icon_name="info-circle",
            order=250,
        )
        exchange = ExchangeItem(
            ExchangeView.page_title,
            reverse("cookie_pages_exchange"),
            name="cookie-exchange",
            icon_name=ExchangeView.header_icon,
            order=260,
        )
        charters = [
            ChartersItem(
                viewset.menu_label,
                reverse(viewset.get_url_name("index")),
                name=viewset.name,
                icon_name=viewset.icon,
                order=-1,
            )
            for viewset in charter_viewsets()
        ]
        listed = [
            ReportMenuItem(slug, view, 200 + position)
            for position, (slug, view) in enumerate(reports.REPORTS.items())
        ]
        settings = SettingMenuItem(CookieSettings, icon="cogs", order=300)
        return [
            start,
            overview,
            *charters,
            *super().get_submenu_items(),
            *listed,
            advice,
            exchange,
            settings,
        ]

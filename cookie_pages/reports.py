"""Reports of the Wagtail admin, each behind the permission to view what it lists."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from .models import SeenCookie


class SeenCookiesReport(ReportView):
    model = SeenCookie
    page_title = _("Cookies seen by the server")
    header_icon = "view"
    index_url_name = "cookie_pages_seen"
    index_results_url_name = "cookie_pages_seen_results"
    permission_policy = ModelPermissionPolicy(SeenCookie)
    any_permission_required = ["view"]
    default_ordering = "-last_seen_at"
    columns = [
        Column("name", label=_("Name"), sort_key="name"),
        Column("path", label=_("Path")),
        Column("get_reason_display", label=_("What is wrong"), sort_key="reason"),
        Column("purpose", label=_("Purpose"), sort_key="purpose"),
        Column("times", label=_("How often"), sort_key="times"),
        DateColumn("last_seen_at", label=_("Last seen"), sort_key="last_seen_at"),
    ]
    list_export = ["name", "path", "reason", "purpose", "times", "last_seen_at"]

    def get_queryset(self):
        return SeenCookie.objects.all()


urls = [
    path(
        "reports/cookies-seen/", SeenCookiesReport.as_view(), name="cookie_pages_seen"
    ),
    path(
        "reports/cookies-seen/results/",
        SeenCookiesReport.as_view(results_only=True),
        name="cookie_pages_seen_results",
    ),
]

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn

from ...models import SeenCookie
from .base import CookieReport


class SeenCookiesReport(CookieReport):
    model = SeenCookie
    page_title = _("Cookies seen by the server")
    header_icon = "view"
    index_url_name = "cookie_pages_seen"
    index_results_url_name = "cookie_pages_seen_results"
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

    def get_base_queryset(self):
        return SeenCookie.objects.all()

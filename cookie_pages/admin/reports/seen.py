from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from ...audit.words import kind_in_words
from ...models import SeenCookie
from .audited import declare_url
from .base import CookieReport


def kind_and_host(seen):
    """In words: the kind, and the domain where it isn't the name itself."""
    host = seen.host if seen.host != seen.name else ""
    return ", ".join(filter(None, (kind_in_words(seen.storage_type), host)))


class NameColumn(Column):
    """The name; of an undeclared tracker, a way to its declaration too."""

    cell_template_name = "cookie_pages/admin/seen_name.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        undeclared = instance.reason == SeenCookie.Reason.UNDECLARED
        if undeclared and instance.storage_type != "host":
            kind, host = instance.storage_type, instance.host
            context["declare_url"] = declare_url(instance.name, kind, host)
        return context


class SeenFilterSet(WagtailFilterSet):
    class Meta:
        model = SeenCookie
        fields = ["reason", "source"]


class SeenCookiesReport(CookieReport):
    """What the server, the audits and the sentinel saw, as one list."""

    model = SeenCookie
    filterset_class = SeenFilterSet
    page_title = _("Trackers seen")
    header_icon = "view"
    index_url_name = "cookie_pages_seen"
    index_results_url_name = "cookie_pages_seen_results"
    default_ordering = "-last_seen_at"
    columns = [
        NameColumn("name", label=_("Name"), sort_key="name"),
        Column(
            "storage_type",
            label=_("Kind"),
            accessor=kind_and_host,
            sort_key="storage_type",
        ),
        Column("path", label=_("Path")),
        Column("get_reason_display", label=_("What is wrong"), sort_key="reason"),
        Column("purpose", label=_("Purpose"), sort_key="purpose"),
        Column("get_source_display", label=_("Seen by"), sort_key="source"),
        Column("times", label=_("How often"), sort_key="times"),
        DateColumn("last_seen_at", label=_("Last seen"), sort_key="last_seen_at"),
    ]
    list_export = [
        "name",
        "storage_type",
        "host",
        "path",
        "reason",
        "purpose",
        "source",
        "times",
        "last_seen_at",
    ]

    def get_base_queryset(self):
        return SeenCookie.objects.all()

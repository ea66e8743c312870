from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from ...audit.words import kind_in_words
from ...models import Purpose, SeenCookie
from ..spreadsheets import Exported
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
    help_text = _(
        "What the site sets, and what audits and visitors’ browsers met. "
        "Declare what isn’t declared, or have it removed."
    )
    header_icon = "view"
    index_url_name = "cookie_pages_seen"
    index_results_url_name = "cookie_pages_seen_results"
    default_ordering = "-last_seen_at"

    @cached_property
    def columns(self):
        return [
            NameColumn("name", label=_("Name"), sort_key="name"),
            Column(
                "storage_type",
                label=_("Kind"),
                accessor=kind_and_host,
                sort_key="storage_type",
            ),
            Column("path", label=_("Page")),
            Column("get_reason_display", label=_("What is wrong"), sort_key="reason"),
            Column(
                "purpose",
                label=_("Purpose"),
                accessor=self.purpose_of,
                sort_key="purpose",
            ),
            Column("get_source_display", label=_("Seen by"), sort_key="source"),
            Column("times", label=_("How often"), sort_key="times"),
            DateColumn("last_seen_at", label=_("Last seen"), sort_key="last_seen_at"),
        ]

    @property
    def exported(self):
        return [
            Exported("name"),
            Exported(
                "storage_type", _("Kind"), lambda seen: kind_in_words(seen.storage_type)
            ),
            Exported("host"),
            Exported("path"),
            Exported("reason", None, "get_reason_display"),
            Exported("purpose", None, self.purpose_of),
            Exported("source", None, "get_source_display"),
            Exported("times"),
            Exported("first_seen_at"),
            Exported("last_seen_at"),
        ]

    @cached_property
    def _purposes(self):
        """The names of the purposes by slug, the oldest version's."""
        return dict(Purpose.objects.order_by("-pk").values_list("slug", "name"))

    def purpose_of(self, seen):
        """The name of the purpose that wasn't accepted; its slug where it is gone."""
        return self._purposes.get(seen.purpose, seen.purpose)

    def get_base_queryset(self):
        return SeenCookie.objects.all()

from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(value):
    """``value`` so that no spreadsheet takes it for a formula."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value


class Streamed:
    """A queryset that isn't held in memory, as an export walks through it once."""

    def __init__(self, queryset):
        self.queryset = queryset
        self.model = queryset.model

    def __iter__(self):
        return self.queryset.iterator(chunk_size=1000)


class CookieReport(ReportView):
    """A report behind the permission to view its model, with exports that are safe to open."""

    any_permission_required = ["view"]
    policy_class = ModelPermissionPolicy

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if cls.model:
            cls.permission_policy = cls.policy_class(cls.model)

    def get(self, request, *args, **kwargs):
        if not self.is_export:
            return super().get(request, *args, **kwargs)
        # Without the page's context, for which the whole list would be read at once.
        wanted = request.GET.get("export")
        return self.as_spreadsheet(self.get_filtered_queryset(), wanted)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        return super().as_spreadsheet(Streamed(queryset), spreadsheet_format)

    def preprocess_field_value(self, field, value, export_format):
        return harmless(super().preprocess_field_value(field, value, export_format))

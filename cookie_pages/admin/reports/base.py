from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from ..spreadsheets import InWordsMixin


class CookieReport(InWordsMixin, ReportView):
    """A report behind the permission to view its model, with exports that are safe to open.

    ``help_text`` stands above it.
    """

    template_name = "cookie_pages/admin/report.html"
    help_text = ""
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

from wagtail.admin.panels import Panel

from ..notices.forecast import forecast


class ForecastPanel(Panel):
    """Says, before publishing, whether it will ask every visitor again and why (C15)."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cookie_pages/admin/forecast.html"

        def is_shown(self):
            return bool(self.instance.pk and self.instance.latest_revision_id)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {"forecasts": forecast(self.instance)}

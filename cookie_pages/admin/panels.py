from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Site

from .advice import advice_context
from .forecast import forecast_context


class ForecastPanel(Panel):
    """Says, before publishing, whether it will ask every visitor again and why (C15)."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cookie_pages/admin/forecast.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            if refused_for := self.form.to_confirm:
                return context | {"forecasts": refused_for, "is_saved": True}
            if not (self.instance.pk and self.instance.latest_revision_id):
                return context
            return context | forecast_context(self.instance) | {"is_saved": True}


class KnownPanel(Panel):
    """What is known of a cookie elsewhere, while its name is typed (S4)."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cookie_pages/admin/known.html"


class SitesPanel(FieldPanel):
    """On which sites it holds; where there is one, nothing is asked."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self):
            return super().is_shown() and Site.objects.count() > 1


class AdvicePanel(Panel):
    """What the rules say of a charter's draft: it never blocks, never rewrites (F8)."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cookie_pages/admin/advice.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            if not (self.instance.pk and self.instance.latest_revision_id):
                return context
            # The form's instance is the latest draft.
            return context | advice_context(self.instance)

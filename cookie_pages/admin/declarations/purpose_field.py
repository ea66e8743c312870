"""The purpose of a cookie as a list, and the exemption where it is exempt."""

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from ...models import Purpose
from ...models.exemption import ExemptionClass
from .rules import shown_when


class PurposePanel(FieldPanel):
    """One list instead of a chooser: a site has few purposes."""

    def get_form_options(self):
        options = super().get_form_options()
        options.setdefault("widgets", {})[self.field_name] = forms.Select
        return options


class ExemptionPanel(MultiFieldPanel):
    """Shown while an exempt purpose is chosen (C26)."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        @cached_property
        def attrs(self):
            exempt = Purpose.objects.filter(needs_consent=False)
            keys = [str(pk) for pk in exempt.values_list("pk", flat=True)]
            classes = [str(value) for value in ExemptionClass.values]
            # No form sends « none »: an empty list would stand for an absent field.
            return self.panel.attrs | shown_when(
                purpose=keys or ["none"], exemption_class=classes
            )

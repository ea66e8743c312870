from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import CreateView

from ...models import Purpose
from ...seed import wordings
from ..panels import SitesPanel, WordingsPanel
from ..spreadsheets import Exported
from .base import ADVICE, FORECAST, PUBLISHING, TRANSLATIONS, SitedViewSet, technical
from .rules import shown_when


class AddPurposeView(CreateView):
    """A new purpose comes last: the necessary ones stay first."""

    def get_initial_form_instance(self):
        purpose = super().get_initial_form_instance() or Purpose()
        purpose.sort_order = Purpose.next_order()
        return purpose


class PurposeViewSet(SitedViewSet):
    model = Purpose
    add_view_class = AddPurposeView
    icon = "sliders"
    add_label = _("Add a purpose")
    help_text = _(
        "Why the site uses trackers. Visitors accept or refuse each purpose that needs consent; "
        "the others are told to them."
    )
    columns = [
        "name",
        BooleanColumn(
            "needs_consent", label=_("Needs consent"), sort_key="needs_consent"
        ),
    ]
    exported = [
        Exported("name"),
        Exported("slug"),
        Exported("description"),
        Exported("needs_consent"),
    ]
    list_filter = ["needs_consent"]
    ordering = ["sort_order", "name"]
    panels = [
        FORECAST,
        ADVICE,
        WordingsPanel(wordings.PURPOSE.values()),
        MultiFieldPanel(
            ["name", "description", "personal_data", "sort_order"],
            heading=_("What visitors read"),
        ),
        MultiFieldPanel(
            ["needs_consent"],
            heading=_("Consent"),
        ),
        MultiFieldPanel(
            [
                "measures_audience",
                MultiFieldPanel(
                    [
                        *Purpose.CONDITIONS,
                        "audience_data_months",
                        "audience_reason",
                    ],
                    attrs=shown_when(measures_audience="on"),
                ),
            ],
            heading=_("Audience measurement without consent"),
            attrs=shown_when(needs_consent=[], measures_audience="on"),
        ),
        SitesPanel("sites"),
        technical(["slug", "refused_by_browser", "google_consent_types"]),
        TRANSLATIONS,
        PUBLISHING,
    ]

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel

from ...models import Provider
from ...seed import wordings
from ..panels import SitesPanel, WordingsPanel
from ..spreadsheets import Exported
from .base import ADVICE, FORECAST, PUBLISHING, TRANSLATIONS, SitedViewSet, technical
from .choosers import ProviderChooserViewSet


class ProviderViewSet(SitedViewSet):
    model = Provider
    chooser_viewset_class = ProviderChooserViewSet
    icon = "group"
    add_label = _("Add a provider")
    help_text = _(
        "Who sets or reads the trackers: visitors read these names before they choose. A new one "
        "that receives data asks every visitor again."
    )
    columns = ["name", "legal_name", "role", "country"]
    exported = [
        Exported("name"),
        Exported("legal_name"),
        Exported("role", None, "get_role_display"),
        Exported("country", None, "country.name"),
        Exported("transfer_country", None, "transfer_country.name"),
        Exported("safeguard"),
        Exported("policy_url"),
    ]
    list_filter = ["role", "country"]
    panels = [
        FORECAST,
        ADVICE,
        MultiFieldPanel(
            ["name", "legal_name", "role", "policy_url"], heading=_("Who it is")
        ),
        MultiFieldPanel(
            [
                "country",
                "transfer_country",
                "safeguard",
                WordingsPanel(wordings.PROVIDER.values()),
            ],
            heading=_("Where the data goes"),
        ),
        SitesPanel("sites"),
        technical(["embed_hosts", "embed_purpose"]),
        TRANSLATIONS,
        PUBLISHING,
    ]

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel

from ...models import ConsentBanner
from ...seed import wordings
from ..panels import WordingsPanel
from ..spreadsheets import Exported
from .base import ADVICE, FORECAST, PUBLISHING, TRANSLATIONS, DeclarationViewSet


class ConsentBannerViewSet(DeclarationViewSet):
    model = ConsentBanner
    icon = "comment"
    add_label = _("Add a banner")
    help_text = _(
        "What visitors read before they choose. The settings of each site say which banner it "
        "shows."
    )
    columns = ["heading"]
    exported = [
        Exported("heading"),
        Exported("text"),
        Exported("short"),
    ]
    panels = [
        FORECAST,
        ADVICE,
        WordingsPanel(wordings.BANNER),
        MultiFieldPanel(
            ["heading", "text", "short", "information_text"],
            heading=_("What visitors read"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(["accept_label", "refuse_label"]),
                FieldRowPanel(["customise_label", "preferences_label"]),
                FieldRowPanel(["panel_heading", "save_label"]),
                "allow_label",
            ],
            heading=_("Labels"),
            classname="collapsed",
        ),
        TRANSLATIONS,
        PUBLISHING,
    ]

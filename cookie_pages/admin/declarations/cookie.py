from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import CreateView

from ...models import Cookie, in_a_charter
from ...models.retention import RetentionKind, RetentionUnit
from ...seed import wordings
from ..panels import KnownPanel, SitesPanel, WordingsPanel
from ..spreadsheets import Exported
from .base import ADVICE, FORECAST, PUBLISHING, TRANSLATIONS, SitedViewSet, technical
from .choosers import CookieChooserViewSet
from .prefilled import prefilled
from .purpose_field import ExemptionPanel, PurposePanel
from .rules import shown_when


class AddCookieView(CreateView):
    """The form of a new cookie, filled with what its address says of it."""

    def get_initial_form_instance(self):
        cookie = super().get_initial_form_instance() or Cookie()
        for name, value in prefilled(self.request.GET).items():
            setattr(cookie, name, value)
        return cookie


class CookieViewSet(SitedViewSet):
    model = Cookie
    add_view_class = AddCookieView
    icon = "cookie"
    chooser_viewset_class = CookieChooserViewSet
    add_label = _("Add a cookie or tracker")
    help_text = _(
        "What the site stores or reads on visitors' devices. Each one belongs to a purpose and to "
        "a provider, and shows in the charter that lists it."
    )
    columns = [
        "name",
        "provider",
        "purpose",
        Column("retention_text", label=_("Kept for")),
        Column("exemption_class", label=_("Class"), sort_key="exemption_class"),
        BooleanColumn("is_shown", label=_("Shown to visitors")),
        BooleanColumn("is_in_charter", label=_("In the charter")),
    ]
    exported = [
        Exported("name"),
        Exported("storage_type", None, "get_storage_type_display"),
        Exported("provider"),
        Exported("purpose"),
        Exported("service"),
        Exported("finality"),
        Exported("retention", _("Retention"), "retention_text"),
        Exported("party", None, "get_party_display"),
        Exported("host"),
        Exported("exemption_class", None, "get_exemption_class_display"),
        Exported("exemption_reason"),
        Exported("is_shown", _("Shown to visitors")),
        Exported("is_in_charter", _("In the charter")),
    ]
    list_filter = ["purpose", "provider", "storage_type"]

    def get_queryset(self, request):
        cookies = super().get_queryset(request)
        cookies = cookies.select_related("purpose", "provider", "locale")
        return cookies.annotate(is_in_charter=in_a_charter())

    panels = [
        FORECAST,
        ADVICE,
        MultiFieldPanel(
            ["name", KnownPanel(), PurposePanel("purpose"), "provider"],
            heading=_("The cookie"),
        ),
        MultiFieldPanel(
            [WordingsPanel(wordings.COOKIE.values()), "service", "finality"],
            heading=_("What visitors read"),
        ),
        MultiFieldPanel(
            [
                "retention_kind",
                FieldRowPanel(
                    ["retention_value", "retention_unit"],
                    attrs=shown_when(
                        retention_kind=RetentionKind.DURATION,
                        retention_unit=RetentionUnit.values,
                    ),
                ),
                "retention_words",
            ],
            heading=_("How long it stays on the device"),
        ),
        ExemptionPanel(
            ["exemption_class", FieldPanel("exemption_reason")],
            heading=_("Exemption from consent"),
        ),
        SitesPanel("sites"),
        technical(
            [
                FieldRowPanel(["storage_type", "party"]),
                "host",
            ]
        ),
        TRANSLATIONS,
        PUBLISHING,
    ]

"""How the declarations are listed, edited and chosen in the Wagtail admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import (
    BooleanColumn,
    LiveStatusTagColumn,
    LocaleColumn,
    UpdatedAtColumn,
)
from wagtail.snippets.views.snippets import (
    CreateView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from ..models import ConsentBanner, Cookie, Provider, Purpose, in_a_charter
from .choosers import CookieChooserViewSet
from .panels import ForecastPanel, KnownPanel, SitesPanel
from .prefilled import prefilled

FORECAST = ForecastPanel(heading=_("Effect of publishing"))


class PurposeViewSet(SnippetViewSet):
    model = Purpose
    icon = "list-ul"
    list_display = [
        "name",
        "slug",
        BooleanColumn(
            "needs_consent", label=_("Needs consent"), sort_key="needs_consent"
        ),
        LocaleColumn(label=_("Language")),
        UpdatedAtColumn(),
        LiveStatusTagColumn(),
    ]
    list_filter = ["needs_consent"]
    ordering = ["sort_order", "name"]
    copy_view_enabled = False
    panels = [
        FORECAST,
        MultiFieldPanel(
            ["name", "slug", "description", "personal_data", "sort_order"],
            heading=_("What visitors read"),
        ),
        MultiFieldPanel(["needs_consent"], heading=_("Consent")),
        MultiFieldPanel(
            [
                "measures_audience",
                *Purpose.CONDITIONS,
                "audience_data_months",
                "audience_reason",
            ],
            heading=_("Audience measurement without consent"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            ["refused_by_browser", "google_consent_types"],
            heading=_("Signals"),
            classname="collapsed",
        ),
        SitesPanel("sites"),
    ]


class ProviderViewSet(SnippetViewSet):
    model = Provider
    icon = "group"
    list_display = [
        "name",
        "legal_name",
        "country",
        LocaleColumn(label=_("Language")),
        UpdatedAtColumn(),
        LiveStatusTagColumn(),
    ]
    list_filter = ["role", "country"]
    panels = [
        FORECAST,
        MultiFieldPanel(
            ["name", "legal_name", "role", "policy_url"], heading=_("Who it is")
        ),
        MultiFieldPanel(
            ["country", "transfer_country", "safeguard"],
            heading=_("Where the data goes"),
        ),
        MultiFieldPanel(
            ["embed_hosts", "embed_purpose"], heading=_("Videos, maps and other embeds")
        ),
        SitesPanel("sites"),
    ]


class AddCookieView(CreateView):
    """The form of a new cookie, filled with what its address says of it."""

    def get_initial_form_instance(self):
        cookie = super().get_initial_form_instance() or Cookie()
        for name, value in prefilled(self.request.GET).items():
            setattr(cookie, name, value)
        return cookie


class CookieViewSet(SnippetViewSet):
    model = Cookie
    add_view_class = AddCookieView
    icon = "clipboard-list"
    chooser_viewset_class = CookieChooserViewSet
    list_display = [
        "name",
        "provider",
        "purpose",
        BooleanColumn("is_shown", label=_("Shown to visitors")),
        BooleanColumn("is_in_charter", label=_("In the charter")),
        LocaleColumn(label=_("Language")),
        UpdatedAtColumn(),
        LiveStatusTagColumn(),
    ]
    list_filter = ["purpose", "provider", "storage_type"]

    def get_queryset(self, request):
        cookies = Cookie.objects.select_related("purpose", "provider", "locale")
        return cookies.annotate(is_in_charter=in_a_charter())

    list_per_page = 50
    panels = [
        FORECAST,
        MultiFieldPanel(
            ["name", KnownPanel(), "purpose", "provider"], heading=_("The cookie")
        ),
        MultiFieldPanel(["service", "finality"], heading=_("What visitors read")),
        MultiFieldPanel(
            [
                "retention_kind",
                FieldRowPanel(["retention_value", "retention_unit"]),
            ],
            heading=_("How long it stays on the device"),
        ),
        MultiFieldPanel(
            [FieldRowPanel(["storage_type", "party"]), "host"],
            heading=_("How it is set"),
        ),
        MultiFieldPanel(
            ["exemption_class", FieldPanel("exemption_reason")],
            heading=_("Exemption from consent"),
        ),
        SitesPanel("sites"),
    ]


class ConsentBannerViewSet(SnippetViewSet):
    model = ConsentBanner
    icon = "comment"
    list_display = [
        "heading",
        LocaleColumn(label=_("Language")),
        UpdatedAtColumn(),
        LiveStatusTagColumn(),
    ]
    panels = [
        FORECAST,
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
    ]


class CookiesGroup(SnippetViewSetGroup):
    items = (PurposeViewSet, ProviderViewSet, CookieViewSet, ConsentBannerViewSet)
    menu_label = _("Cookies")
    menu_icon = "clipboard-list"
    menu_name = "cookie-pages"
    menu_order = 250

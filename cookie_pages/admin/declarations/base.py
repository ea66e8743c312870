"""What the lists and forms of all declarations have in common."""

import wagtail
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel, PublishingPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from ..panels import AdvicePanel, ForecastPanel
from .approve import ApproveView
from .listing import DeclarationIndexView, TranslationsColumn
from .policy import DeclarationPolicy, OnOwnSites
from .translate import TranslationsPanel

FORECAST = ForecastPanel(heading=_("Effect of publishing"))
ADVICE = AdvicePanel()
TRANSLATIONS = TranslationsPanel(heading=_("Other languages"))
# Wagtail adds it by itself only where a model, not a viewset, has the panels.
PUBLISHING = PublishingPanel()


def technical(fields, **kwargs):
    """What an editor rarely touches, closed until it is wanted."""
    return MultiFieldPanel(
        fields, heading=_("Technical"), classname="collapsed", **kwargs
    )


class DeclarationViewSet(SnippetViewSet):
    """``columns``: those of the list between the name and the state.

    ``exported``: the columns of its downloads. ``help_text`` stands above the list,
    ``add_label`` on the button that adds to it.
    """

    index_view_class = DeclarationIndexView
    workflow_action_view_class = ApproveView
    index_template_name = "cookie_pages/admin/declarations.html"
    copy_view_enabled = False
    list_per_page = 50
    columns: list = []
    exported: list = []
    help_text = ""
    add_label = _("Add")

    @cached_property
    def list_display(self):
        return [
            *self.columns,
            TranslationsColumn(),
            UpdatedAtColumn(),
            LiveStatusTagColumn(),
        ]


class SitedViewSet(DeclarationViewSet):
    """Of what is on all sites or on some: who may edit one site's edits no other's."""

    @cached_property
    def permission_policy(self):
        return DeclarationPolicy(self.model)

    def on_register(self):
        if wagtail.VERSION >= (8,):
            from wagtail.permissions import register_permission_policy

            register_permission_policy(self.model, self.permission_policy)
        super().on_register()

    def construct_view(self, view_class, **kwargs):
        guarded = type(view_class.__name__, (OnOwnSites, view_class), {})
        return super().construct_view(guarded, **kwargs)

    def get_queryset(self, request):
        return self.permission_policy.instances_user_has_any_permission_for(
            request.user, {"add", "change", "delete", "publish", "view"}
        )

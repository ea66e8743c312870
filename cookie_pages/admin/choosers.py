"""Choosing a cookie, or declaring a new one, without leaving the page that one writes."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.models import Locale
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetCreateView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from ..models import Cookie


class CookieCreationForm(forms.ModelForm):
    class Meta:
        model = Cookie
        fields = [
            "name",
            "purpose",
            "provider",
            "service",
            "finality",
            "retention_kind",
            "retention_value",
            "retention_unit",
            "storage_type",
            "party",
            "host",
            "exemption_class",
            "exemption_reason",
        ]
        widgets = {
            "finality": forms.Textarea(attrs={"rows": 2}),
            "exemption_reason": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.locale = Locale.get_default()
        for name in ("purpose", "provider"):
            field = self.fields[name]
            field.queryset = field.queryset.filter(locale=self.instance.locale)


class CookieCreateView(SnippetCreateView):
    def save_form(self, form):
        """Publish it for who may publish, and keep it as a draft for who may not."""
        may_publish = self.get_permission_policy().user_has_permission(
            self.request.user, "publish"
        )
        cookie = form.save(commit=False)
        cookie.live = False
        cookie.has_unpublished_changes = True
        cookie.save()
        revision = cookie.save_revision(user=self.request.user, log_action=True)
        if may_publish:
            revision.publish(user=self.request.user)
        return cookie


class CookieColumns:
    """What tells two cookies of one name apart."""

    @property
    def columns(self):
        title, *others = super().columns
        return [
            title,
            Column("provider", label=_("Provider")),
            Column("purpose", label=_("Purpose")),
            Column("retention_text", label=_("Retention")),
            *others,
        ]

    def get_object_list(self):
        return Cookie.objects.select_related("provider", "purpose", "locale")


class CookieChooseView(CookieColumns, ChooseView):
    pass


class CookieChooseResultsView(CookieColumns, ChooseResultsView):
    pass


class CookieChooser(AdminSnippetChooser):
    """``known``: cookies by key that the form has looked up at once, for a thousand rows."""

    known = {}

    def get_instance(self, value):
        return self.known.get(value) or super().get_instance(value)


class CookieChooserViewSet(SnippetChooserViewSet):
    base_widget_class = CookieChooser
    choose_view_class = CookieChooseView
    choose_results_view_class = CookieChooseResultsView
    create_view_class = CookieCreateView
    creation_form_class = CookieCreationForm

"""Choosing a cookie, or declaring a new one, without leaving the page that one writes."""

import wagtail
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.tables import Column
from wagtail.models import Locale
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetCreateView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from ..models import Cookie
from .declaration_form import CONFIRMED, DeclarationForm


class CookieCreationForm(DeclarationForm):
    """``publishes``: whether saving it publishes the cookie."""

    publishes = False

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

    def _post_clean(self):
        super()._post_clean()
        if self.to_confirm:
            ends = max(item.ends for item in self.to_confirm)
            self.fields[CONFIRMED] = forms.BooleanField(
                required=False,
                label=_("I publish all the same: every visitor is asked again."),
                help_text=_("Choices that end with it: %(number)s.") % {"number": ends},
            )

    def _publishes(self):
        return self.publishes


class CookieCreateView(SnippetCreateView):
    def get_creation_form(self):
        form = super().get_creation_form()
        form.publishes = self.get_permission_policy().user_has_permission(
            self.request.user, "publish"
        )
        return form

    def save_form(self, form):
        """Publish it for who may publish, and keep it as a draft for who may not."""
        cookie = form.save(commit=False)
        cookie.live = False
        cookie.has_unpublished_changes = True
        cookie.save()
        revision = cookie.save_revision(user=self.request.user, log_action=True)
        if form.publishes:
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


class ChosenCookiesView(SnippetChosenMultipleView):
    """The cookies in the order in which they were ticked."""

    def get_objects(self, pks):
        order = {key: at for at, key in enumerate(self.request.GET.getlist("ticked"))}
        return sorted(
            super().get_objects(pks),
            key=lambda item: order.get(str(item.pk), len(order)),
        )


class CookieChooser(AdminSnippetChooser):
    """``known``: cookies by key that the form has looked up at once, for a thousand rows."""

    known = {}

    @property
    def media(self):
        ours = versioned_static("cookie_pages_admin/ticked.js")
        return super().media + forms.Media(js=[ours])

    def get_instance(self, value):
        return self.known.get(value) or super().get_instance(value)


class CookieChooserViewSet(SnippetChooserViewSet):
    base_widget_class = CookieChooser
    choose_view_class = CookieChooseView
    choose_results_view_class = CookieChooseResultsView
    chosen_multiple_view_class = ChosenCookiesView
    create_view_class = CookieCreateView
    creation_form_class = CookieCreationForm

    @cached_property
    def widget_class(self):
        if wagtail.VERSION >= (8,):
            return super().widget_class
        # Wagtail 7.4 makes it here, and asks no ``base_widget_class``.
        return CookieChooser(model=self.model, icon=self.icon)

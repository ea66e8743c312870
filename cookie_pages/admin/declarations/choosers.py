"""Choosing a cookie, or declaring a new one, without leaving the page that one writes."""

import wagtail
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.models import Locale
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from ...models import Cookie, Provider
from .quick import QuickCreateView, QuickForm


class CookieCreationForm(QuickForm):
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
            "retention_words",
            "storage_type",
            "party",
            "host",
            "exemption_class",
            "exemption_reason",
        ]
        widgets = {
            "purpose": forms.Select,
            "finality": forms.Textarea(attrs={"rows": 2}),
            "exemption_reason": forms.Textarea(attrs={"rows": 2}),
        }


class ProviderCreationForm(QuickForm):
    class Meta:
        model = Provider
        fields = [
            "name",
            "legal_name",
            "role",
            "policy_url",
            "country",
            "transfer_country",
            "safeguard",
        ]


class ProviderChooser(AdminSnippetChooser):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.choose_one_text = _("Choose a provider")
        self.choose_another_text = _("Choose another provider")


class OneLanguage:
    """As in the lists: one language at a time, and without a word on it the default one.

    Any version of a declaration stands for all of them.
    """

    def get_filter_form(self):
        form = super().get_filter_form()
        if language := form.fields.get("locale"):
            language.label = _("Language")
            if "locale" not in form.data:
                form.data = form.data.copy()
                form.data["locale"] = Locale.get_default().language_code
        return form

    @property
    def columns(self):
        columns = super().columns
        for column in columns:
            if isinstance(column, LocaleColumn):
                column.label = _("Language")
        return columns


class OneLanguageView(OneLanguage, ChooseView):
    pass


class OneLanguageResultsView(OneLanguage, ChooseResultsView):
    pass


class ChooserViewSet(SnippetChooserViewSet):
    """With a widget of its own, ``base_widget_class``."""

    create_action_label = _("Add")
    choose_view_class = OneLanguageView
    choose_results_view_class = OneLanguageResultsView

    if wagtail.VERSION < (8,):

        @cached_property
        def permission_policy(self):
            # Later ones find it by the model.
            return self.model.snippet_viewset.permission_policy

    @cached_property
    def widget_class(self):
        if wagtail.VERSION >= (8,):
            return super().widget_class
        # Wagtail 7.4 makes it here, and asks no ``base_widget_class``.
        return self.base_widget_class(model=self.model, icon=self.icon)


class ProviderChooserViewSet(ChooserViewSet):
    base_widget_class = ProviderChooser
    create_view_class = QuickCreateView
    creation_form_class = ProviderCreationForm


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


class CookieChooseView(CookieColumns, OneLanguageView):
    pass


class CookieChooseResultsView(CookieColumns, OneLanguageResultsView):
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

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.choose_one_text = _("Choose a cookie or tracker")
        self.choose_another_text = _("Choose another cookie or tracker")

    @property
    def media(self):
        ours = versioned_static("cookie_pages_admin/ticked.js")
        return super().media + forms.Media(js=[ours])

    def get_instance(self, value):
        return self.known.get(value) or super().get_instance(value)


class CookieChooserViewSet(ChooserViewSet):
    base_widget_class = CookieChooser
    choose_view_class = CookieChooseView
    choose_results_view_class = CookieChooseResultsView
    chosen_multiple_view_class = ChosenCookiesView
    create_view_class = QuickCreateView
    creation_form_class = CookieCreationForm

"""The lists of declarations: one language at a time, what isn't translated, downloads in words."""

from collections import defaultdict

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.models import Locale
from wagtail.snippets.views.snippets import IndexView

from ..spreadsheets import Exported, InWordsMixin

STATES = {
    "live": Q(live=True, has_unpublished_changes=False),
    "waiting": Q(has_unpublished_changes=True),
    "draft": Q(live=False),
}


class DeclarationFilterSet(WagtailFilterSet):
    """By state and by language; without a word on it, the default language."""

    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a declaration", "Status"),
        method="in_state",
        choices=[
            ("live", _("published")),
            ("waiting", _("with a draft waiting")),
            ("draft", _("not published")),
        ],
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        language = self.filters.get("locale")
        if language:
            language.label = _("Language")
            if data is not None and "locale" not in data:
                self.data = data.copy()
                self.data["locale"] = Locale.get_default().language_code

    def in_state(self, queryset, _name, value):
        return queryset.filter(STATES[value])


class TranslationsColumn(Column):
    """Its language where that isn't the default one, and those in which words are missing."""

    cell_template_name = "cookie_pages/admin/translations_cell.html"

    def __init__(self):
        super().__init__("translations", label=_("Languages"))

    def get_value(self, instance):
        return getattr(instance, "untranslated", [])

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"language": getattr(instance, "other_language", None)}


def untranslated(items, model) -> dict:
    """Pairs of a language and what it lacks, by item; nothing where one language is used."""
    locales = [*Locale.objects.order_by("pk")]
    keys = {item.translation_key for item in items}
    versions = defaultdict(dict)
    for version in model.objects.filter(translation_key__in=keys):
        versions[version.translation_key][version.locale_id] = version
    return {
        item: [
            (locale, lack)
            for locale in locales
            if locale.pk != item.locale_id
            and (lack := _lack(item, versions[item.translation_key].get(locale.pk)))
        ]
        for item in items
    }


def _lack(item, version):
    if version is None:
        return _("missing")
    if not version.live:
        return _("not published")
    dates = item.last_published_at, version.last_published_at
    return _("older") if all(dates) and dates[0] > dates[1] else ""


class DeclarationIndexView(InWordsMixin, IndexView):
    base_filterset_class = DeclarationFilterSet

    @property
    def exported(self):
        return [
            *self.model.snippet_viewset.exported,
            Exported("language", _("Language"), "locale.get_display_name"),
            Exported(
                "state", pgettext_lazy("of a declaration", "Status"), "status_string"
            ),
        ]

    @property
    def add_item_label(self):
        return self.model.snippet_viewset.add_label

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("locale")

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        if self.is_export:
            return context
        items = context["object_list"]
        default = Locale.get_default()
        for item, lacks in untranslated(items, self.model).items():
            item.untranslated = lacks
            item.other_language = None if item.locale == default else item.locale
        return context | {"help_text": self.model.snippet_viewset.help_text}

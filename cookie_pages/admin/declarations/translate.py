"""A declaration in another language: what is missing is seen in the form, and made from there."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel
from wagtail.models import Locale

from ...models import ConsentBanner, Cookie, Provider, Purpose
from ..page import AdminPage
from .listing import untranslated

MODELS = {
    model._meta.model_name: model
    for model in (Purpose, Provider, Cookie, ConsentBanner)
}


def states_of(instance) -> list[dict]:
    """Each other language: what its words lack, and where they are edited or made."""
    model = type(instance)
    lacks = dict(untranslated([instance], model)[instance])
    versions = {
        item.locale_id: item
        for item in model.objects.filter(translation_key=instance.translation_key)
    }
    edit = model.snippet_viewset.get_url_name("edit")
    return [
        {
            "language": locale.get_display_name(),
            "lack": lacks.get(locale, ""),
            "edit": version and reverse(edit, args=[version.pk]),
            "translate": not version
            and reverse(
                "cookie_pages_translate",
                args=[model._meta.model_name, instance.pk, locale.language_code],
            ),
        }
        for locale in Locale.objects.exclude(pk=instance.locale_id).order_by("pk")
        for version in [versions.get(locale.pk)]
    ]


class TranslationsPanel(Panel):
    """The other languages: there, older, or missing, with a way to each."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cookie_pages/admin/translations.html"

        def is_shown(self):
            return bool(self.instance.pk) and Locale.objects.count() > 1

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {"states": states_of(self.instance)}


class TranslateView(AdminPage):
    """``POST`` makes a draft in the language, with the words of the version it is asked for."""

    template_name = "cookie_pages/admin/translate.html"
    header_icon = "globe"

    def dispatch(self, request, model, pk, language):
        if model not in MODELS:
            raise Http404
        self.item = get_object_or_404(MODELS[model], pk=pk)
        self.locale = get_object_or_404(Locale, language_code=language)
        policy = MODELS[model].snippet_viewset.permission_policy
        if not policy.user_has_permission_for_instance(request.user, "add", self.item):
            raise PermissionDenied
        return super().dispatch(request)

    def get_page_title(self):
        return _("Translate “%(name)s”") % {"name": self.item}

    def get_context_data(self, **kwargs):
        context = {"item": self.item, "language": self.locale.get_display_name()}
        return super().get_context_data(**kwargs) | context

    def post(self, request):
        copy = self.item.get_translation_or_none(self.locale)
        if not copy:
            draft = self.item.get_latest_revision_as_object()
            copy = draft.copy_for_translation(self.locale)
            copy.live = False
            copy.has_unpublished_changes = True
            copy.save()
            copy.save_revision(user=request.user, clean=False, log_action=True)
            messages.success(request, _("A draft was made: write its words here."))
        edit = type(self.item).snippet_viewset.get_url_name("edit")
        return redirect(edit, copy.pk)

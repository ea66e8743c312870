"""Choosing a cookie, or declaring a new one, without leaving the page that one writes."""

from django import forms
from wagtail.models import Locale
from wagtail.snippets.views.chooser import SnippetChooserViewSet, SnippetCreateView

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


class CookieChooserViewSet(SnippetChooserViewSet):
    create_view_class = CookieCreateView
    creation_form_class = CookieCreationForm

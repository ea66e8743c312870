"""Declaring something new in a chooser, without leaving the form that one fills."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail.snippets.views.chooser import SnippetCreateView

from .form import CONFIRMED, DeclarationForm


class QuickForm(DeclarationForm):
    """``publishes``: whether saving it publishes the declaration."""

    publishes = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.locale = Locale.get_default()

    def _post_clean(self):
        super()._post_clean()
        if self.to_confirm:
            ends = max(item.ends for item in self.to_confirm)
            self.fields[CONFIRMED] = forms.BooleanField(
                required=False,
                label=_("I publish all the same: every visitor is asked again."),
                help_text=_("Choices that end with it: %(number)s.") % {"number": ends},
            )

    def _publishes(self, actions=()):
        return self.publishes


class QuickCreateView(SnippetCreateView):
    @property
    def policy(self):
        return self.model.snippet_viewset.permission_policy

    def get_creation_form(self):
        form = super().get_creation_form()
        form.publishes = self.policy.user_has_permission(self.request.user, "publish")
        return form

    def save_form(self, form):
        """Publish it for who may publish, and keep it as a draft for who may not.

        Who edits some sites alone makes it for these.
        """
        made = form.save(commit=False)
        made.sites = sorted(self.policy.keys_for(self.request.user, {"add"}) or [])
        made.live = False
        made.has_unpublished_changes = True
        made.save()
        revision = made.save_revision(user=self.request.user, log_action=True)
        if form.publishes:
            revision.publish(user=self.request.user)
        return made

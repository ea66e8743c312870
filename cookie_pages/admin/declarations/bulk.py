"""Publishing and unpublishing several declarations at once, with the rules of one."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property, classproperty
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.actions.unpublish import UnpublishAction
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from ...models.declaration import Declaration
from ...notices.forecast import forecast_drafts
from ..forecast import with_what_ends


class ConfirmForm(forms.Form):
    """A box to tick where publishing asks every visitor again (C15)."""

    def __init__(self, *args, ends=0, **kwargs):
        super().__init__(*args, **kwargs)
        if ends:
            self.fields["confirmed"] = forms.BooleanField(
                label=_("I publish all the same: every visitor is asked again."),
                help_text=_("Choices that end with it: %(number)s.") % {"number": ends},
            )


class DeclarationBulkAction(SnippetBulkAction):
    template_name = "cookie_pages/admin/bulk.html"
    question = ""
    yes = ""

    @classproperty
    def models(cls):
        every = SnippetBulkAction.models
        return [model for model in every if issubclass(model, Declaration)]

    def check_perm(self, item):
        policy = self.model.snippet_viewset.permission_policy
        return policy.user_has_permission_for_instance(
            self.request.user, "publish", item
        )

    def get_execution_context(self):
        return super().get_execution_context() | {"user": self.request.user}

    def get_context_data(self, **kwargs):
        words = {"question": self.question, "yes": self.yes, "title": self.display_name}
        return super().get_context_data(**kwargs) | words


class PublishBulkAction(DeclarationBulkAction):
    display_name = _("Publish")
    action_type = "publish"
    aria_label = _("Publish the selected declarations")
    action_priority = 10
    form_class = ConfirmForm
    question = _("Publish the latest draft of each of these?")
    yes = _("Yes, publish")

    @cached_property
    def _sorted(self):
        """The drafts that can be published, and why the others can't be, by item."""
        ready, refused = [], {}
        for item in super().get_actionable_objects()[0]:
            try:
                ready.append(item.as_published())
            except ValidationError as error:
                refused[item] = error.messages
        return ready, refused

    def get_form_kwargs(self):
        forecasts = with_what_ends(forecast_drafts(self._sorted[0]))
        ends = max((item.ends for item in forecasts), default=0)
        return super().get_form_kwargs() | {"ends": ends}

    def get_actionable_objects(self):
        objects, without = super().get_actionable_objects()
        refused = {item.pk for item in self._sorted[1]}
        return [item for item in objects if item.pk not in refused], without

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"refused": self._sorted[1]}

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        for item in objects:
            revision = item.latest_revision or item.save_revision(user=user)
            revision.publish(user=user)
        return len(objects), 0

    def get_success_message(self, published, _children):
        text = ngettext("%(n)d is published.", "%(n)d are published.", published)
        return text % {"n": published}


class UnpublishBulkAction(DeclarationBulkAction):
    display_name = _("Unpublish")
    action_type = "unpublish"
    aria_label = _("Unpublish the selected declarations")
    action_priority = 20
    question = _("Unpublish these? Visitors see them no more.")
    yes = _("Yes, unpublish")

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        live = [item for item in objects if item.live]
        for item in live:
            UnpublishAction(item, user=user).execute(skip_permission_checks=True)
        return len(live), 0

    def get_success_message(self, unpublished, _children):
        text = ngettext(
            "%(n)d is no longer published.",
            "%(n)d are no longer published.",
            unpublished,
        )
        return text % {"n": unpublished}

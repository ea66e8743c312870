"""The form of a declaration: what publishing needs, what a translation holds, who may edit it."""

from copy import copy

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Locale

from ...notices.forecast import forecast_drafts
from ..forecast import with_what_ends

CONFIRMED = "cookie-asks-again"
PUBLISHES = ("action-publish", "action-submit", "action-restart-workflow")
CHOSEN = ("purpose", "provider", "embed_purpose")


class DeclarationForm(WagtailAdminModelForm):
    """What the law forbids stops a publication, and a submission for it, never a draft.

    Publishing, or approving, that ends choices is refused until the box beside it is ticked.
    ``to_confirm``: the forecasts that it refused for, empty if nothing is to be confirmed.
    """

    to_confirm = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._leave_out_what_the_source_decides()
        self._limit_the_sites()
        self._offer_one_language()

    def _leave_out_what_the_source_decides(self):
        """A translation holds words alone: the rest is edited in the version that decides."""
        self.source = self.instance.source_version if self.instance.pk else None
        if self.source not in (None, self.instance):
            for name in self.instance.decided_fields():
                self.fields.pop(name, None)

    def _limit_the_sites(self):
        policy = getattr(self.instance.snippet_viewset, "permission_policy", None)
        if "sites" not in self.fields or not self.for_user:
            return
        keys = policy.keys_for(self.for_user, {"add", "change"})
        if keys is not None:
            field = self.fields["sites"]
            field.choices = [item for item in field.choices if item[0] in keys]
            field.help_text = _(
                "You edit what is on these sites alone. Without any, on all of them."
            )
            field.empty_value = sorted(keys)

    def _offer_one_language(self):
        """The names of one language, in which each purpose and provider comes once."""
        for name in {*CHOSEN} & {*self.fields}:
            chosen = getattr(self.instance, f"{name}_id")
            field = self.fields[name]
            locale = self.instance.locale_id or Locale.get_default().pk
            field.queryset = field.queryset.filter(Q(locale=locale) | Q(pk=chosen))

    def _post_clean(self):
        if self.source not in (None, self.instance):
            self.instance.take_from(self.source)
        self.instance.is_draft = not self._publishes(PUBLISHES)
        super()._post_clean()
        self.instance.is_draft = False
        if self.errors or not self._publishes() or CONFIRMED in self.data:
            return
        draft = copy(self.instance)
        draft.live = True
        forecasts = with_what_ends(forecast_drafts([draft]))
        self.to_confirm = [item for item in forecasts if item.ends]
        if self.to_confirm:
            self.add_error(
                None,
                _(
                    "Publishing asks every visitor again. Confirm it under “Effect of "
                    "publishing”, then publish."
                ),
            )

    def _update_errors(self, errors):
        """What is wrong with a field that this form leaves out is said above it."""
        by_field = getattr(errors, "error_dict", {})
        for name in [name for name in by_field if name not in self.fields]:
            if name != "__all__":
                by_field.setdefault("__all__", []).extend(by_field.pop(name))
        super()._update_errors(errors)

    def _publishes(self, actions=PUBLISHES[:1]):
        approves = self.data.get("workflow-action-name") == "approve"
        return any(action in self.data for action in actions) or (
            approves and "action-workflow-action" in self.data
        )

"""The form of a declaration: who publishes what asks visitors again has confirmed it (C15)."""

from copy import copy

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from ..notices.forecast import forecast_draft
from .forecast import with_what_ends

CONFIRMED = "cookie-asks-again"


class DeclarationForm(WagtailAdminModelForm):
    """Publishing, or approving, that ends choices is refused until the box beside it is ticked.

    ``to_confirm``: the forecasts that it refused for, empty if nothing is to be confirmed.
    """

    to_confirm = ()

    def _post_clean(self):
        super()._post_clean()
        if self.errors or not self._publishes() or CONFIRMED in self.data:
            return
        draft = copy(self.instance)
        draft.live = True
        forecasts = with_what_ends(forecast_draft(draft))
        self.to_confirm = [item for item in forecasts if item.ends]
        if self.to_confirm:
            self.add_error(
                None,
                _(
                    "Publishing asks every visitor again. Confirm it under “Effect of "
                    "publishing”, then publish."
                ),
            )

    def _publishes(self):
        approves = self.data.get("workflow-action-name") == "approve"
        return "action-publish" in self.data or (
            approves and "action-workflow-action" in self.data
        )

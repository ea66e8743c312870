"""Approving without opening the form, as from the home page, publishes no more than the form."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import WorkflowActionView

from ...notices.forecast import forecast
from ..forecast import with_what_ends


def why_not(instance) -> list[str]:
    """Why its latest draft isn't published without a look at its form; empty where it may be."""
    try:
        instance.as_published()
    except ValidationError as error:
        return error.messages
    if any(item.ends for item in with_what_ends(forecast(instance) or [])):
        return [
            _("Publishing it asks every visitor again: confirm it here, then approve.")
        ]
    return []


class ApproveView(WorkflowActionView):
    def post(self, request, *args, **kwargs):
        reasons = why_not(self.object) if self.action_name == "approve" else []
        if not reasons:
            return super().post(request, *args, **kwargs)
        for reason in reasons:
            messages.error(request, reason)
        viewset = type(self.object).snippet_viewset
        address = reverse(viewset.get_url_name("edit"), args=[self.object.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            done = {"step": "success", "redirect": address}
            return self.render_modal_json(request, done)
        return redirect(address)

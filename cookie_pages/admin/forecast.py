"""« Effect of publishing », asked for again after each autosave of a draft."""

from dataclasses import replace

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods
from wagtail.admin.admin_url_finder import AdminURLFinder

from ..models.declaration import Declaration
from ..notices.forecast import forecast
from .reports.again import choices_that_hold


def forecast_context(instance):
    """What the panel says of the latest draft of ``instance``."""
    unseen = unseen_because(instance)
    forecasts = forecast(instance)
    return {
        "forecasts": forecasts and [_with_what_ends(item) for item in forecasts],
        "unseen": unseen,
        "unseen_address": unseen and AdminURLFinder().get_edit_url(unseen),
    }


def _with_what_ends(item):
    ends = choices_that_hold(item.site_key) if item.asks_again else 0
    return replace(item, ends=ends)


def unseen_because(instance):
    """The purpose or the provider without which visitors don't see the draft; None if they do."""
    draft = instance.get_latest_revision_as_object()
    parts = [getattr(draft, name, None) for name in ("purpose", "provider")]
    return next((part for part in parts if part and not part.live), None)


# The form that it stands in is posted, and so is what is asked from within it.
@require_http_methods(["GET", "POST"])
def forecast_view(request, model, pk):
    """The panel's content for who may change the declaration."""
    try:
        declared = apps.get_model("cookie_pages", model)
    except LookupError as error:
        raise Http404 from error
    if not issubclass(declared, Declaration):
        raise Http404
    instance = get_object_or_404(declared, pk=pk)
    policy = declared.snippet_viewset.permission_policy
    if not policy.user_has_permission_for_instance(request.user, "change", instance):
        raise PermissionDenied
    return render(
        request, "cookie_pages/admin/forecast_content.html", forecast_context(instance)
    )

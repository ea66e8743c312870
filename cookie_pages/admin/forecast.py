"""« Effect of publishing », asked for again after each autosave of a draft."""

from dataclasses import replace

from django.shortcuts import render
from wagtail.admin.admin_url_finder import AdminURLFinder

from ..models import Cookie, in_a_charter
from ..models.declaration import Declaration
from ..notices.forecast import forecast
from .reports.again import choices_that_hold


def forecast_context(instance):
    """What the panel says of the latest draft of ``instance``."""
    unseen = unseen_because(instance)
    forecasts = forecast(instance)
    return {
        "forecasts": forecasts and with_what_ends(forecasts),
        "unseen": unseen,
        "uncharted": is_uncharted(instance),
        "unseen_address": unseen and AdminURLFinder().get_edit_url(unseen),
    }


def with_what_ends(forecasts):
    """The forecasts, with the number of choices that each ends at most."""
    return [
        replace(item, ends=choices_that_hold(item.site_key) if item.asks_again else 0)
        for item in forecasts
    ]


def unseen_because(instance):
    """The purpose or the provider without which visitors don't see the draft; None if they do."""
    draft = instance.get_latest_revision_as_object()
    parts = [getattr(draft, name, None) for name in ("purpose", "provider")]
    return next((part for part in parts if part and not part.live), None)


def is_uncharted(instance):
    """Whether it is a cookie that no published charter shows."""
    if not isinstance(instance, Cookie):
        return False
    return not Cookie.objects.filter(in_a_charter(), pk=instance.pk).exists()


def forecast_response(request, instance):
    """The panel's content, for the address of an edit form with ``?cookie_forecast``.

    A hook: who may not change the declaration has been turned away before. A form that began as
    an empty one has moved to this address by its first autosave.
    """
    if "cookie_forecast" not in request.GET or not isinstance(instance, Declaration):
        return None
    return render(
        request, "cookie_pages/admin/forecast_content.html", forecast_context(instance)
    )

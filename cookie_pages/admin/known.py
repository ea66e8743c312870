"""What is known of a cookie while its name is typed, for the form's own script."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..known import lookup
from ..known.database import NoDatabase
from ..models import Cookie, Party, Provider

LONGEST = 255
# The words of our own catalogue for what a cookie is for; another source's are shown as they are.
KINDS = {
    "advertising": _("Advertising"),
    "audience": _("Audience measurement"),
    "authentication": _("Authentication"),
    "consent": _("Choice made about trackers"),
    "load-balancing": _("Load balancing"),
    "preferences": _("Preferences of the visitor"),
    "security": _("Security"),
    "social": _("Social networks"),
    "video": _("Videos"),
}


def known_view(request):
    """``GET known/?name=&host=``: the candidates, each as the fields that it would fill."""
    policy = Cookie.snippet_viewset.permission_policy
    if not policy.user_has_any_permission(request.user, ["add", "change"]):
        raise PermissionDenied
    host = request.GET.get("host", "").strip().lower()[:LONGEST]
    try:
        found = lookup(
            request.GET.get("name", "")[:LONGEST],
            host=host,
            platforms=Provider.objects.values_list("name", flat=True),
            language=get_language() or "en",
        )
    except NoDatabase as error:
        return JsonResponse({"error": str(error), "candidates": []})
    return JsonResponse({"candidates": [_candidate(item, host) for item in found]})


def _candidate(item, host):
    """``fields`` by name; neither a purpose nor an exemption, which an editor decides."""
    of_third = {"host": host, "party": Party.THIRD} if item.domains and host else {}
    return {
        "name": item.name,
        "platform": item.platform,
        "provider": item.provider,
        "kind": str(KINDS.get(item.kind, item.kind)),
        "source": item.source,
        "fields": {
            "finality": item.finality,
            "storage_type": item.storage,
            **item.retention,
            **of_third,
        },
    }

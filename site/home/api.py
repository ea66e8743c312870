"""A call to the API that needs a CSRF token: the one that the charter declares."""

import json

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect, ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from .models import ContentPage

LONGEST = 200


@require_http_methods(["GET", "POST"])
@csrf_protect
@ensure_csrf_cookie
def query(request):
    """``GET`` says how to ask and sets the token; ``POST {"words": "…"}`` gives matching pages."""
    if request.method == "GET":
        return JsonResponse({"post": {"words": "…"}, "header": "X-CSRFToken"})
    try:
        words = json.loads(request.body)["words"]
    except (ValueError, KeyError, TypeError, RecursionError):
        words = None
    if not isinstance(words, str) or len(words) > LONGEST:
        detail = _('Send {"words": "…"}, of 200 characters at most.')
        return JsonResponse({"status": 400, "detail": detail}, status=400)
    pages = ContentPage.objects.live().filter(title__icontains=words)[:20]
    return JsonResponse(
        {"items": [{"title": page.title, "url": page.url} for page in pages]}
    )

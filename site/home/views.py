import logging

from django.conf import settings
from django.contrib.auth import views as auth_views
from django.db import DatabaseError
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseForbidden
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Site

from cookie_pages.consent.origin import is_own

logger = logging.getLogger(__name__)


def home_address():
    """The home page in the active language."""
    return "/" if get_language() == settings.LANGUAGE_CODE else f"/{get_language()}/"


class LoginView(auth_views.LoginView):
    template_name = "home/login.html"

    def get_default_redirect_url(self):
        return home_address()


class LogoutView(auth_views.LogoutView):
    def get_default_redirect_url(self):
        return home_address()


@never_cache
@require_safe
def health(request):
    """200 while pages can be served: the database answers and has the tables; else 503."""
    try:
        Site.objects.exists()
    except DatabaseError:
        logger.exception("The database can't be asked")
        return HttpResponse("database", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@csrf_exempt
@require_POST
def set_language(request):
    """Remember the language and go to ``next``, which the page gives as its own translation.

    Guarded by the origin, since a token would set a cookie for every reader.
    """
    if not is_own(request):
        return HttpResponseForbidden(_("This request came from another site."))
    language = request.POST.get("language")
    if language not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest(_("This language isn't one of the site's."))
    response = redirect(_safe(request, request.POST.get("next", "")))
    response.status_code = 303
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        path=settings.LANGUAGE_COOKIE_PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def _safe(request, address):
    safe = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if safe else home_address()

from django.conf import settings
from django.contrib.auth import views as auth_views
from django.http import HttpResponseBadRequest, HttpResponseForbidden
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from cookie_pages.consent.origin import is_own


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

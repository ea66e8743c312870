"""The language of a page is that of its path; only addresses that carry none follow a cookie."""

from django.conf import settings
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin


class PathLocaleMiddleware(MiddlewareMixin):
    """Replaces ``LocaleMiddleware``, which ignores the cookie on every address without a
    language prefix and varies each page on ``Accept-Language``, so splitting page caches.
    """

    def process_request(self, request):
        request.follows_language_cookie = request.path.startswith(
            settings.ADDRESSES_WITHOUT_LANGUAGE
        )
        language = translation.get_language_from_path(request.path_info)
        if request.follows_language_cookie:
            language = self._chosen(request)
        translation.activate(language or settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        # A response that names its language itself didn't take it from the cookie.
        if "Content-Language" not in response.headers:
            response.headers["Content-Language"] = translation.get_language()
            if getattr(request, "follows_language_cookie", False):
                patch_vary_headers(response, ["Cookie"])
        return response

    def _chosen(self, request):
        code = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        return code if code in dict(settings.LANGUAGES) else None


class PrivateSessionMiddleware(MiddlewareMixin):
    """A page that knows who reads it stays out of shared caches."""

    def process_response(self, request, response):
        knows_reader = settings.SESSION_COOKIE_NAME in request.COOKIES
        if knows_reader and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "private"
        if knows_reader and request.user.has_perm("wagtailadmin.access_admin"):
            # Wagtail's userbar assigns markup itself; visitors never get it.
            response._csp_replace = {"require-trusted-types-for": None}
        return response

"""Front ends of other origins, where ``COOKIE_PAGES_ALLOWED_ORIGINS`` names them."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from .. import conf

A_DAY = "86400"  # seconds
View = Callable[..., HttpResponse]


def cross_origin(method: str) -> Callable[[View], View]:
    """The view may be asked with ``method`` by pages of the allowed origins.

    Without credentials: the choice cookie of a front end is its own, on its own host.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(
            request: HttpRequest, *args: object, **kwargs: object
        ) -> HttpResponse:
            allowed = conf.allowed_origins()
            if not allowed:
                return view(request, *args, **kwargs)
            origin = request.headers.get("Origin", "")
            if request.method == "OPTIONS" and origin in allowed:
                response = HttpResponse(status=204)
                response.headers["Access-Control-Allow-Methods"] = method
                response.headers["Access-Control-Allow-Headers"] = "Content-Type"
                response.headers["Access-Control-Max-Age"] = A_DAY
            else:
                response = view(request, *args, **kwargs)
            if origin in allowed:
                response.headers["Access-Control-Allow-Origin"] = origin
            patch_vary_headers(response, ["Origin"])
            return response

        return answer

    return decorate

"""Whether a post comes from the site's own pages, without a token.

Pages that a cache serves to everybody can't carry a CSRF token.
"""

from urllib.parse import urlsplit

from django.http import HttpRequest

from .. import conf


def is_own(request: HttpRequest) -> bool:
    """False if the browser says that another site, or another origin, sent ``request``.

    Those that ``COOKIE_PAGES_ALLOWED_ORIGINS`` names may.

    ``Sec-Fetch-Site`` decides where there is one, else ``Origin``. A request without either
    wasn't made by a page in a browser that someone else controls.
    """
    origin = request.META.get("HTTP_ORIGIN")
    if origin and origin in conf.allowed_origins():
        return True
    fetch_site = request.META.get("HTTP_SEC_FETCH_SITE")
    if fetch_site:
        return fetch_site in ("same-origin", "none")
    if not origin:
        return True
    try:
        return urlsplit(origin).netloc == request.get_host()
    except ValueError:
        return False

from django.conf import settings


def reader(request):
    """``reader``: the logged-in user, looked up only if the request carries a session cookie.

    Anything else would open a session for each anonymous reader and make the page vary.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return {"reader": None}
    return {"reader": request.user if request.user.is_authenticated else None}

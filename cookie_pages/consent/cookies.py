"""The cookies that hold a choice: what they are called, which one counts, and how one is set."""

from http.cookies import Morsel

from django.http import HttpRequest, HttpResponse

from .. import conf

# In the account's cookie: logged in without a choice; logged out since.
IN, OUT = "-in=1", "-in=0"


def account_cookie() -> str:
    """The name of the cookie that holds the account's choice while the visitor is logged in."""
    return f"{conf.cookie_name()}_account"


def name_for(request: HttpRequest) -> str:
    """The cookie whose choice holds; asks for no session, so that pages stay cacheable."""
    is_in = conf.accounts() and request.COOKIES.get(account_cookie(), OUT) != OUT
    return account_cookie() if is_in else conf.cookie_name()


def write(
    response: HttpResponse,
    request: HttpRequest,
    name: str,
    value: str,
    seconds: int | None,
    domain: str = "",
) -> None:
    """Set a cookie for ``seconds``, or until the browser is closed.

    By the server, since some browsers keep what a script sets for seven days only.
    """
    morsel: Morsel = Morsel()
    # Bare: Python would put quotes around the ``=`` and ``&`` of the contract's format.
    morsel.set(name, value, value)
    if seconds is not None:
        morsel["max-age"] = max(0, seconds)
    morsel["path"], morsel["samesite"] = "/", "Lax"
    if domain:
        morsel["domain"] = domain
    if request.is_secure():
        morsel["secure"] = True
    response.cookies[name] = morsel

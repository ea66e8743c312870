"""``GET account/``: whose choice holds on this device, for the script of who is logged in."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .. import conf
from ..consent import account
from ..consent.visitor import notice_for
from ..rules.languages import language_of_words


@require_safe
@never_cache
def account_view(request: HttpRequest) -> HttpResponse:
    """Whether the visitor is logged in, and what to tell once on a new device (C43, C44).

    ``AccountMiddleware`` sets the account's cookie on the way out, so that a choice made on
    another device is obeyed here. 404 where choices don't go with accounts.
    """
    notice = notice_for(request)
    if not conf.accounts() or not notice:
        raise Http404
    is_in = bool(account.user_of(request))
    language = notice.language(request.GET.get("language"))
    with override(language_of_words(language)):
        text = account.message(request, notice) if is_in else ""
    response = JsonResponse({"logged_in": is_in, "text": text})
    if text:
        account.note_told(request, response, notice)
    patch_vary_headers(response, ["Cookie"])
    return response

"""The whole choice on a page of its own, and its receipt."""

import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import (
    get_language,
    get_supported_language_variant,
    override,
)
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .. import conf
from ..consent import account
from ..consent.submission import Problem
from ..consent.visitor import current_choice, notice_for, site_id_for
from ..ledger.receipt import receipt_id
from ..notices.addresses import located
from ..notices.layer1 import layer1
from ..rules.languages import lang_attributes, language_of_words
from .responses import after_choice, page_context, problem_response, safe_address


@require_safe
@never_cache
def preferences_view(request: HttpRequest) -> HttpResponse:
    """The whole choice on a page of its own, complete without JavaScript.

    ``?language=`` is that of the page that it was opened from, which a cookie or the browser's
    own setting need not know.
    """
    asked_for = request.GET.get("language", "")
    try:
        language = get_supported_language_variant(asked_for)
    except LookupError:
        return _preferences(request)
    with override(language):
        response = _preferences(request)
    response.headers["Content-Language"] = language
    return response


def _preferences(request: HttpRequest) -> HttpResponse:
    notice = notice_for(request)
    page = get_language() or ""
    # The choice is said in one language, which the page around it needn't have.
    language = notice.language(page) if notice else page
    spoken = language_of_words(language)
    back = safe_address(request, request.GET.get("next", ""))
    context = page_context(request) | {
        "notice": notice,
        "back": back,
        "after": after_choice(back, page),
        "saved": "saved" in request.GET,
        "spoken": spoken,
        "lang": lang_attributes(spoken, page),
    }
    if notice:
        choice = current_choice(request, notice)
        with override(spoken):
            before_choosing = layer1(notice.languages[language], conf.choice_days())
        user = account.user_of(request)
        context |= {
            "record": uuid.uuid4(),
            "language": language,
            "shown": located(notice.languages[language]),
            **before_choosing,
            "choice": choice,
            "answers": choice.answers if choice else {},
            "account": user,
            # An account's choice is known by its day.
            "precision": "" if user else "time",
            "only_here": account.is_only_here(request),
        }
        with override(spoken):
            context["told"] = account.message(request, notice)
    response = render(request, "cookie_pages/preferences.html", context)
    if notice:
        account.note_told(request, response, notice)
    patch_vary_headers(response, ["Cookie"])
    # Every page links here with its own address: search engines need none of it.
    response.headers["X-Robots-Tag"] = "noindex"
    address = request.build_absolute_uri(request.path)
    response.headers["Link"] = f'<{address}>; rel="canonical"'
    return response


@require_safe
@never_cache
def receipt_view(request: HttpRequest) -> HttpResponse:
    """The visitor's present choice as a JSON file, read from the cookie alone; 404 without."""
    notice = notice_for(request)
    choice = current_choice(request, notice) if notice else None
    if not notice or not choice:
        return problem_response(
            request,
            Problem(404, _("This browser holds no choice at present.")),
            _("There is no receipt"),
        )
    response = JsonResponse(
        {
            "receipt_id": receipt_id(
                site_id_for(request), choice.terms, choice.date, choice.answers
            ),
            "site": request.get_host(),
            "notice": notice.number,
            "terms": choice.terms,
            "chosen_at": choice.date.isoformat(),
            "expires_at": choice.expiry.isoformat(),
            "choices": choice.answers,
        }
    )
    response["Content-Disposition"] = 'attachment; filename="cookie-choice.json"'
    patch_vary_headers(response, ["Cookie"])
    return response

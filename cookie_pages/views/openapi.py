"""``GET openapi.json``: the module's own addresses as OpenAPI 3.1 describes them, for this site."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from .. import __version__, conf
from ..consent.submission import FORMS, JSON, LANGUAGE, METHODS
from ..consent.visitor import notice_for
from ..models import ConsentRecord
from ..notices.notice import Notice
from .cors import cross_origin
from .responses import PROBLEM
from .schemas import (
    BOOLEAN,
    PART,
    RECORD,
    TEXT,
    WHOLE,
    Schema,
    a_problem,
    an_object,
    as_json,
    as_page,
    some_choices,
)

Method = ConsentRecord.Method
REFUSALS = {
    400: "Not a choice for the notice that it names",
    403: "Sent by another site",
    409: "The terms have changed since, or the record belongs to another choice",
    413: "The body is too large",
    415: "Neither JSON nor a form",
    429: "Too many from one address",
    503: "It can't be stored at the moment",
}


@cross_origin("GET")
@require_safe
def openapi_view(request: HttpRequest) -> HttpResponse:
    """With the purposes, the terms and the languages of the notice that is in force."""
    response = JsonResponse(_document(notice_for(request)))
    patch_cache_control(response, public=True, max_age=conf.cache_seconds())
    return response


def _document(notice: Notice | None) -> Schema:
    receipt = an_object(
        receipt_id=TEXT, notice=WHOLE, terms=WHOLE, choices=some_choices({})
    )
    number = {"name": "number", "in": "path", "required": True, "schema": WHOLE}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Cookie notice and choices", "version": __version__},
        "paths": {
            _path("notice"): _get(
                "The notice in force", {200: as_json(_notice())}, _query("language")
            ),
            _path("consent"): {
                "post": {
                    "summary": "Store a choice",
                    "requestBody": {"required": True, "content": _bodies(notice)},
                    "responses": _answers(),
                }
            },
            _path("receipt"): _get(
                "The choice that the browser's cookie holds", {200: as_json(receipt)}
            ),
            _path("preferences"): _get(
                "The whole choice as a page",
                {200: as_page()},
                _query("language"),
                _query("next"),
            ),
            _path("panel", number=1, language="language", key="key").replace(
                "/1/language/key/", "/{number}/{language}/{key}/"
            ): _get(
                "What stands behind « Customise »",
                {200: as_page(), 404: as_page()},
                number,
                *(
                    {"name": name, "in": "path", "required": True, "schema": PART}
                    for name in ("language", "key")
                ),
            ),
        },
    }


def _path(name: str, **kwargs: object) -> str:
    return reverse(f"cookie_pages:{name}", kwargs=kwargs)


def _query(name: str) -> Schema:
    return {"name": name, "in": "query", "schema": TEXT}


def _get(summary: str, answers: Schema, *parameters: Schema) -> Schema:
    problem = {
        "description": "There is none",
        "content": {PROBLEM: {"schema": a_problem()}},
    }
    responses = {str(status): answer for status, answer in answers.items()}
    return {
        "get": {
            "summary": summary,
            "parameters": list(parameters),
            "responses": {"404": problem, "304": {"description": "As before"}}
            | responses,
        }
    }


def _notice() -> Schema:
    return an_object(
        number=WHOLE,
        terms=WHOLE,
        published_at=TEXT | {"format": "date-time"},
        language=TEXT,
        languages={"type": "array", "items": TEXT},
        cookie_name=TEXT,
        seconds=WHOLE,
        addresses=an_object(consent=TEXT, preferences=TEXT, receipt=TEXT),
        banner=an_object(heading=TEXT, accept=TEXT, refuse=TEXT),
        purposes={
            "type": "array",
            "items": an_object(
                slug=TEXT, name=TEXT, description=TEXT, needs_consent=BOOLEAN
            ),
        },
        words={"type": "object", "additionalProperties": TEXT},
        words_language=TEXT,
    )


def _bodies(notice: Notice | None) -> Schema:
    """JSON, or a form whose fields are the purposes' slugs."""
    return {JSON: {"schema": _choice(notice)}} | {
        kind: {"schema": _form(notice)} for kind in FORMS
    }


def _common(notice: Notice | None) -> Schema:
    return {
        "record": RECORD,
        "terms": {"const": notice.terms} if notice else WHOLE,
        "notice": {"const": notice.number} if notice else WHOLE,
        "language": {"enum": list(notice.languages)}
        if notice
        else TEXT | {"pattern": f"^{LANGUAGE.pattern}$"},
    }


def _choice(notice: Notice | None) -> Schema:
    asked = tuple(notice.slugs) if notice else ()
    known = dict.fromkeys(
        [*asked, *(notice.refusable_slugs if notice else ())], BOOLEAN
    )
    whole = [Method.BANNER, Method.PREFERENCES] if asked else [Method.INFORMATION]
    choice = an_object(
        **_common(notice),
        method={"enum": whole if notice else sorted(METHODS)},
        choices=some_choices(known, asked),
    )
    age = {
        "type": "integer",
        "minimum": 0,
        "description": "Seconds since the choice, by the device's clock.",
    }
    choice["properties"]["age"] = age
    return choice | {"additionalProperties": False}


def _form(notice: Notice | None) -> Schema:
    form = an_object(**_common(notice), method={"enum": [Method.PREFERENCES]})
    slugs = [*notice.slugs, *notice.refusable_slugs] if notice else []
    answers = dict.fromkeys(slugs, {"enum": ["0", "1"]})
    form["properties"] |= answers | {"next": TEXT}
    return form


def _answers() -> Schema:
    stored = an_object(record=RECORD, terms=WHOLE, choices=some_choices({}))
    problem = {PROBLEM: {"schema": a_problem()}, "text/html": {"schema": TEXT}}
    refusals = {
        str(status): {"description": text, "content": problem}
        for status, text in REFUSALS.items()
    }
    return {
        "201": as_json(stored) | {"description": "Stored"},
        "200": as_json(stored) | {"description": "Stored before"},
        "303": {"description": "A form's choice was stored; see that page"},
        **refusals,
    }

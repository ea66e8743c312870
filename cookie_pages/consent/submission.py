"""What a visitor sends to the consent address, checked field by field."""

import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from ..models import ConsentRecord
from ..notices.notice import Notice

METHODS = frozenset(ConsentRecord.Method.values)
FIELDS = ("record", "terms", "notice", "choices", "method", "language")
OPTIONAL = ("age",)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")
LARGEST = 2**31 - 1
JSON = "application/json"
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class Problem(Exception):
    """A refusal: an HTTP status, in words what is wrong, and in how many seconds to try again."""

    def __init__(
        self, status: int, detail: str, retry_after: int | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.retry_after = retry_after


@dataclass(frozen=True)
class Submission:
    record: uuid.UUID
    terms: int
    notice: int
    answers: dict[str, bool]
    method: str
    language: str
    age: int = 0  # seconds between the choice and this sending, by the device's clock

    @classmethod
    def from_request(cls, request: HttpRequest, notice: Notice | None) -> "Submission":
        """Raises ``Problem`` with status 400 for what isn't one."""
        if request.content_type == JSON:
            return cls.from_json(request.body)
        asked = notice.slugs if notice else []
        refusable = notice.refusable_slugs if notice else []
        return cls.from_form(request.POST, asked, refusable)

    @classmethod
    def from_json(cls, body: bytes) -> "Submission":
        """Raises ``Problem`` with status 400 for anything but the fields of the contract."""
        data = _json(body)
        if not isinstance(data, dict):
            raise Problem(400, _("The body must be a JSON object."))
        unknown = sorted(set(data) - {*FIELDS, *OPTIONAL})
        missing = sorted(set(FIELDS) - set(data))
        if unknown or missing:
            names = ", ".join(missing or unknown)[:200]
            text = _("Missing: {names}.") if missing else _("Not expected: {names}.")
            raise Problem(400, text.format(names=names))
        return cls(
            record=_uuid4(data["record"]),
            terms=_whole("terms", data["terms"]),
            notice=_whole("notice", data["notice"]),
            answers=_answers(data["choices"]),
            method=_method(data["method"]),
            language=_language(data["language"]),
            age=_age(data.get("age", 0)),
        )

    @classmethod
    def from_form(
        cls, post: QueryDict, slugs: Iterable[str], refusable: Iterable[str] = ()
    ) -> "Submission":
        """From a form, whose radios are named by slug: 1 or 0, or unanswered, which is no.

        ``all`` with 1 or 0 answers for every purpose. What is ``refusable`` is left
        out where it is unanswered.
        """
        everything = post.get("all", "")
        given = {
            slug: everything or post.get(slug, "") for slug in [*slugs, *refusable]
        }
        answers = {slug: given[slug] or "0" for slug in slugs}
        answers |= {slug: given[slug] for slug in refusable if given[slug]}
        if post.get("method") == ConsentRecord.Method.PLACEHOLDER:
            answers = {
                slug: answer for slug, answer in answers.items() if answer != "0"
            }
        if not set(answers.values()) <= {"0", "1"}:
            raise Problem(400, _("Each choice must be 1 or 0."))
        return cls(
            record=_uuid4(post.get("record")),
            terms=_whole("terms", _number(post.get("terms"))),
            notice=_whole("notice", _number(post.get("notice"))),
            answers={slug: answer == "1" for slug, answer in answers.items()},
            method=_method(post.get("method")),
            language=_language(post.get("language")),
        )


def _json(body: bytes) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        fields = dict(pairs)
        if len(fields) != len(pairs):
            raise ValueError("repeated key")
        return fields

    try:
        return json.loads(body.decode(), object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise Problem(400, _("The body isn't valid JSON.")) from error


def _number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"[0-9]{1,10}", text) else None


def _uuid4(value: Any) -> uuid.UUID:
    try:
        record = uuid.UUID(value) if isinstance(value, str) else None
    except ValueError:
        record = None
    if not record or record.version != 4 or str(record) != value.lower():
        raise Problem(400, _("“record” must be a random UUID (version 4)."))
    return record


def _whole(name: str, value: Any) -> int:
    if type(value) is not int or not 0 < value <= LARGEST:
        raise Problem(
            400, _("“{name}” must be a whole number above 0.").format(name=name)
        )
    return value


def _age(value: Any) -> int:
    # A device may say 138.0, which is the same number in JSON.
    whole = type(value) is int or (type(value) is float and value.is_integer())
    if not whole or value < 0:
        raise Problem(400, _("“age” must be a whole number of seconds, 0 or more."))
    return int(value)


def _answers(value: Any) -> dict[str, bool]:
    if not isinstance(value, dict) or any(
        type(answer) is not bool for answer in value.values()
    ):
        raise Problem(400, _("“choices” must map each purpose to true or false."))
    return value


def _method(value: Any) -> str:
    if not isinstance(value, str) or value not in METHODS:
        allowed = ", ".join(sorted(METHODS))
        raise Problem(
            400, _("“method” must be one of: {allowed}.").format(allowed=allowed)
        )
    return value


def _language(value: Any) -> str:
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        raise Problem(400, _("“language” must be a language code such as “fr”."))
    return value

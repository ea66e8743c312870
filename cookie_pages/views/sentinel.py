"""``POST sentinel/``: what a visitor's browser keeps or contacts that nobody declared. Opt-in."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from wagtail.models import Site

from .. import conf
from ..audit.declared import Declared, declared_on
from ..audit.naming import grouped
from ..audit.seen import HOST
from ..consent import limits
from ..consent.origin import is_own
from ..consent.submission import Problem
from ..consent.visitor import notice_for, site_id_for
from ..models import SeenCookie, StorageType
from .responses import problem_response

KINDS = (
    StorageType.COOKIE,
    StorageType.LOCAL_STORAGE,
    StorageType.SESSION_STORAGE,
    StorageType.INDEXED_DB,
    HOST,
)
MOST = 200  # names of a kind
LONGEST = 255


@csrf_exempt
@require_POST
def sentinel_view(request: HttpRequest) -> HttpResponse:
    """Notes the undeclared ones, by name; 404 where the notice doesn't say that this is done.

    No value, no visitor, no address, and of the page its path alone.
    """
    notice = notice_for(request)
    if not notice or not notice.texts(notice.default_language).get("sentinel"):
        raise Http404
    try:
        path, seen = _read(request)
    except Problem as problem:
        return problem_response(request, problem)
    site = Site.objects.get(pk=site_id_for(request))
    declared = declared_on(site, f"{request.scheme}://{request.get_host()}")
    for kind, names in seen.items():
        for name in _undeclared(kind, names, declared):
            SeenCookie.note(
                1,
                name=grouped(name)[:LONGEST],
                path=path,
                reason=SeenCookie.Reason.UNDECLARED,
                purpose="",
                source=SeenCookie.Source.SENTINEL,
                storage_type=kind,
                host=name if kind == HOST else "",
                site_key=site.pk,
            )
    return HttpResponse(status=204)


def _undeclared(kind: str, names: set[str], declared: Declared) -> list[str]:
    if kind == HOST:
        return [
            name
            for name in names
            if not declared.is_own(name) and declared.provider_of(name) is None
        ]
    return [
        name
        for name in names
        if not declared.named(kind, name) and not declared.is_the_modules(kind, name)
    ]


def _read(request: HttpRequest) -> tuple[str, dict[str, set[str]]]:
    """The page's path, and names by kind. Raises ``Problem``."""
    if not is_own(request):
        raise Problem(403, _("This request came from another site."))
    limits.admit(request)
    if request.content_type != "application/json":
        raise Problem(415, _("Send JSON."))
    body = request.read(conf.body_bytes() + 1)
    if len(body) > conf.body_bytes():
        raise Problem(413, _("That is too long."))
    try:
        data = json.loads(body)
        path = data["path"]
        seen = {str(kind): _names(data.get(kind, [])) for kind in KINDS}
        if not isinstance(path, str):
            raise TypeError
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Problem(400, _("This isn’t what the site’s own script sends.")) from error
    return path.partition("?")[0][:LONGEST].replace("\0", ""), seen


def _names(given: list) -> set[str]:
    if not isinstance(given, list) or len(given) > MOST:
        raise ValueError
    if not all(isinstance(name, str) and len(name) <= LONGEST for name in given):
        raise ValueError
    return {name.strip() for name in given} - {""}

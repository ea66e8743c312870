"""What is known of the visitor behind a request: the site's notice, and the choice made."""

import re

from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site

from ..notices.current import cache_get, cache_set, current_notice
from ..notices.notice import Notice
from ..notices.preview import preview_notice
from ..rules.names import is_within
from .choice import Choice
from .cookies import name_for

SITES = "cookie_pages.sites"
QUOTED = re.compile(r'^"(.*)"$')


def site_id_for(request: HttpRequest | None) -> int | None:
    """The site of ``request``, or the default one where there is no request.

    Wagtail's own views have looked it up already; for the others the sites are cached, under one
    key whatever a request's ``Host`` says.
    """
    if request is not None and hasattr(request, "_wagtail_site"):
        return getattr(request._wagtail_site, "pk", None)
    sites = _sites()
    if request is None:
        return _matching(sites, "", "")
    hostname, _port = split_domain_port(request.get_host())
    return _matching(sites, hostname, request.get_port())


def _sites() -> list[tuple[int, str, int, bool]]:
    sites = cache_get(SITES)
    if sites is None:
        fields = ("pk", "hostname", "port", "is_default_site")
        sites = list(Site.objects.values_list(*fields))
        cache_set(SITES, sites)
    return sites


def reread_sites(**kwargs: object) -> None:
    """Called when a site was saved or deleted."""
    cache_set(SITES, None)


def _matching(
    sites: list[tuple[int, str, int, bool]], hostname: str, port: str
) -> int | None:
    """As Wagtail's ``Site.find_for_request`` has it: the exact one, the default one of that
    name, the only one of that name, the default one."""
    same = [site for site in sites if site[1].lower() == hostname.lower()]
    exact = [site[0] for site in same if str(site[2]) == port]
    default_of_name = [site[0] for site in same if site[3]]
    only = [same[0][0]] if len(same) == 1 else []
    default = [site[0] for site in sites if site[3]]
    return next(iter([*exact, *default_of_name, *only, *default]), None)


def notice_for(request: HttpRequest | None) -> Notice | None:
    """The notice that the visitors of the request's site see now; in a preview, its own."""
    draft = getattr(request, "cookie_pages_draft", None)
    if request is not None and draft is not None:
        kept = vars(request)
        if "cookie_pages_notice" not in kept:
            mode = getattr(request, "preview_mode", "") or ""
            kept["cookie_pages_notice"] = preview_notice(draft, mode)
        return kept["cookie_pages_notice"]
    site_id = site_id_for(request)
    return current_notice(site_id) if site_id else None


def cookie_domain(request: HttpRequest, notice: Notice) -> str:
    """The domain that a choice made at ``request`` is set for; nothing for its host alone.

    Nothing too while another site of that domain asks for something else: a choice for the one
    would be taken for a choice for the other.
    """
    return "" if _sharing(request, notice) is None else notice.domain


def choice_site(request: HttpRequest, notice: Notice) -> int | None:
    """The site that an account's choice is kept for: the first of those that share it."""
    sites = [site_id_for(request), *(_sharing(request, notice) or [])]
    return min((site for site in sites if site), default=None)


def _sharing(request: HttpRequest, notice: Notice) -> list[int] | None:
    """The sites of the domain that the choice is shared in; None where it isn't shared."""
    domain = notice.domain
    host, _port = split_domain_port(request.get_host())
    if not domain or not is_within(host, domain):
        return None
    sites = [site for site, name, *_ in _sites() if is_within(name, domain)]
    others = {site: other for site in sites if (other := current_notice(site))}
    same = all(other.question == notice.question for other in others.values())
    return list(others) if same else None


def current_choice(request: HttpRequest, notice: Notice) -> Choice | None:
    """The visitor's valid choice for ``notice``, or for later terms, read from the cookie."""
    return Choice.newest(cookie_values(request, name_for(request)), notice)


def cookie_values(request: HttpRequest, name: str) -> list[str]:
    """Each value of the cookie ``name`` as the browser sent it: Django keeps one, unquoted.

    Several come from other paths or from a parent domain.
    """
    header = request.META.get("HTTP_COOKIE")
    if not header:
        # A request that was made by hand.
        return [value for value in [request.COOKIES.get(name)] if value]
    pairs = header.split(";")
    named = (pair.strip(" ").partition("=") for pair in pairs)
    # Some clients put quotes around it, which are no part of it.
    return [QUOTED.sub(r"\1", value) for key, _equals, value in named if key == name]


def has_consent(request: HttpRequest, slug: str) -> bool:
    """Whether the visitor accepted the purpose ``slug``, for views that are never cached.

    True for an exempt purpose, unless it can be refused and was; False where nothing is asked,
    or the purpose isn't known.
    """
    notice = notice_for(request)
    if not notice:
        return False
    choice = current_choice(request, notice)
    answers = choice.answers if choice else {}
    return answers.get(slug, slug in notice.exempt_slugs)

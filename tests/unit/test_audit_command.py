"""``audit_cookies`` where something is wrong with it: a clear error, and the right exit status."""

import sys
from io import StringIO

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from cookie_pages import conf
from cookie_pages.audit import browser
from cookie_pages.audit.browser import NoBrowser, chromium
from cookie_pages.audit.compare import findings
from cookie_pages.audit.declared import Declared, Tracker
from cookie_pages.audit.finding import Finding
from cookie_pages.audit.headers import parse
from cookie_pages.audit.naming import grouped
from cookie_pages.audit.pages import addresses
from cookie_pages.audit.seen import Observations, Seen, states_of
from cookie_pages.management.commands import audit_cookies
from cookie_pages.models import AuditRun

pytestmark = pytest.mark.django_db


def audit(**options):
    output = StringIO()
    call_command("audit_cookies", stdout=output, **options)
    return output.getvalue()


@pytest.fixture
def result(monkeypatch):
    """Lets the command end with these findings and this status, without a browser."""

    def result(*found, status=AuditRun.Status.COMPLETE):
        def perform(run, **options):
            run.findings = [item.as_data() for item in found]
            run.status, run.ended_at = status, run.started_at
            run.save()

        monkeypatch.setattr(audit_cookies, "perform", perform)

    return result


@pytest.mark.parametrize(
    "options, words",
    [
        ({"site": "nowhere.example"}, "no such site. There are: .*localhost"),
        ({"site": "99"}, "no such site"),
        ({"base": "127.0.0.1:8000"}, "--base"),
        ({"base": "ftp://x/"}, "--base"),
        ({"base": "http://[x"}, "--base"),
        ({"max_pages": 0}, "--max-pages"),
        ({"patience": -1}, "--patience"),
    ],
)
def test_wrong_options_are_said_and_nothing_is_run(options, words):
    with pytest.raises(CommandError, match=words):
        audit(**options)
    assert not AuditRun.objects.exists()


@pytest.mark.parametrize(
    "fail_on, code", [("low", 1), ("medium", 1), ("high", None), ("never", None)]
)
def test_the_exit_status_follows_the_gravest_finding(result, fail_on, code):
    result(Finding("extended", "_pk_id", "cookie"), Finding("fingerprinting", "canvas"))
    if code is None:
        assert "_pk_id" in audit(fail_on=fail_on)
        return
    with pytest.raises(SystemExit) as end:
        audit(fail_on=fail_on)
    assert end.value.code == code


def test_a_hint_alone_fails_nothing(result):
    result(Finding("fingerprinting", "canvas"))
    assert "canvas" in audit()


def test_an_incomplete_run_ends_with_2(result):
    result(status=AuditRun.Status.INCOMPLETE)
    with pytest.raises(SystemExit) as end:
        audit()
    assert end.value.code == 2


def test_a_result_goes_to_a_file_or_says_why_not(result, tmp_path):
    result()
    assert audit(output=str(tmp_path / "a.json"), format="json") == ""
    assert '"findings": []' in (tmp_path / "a.json").read_text()
    with pytest.raises(CommandError, match="can't be written"):
        audit(output=str(tmp_path / "none" / "a.json"))


def test_without_playwright_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    with pytest.raises(
        CommandError, match=r"pip install 'wagtail-cookie-pages\[audit\]'"
    ):
        audit()
    assert AuditRun.objects.get().status == AuditRun.Status.FAILED


def test_without_a_chromium_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(browser.shutil, "which", lambda name: "/nowhere/chromium")
    with pytest.raises(NoBrowser, match="playwright install chromium"), chromium():
        pass


@pytest.mark.parametrize(
    "value", ["home.journeys.log_in", ["nowhere.at_all"], ["home.views.health"], [1], 7]
)
def test_journeys_that_are_none_are_said(settings, value):
    settings.COOKIE_PAGES_JOURNEYS = value
    with pytest.raises(ImproperlyConfigured, match="COOKIE_PAGES_JOURNEYS"):
        conf.journeys()


@pytest.mark.parametrize(
    "name, said",
    [
        ("_ga_G4HT7XK2", "_ga_*"),
        ("_pk_id.1.1fff", "_pk_id.*"),
        ("_hjSession_123456", "_hjSession_*"),
        ("sessionid", "sessionid"),
        ("abc123def", "abc123def"),
        ("a.b.c", "a.b.c"),
        ("__Secure-token", "__Secure-token"),
        ("bad\x07name", "bad\\u0007name"),
    ],
)
def test_names_that_carry_an_identifier_are_one(name, said):
    assert grouped(name) == said


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("a=1; Max-Age=60; Secure", ("a", 60.0)),
        ("a=1; max-age=0", ("a", 0.0)),
        ("a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT", ("a", None)),
        ("a=1; Max-Age=soon", ("a", None)),
        ("a=b=c;;; =; x", ("a", None)),
        ("=1", None),
        ("lonely", None),
        ("", None),
    ],
)
def test_what_sets_a_cookie_is_read_as_browsers_do(text, wanted):
    cookie = parse(text, "example.org")
    if wanted is None:
        assert cookie is None
    elif "1970" in text:
        assert cookie.is_deletion
    else:
        assert (cookie.name, cookie.seconds) == wanted


def test_one_of_each_type_of_page_comes_first_and_none_twice(demo_content):
    site = Site.objects.get()
    every = addresses(site, "http://localhost:8000")
    assert len(every) == len(set(every)) and every[0] == "http://localhost:8000/"
    assert all(address.startswith("http://localhost:8000/") for address in every)
    types = Page.objects.live().filter(depth__gt=1).values("content_type").distinct()
    first = addresses(site, "http://localhost:8000", most=types.count() + 1)
    assert any("charte-cookies" in address for address in first)
    more = addresses(site, "http://localhost:8000", ["/connexion/"], most=2)
    assert more == ["http://localhost:8000/", "http://localhost:8000/connexion/"]
    assert any("/en/" in address for address in every)


def said(seen, *trackers, **more):
    declared = Declared(
        own=("example.org",), trackers=[*trackers], answerable={"statistics": False}
    )
    observed = Observations(seen=seen, **more)
    return {(item.kind, item.name) for item in findings(observed, declared)}


def cookie(name, state="accepted", host="example.org", **more):
    return Seen("cookie", name, host, state, "http://example.org/", **more)


TRACKER = Tracker("_pk_id.*", "cookie", "", "statistics", seconds=100 * 86_400)


@pytest.mark.parametrize(
    "state, found",
    [
        ("accepted", set()),
        ("only:statistics", set()),
        ("only:video", {("after-refusal", "_pk_id.*")}),
        ("none", {("before-consent", "_pk_id.*")}),
        ("signal", {("before-consent", "_pk_id.*")}),
        ("refused", {("after-refusal", "_pk_id.*")}),
        ("withdrawn", {("after-withdrawal", "_pk_id.*")}),
    ],
)
def test_a_tracker_may_be_set_in_the_states_that_grant_it(state, found):
    assert said([cookie("_pk_id.1", state)], TRACKER) == found


@pytest.mark.parametrize("days, longer", [(99, False), (101, False), (120, True)])
def test_a_lifetime_is_compared_with_a_little_tolerance(days, longer):
    seen = [cookie("_pk_id.1", seconds=days * 86_400.0)]
    assert (("lives-longer", "_pk_id.*") in said(seen, TRACKER)) == longer


def test_a_subdomain_is_the_sites_own_and_a_lookalike_is_not():
    own = [cookie("_pk_id.1", host="www.example.org")]
    assert said(own, TRACKER) == set()
    other = [cookie("_pk_id.1", host="badexample.org")]
    assert said(other, TRACKER) == {("third-party", "_pk_id.*")}


def test_states_follow_the_purposes():
    assert states_of([]) == ["none"]
    assert "only:statistics" not in states_of(["statistics"])
    assert states_of(["a", "b"])[-2:] == ["accepted", "withdrawn"]

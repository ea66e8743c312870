"""A real browser on a site with planted faults finds these, and on the demo nothing (C38)."""

import json
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import coverage
import pytest
from django.contrib.auth import get_user_model
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from wagtail.models import Locale, Site

from cookie_pages.audit.compare import findings
from cookie_pages.audit.crawl import Plan, crawl
from cookie_pages.audit.declared import Declared
from cookie_pages.audit.formats import FORMATS
from cookie_pages.audit.run import fails, open_findings, perform, start
from cookie_pages.models import (
    Acknowledgement,
    AuditRun,
    CharterCookie,
    Cookie,
    CookieCharterPage,
    ExemptionClass,
    Provider,
    Purpose,
    SeenCookie,
)
from cookie_pages.notices.publish import publish_notice

THIRD_PARTIES = "cdn.provider.test", "refused.provider.test", "after.provider.test"
# Each planted fault: kind, name and host.
PLANTED = {
    ("undeclared", "_track_*", ""),
    ("undeclared", "flash", ""),
    ("undeclared", "tab-key", ""),
    ("undeclared", "hidden-base", ""),
    ("before-consent", "early", ""),
    ("after-refusal", "late", ""),
    ("after-withdrawal", "stays", ""),
    ("called-before-consent", "cdn.provider.test", "cdn.provider.test"),
    ("called-after-refusal", "refused.provider.test", "refused.provider.test"),
    ("called-after-withdrawal", "after.provider.test", "after.provider.test"),
    ("unknown-host", "pixel.unknown.test", "pixel.unknown.test"),
    ("ungated-embed", "frame.unknown.test", "frame.unknown.test"),
    ("lives-longer", "longlife", ""),
    ("extended", "renewed", ""),
    ("no-secure", "bare", ""),
    ("no-samesite", "bare", ""),
    ("third-party", "foreign", "cdn.provider.test"),
    ("not-shown", "in-no-charter", ""),
    ("never-seen", "in-no-charter", ""),
    ("never-seen", "ghost", ""),
    ("no-control", "/mentions-legales/", ""),
    ("no-banner", "/politique-de-confidentialite/", ""),
    ("service-worker", "/planted-worker.js", "site.localhost"),
    ("cache-storage", "hidden-cache", "site.localhost"),
    ("fingerprinting", "canvas", "site.localhost"),
    # Their scripts set Secure on https alone, and this site has none.
    ("no-secure", "cookies_preferences", ""),
    ("no-secure", "visits", ""),
}


@pytest.fixture(scope="module", autouse=True)
def measured():
    """What of the module runs here alone counts too: ``make test`` adds it to the rest."""
    ini = Path(__file__).with_name("coverage.ini")
    measure = coverage.Coverage(config_file=str(ini), data_suffix=True)
    measure.start()
    yield
    measure.stop()
    measure.save()


@pytest.fixture
def site(settings, demo):
    settings.COOKIE_PAGES_JOURNEYS = []
    site = Site.objects.get()
    academy = Provider.objects.first()
    unused = ["sessionid", "csrftoken", "django_language"]
    Cookie.objects.filter(name__in=unused).update(live=False)
    exempt, asked, video = (
        Purpose.objects.get(slug=slug, locale=Locale.get_default())
        for slug in ("necessary", "statistics", "video")
    )
    third = Provider.objects.create(
        name="Third",
        embed_hosts=" ".join(THIRD_PARTIES),
        embed_purpose=video,
        locale=Locale.get_default(),
    )
    assert third.hosts
    charter = CookieCharterPage.objects.get(locale=Locale.get_default())
    of_day = {
        "retention_kind": "duration",
        "retention_value": 1,
        "retention_unit": "day",
    }
    of_month = of_day | {"retention_value": 2, "retention_unit": "month"}
    for name, purpose, more in (
        ("early", asked, {}),
        ("late", asked, {}),
        ("stays", asked, {}),
        ("renewed", asked, of_month),
        ("foreign", exempt, {}),
        ("longlife", exempt, of_day),
        ("bare", exempt, {}),
        ("ghost", exempt, {}),
        ("in-no-charter", exempt, {}),
    ):
        if purpose is exempt:
            more = more | {
                "exemption_class": ExemptionClass.AUTHENTICATION,
                "exemption_reason": "Nobody could stay logged in without it.",
            }
        cookie = Cookie.objects.create(
            name=name,
            purpose=purpose,
            provider=academy,
            service="Planted",
            finality="To be found by the audit",
            locale=Locale.get_default(),
            **more,
        )
        if name != "in-no-charter":
            CharterCookie.objects.create(page=charter, cookie=cookie, sort_order=99)
    publish_notice(site)
    return site


@pytest.fixture
def planted(settings, live_server, site):
    settings.MIDDLEWARE = ["tests.browser.planted.Planted", *settings.MIDDLEWARE]
    settings.ALLOWED_HOSTS = ["*"]
    served_anew(live_server)
    yield f"http://site.localhost:{urlsplit(live_server.url).port}"
    settings.MIDDLEWARE = settings.MIDDLEWARE[1:]
    served_anew(live_server)


def served_anew(live_server):
    """With the middleware of now: the handler of a live server is made once for all tests."""
    server = live_server.thread.httpd
    server.set_app(type(server.get_app())(WSGIHandler()))


def audit(site, base, **options):
    """Of the pages with planted faults, and the one that counts visits."""
    pages = ["/mentions-legales/", "/politique-de-confidentialite/", "/decouvrir/"]
    arguments = ["--host-resolver-rules=MAP *.test 127.0.0.1"]
    options = {"more": pages, "most": 4, "arguments": arguments} | options
    return perform(start(site, base), **options)


def said(run):
    return {
        (item["kind"], urlsplit(item["name"]).path or item["name"], item["host"])
        for item in run.findings
    }


def test_each_planted_fault_is_found_and_nothing_else(planted, site):
    first = audit(site, planted)
    assert said(first) == PLANTED
    (note,) = first.problems
    assert note["is_note"] and note["detail"] == "www.youtube-nocookie.com"
    assert first.status == AuditRun.Status.COMPLETE
    early = next(item for item in first.findings if item["name"] == "early")
    assert early["severity"] == "high" and early["rule"] == "C1" and early["source"]
    assert ["none", f"{planted}/"] in early["places"]
    by_audit = SeenCookie.objects.filter(source="audit")
    assert {"_track_*", "flash", "early", "pixel.unknown.test"} <= {
        *by_audit.values_list("name", flat=True)
    }
    assert by_audit.get(name="early").reason == "unaccepted"
    _acknowledged_ones_fail_no_run(first)
    _each_format_says_the_same(first)


def _acknowledged_ones_fail_no_run(run):
    assert fails(run, "low") and fails(run, "high")
    for item in run.findings:
        if item["severity"] == "high":
            Acknowledgement.objects.create(
                site_key=run.site_key,
                key=item["key"],
                reason="Known, and going in May.",
            )
    assert not fails(run, "high") and fails(run, "medium")
    Acknowledgement.objects.all().delete()


def _each_format_says_the_same(run):
    told = {name: make(run) for name, make in FORMATS.items()}
    assert json.loads(told["json"])["findings"] == open_findings(run)
    table = told["table"]
    for item in run.findings:
        assert item["name"] in table
    suite = ElementTree.fromstring(told["junit"].encode())
    kinds = {item["kind"] for item in run.findings if item["severity"] != "hint"}
    failed = {case.get("name") for case in suite if case.find("failure") is not None}
    assert failed == kinds and int(suite.get("failures")) == len(kinds)
    sarif = json.loads(told["sarif"])["runs"][0]
    assert len(sarif["results"]) == len(run.findings)
    rules = {rule["id"] for rule in sarif["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in sarif["results"]} <= rules


def test_the_demo_has_no_finding_and_sets_what_its_charter_says(demo):
    output = StringIO()
    call_command(
        "audit_cookies",
        base=demo,
        url=["/decouvrir/"],
        max_pages=2,
        stdout=output,
        format="json",
    )
    told = json.loads(output.getvalue())
    assert told["findings"] == [] and told["status"] == "complete"
    own = {name for kind, name, host in told["trackers"] if kind == "cookie"}
    assert own == {
        "sessionid",
        "django_language",
        "csrftoken",
        "cookies_preferences",
        "visits",
    }
    users = get_user_model().objects.filter(username__startswith="audit-")
    assert not users.exists()


def test_no_page_stops_the_audit_and_what_it_could_not_see_is_said(
    settings, demo, live_server
):
    settings.MIDDLEWARE = ["tests.browser.planted.Misbehaving", *settings.MIDDLEWARE]
    served_anew(live_server)
    pages = ["slow", "busy-for-ever", "redirect-loop", "download", "broken", "dialog"]
    pages += ["large", "odd-names"]
    plan = Plan(
        demo,
        [*(f"{demo}/{page}/" for page in pages), "http://nowhere.invalid/", f"{demo}/"],
        slugs=[],
        patience=3_000,
        journeys={"broken_journey": lambda page, address: 1 / 0},
    )
    seen = crawl(plan, lambda *place: None)
    settings.MIDDLEWARE = settings.MIDDLEWARE[1:]
    served_anew(live_server)
    told = {urlsplit(item.page).path.strip("/"): item.detail for item in seen.problems}
    assert {*pages[:5]} <= {*told}
    assert any(item.page == "http://nowhere.invalid/" for item in seen.problems)
    assert "500" in told["broken"] and "REDIRECTS" in told["redirect-loop"]
    (broken,) = (item for item in seen.problems if item.page == "broken_journey")
    assert broken.detail.startswith("ZeroDivisionError")
    names = {item.name for item in seen.seen}
    assert "after-dialog" in names
    declared = Declared(own=("localhost", "127.0.0.1"))
    found = {item.name for item in findings(seen, declared)}
    assert "line\\u000abreak\\u0000" in found
    assert [page.address for page in seen.pages][-1] == f"{demo}/"

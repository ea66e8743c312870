"""Plain helpers that make declarations; every keyword overrides a field."""

from wagtail.models import Locale

from cookie_pages.models import ConsentBanner, Cookie, ExemptionClass, Provider, Purpose
from cookie_pages.seed import publish


def make_purpose(slug="statistics", **kwargs):
    values = {
        "name": "Audience measurement",
        "description": "Count visits page by page, to know which pages help.",
        "needs_consent": True,
        "locale": Locale.get_default(),
    }
    return Purpose.objects.create(slug=slug, **(values | kwargs))


def make_exempt_purpose(slug="necessary", **kwargs):
    return make_purpose(
        slug, **({"needs_consent": False, "name": "Necessary"} | kwargs)
    )


def make_provider(name="Academy", **kwargs):
    return Provider.objects.create(
        name=name, **({"locale": Locale.get_default()} | kwargs)
    )


def make_cookie(name="_pk_id", purpose=None, provider=None, **kwargs):
    purpose = purpose or make_purpose()
    values = {
        "service": "Audience measurement (front office)",
        "finality": "Tell one visit from another",
        "locale": Locale.get_default(),
    }
    if not purpose.needs_consent:
        values["exemption_class"] = ExemptionClass.AUTHENTICATION
        values["exemption_reason"] = "Nobody could stay logged in without it."
    return Cookie.objects.create(
        name=name,
        purpose=purpose,
        provider=provider or make_provider(),
        **(values | kwargs),
    )


def make_banner(heading="Your data, your choice", **kwargs):
    values = {"text": "", "locale": Locale.get_default()}
    return publish(ConsentBanner(heading=heading, **(values | kwargs)))


def make_site_content():
    """A banner, a purpose that needs consent with its cookie, and one that is exempt."""
    cookie = make_cookie()
    make_cookie("sessionid", make_exempt_purpose(), cookie.provider)
    return make_banner(), cookie

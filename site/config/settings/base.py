"""What every environment of the demo site shares."""

import os
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parents[3]
VAR = ROOT / "var"

INSTALLED_APPS = [
    "home",
    # Above wagtail.embeds, whose template it replaces so that embeds are gated.
    "cookie_pages",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.api.v2",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django_countries",
    "django_filters",
    "django_tasks",
    "csp",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cookie_pages.middleware.CookieWatchMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "home.middleware.PathLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cookie_pages.middleware.AccountMiddleware",
    "home.middleware.PrivateSessionMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context.reader",
            ]
        },
    }
]

# `make run THEME=dsfr`: the State design system's markup, with its files from django-dsfr.
DEMO_THEME = os.environ.get("DEMO_THEME", "")
if DEMO_THEME == "dsfr":
    INSTALLED_APPS = ["cookie_pages.themes.dsfr", *INSTALLED_APPS, "dsfr"]
    TEMPLATES[0]["DIRS"] = [ROOT / "templates" / "dsfr", *TEMPLATES[0]["DIRS"]]
elif DEMO_THEME:
    raise ImproperlyConfigured(f"THEME is {DEMO_THEME!r}: use dsfr, or leave it out.")

# `make run ACCOUNTS=1`: the choice of a logged-in reader goes with the account.
COOKIE_PAGES_ACCOUNTS = bool(os.environ.get("DEMO_ACCOUNTS"))

kinds = [DEMO_THEME, "accounts" if COOKIE_PAGES_ACCOUNTS else ""]
database = VAR / f"{'-'.join(['demo', *filter(None, kinds)])}.sqlite3"
DATABASES = {"default": dj_database_url.config(default=f"sqlite:///{database}")}
if "LEDGER_DATABASE_URL" in os.environ:
    DATABASES["ledger"] = dj_database_url.config("LEDGER_DATABASE_URL")
    DATABASE_ROUTERS = ["cookie_pages.routers.LedgerRouter"]
    COOKIE_PAGES_LEDGER_DATABASE = "ledger"
for database in DATABASES.values():
    if database["ENGINE"].endswith("sqlite3"):
        # Take the write lock first and wait for it, rather than fail half-way through.
        database["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20}
if redis_url := os.environ.get("REDIS_URL"):
    CACHES = {
        "default": {
            # Unlike Django's own, it can go on without the server, as Wagtail's pages must.
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": redis_url,
            "OPTIONS": {"IGNORE_EXCEPTIONS": True},
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "fr"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fr", _("French")), ("en", _("English"))]
LOCALE_PATHS = [ROOT / "site" / "locale"]
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Paris"

# These follow the language that the visitor chose; every other address follows its path.
ADDRESSES_WITHOUT_LANGUAGE = ("/admin/", "/connexion/", "/cookies/")

LOGIN_URL = "login"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"

WAGTAIL_SITE_NAME = "Données ouvertes de l’académie"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
# The admin contacts no other host either.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

CONTENT_SECURITY_POLICY = {
    # Wagtail's admin writes inline scripts and styles of its own.
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-src": ["https://www.youtube-nocookie.com"],
        "frame-ancestors": ["'self'"],
        "form-action": ["'self'"],
        "require-trusted-types-for": ["'script'"],
    },
}
if DEMO_THEME == "dsfr":
    # Its style sheet holds pictures as data.
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"] = ["'self'", "data:"]

COOKIE_PAGES_JOURNEYS = [
    "home.journeys.log_in",
    "home.journeys.switch_language",
    "home.journeys.call_the_api",
]

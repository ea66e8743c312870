"""Each setting that a Wagtail site may have, in a site that has it for real."""

import pytest

CLOCKLESS = "USE_TZ = False"
OTHER_KEY = 'DEFAULT_AUTO_FIELD = "django.db.models.AutoField"'
MANIFEST = """
STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
)
"""
LANGUAGES = """
LANGUAGE_CODE = "en"
WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("fr", "Français")]
MIDDLEWARE.insert(2, "django.middleware.locale.LocaleMiddleware")
"""
PEOPLE = """
from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models


class Person(AbstractUser):
    username = None
    email = models.EmailField(unique=True)
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    class Manager(BaseUserManager):
        def create_superuser(self, email, password, **fields):
            user = self.model(email=email, is_staff=True, is_superuser=True, **fields)
            user.set_password(password)
            user.save()
            return user

    objects = Manager()
"""
PICTURES = """
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition


class Picture(AbstractImage):
    admin_form_fields = ["title", "file"]


class Size(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]
"""


def test_without_time_zones(site):
    site.add(CLOCKLESS)
    assert "it works" in site.probe()
    site.manage("prune_consent_records")
    assert "whole" in site.manage("verify_notices")


def test_with_small_keys(site):
    site.add(OTHER_KEY)
    site.manage("makemigrations", "cookie_pages", "--check", "--dry-run")
    assert "it works" in site.probe()


def test_with_a_model_of_people_and_of_pictures(site):
    for app, models in (("people", PEOPLE), ("pictures", PICTURES)):
        site.add("", site.folder / app / "__init__.py")
        site.add(models, site.folder / app / "models.py")
        site.add("", site.folder / app / "migrations/__init__.py")
    site.add(
        'INSTALLED_APPS += ["people", "pictures"]\n'
        'AUTH_USER_MODEL = "people.Person"\nWAGTAILIMAGES_IMAGE_MODEL = "pictures.Picture"'
    )
    site.manage("makemigrations", "people", "pictures", "--verbosity=0")
    (site.folder / "db.sqlite3").unlink()
    site.manage("migrate", "--verbosity=0")
    assert "it works" in site.probe()


def test_below_a_prefix(site):
    site.add('FORCE_SCRIPT_NAME = "/below"\nSTATIC_URL = "/below/static/"')
    assert "it works" in site.probe()
    home = site.python(
        "from django.test import Client\n"
        "print(Client().get('/', SCRIPT_NAME='/below').content.decode())"
    )
    assert 'data-url="/below/cookies/consent/"' in home


def test_with_hashed_file_names(site):
    site.add(MANIFEST)
    site.add("DEBUG = False", site.folder / "mysite/settings/dev.py")
    site.manage("collectstatic", "--noinput", "--verbosity=0")
    assert "it works" in site.probe()


@pytest.mark.parametrize("prefix", [True, False])
def test_with_languages_in_the_addresses(site, prefix):
    site.add(LANGUAGES)
    site.replace(
        'path("cookies/", include("cookie_pages.urls")),',
        "",
        site.urls,
    )
    site.add(
        "from django.conf.urls.i18n import i18n_patterns\n"
        "urlpatterns = [\n"
        '    path("admin/", include(wagtailadmin_urls)),\n'
        '    *i18n_patterns(path("cookies/", include("cookie_pages.urls")),\n'
        f'        path("", include(wagtail_urls)), prefix_default_language={prefix}),\n]',
        site.urls,
    )
    site.python(
        "from wagtail.models import Locale\nLocale.objects.get_or_create(language_code='fr')"
    )
    assert "it works" in site.probe()
    site.python(
        "from cookie_pages.models import ConsentBanner\n"
        "from wagtail.models import Locale\n"
        "french = Locale.objects.get(language_code='fr')\n"
        "banner = ConsentBanner.objects.get().copy_for_translation(french)\n"
        "banner.save()\nbanner.save_revision().publish()"
    )
    for code in ("en", "fr"):
        start = "" if code == "en" and not prefix else f"/{code}"
        printed = site.python(
            "from django.test import Client\n"
            f"answer = Client().get('{start}/cookies/notice.json')\n"
            "print(answer.status_code, answer['Content-Language'], answer.json()['language'])"
        )
        assert printed.split()[:2] == ["200", code]


def test_under_asgi(site):
    printed = site.python(
        "import asyncio\n"
        "from django.test import AsyncClient\n"
        "async def main():\n"
        "    for address in ('/cookies/', '/cookies/notice.json', '/'):\n"
        "        print((await AsyncClient().get(address)).status_code)\n"
        "asyncio.run(main())"
    )
    # No notice is published yet, which notice.json says as 404.
    assert printed.split()[:3] == ["200", "404", "200"]


def test_migrated_app_by_app(site):
    (site.folder / "db.sqlite3").unlink()
    site.manage("migrate", "contenttypes", "--verbosity=0")
    site.manage("migrate", "--verbosity=0")
    assert "it works" in site.probe()


def test_with_the_records_in_a_database_of_their_own(site):
    site.add(
        'DATABASES["ledger"] = DATABASES["default"] | {"NAME": BASE_DIR / "ledger.db"}\n'
        'DATABASE_ROUTERS = ["cookie_pages.routers.LedgerRouter"]\n'
        'COOKIE_PAGES_LEDGER_DATABASE = "ledger"'
    )
    site.manage("migrate", "--database=ledger", "--verbosity=0")
    assert "no issues" in site.manage("check")
    assert "it works" in site.probe()

"""Beside wagtail-localize: words are offered for translation, slugs and hosts aren't."""

from .test_any_settings import LANGUAGES

OFFERED = """
from cookie_pages.models import ConsentBanner, Cookie, Provider, Purpose
from wagtail_localize.fields import TranslatableField, get_translatable_fields
for model in (Purpose, Provider, Cookie, ConsentBanner):
    fields = get_translatable_fields(model)
    words = {f.field_name for f in fields if isinstance(f, TranslatableField)}
    wrong = words ^ set(model.TRANSLATED)
    print(model.__name__, sorted(wrong))
"""


def test_words_alone_are_translated(site):
    site.add(LANGUAGES)
    site.replace(
        "INSTALLED_APPS = [",
        'INSTALLED_APPS = [\n    "wagtail_localize", "wagtail_localize.locales",',
    )
    said = site.python(OFFERED)
    assert said.count("[]") == 4, said
    site.manage("migrate", "-v0")
    assert "it works" in site.probe()

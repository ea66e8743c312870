"""What the demo adds to the seed charter: tables below its text, and its English version."""

from cookie_pages.models import CharterCookie, Cookie, Provider, Purpose
from cookie_pages.seed import once, publish
from cookie_pages.seed.charter import kinds_html

from . import charter_en as text
from . import content_en
from .content import CONTACT


def complete(charter, english):
    once("demo:charter:tables", lambda: _add_tables(charter))
    once("demo:charter:en", lambda: _in_english(charter, english))
    _translate_each(Purpose, "slug", content_en.PURPOSES, english)
    _translate_each(Provider, "name", content_en.PROVIDERS, english)
    _translate_each(Cookie, "name", content_en.COOKIES, english)


def _add_tables(charter):
    purposes = Purpose.objects.filter(
        slug__in=["necessary", "account", "statistics", "video"], locale=charter.locale
    ).order_by("needs_consent", "sort_order")
    others = purposes.exclude(slug="necessary")
    cookies = Cookie.objects.filter(purpose__in=others).order_by("purpose__sort_order")
    table = {"purposes": list(purposes), "show_retention": True, "show_consent": True}
    charter.body.append(("cookie_table", table))
    charter.body.append(("preferences_button", {"label": ""}))
    charter.body.append(("browser_settings", {"heading": "", "text": ""}))
    charter.body.append(("recipients", {"heading": ""}))
    charter.body.append(("proof", {"heading": ""}))
    charter.body.append(("contact", CONTACT))
    charter.body.append(("updated", {"label": ""}))
    after = charter.charter_rows.count()
    for order, cookie in enumerate(cookies, after):
        charter.charter_rows.add(CharterCookie(cookie=cookie, sort_order=order))
    return publish(charter)


def _in_english(charter, locale):
    if charter.has_translation(locale):
        return charter.get_translation(locale)
    copy = charter.copy_for_translation(locale, copy_parents=True).specific
    copy.title, copy.slug = text.TITLE, text.SLUG
    copy.introduction = f"<p>{text.INTRODUCTION}</p>"
    definition, kinds, uses, necessary = (
        copy.body[0],
        copy.body[1],
        copy.body[2],
        copy.body[3],
    )
    definition.value["heading"] = text.DEFINITION_HEADING
    definition.value["text"].source = f"<p>{text.DEFINITION}</p>"
    kinds.value["text"].source = kinds_html(text.KINDS_INTRODUCTION, text.KINDS)
    uses.value["heading"] = text.USES_HEADING
    necessary.value["caption"] = text.CAPTION
    necessary.value["columns"].update(text.COLUMNS)
    return publish(copy)


def _translate_each(model, field, words, locale):
    for name, values in words.items():
        source = model.objects.filter(**{field: name}).exclude(locale=locale).first()
        if source:
            key = f"demo:{model._meta.model_name}:{name}:en"
            once(
                key,
                lambda source=source, values=values: translate_snippet(
                    source, locale, values
                ),
            )


def translate_snippet(source, locale, values):
    if source.has_translation(locale):
        return source.get_translation(locale)
    copy = source.copy_for_translation(locale)
    for name, value in values.items():
        setattr(copy, name, value)
    copy.live = True
    return publish(copy)

from django import template
from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Locale, Site

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation(context):
    """The site's home page in the page's language, and its children: menu and footer.

    None where there is no request, as on an error page.
    """
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if not site:
        return None
    root = _in_language(
        site.root_page, context.get("LANGUAGE_CODE") or request.LANGUAGE_CODE
    )
    children = list(root.get_children().live().specific())
    return {
        "home": root,
        "menu": [page for page in children if page.show_in_menus],
        "footer": [page for page in children if not page.show_in_menus],
    }


@register.simple_tag(takes_context=True)
def other_language(context):
    """Code, name and address of this page in the site's other language."""
    request, page = context.get("request"), context.get("page")
    site = Site.find_for_request(request) if request else None
    if not site:
        return None
    code = next(code for code, _ in settings.LANGUAGES if code != get_language())
    names = {"fr": "Français", "en": "English"}
    if getattr(request, "follows_language_cookie", False):
        # An address that says its language would keep it.
        query = request.GET.copy()
        if "language" in query:
            query["language"] = code
        address = f"{request.path}?{query.urlencode()}" if query else request.path
        return {"code": code, "name": names[code], "address": address}
    translated = _in_language(page, code) if page and page.pk else None
    if not translated or translated == page or not translated.live:
        translated = _in_language(site.root_page, code)
    return {"code": code, "name": names[code], "address": translated.get_url(request)}


def _in_language(page, code):
    if page.locale.language_code == code:
        return page
    locale = Locale.objects.filter(language_code=code).first()
    return (locale and page.get_translation_or_none(locale)) or page

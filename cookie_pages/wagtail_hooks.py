from wagtail.snippets.models import register_snippet

from .viewsets import CookiesGroup

register_snippet(CookiesGroup)

import json

from django.conf import settings
from django.utils import translation
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Site

from ..models import CookieCharterMixin
from .advice import advice_context
from .ask import may_declare, whom_to_ask
from .forecast import forecast_context


class ForecastPanel(Panel):
    """Says, before publishing, whether it will ask every visitor again and why (C15)."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cookie_pages/admin/forecast.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            if refused_for := self.form.to_confirm:
                return context | {"forecasts": refused_for, "is_saved": True}
            if not (self.instance.pk and self.instance.latest_revision_id):
                return context
            return context | forecast_context(self.instance) | {"is_saved": True}


class KnownPanel(Panel):
    """What is known of a cookie elsewhere, while its name is typed (S4)."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cookie_pages/admin/known.html"


class WordingsPanel(Panel):
    """Ready-made ``wordings`` for the fields of the form, in the language of what is edited."""

    def __init__(self, wordings=(), **kwargs):
        super().__init__(**kwargs)
        self.wordings = wordings

    def clone_kwargs(self):
        return super().clone_kwargs() | {"wordings": self.wordings}

    class BoundPanel(Panel.BoundPanel):
        template_name = "cookie_pages/admin/wordings.html"

        def get_context_data(self, parent_context=None):
            locale = self.instance.locale_id and self.instance.locale
            code = locale.language_code if locale else translation.get_language()
            offered = [self._words(item, code) for item in self.panel.wordings]
            context = super().get_context_data(parent_context)
            return context | {"wordings": [item for item in offered if item]}

        def _words(self, wording, code):
            """None where the form has none of its fields, or its language no such words.

            Django then takes them from the site's first language, or from the source.
            """
            title, texts = _in(code, wording)
            others = {"en", settings.LANGUAGE_CODE.split("-")[0]} - {code.split("-")[0]}
            if any(texts == _in(other, wording)[1] for other in others):
                return None
            there = {n: text for n, text in texts.items() if n in self.form.fields}
            return there and {"title": title, "json": json.dumps(there)}


def _in(code, wording):
    with translation.override(code):
        return str(wording.title), wording.texts()


class SitesPanel(FieldPanel):
    """On which sites it holds; where there is one, nothing is asked."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self):
            return super().is_shown() and Site.objects.count() > 1


class AdvicePanel(Panel):
    """What the rules say of the latest draft: nothing is rewritten (F8)."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cookie_pages/admin/advice.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            is_charter = isinstance(self.instance, CookieCharterMixin)
            context = context | {"is_charter": is_charter}
            if is_charter and not may_declare(self.request.user):
                context["ask"] = whom_to_ask()
            if not (self.instance.pk and self.instance.latest_revision_id):
                return context
            # The form's instance is the latest draft.
            return context | advice_context(self.instance)

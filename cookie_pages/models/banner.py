"""The texts of the consent surface: banner, panel and placeholders."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index

from .. import conf
from ..blocks import INLINE
from ..rules.durations import overlong
from ..rules.wording import accepts, asks, misleading_phrases, refuses
from .declaration import Declaration


def label(name, default):
    """A short text of a control; empty, it is ``default`` in the notice's language."""
    return models.CharField(
        name,
        max_length=60,
        blank=True,
        help_text=format_lazy(_("If left empty: {label}"), label=default),
    )


class ConsentBanner(Declaration):
    """What a visitor reads before choosing (rules C8, C12, C13)."""

    heading = models.CharField(_("heading"), max_length=120)
    text = RichTextField(
        _("text"),
        features=INLINE,
        blank=True,
        help_text=_(
            "Takes the place of the first sentence: that the site stores and reads trackers with "
            "the visitor's consent. Below it the banner itself says the purposes, who answers for "
            "them, third parties, what refusing changes, how long the answer is kept and how to "
            "withdraw it."
        ),
    )
    short = models.BooleanField(
        _("short form"),
        default=False,
        help_text=_("Says the same in fewer words, where the banner must stay small."),
    )
    accept_label = label(_("label to accept everything"), _("Accept all"))
    refuse_label = label(_("label to refuse everything"), _("Reject all"))
    customise_label = label(_("label to choose by purpose"), _("Customise"))
    preferences_label = label(_("label to reopen the choice"), _("Cookie settings"))
    panel_heading = label(_("heading of the panel"), _("Cookie settings panel"))
    save_label = label(_("label to save the choices"), _("Save my choices"))
    allow_label = label(_("label to allow an embed"), _("Allow"))
    information_text = RichTextField(
        _("text when nothing needs consent"),
        features=INLINE,
        blank=True,
        help_text=_("Shown instead of the text above while every purpose is exempt."),
    )

    search_fields = [
        index.SearchField("heading"),
        index.SearchField("text"),
        index.AutocompleteField("heading"),
        index.FilterField("locale_id"),
    ]
    preview_template = "cookie_pages/preview/banner.html"

    class Meta(Declaration.Meta):
        verbose_name = _("banner")
        verbose_name_plural = _("banners")
        ordering = ["heading", "pk"]

    def __str__(self):
        return self.heading

    def clean(self):
        super().clean()
        language = self.locale.language_code if self.locale_id else ""
        errors = {**self._label_errors(language), **self._text_errors(language)}
        if errors:
            raise ValidationError(errors)

    def _label_errors(self, language):
        errors = {}
        if self.refuse_label and not refuses(self.refuse_label, language):
            errors["refuse_label"] = _(
                "“%(label)s” doesn't plainly refuse: use a verb such as refuse or reject, "
                "without “accept” and without blame (CNIL, recommandation, article 2)."
            ) % {"label": self.refuse_label}
        if self.accept_label and not accepts(self.accept_label, language):
            errors["accept_label"] = _(
                "“%(label)s” doesn't plainly accept: use a verb such as accept or allow (CNIL, "
                "recommandation, article 2)."
            ) % {"label": self.accept_label}
        return errors

    def _text_errors(self, language):
        """C12, C13: what takes the place of the first sentence says what is asked, truly."""
        errors = {}
        for name in ("text", "information_text"):
            text = strip_tags(getattr(self, name))
            if phrases := misleading_phrases(text):
                errors[name] = _(
                    "“%(phrase)s” misleads visitors: say what is so (CNIL, lignes directrices "
                    "2020-091, par. 24)."
                ) % {"phrase": phrases[0]}
            elif phrases := overlong(text, conf.choice_days()):
                errors[name] = _(
                    "“%(phrase)s” is longer than a choice is kept here, which the banner says by "
                    "itself (CNIL, recommandation 2020-092, par. 39)."
                ) % {"phrase": phrases[0]}
        if "text" not in errors and not asks(strip_tags(self.text), language):
            errors["text"] = _(
                "Say that trackers are stored or read with the visitor's consent, or leave it "
                "empty for the standard sentence (CNIL, lignes directrices 2020-091, par. 24)."
            )
        return errors

"""The texts of the consent surface: banner, panel and placeholders."""

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index

from .. import conf
from ..blocks import INLINE
from ..rules.advice import BANNER
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
    RULES = BANNER
    TRANSLATED = (
        "heading",
        "text",
        "information_text",
        "accept_label",
        "refuse_label",
        "customise_label",
        "preferences_label",
        "panel_heading",
        "save_label",
        "allow_label",
    )

    class Meta(Declaration.Meta):
        verbose_name = _("banner")
        verbose_name_plural = _("banners")
        ordering = ["heading", "pk"]

    def __str__(self):
        return self.heading

    @property
    def preview_modes(self):
        return [
            ("banner", _("Banner")),
            ("panel", _("Panel")),
            ("information", _("When nothing needs consent")),
            ("placeholder", _("Placeholder of an embed")),
            ("preferences", _("Preferences page")),
        ]

    @property
    def language(self):
        """The code of the language in which it is written."""
        return self.locale.language_code if self.locale_id else ""

    @property
    def choice_days(self):
        return conf.choice_days()

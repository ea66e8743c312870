"""The texts of the consent surface: banner, panel and placeholders."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index

from ..blocks import INLINE
from ..rules.wording import refuses
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
        help_text=_(
            "Who asks, how long the choice is kept and how to change it later. The purposes, the "
            "number of providers and the link to the charter are added below it."
        ),
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
        if self.refuse_label and not refuses(self.refuse_label, language):
            raise ValidationError(
                {
                    "refuse_label": _(
                        "“%(label)s” doesn't plainly refuse: use a verb such as refuse or reject, "
                        "without “accept” and without blame (CNIL, recommandation, article 2)."
                    )
                    % {"label": self.refuse_label}
                }
            )

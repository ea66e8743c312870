from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting

from ..rules.advice import said_by
from ..rules.advice.provider import EXEMPT_EMBEDS
from .base_page import BASE_PAGE_NAME


class CookieSettings(BaseSiteSetting):
    """The switches of one site. The public pages read the notice, never this."""

    banner = models.ForeignKey(
        "cookie_pages.ConsentBanner",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("banner"),
        help_text=_(
            "If left empty, the default site shows the oldest published banner, and another "
            "site none."
        ),
    )
    charter = models.ForeignKey(
        BASE_PAGE_NAME,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("charter"),
        help_text=_("If left empty, the first published charter of the site."),
    )
    privacy_page = models.ForeignKey(
        BASE_PAGE_NAME,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("privacy policy"),
        help_text=_("The banner and the charter link to it."),
    )
    privacy_address = models.URLField(
        _("address of the privacy policy"),
        blank=True,
        help_text=_("Only if it isn't a page of this site."),
    )
    informs = models.BooleanField(
        _("show the banner when nothing needs consent"),
        default=True,
        help_text=_(
            "It then says what the site uses and links to the charter, and asks for nothing."
        ),
    )

    for_minors = models.BooleanField(
        _("children use this site"),
        default=False,
        help_text=_(
            "The banner then says that below the age of 15 consent is given together with a "
            "parent (article 45 of the French data-protection act)."
        ),
    )
    embed_purpose = models.ForeignKey(
        "cookie_pages.Purpose",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("purpose of other embeds"),
        help_text=_(
            "For videos, maps and the like from a host that no provider names. If left empty, "
            "they stay shut."
        ),
    )

    controller = models.CharField(
        _("controller"),
        max_length=200,
        blank=True,
        help_text=_(
            "Who decides about the cookies of this site. If left empty, the site's name."
        ),
    )
    controller_address = models.TextField(
        _("postal address"), blank=True, max_length=400
    )
    controller_contact = models.CharField(
        _("contact of the data-protection officer"),
        max_length=255,
        blank=True,
        help_text=_("E-mail or address of a page."),
    )

    panels = [
        "banner",
        "charter",
        "privacy_page",
        "privacy_address",
        "informs",
        "for_minors",
        "embed_purpose",
        "controller",
        "controller_address",
        "controller_contact",
    ]

    def clean(self):
        super().clean()
        said = said_by([EXEMPT_EMBEDS], self)
        if said:
            raise ValidationError({item.field: str(item) for item in said})

    class Meta:
        verbose_name = _("cookie settings")
        verbose_name_plural = _("cookie settings")

    def __str__(self):
        return str(self.site)

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentFlood(models.Model):
    """Many choices from one address on one day: how many, and never from which address."""

    chain = models.PositiveIntegerField(_("chain"))
    day = models.DateField(_("day"))
    busiest = models.PositiveIntegerField(
        _("most from one address"),
        default=0,
        help_text=_("At least: by the hundred, as one process saw it."),
    )
    refused = models.PositiveIntegerField(
        _("refused choices"), default=0, help_text=_("At least: by the hundred.")
    )

    class Meta:
        default_permissions = []
        verbose_name = _("many choices from one address")
        verbose_name_plural = _("many choices from one address")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "chain"], name="cookie_pages_flood_once"
            )
        ]

    def __str__(self):
        return f"{self.day}"

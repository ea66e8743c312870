"""What stays of the records once they are deleted: counts by day, which name nobody."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .record import ConsentRecord


class ConsentDay(models.Model):
    """What the records of one closed day say together, for one language and method.

    It outlives the records, which are deleted when their time is over.
    """

    site_key = models.PositiveIntegerField(_("key of the site"))
    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=35)
    method = models.CharField(
        _("method"), max_length=11, choices=ConsentRecord.Method.choices
    )
    records = models.PositiveIntegerField(_("consent records"))
    kept = models.PositiveIntegerField(
        _("records kept"), help_text=_("How many of them are not deleted yet.")
    )
    answer_counts = models.JSONField(
        _("answers"), help_text=_("By purpose: how many accepted, how many refused.")
    )

    class Meta:
        default_permissions = []
        verbose_name = _("counted day")
        verbose_name_plural = _("counted days")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "site_key", "language", "method"],
                name="cookie_pages_day_once",
            )
        ]

    def __str__(self):
        return f"{self.day}"


class ConsentFlood(models.Model):
    """Many choices from one address on one day: how many, and never from which address."""

    site_key = models.PositiveIntegerField(_("key of the site"))
    day = models.DateField(_("day"))
    busiest = models.PositiveIntegerField(
        _("most from one address"),
        default=0,
        help_text=_("At least: by the hundred, as one process saw it."),
    )
    rejected = models.PositiveIntegerField(
        _("rejected choices"), default=0, help_text=_("At least: by the hundred.")
    )

    class Meta:
        default_permissions = []
        verbose_name = _("many choices from one address")
        verbose_name_plural = _("many choices from one address")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "site_key"], name="cookie_pages_flood_once"
            )
        ]

    def __str__(self):
        return f"{self.day}"

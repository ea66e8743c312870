from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from .declaration import DRAFT


class RetentionKind(models.TextChoices):
    SESSION = "session", _("until the browser is closed")
    DURATION = "duration", _("for a set time")
    DELETED = "until_deleted", _("until it is deleted")


class RetentionUnit(models.TextChoices):
    MINUTE = "minute", _("minutes")
    HOUR = "hour", _("hours")
    DAY = "day", _("days")
    WEEK = "week", _("weeks")
    MONTH = "month", pgettext_lazy("duration", "months")
    YEAR = "year", _("years")


class RetentionFields(models.Model):
    """How long a tracker stays on the device, so that it can be compared (rule F3)."""

    retention_kind = models.CharField(
        _("kept"),
        max_length=13,
        choices=RetentionKind.choices,
        default=RetentionKind.SESSION,
    )
    retention_value = models.PositiveIntegerField(
        _("duration"),
        null=True,
        blank=True,
        help_text=_("A whole number, compared by the audit."),
    )
    retention_unit = models.CharField(
        _("unit"), max_length=6, choices=RetentionUnit.choices, blank=True
    )
    retention_words = models.CharField(
        _("duration in your own words"),
        max_length=120,
        blank=True,
        help_text=_(
            "What visitors read instead of the duration, where a number alone says too much, such "
            "as “about 60 days” or “up to 12 months, renewed at each visit”."
        ),
    )

    class Meta:
        abstract = True

    @property
    def months(self):
        return months_of(self.retention_value, self.retention_unit)

    @property
    def retention_text(self):
        return self.retention_words or retention_text(
            self.retention_kind, self.retention_value, self.retention_unit
        )


def retention_text(kind, value, unit):
    """A retention in words of the active language, such as “13 months”."""
    if kind == RetentionKind.DURATION and not (value and unit):
        return ""
    if kind != RetentionKind.DURATION:
        return str(
            {"session": _("Session"), "until_deleted": _("Until it is deleted")}[kind]
        )
    words = {
        "minute": ngettext("%(n)d minute", "%(n)d minutes", value),
        "hour": ngettext("%(n)d hour", "%(n)d hours", value),
        "day": ngettext("%(n)d day", "%(n)d days", value),
        "week": ngettext("%(n)d week", "%(n)d weeks", value),
        "month": ngettext("%(n)d month", "%(n)d months", value),
        "year": ngettext("%(n)d year", "%(n)d years", value),
    }
    return words[unit] % {"n": value}


def months_of(value, unit):
    """A duration in months, 0 where there is none."""
    units = {
        "minute": 1 / 43_830,
        "hour": 1 / 730.5,
        "day": 1 / 30.4375,
        "week": 7 / 30.4375,
    }
    return (value or 0) * (units | {"month": 1, "year": 12}).get(unit, 0)


def retention_constraints(prefix):
    """A number and a unit exactly when the retention is a set time."""
    timed = models.Q(
        retention_kind=RetentionKind.DURATION,
        # Without it, SQL would take the comparison with NULL as satisfied.
        retention_value__isnull=False,
        retention_value__gte=1,
        retention_unit__in=RetentionUnit.values,
    )
    untimed = models.Q(
        retention_kind__in=[RetentionKind.SESSION, RetentionKind.DELETED],
        retention_value__isnull=True,
        retention_unit="",
    )
    return [
        models.CheckConstraint(
            condition=DRAFT | timed | untimed,
            name=f"{prefix}_retention",
            violation_error_message=_(
                "Give a number and a unit for a set time, and neither for the other kinds."
            ),
        )
    ]

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy


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
    retention_value = models.PositiveIntegerField(_("number"), null=True, blank=True)
    retention_unit = models.CharField(
        _("unit"), max_length=6, choices=RetentionUnit.choices, blank=True
    )

    class Meta:
        abstract = True

    def retention_errors(self):
        """What is wrong with these fields, by field; the constraint alone names none."""
        timed = self.retention_kind == RetentionKind.DURATION
        errors = {}
        if timed and not self.retention_value:
            errors["retention_value"] = _("Say how long: a whole number above 0.")
        if timed and not self.retention_unit:
            errors["retention_unit"] = _("Choose the unit of the number.")
        if not timed and (self.retention_value is not None or self.retention_unit):
            errors["retention_kind"] = _(
                "A number or a unit is given: choose “for a set time”, or empty both."
            )
        return errors

    @property
    def retention_text(self):
        return retention_text(
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
            condition=timed | untimed,
            name=f"{prefix}_retention",
            violation_error_message=_(
                "Give a number and a unit for a set time, and neither for the other kinds."
            ),
        )
    ]

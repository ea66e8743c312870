from django.db import models
from django.utils.translation import gettext_lazy as _

from .retention import RetentionKind, months_of

AUDIENCE_MONTHS = 13  # C29


class ExemptionClass(models.IntegerChoices):
    """CNIL's seven classes (lignes directrices 2020-091, par. 49; rule C26)."""

    CHOICE = 1, _("1. Keeps the choice made about trackers")
    AUTHENTICATION = 2, _("2. Authentication, and its security")
    BASKET = 3, _("3. Basket or billing")
    INTERFACE = (
        4,
        _("4. Interface personalisation that the service is expected to have"),
    )
    LOAD_BALANCING = 5, _("5. Load balancing")
    PAYWALL = 6, _("6. Free samples of a paid service")
    AUDIENCE = 7, _("7. Audience measurement within CNIL's limits")


class ExemptionFields(models.Model):
    """Why a tracker needs no consent: one of CNIL's classes, with a written reason (C26, C27)."""

    exemption_class = models.PositiveSmallIntegerField(
        _("exempt class"), null=True, blank=True, choices=ExemptionClass.choices
    )
    exemption_reason = models.TextField(
        _("reason of the exemption"),
        blank=True,
        max_length=600,
        help_text=_("Why the service that the visitor asked for can't do without it."),
    )

    class Meta:
        abstract = True

    def exemption_errors(self):
        """C26 and C27: exempt means one of the seven classes, with a written reason."""
        if not self.purpose_id:
            return {}
        if self.purpose.needs_consent:
            return self._needless_exemption()
        errors = {}
        if not self.exemption_class:
            errors["exemption_class"] = _(
                "The purpose “%(purpose)s” is exempt: choose the class that this cookie belongs "
                "to, or another purpose."
            ) % {"purpose": self.purpose}
        if not self.exemption_reason.strip():
            errors["exemption_reason"] = _(
                "Write why the service that the visitor asked for can't do without this cookie."
            )
        if self.exemption_class == ExemptionClass.AUDIENCE:
            errors |= self._audience_errors()
        return errors

    def _audience_errors(self):
        """C28, C29: class 7 is for exempt audience measurement, thirteen months at most."""
        if not self.purpose.measures_audience:
            return {
                "exemption_class": _(
                    "Class 7 is for a purpose that is an exempt audience measurement, with its six "
                    "conditions (CNIL, lignes directrices 2020-091, par. 50 to 52)."
                )
            }
        kind = self.retention_kind
        months = months_of(self.retention_value, self.retention_unit)
        if kind == RetentionKind.DELETED or months > AUDIENCE_MONTHS:
            return {
                "retention_kind": _(
                    "Exempt audience measurement keeps nothing on the device for more than 13 "
                    "months (CNIL, lignes directrices 2020-091, par. 52)."
                )
            }
        return {}

    def _needless_exemption(self):
        if not self.exemption_class and not self.exemption_reason:
            return {}
        field = "exemption_class" if self.exemption_class else "exemption_reason"
        return {
            field: _(
                "The purpose “%(purpose)s” needs consent, so none of its cookies is exempt: empty "
                "the class and the reason (CNIL, lignes directrices 2020-091, par. 47 and 48)."
            )
            % {"purpose": self.purpose}
        }


def exemption_constraint(prefix):
    """A class and a reason go together."""
    return models.CheckConstraint(
        condition=models.Q(exemption_class__isnull=True, exemption_reason="")
        | (
            models.Q(exemption_class__isnull=False, exemption_class__range=(1, 7))
            & ~models.Q(exemption_reason="")
        ),
        name=f"{prefix}_exemption",
        violation_error_message=_(
            "An exempt class and its written reason go together: give both, or neither."
        ),
    )

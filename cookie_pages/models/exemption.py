from django.db import models
from django.utils.translation import gettext_lazy as _

from .declaration import DRAFT


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


def exemption_constraint(prefix):
    """A class and a reason go together."""
    return models.CheckConstraint(
        condition=DRAFT
        | models.Q(exemption_class__isnull=True, exemption_reason="")
        | (
            models.Q(exemption_class__isnull=False, exemption_class__range=(1, 7))
            & ~models.Q(exemption_reason="")
        ),
        name=f"{prefix}_exemption",
        violation_error_message=_(
            "An exempt class and its written reason go together: give both, or neither."
        ),
    )

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..rules.advice.purpose import CONDITIONS


class AudienceFields(models.Model):
    """Audience measurement that runs without consent, and that visitors can refuse (C28-C30).

    Exempt only while every condition is ticked and justified (CNIL, lignes directrices 2020-091,
    par. 50 to 52).
    """

    measures_audience = models.BooleanField(
        _("exempt audience measurement"),
        default=False,
        help_text=_("It runs without consent, and visitors can refuse it at any time."),
    )
    audience_only = models.BooleanField(
        _("it serves audience measurement alone"), default=False
    )
    audience_own = models.BooleanField(
        _("it works for the publisher of this site alone"), default=False
    )
    audience_anonymous = models.BooleanField(
        _("it makes anonymous statistics only"), default=False
    )
    audience_single_site = models.BooleanField(
        _("its identifiers follow nobody from one site or application to another"),
        default=False,
    )
    audience_not_crossed = models.BooleanField(
        _("its data is not matched with other data"), default=False
    )
    audience_not_given = models.BooleanField(
        _("no third party receives its data or uses it for itself"), default=False
    )
    audience_data_months = models.PositiveSmallIntegerField(
        _("months that its data is kept"),
        null=True,
        blank=True,
        help_text=_("25 at most."),
    )
    audience_reason = models.TextField(
        _("justification"),
        blank=True,
        max_length=600,
        help_text=_("How each condition is met: tool, settings, contract."),
    )

    CONDITIONS = CONDITIONS

    class Meta:
        abstract = True

    @property
    def can_be_refused(self):
        """Whether it runs until the visitor refuses it."""
        return self.measures_audience and not self.needs_consent

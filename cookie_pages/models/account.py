from datetime import UTC, datetime, time

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AccountChoice(models.Model):
    """What who is logged in chose, for all devices of the account (C41, C42).

    Apart from the records and known by its day alone, so that no record becomes anybody's.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("user"),
    )
    site_key = models.PositiveIntegerField(_("key of the site"))
    terms = models.PositiveIntegerField(_("terms"))
    chosen_on = models.DateField(_("chosen"))
    answers = models.JSONField(_("choices"))

    class Meta:
        verbose_name = _("choice of an account")
        verbose_name_plural = _("choices of accounts")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user", "site_key"], name="cookie_pages_account_choice"
            )
        ]

    def __str__(self):
        return f"{self.user_id} – {self.site_key}"

    @property
    def at(self):
        """The start of its day, in Unix seconds."""
        return int(datetime.combine(self.chosen_on, time(), UTC).timestamp())

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MOST = 500  # rows: names that change with each answer must not fill the database


class SeenCookie(models.Model):
    """A cookie that the site set although it may not, as the server saw it. No visitor."""

    class Reason(models.TextChoices):
        UNDECLARED = "undeclared", _("not declared")
        UNACCEPTED = "unaccepted", _("purpose not accepted")

    name = models.CharField(_("name"), max_length=255)
    path = models.CharField(_("path"), max_length=255)
    reason = models.CharField(_("what is wrong"), max_length=10, choices=Reason.choices)
    purpose = models.CharField(_("purpose"), max_length=40, blank=True)
    times = models.PositiveIntegerField(_("how often"), default=1)
    first_seen_at = models.DateTimeField(_("first seen"), default=timezone.now)
    last_seen_at = models.DateTimeField(_("last seen"), default=timezone.now)

    class Meta:
        verbose_name = _("cookie seen by the server")
        verbose_name_plural = _("cookies seen by the server")
        ordering = ["-last_seen_at"]
        default_permissions = ["view"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "path", "reason", "purpose"],
                name="cookie_pages_seen_once",
            )
        ]

    def __str__(self):
        return self.name

    @classmethod
    def note(cls, times, **seen):
        """Count it so many times more; a new one is kept while there are fewer than ``MOST``."""
        again = cls.objects.filter(**seen)
        if again.update(times=F("times") + times, last_seen_at=timezone.now()):
            return
        if cls.objects.count() < MOST:
            cls.objects.get_or_create(**seen, defaults={"times": times})

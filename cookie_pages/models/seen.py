from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MOST = 500  # rows: names that change with each answer must not fill the database


class SeenCookie(models.Model):
    """A tracker or a host that the site may not use, and who saw it. No visitor, no value."""

    class Reason(models.TextChoices):
        UNDECLARED = "undeclared", _("not declared")
        UNACCEPTED = "unaccepted", _("purpose not accepted")
        ADMIN = "admin", _("not declared, admin only")

    class Source(models.TextChoices):
        SERVER = "server", _("server")
        AUDIT = "audit", pgettext_lazy("who saw it", "audit")
        SENTINEL = "sentinel", _("visitors’ browsers")

    name = models.CharField(_("name"), max_length=255)
    path = models.CharField(
        _("page"), max_length=255, help_text=_("The last page where it was seen.")
    )
    reason = models.CharField(_("what is wrong"), max_length=10, choices=Reason.choices)
    purpose = models.CharField(_("purpose"), max_length=40, blank=True)
    source = models.CharField(
        _("seen by"), max_length=10, choices=Source.choices, default=Source.SERVER
    )
    storage_type = models.CharField(
        _("kind of tracker"), max_length=16, default="cookie"
    )
    host = models.CharField(_("domain"), max_length=253, blank=True)
    site_key = models.PositiveIntegerField(
        _("key of the site"), null=True, help_text=_("Where it is known.")
    )
    times = models.PositiveIntegerField(_("how often"), default=1)
    first_seen_at = models.DateTimeField(_("first seen"), default=timezone.now)
    last_seen_at = models.DateTimeField(_("last seen"), default=timezone.now)

    class Meta:
        verbose_name = _("tracker seen")
        verbose_name_plural = _("trackers seen")
        ordering = ["-last_seen_at"]
        default_permissions = ["view"]
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "name",
                    "reason",
                    "purpose",
                    "source",
                    "storage_type",
                    "host",
                ],
                name="cookie_pages_seen_once",
            )
        ]

    def __str__(self):
        return self.name

    @classmethod
    def note(cls, times, path, **seen):
        """Count it so many times more, as last seen on the page ``path``.

        A new one is kept while there are fewer than ``MOST``.
        """
        seen = {
            "source": cls.Source.SERVER,
            "storage_type": "cookie",
            "host": "",
        } | seen
        again = cls.objects.filter(**seen)
        if again.update(
            times=F("times") + times, last_seen_at=timezone.now(), path=path
        ):
            return
        if cls.objects.count() < MOST:
            cls.objects.get_or_create(**seen, defaults={"times": times, "path": path})

"""What the audits found, and what was said of it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site


class AuditRun(models.Model):
    """One audit of a site by a browser (C38): its findings, as data."""

    class Status(models.TextChoices):
        RUNNING = "running", _("running")
        COMPLETE = "complete", _("complete")
        INCOMPLETE = "incomplete", _("incomplete")
        FAILED = "failed", _("failed")

    site = models.ForeignKey(
        Site,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("site"),
    )
    site_key = models.PositiveIntegerField(_("key of the site"))
    base = models.CharField(_("address"), max_length=255)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.RUNNING
    )
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    opened = models.PositiveIntegerField(_("pages opened"), default=0)
    to_open = models.PositiveIntegerField(_("pages to open"), default=0)
    findings = models.JSONField(_("findings"), default=list)
    trackers = models.JSONField(
        _("trackers seen"),
        default=list,
        help_text=_("Kind, name and host of each, over all states."),
    )
    problems = models.JSONField(_("what kept it from seeing all"), default=list)

    class Meta:
        verbose_name = _("audit")
        verbose_name_plural = _("audits")
        ordering = ["-started_at", "-pk"]
        default_permissions = ["add", "view"]

    def __str__(self):
        return f"{self.site or self.site_key} {self.started_at:%Y-%m-%d %H:%M}"

    @property
    def before(self):
        """The run of the same site before this one that ended, or None."""
        runs = AuditRun.objects.filter(site_key=self.site_key, pk__lt=self.pk)
        ended = (self.Status.COMPLETE, self.Status.INCOMPLETE)
        return runs.filter(status__in=ended).order_by("-pk").first()


class Acknowledgement(models.Model):
    """A finding that is known and stays, with the reason: it fails no run any more."""

    site_key = models.PositiveIntegerField(_("key of the site"))
    key = models.CharField(_("finding"), max_length=500)
    reason = models.TextField(_("reason"), max_length=1000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("author"),
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)

    class Meta:
        verbose_name = _("acknowledged finding")
        verbose_name_plural = _("acknowledged findings")
        ordering = ["-made_at"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["site_key", "key"], name="cookie_pages_acknowledged_once"
            )
        ]

    def __str__(self):
        return self.key

    @classmethod
    def keys_of(cls, site_key: int) -> set[str]:
        return set(cls.objects.filter(site_key=site_key).values_list("key", flat=True))

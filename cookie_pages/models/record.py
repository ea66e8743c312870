import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .indexes import AppendOnlyIndex
from .notice import ConsentNotice


class SiteKeyField(models.PositiveIntegerField):
    """The site of the record's notice, unless it is given."""

    def pre_save(self, record, add):
        if record.site_key is None:
            record.site_key = record.notice.site_key
        return super().pre_save(record, add)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.PositiveIntegerField", args, kwargs


class ConsentRecord(models.Model):
    """The proof of one choice: which notice, which answers, when.

    No address, no user agent, no visitor (rule C24).
    """

    class Method(models.TextChoices):
        BANNER = "banner", _("banner")
        PREFERENCES = "preferences", _("preferences page or panel")
        PLACEHOLDER = "placeholder", _("placeholder of an embed")
        WITHDRAWAL = "withdrawal", _("withdrawal")
        INFORMATION = "information", _("information put away")

    id = models.UUIDField(
        _("record"), primary_key=True, default=uuid.uuid4, editable=False
    )
    # The ledger may be in another database than the notices: neither a constraint nor a join.
    notice = models.ForeignKey(
        ConsentNotice,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="+",
        verbose_name=_("published notice"),
    )
    site_key = SiteKeyField(
        _("key of the site"),
        help_text=_("The notice's own, so that records can be counted alone."),
    )
    choices = models.JSONField(_("choices"))
    method = models.CharField(_("method"), max_length=11, choices=Method.choices)
    language = models.CharField(_("language"), max_length=35)
    created_at = models.DateTimeField(
        _("date"),
        default=timezone.now,
        help_text=_("When it arrived, rounded down to the hour."),
    )
    chosen_at = models.DateTimeField(
        _("chosen"),
        default=timezone.now,
        help_text=_("By the server's clock: a lost choice arrives later."),
    )

    class Meta:
        default_permissions = ["view"]
        verbose_name = _("consent record")
        verbose_name_plural = _("consent records")
        ordering = ["-created_at"]
        indexes = [
            AppendOnlyIndex(
                fields=["created_at"],
                name="cookie_pages_record_time",
                autosummarize=True,
                pages_per_range=32,
            )
        ]

    def __str__(self):
        return str(self.pk)

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError(
                "A record is never changed: another choice is another record."
            )
        super().save(*args, **kwargs)

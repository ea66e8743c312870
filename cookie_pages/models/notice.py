import hashlib
import json

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site


def canonical(data):
    """``data`` as JSON of which there is only one spelling."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(previous_digest, content):
    """SHA-256 of a notice, as hex: it seals the content and all the notices before it (C23)."""
    return hashlib.sha256(f"{previous_digest}\n{content}".encode()).hexdigest()


class ConsentNotice(models.Model):
    """The immutable snapshot of all that a site's visitors were shown (rule C23)."""

    site = models.ForeignKey(
        Site,
        on_delete=models.SET_NULL,
        null=True,
        related_name="consent_notices",
        verbose_name=_("site"),
    )
    site_key = models.PositiveIntegerField(
        _("key of the site"), help_text=_("It outlives the site itself.")
    )
    number = models.PositiveIntegerField(_("number"))
    terms = models.PositiveIntegerField(_("terms"))
    published_at = models.DateTimeField(_("published at"))
    author = models.CharField(_("author"), max_length=255, blank=True)
    content = models.TextField(_("content"), help_text=_("Canonical JSON."))
    previous_digest = models.CharField(
        _("digest of the one before"), max_length=64, blank=True
    )
    digest = models.CharField(_("digest"), max_length=64, unique=True)

    class Meta:
        verbose_name = _("published notice")
        verbose_name_plural = _("published notices")
        ordering = ["site_key", "-number"]
        default_permissions = ["view"]
        constraints = [
            models.UniqueConstraint(
                fields=["site_key", "number"], name="cookie_pages_notice_number"
            )
        ]

    def __str__(self):
        return f"{self.number}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("A published notice is never changed: publish another one.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A published notice is never deleted: it is proof.")

    @cached_property
    def data(self):
        """The whole content, as data."""
        return json.loads(self.content)

    @property
    def languages(self):
        """What was shown, by language code; empty while the site had no banner."""
        return self.data["languages"]

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Seeded(models.Model):
    """What a command made, so that it makes it once; it outlives what was made."""

    key = models.CharField(_("key"), max_length=200, primary_key=True)
    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.CharField(_("object"), max_length=64)
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        default_permissions = []
        verbose_name = _("seeded object")
        verbose_name_plural = _("seeded objects")
        ordering = ["key"]

    def __str__(self):
        return self.key

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site


class PublishingFailure(models.Model):
    """A site whose visitors aren't shown what is published, until publishing works again."""

    site = models.OneToOneField(
        Site,
        on_delete=models.CASCADE,
        related_name="cookie_publishing_failure",
        verbose_name=_("site"),
    )
    since = models.DateTimeField(_("since"), auto_now_add=True)
    error = models.TextField(_("error"))

    class Meta:
        verbose_name = _("publication that failed")
        verbose_name_plural = _("publications that failed")
        default_permissions = []

    def __str__(self):
        return f"{self.site}: {self.error}"

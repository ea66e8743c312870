from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from ..rules.names import COOKIE, is_host
from .declaration import Declaration
from .retention import (
    RetentionFields,
    RetentionKind,
    months_of,
    retention_constraints,
)

AUDIENCE_MONTHS = 13


class StorageType(models.TextChoices):
    """Every technique that article 82 covers, not HTTP cookies alone (rule C2)."""

    COOKIE = "cookie", _("cookie")
    LOCAL_STORAGE = "localStorage", _("local storage")
    SESSION_STORAGE = "sessionStorage", _("session storage")
    INDEXED_DB = "IndexedDB", _("IndexedDB database")
    PIXEL = "pixel", _("pixel")
    SCRIPT = "script", _("script")
    IFRAME = "iframe", _("frame")
    FINGERPRINT = "fingerprint", _("device fingerprint")


class Party(models.TextChoices):
    FIRST = "first", _("this site")
    THIRD = "third", _("a third party")


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


class Cookie(RetentionFields, Declaration):
    """One declared tracker (rules C2, C26, C27, C31, F3, F9)."""

    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_(
            "As the browser shows it. * stands for any characters, as in _pk_id.*"
        ),
    )
    storage_type = models.CharField(
        _("kind of tracker"),
        max_length=16,
        choices=StorageType.choices,
        default=StorageType.COOKIE,
    )
    party = models.CharField(
        _("set by"), max_length=8, choices=Party.choices, default=Party.FIRST
    )
    host = models.CharField(
        _("domain"),
        max_length=253,
        blank=True,
        help_text=_("Only if it isn't this site's own."),
    )
    service = models.CharField(
        _("service and location"),
        max_length=200,
        help_text=_("For example “Language switch (front and back office)”."),
    )
    finality = models.TextField(
        _("purpose in one sentence"),
        max_length=400,
        help_text=_("Shown in the charter's table."),
    )
    provider = models.ForeignKey(
        "cookie_pages.Provider",
        on_delete=models.CASCADE,
        related_name="cookies",
        verbose_name=_("provider"),
    )
    purpose = models.ForeignKey(
        "cookie_pages.Purpose",
        on_delete=models.CASCADE,
        related_name="cookies",
        verbose_name=_("purpose"),
    )
    exemption_class = models.PositiveSmallIntegerField(
        _("exempt class"), null=True, blank=True, choices=ExemptionClass.choices
    )
    exemption_reason = models.TextField(
        _("reason of the exemption"),
        blank=True,
        max_length=600,
        help_text=_("Why the service that the visitor asked for can't do without it."),
    )

    search_fields = [
        index.SearchField("name"),
        index.SearchField("service"),
        index.SearchField("finality"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]
    preview_template = "cookie_pages/preview/cookie.html"

    class Meta(Declaration.Meta):
        verbose_name = _("cookie or tracker")
        verbose_name_plural = _("cookies and trackers")
        ordering = ["name", "pk"]
        constraints = [
            *retention_constraints("cookie_pages_cookie"),
            models.CheckConstraint(
                condition=models.Q(exemption_class__isnull=True, exemption_reason="")
                | (
                    models.Q(
                        exemption_class__isnull=False, exemption_class__range=(1, 7)
                    )
                    & ~models.Q(exemption_reason="")
                ),
                name="cookie_pages_cookie_exemption",
                violation_error_message=_(
                    "An exempt class and its written reason go together: give both, or neither."
                ),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_shown(self):
        """Whether visitors see it: it is published, and so are its purpose and its provider."""
        return self.live and self.purpose.live and self.provider.live

    def clean(self):
        super().clean()
        self.host = self.host.strip().lower().removeprefix(".")
        errors = (
            self.retention_errors()
            | self._exemption_errors()
            | self._twice_errors()
            | self._name_errors()
        )
        if self.party == Party.THIRD and not self.host:
            errors["host"] = _("Name the third party's domain.")
        elif self.host and not is_host(self.host):
            errors["host"] = _("Write a domain alone, such as example.org.")
        if errors:
            raise ValidationError(errors)

    def _name_errors(self):
        if not self.name:
            return {}
        if not self.name.strip("*"):
            return {"name": _("A name that matches everything declares nothing.")}
        is_cookie = self.storage_type == StorageType.COOKIE
        if is_cookie and not COOKIE.fullmatch(self.name):
            return {
                "name": _(
                    "The name of a cookie holds no space, comma, semicolon, quote or equals sign."
                )
            }
        return {}

    def _exemption_errors(self):
        """C26 and C27: exempt means one of the seven classes, with a written reason."""
        if not self.purpose_id:
            return {}
        if self.purpose.needs_consent:
            return self._needless_exemption()
        errors = {}
        if not self.exemption_class:
            errors["exemption_class"] = _(
                "The purpose “%(purpose)s” is exempt: choose the class that this cookie belongs "
                "to, or another purpose."
            ) % {"purpose": self.purpose}
        if not self.exemption_reason.strip():
            errors["exemption_reason"] = _(
                "Write why the service that the visitor asked for can't do without this cookie."
            )
        if self.exemption_class == ExemptionClass.AUDIENCE:
            errors |= self._audience_errors()
        return errors

    def _audience_errors(self):
        """C28, C29: class 7 is for exempt audience measurement, thirteen months at most."""
        if not self.purpose.measures_audience:
            return {
                "exemption_class": _(
                    "Class 7 is for a purpose that is an exempt audience measurement, with its six "
                    "conditions (CNIL, lignes directrices 2020-091, par. 50 to 52)."
                )
            }
        kind = self.retention_kind
        months = months_of(self.retention_value, self.retention_unit)
        if kind == RetentionKind.DELETED or months > AUDIENCE_MONTHS:
            return {
                "retention_kind": _(
                    "Exempt audience measurement keeps nothing on the device for more than 13 "
                    "months (CNIL, lignes directrices 2020-091, par. 52)."
                )
            }
        return {}

    def _twice_errors(self):
        """The same tracker is either exempt or asked for."""
        if not self.purpose_id or not self.name:
            return {}
        same = Cookie.objects.filter(
            name=self.name,
            storage_type=self.storage_type,
            host=self.host,
            live=True,
            purpose__needs_consent=not self.purpose.needs_consent,
        ).exclude(translation_key=self.translation_key)
        if not same.exists():
            return {}
        return {
            "name": _(
                "The same tracker is declared for “%(purpose)s” too: it is either exempt or asked "
                "for (CNIL, lignes directrices 2020-091, par. 48)."
            )
            % {"purpose": same.first().purpose}
        }

    def _needless_exemption(self):
        if not self.exemption_class and not self.exemption_reason:
            return {}
        field = "exemption_class" if self.exemption_class else "exemption_reason"
        return {
            field: _(
                "The purpose “%(purpose)s” needs consent, so none of its cookies is exempt: empty "
                "the class and the reason (CNIL, lignes directrices 2020-091, par. 47 and 48)."
            )
            % {"purpose": self.purpose}
        }

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from ..rules.advice import COOKIE as COOKIE_RULES
from ..rules.names import COOKIE, host_of, is_host
from .declaration import Declaration
from .exemption import ExemptionFields, exemption_constraint
from .retention import RetentionFields, retention_constraints
from .sites import OnSitesMixin


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


# What a service does without a name that the browser would show.
NAMELESS = (
    StorageType.PIXEL,
    StorageType.SCRIPT,
    StorageType.IFRAME,
    StorageType.FINGERPRINT,
)


class Party(models.TextChoices):
    FIRST = "first", _("this site")
    THIRD = "third", _("a third party")


class Cookie(OnSitesMixin, RetentionFields, ExemptionFields, Declaration):
    """One declared tracker (rules C2, C26, C27, C31, F3, F9)."""

    name = models.CharField(
        _("name"),
        max_length=120,
        blank=True,
        help_text=_(
            "As the browser shows it. * stands for any characters, as in _pk_id.* A pixel, a "
            "script, a frame or a fingerprint may have none: the service is named instead."
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
    search_fields = [
        index.SearchField("name"),
        index.SearchField("service"),
        index.SearchField("finality"),
        index.AutocompleteField("name"),
        index.AutocompleteField("service"),
        index.FilterField("locale_id"),
    ]
    preview_template = "cookie_pages/preview/cookie.html"
    RULES = COOKIE_RULES
    TRANSLATED = ("service", "finality", "retention_words", "exemption_reason")

    class Meta(Declaration.Meta):
        verbose_name = _("cookie or tracker")
        verbose_name_plural = _("cookies and trackers")
        ordering = ["name", "pk"]
        constraints = [
            *retention_constraints("cookie_pages_cookie"),
            exemption_constraint("cookie_pages_cookie"),
        ]

    def __str__(self):
        return self.name

    @property
    def is_shown(self):
        """Whether visitors see it: it is published, and so are its purpose and its provider."""
        return self.live and self.purpose.live and self.provider.live

    def normalise(self):
        self.host = host_of(self.host).removeprefix(".")
        if not self.name and self.storage_type in NAMELESS:
            self.name = self.service[:120]

    def form_errors(self):
        errors = self._name_errors()
        if self.host and not is_host(self.host):
            errors["host"] = _("Write a domain alone, such as example.org.")
        return errors

    def _name_errors(self):
        if not self.name:
            if self.storage_type in NAMELESS:
                return {}
            return {"name": _("Write the name, as the browser shows it.")}
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

    def declared_otherwise(self):
        """The same tracker as declared for a purpose of the other kind; None without (C27)."""
        if not self.purpose_id or not self.name:
            return None
        same = Cookie.objects.filter(
            name=self.name,
            storage_type=self.storage_type,
            host=self.host,
            live=True,
            purpose__needs_consent=not self.purpose.needs_consent,
        )
        return same.exclude(translation_key=self.translation_key).first()

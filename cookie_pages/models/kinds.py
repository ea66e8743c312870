from django.db import models
from django.utils.translation import gettext_lazy as _


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

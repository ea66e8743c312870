"""When a tracker needs no consent, and for how long then (C26-C29)."""

from django.utils.translation import gettext_lazy as _

from .rule import GUIDELINES, Advice, Level

FORBIDDEN = Level.FORBIDDEN
AUDIENCE = 7
AUDIENCE_MONTHS = 13  # C29
DELETED = "until_deleted"


def is_exempt(cookie):
    return bool(cookie.purpose_id) and not cookie.purpose.needs_consent


def needless(name):
    """An exemption of what needs consent, said at the class or else at the reason."""

    def applies(cookie):
        if not cookie.purpose_id or not cookie.purpose.needs_consent:
            return False
        given = [
            field
            for field in ("exemption_class", "exemption_reason")
            if getattr(cookie, field)
        ]
        return given[:1] == [name] and {"purpose": cookie.purpose}

    return applies


def is_no_audience(cookie):
    """Class 7 for a purpose that isn't exempt audience measurement."""
    return (
        is_exempt(cookie)
        and cookie.exemption_class == AUDIENCE
        and not cookie.purpose.measures_audience
    )


def outlasts_audience(cookie):
    return (
        is_exempt(cookie)
        and cookie.exemption_class == AUDIENCE
        and cookie.purpose.measures_audience
        and (cookie.retention_kind == DELETED or cookie.months > AUDIENCE_MONTHS)
    )


EXEMPTION = (
    Advice(
        "C26",
        lambda item: (
            is_exempt(item) and not item.exemption_class and {"purpose": item.purpose}
        ),
        _("The purpose “%(purpose)s” is exempt, and this cookie names no class."),
        _("Choose the class that it belongs to, or another purpose."),
        f"{GUIDELINES}, par. 49",
        FORBIDDEN,
        "exemption_class",
    ),
    Advice(
        "C26",
        lambda item: is_exempt(item) and not item.exemption_reason.strip(),
        _("Nothing says why it is exempt."),
        _(
            "Write why the service that the visitor asked for can't do without this cookie."
        ),
        f"{GUIDELINES}, par. 49",
        FORBIDDEN,
        "exemption_reason",
    ),
    *(
        Advice(
            "C27",
            needless(name),
            _(
                "The purpose “%(purpose)s” needs consent, so none of its cookies is exempt."
            ),
            _("Empty the class and the reason."),
            f"{GUIDELINES}, par. 47-48",
            FORBIDDEN,
            name,
        )
        for name in ("exemption_class", "exemption_reason")
    ),
    Advice(
        "C28",
        is_no_audience,
        _(
            "Class 7 is for a purpose that is an exempt audience measurement, with its six "
            "conditions."
        ),
        _("Choose another class, or that purpose."),
        f"{GUIDELINES}, par. 50-52",
        FORBIDDEN,
        "exemption_class",
    ),
    Advice(
        "C29",
        outlasts_audience,
        _(
            "Exempt audience measurement keeps nothing on the device for more than 13 months."
        ),
        _("Shorten it, or ask for consent."),
        f"{GUIDELINES}, par. 52",
        FORBIDDEN,
        "retention_kind",
    ),
    Advice(
        "C27",
        lambda item: is_exempt(item) and item.party == "third",
        _("It is exempt, and a third party sets it."),
        _("Make sure that this party uses it for nothing else, or ask for consent."),
        f"{GUIDELINES}, par. 47-48",
        field="exemption_reason",
    ),
    Advice(
        "F3",
        lambda item: is_exempt(item) and item.retention_kind == DELETED,
        _("It is exempt, and stays until the visitor deletes it."),
        _("Give it an end, as short as the service allows."),
        f"{GUIDELINES}, par. 49",
        field="retention_kind",
    ),
)

"""Who receives data, where it goes and what protects it (C14, F4, F5)."""

from django.utils.translation import gettext_lazy as _

from ..wording import plain
from .rule import GUIDELINES, Advice, Level

FORBIDDEN = Level.FORBIDDEN
SHORTEST_SAFEGUARD = 8  # characters: « art. 45 » is one, « x » is none
TRANSFERS = "RGPD, art. 44-49"


def safeguard(provider):
    return provider.safeguard.strip()


def lacks_safeguard(provider):
    return bool(provider.countries_outside) and not safeguard(provider)


def goes_nowhere(provider):
    return bool(safeguard(provider)) and not provider.countries_outside


def is_no_safeguard(provider):
    length = len(safeguard(provider))
    return bool(provider.countries_outside) and 0 < length < SHORTEST_SAFEGUARD


def opens_to_everyone(provider):
    purpose = provider.embed_purpose
    return bool(purpose) and not purpose.needs_consent and {"purpose": purpose}


def is_another(provider):
    """Whether it is somebody else than the site's own publisher."""
    return provider.role != "self"


EXEMPT_EMBEDS = Advice(
    "C1",
    opens_to_everyone,
    _("“%(purpose)s” runs without consent: it would let each of these hosts through."),
    _("Choose a purpose that needs consent."),
    "Loi Informatique et Libertés, art. 82",
    FORBIDDEN,
    "embed_purpose",
)

PROVIDER = (
    Advice(
        "C14",
        lacks_safeguard,
        _("This country is outside the European Economic Area."),
        _("Name the safeguard: adequacy decision, standard contractual clauses…"),
        TRANSFERS,
        FORBIDDEN,
        "safeguard",
    ),
    Advice(
        "C14",
        goes_nowhere,
        _("A safeguard is named, and no country outside the European Economic Area."),
        _("Say to which country the data goes."),
        TRANSFERS,
        FORBIDDEN,
        "transfer_country",
    ),
    Advice(
        "C14",
        is_no_safeguard,
        _("That is no safeguard."),
        _("Name it in words: adequacy decision, standard contractual clauses…"),
        TRANSFERS,
        FORBIDDEN,
        "safeguard",
    ),
    Advice(
        "C1",
        lambda item: bool(item.hosts) and not item.embed_purpose_id,
        _("Nothing says for which purpose these embeds are shown."),
        _("Choose their purpose."),
        "Loi Informatique et Libertés, art. 82",
        FORBIDDEN,
        "embed_purpose",
    ),
    EXEMPT_EMBEDS,
    Advice(
        "C15",
        lambda item: item.has_namesake(),
        _("Another provider has this name."),
        _(
            "Use that one: visitors are asked again for each new recipient, even of the same name."
        ),
        f"{GUIDELINES}, par. 25",
        field="name",
    ),
    Advice(
        "C14",
        lambda item: "privacy shield" in plain(item.safeguard),
        _("The Privacy Shield protects no transfer since July 2020."),
        _("Name the safeguard of today."),
        "CJUE, 16 juillet 2020, C-311/18",
        field="safeguard",
    ),
    Advice(
        "C14",
        lambda item: is_another(item) and not item.policy_url,
        _("Visitors find no privacy policy of this provider."),
        _("Give its address."),
        f"{GUIDELINES}, par. 25",
        field="policy_url",
    ),
    Advice(
        "F4",
        lambda item: is_another(item) and not item.legal_name,
        _("A name of a product isn't that of who answers for it."),
        _("Name the legal entity, such as “Google Ireland Ltd”."),
        "RGPD, art. 13",
        field="legal_name",
    ),
    Advice(
        "F5",
        lambda item: is_another(item) and not item.country,
        _("Nothing says in which country the provider is."),
        _("Choose it: it tells whether data leaves the European Economic Area."),
        "RGPD, art. 13",
        field="country",
    ),
)

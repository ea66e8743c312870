"""The kinds of finding: how grave each is, the rule behind it, and what to do about it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

# From the gravest on; `hint` never fails a run.
SEVERITIES = ("high", "medium", "low", "hint")

LD = "CNIL, délibération 2020-091"
RECO = "CNIL, délibération 2020-092"
LIL = "Loi Informatique et Libertés, art. 82"


@dataclass(frozen=True)
class Kind:
    id: str
    severity: str
    rule: str
    source: str
    title: str
    remedy: str


_declare = _(
    "Declare it as a cookie with its purpose and provider, or remove what sets it."
)
_gate = _("Put what sets or calls it inside a gate of its purpose.")
_stop = _(
    "Let the code that runs it ask for the choice at each page, and stop without it."
)

KINDS = {
    kind.id: kind
    for kind in (
        Kind("before-consent", "high", "C1", LIL, _("Set before consent"), _gate),
        Kind(
            "called-before-consent",
            "high",
            "C1",
            LIL,
            _("Called before consent"),
            _gate,
        ),
        Kind(
            "ungated-embed",
            "high",
            "C39",
            LIL,
            _("Embed outside the gates"),
            _(
                "Use the embed block or a gate: a raw HTML block loads it for everybody."
            ),
        ),
        Kind(
            "after-refusal",
            "high",
            "C20",
            f"{RECO}, art. 3",
            _("Set after refusal"),
            _stop,
        ),
        Kind(
            "called-after-refusal",
            "high",
            "C20",
            f"{RECO}, art. 3",
            _("Called after refusal"),
            _stop,
        ),
        Kind(
            "after-withdrawal",
            "high",
            "C19",
            f"{RECO}, art. 3",
            _("Still there after withdrawal"),
            _(
                "Declare its exact name or pattern, so that it is deleted, and stop what sets it."
            ),
        ),
        Kind(
            "called-after-withdrawal",
            "high",
            "C19",
            f"{RECO}, art. 3",
            _("Still called after withdrawal"),
            _stop,
        ),
        Kind(
            "undeclared",
            "high",
            "C38",
            f"{LD}, § 35",
            _("Undeclared tracker"),
            _declare,
        ),
        Kind(
            "unknown-host",
            "high",
            "C38",
            f"{LD}, § 35",
            _("Host without a provider"),
            _("Add the host to its provider, with the purpose of what it serves."),
        ),
        Kind(
            "no-control",
            "high",
            "C17",
            f"{LD}, § 31",
            _("Page without the way back to the choice"),
            _("Put {% cookie_preferences_button %} into the template of this page."),
        ),
        Kind(
            "no-banner",
            "high",
            "C1",
            LIL,
            _("Page without the banner"),
            _("Put {% cookie_banner %} into the template of this page."),
        ),
        Kind(
            "lives-longer",
            "medium",
            "C38",
            f"{LD}, § 35",
            _("Lives longer than declared"),
            _("Shorten its lifetime, or declare the real one."),
        ),
        Kind(
            "extended",
            "medium",
            "C29",
            f"{RECO}, § 50",
            _("Extended at each visit"),
            _("Set it once: its lifetime counts from the first visit."),
        ),
        Kind(
            "third-party",
            "medium",
            "C38",
            f"{LD}, § 35",
            _("Declared as this site’s own, set by a third party"),
            _("Declare the third party and its domain."),
        ),
        Kind(
            "not-shown",
            "medium",
            "C31",
            f"{LD}, § 24",
            _("Published but not shown"),
            _("Publish its purpose and provider too, and put it into the charter."),
        ),
        Kind(
            "no-secure",
            "medium",
            "",
            "RFC 6265bis, § 4.1.2.5",
            _("Cookie without Secure"),
            _("Set it with Secure, on https alone."),
        ),
        Kind(
            "no-samesite",
            "low",
            "",
            "RFC 6265bis, § 4.1.2.7",
            _("Cookie without SameSite"),
            _("Set it with SameSite=Lax or Strict."),
        ),
        Kind(
            "never-seen",
            "low",
            "C38",
            f"{LD}, § 35",
            _("Declared but never seen"),
            _("Describe a journey that sets it, or take it out of the charter."),
        ),
        Kind(
            "service-worker",
            "hint",
            "C2",
            "EDPB 2/2023, § 2",
            _("Service worker"),
            _("See whether what it keeps is needed for what the visitor asked for."),
        ),
        Kind(
            "cache-storage",
            "hint",
            "C2",
            "EDPB 2/2023, § 2",
            _("Cache of a script"),
            _("See whether what it keeps is needed for what the visitor asked for."),
        ),
        Kind(
            "fingerprinting",
            "hint",
            "C2",
            "EDPB 2/2023, § 3",
            _("Call that can tell devices apart"),
            _(
                "Find out what it is for; if it recognises devices, declare it and ask first."
            ),
        ),
    )
}

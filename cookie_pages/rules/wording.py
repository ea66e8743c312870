"""Words that a consent text must or must not hold, each with its rule. Knows no model."""

import unicodedata

# C12: sanctioned or criticised as saying nothing about why a tracker is used.
VAGUE = (
    "améliorer votre expérience",
    "améliorer l'expérience",
    "meilleur service possible",
    "meilleure expérience",
    "à des fins marketing",
    "à des fins de marketing",
    "improve your experience",
    "enhance your experience",
    "best possible service",
    "best possible experience",
    "marketing purposes",
)

# C8: a label that refuses says so with a verb of refusal.
REFUSALS = {
    "fr": ("refus", "interdi", "rejet", "déclin", "continuer sans accepter"),
    "en": ("refus", "reject", "declin", "deny"),
}
# C8: wordings that nudge, even beside a verb of refusal.
NUDGES = (
    "non essentiel",
    "non-essential",
    "nonessential",
    "dommage",
    "sadly",
    "malheureusement",
)


def plain(text: str | None) -> str:
    """Lower case, straight apostrophes and ordinary spaces, so that phrases compare."""
    text = unicodedata.normalize("NFKC", text or "").replace("’", "'").lower()
    return " ".join(text.split())


def vague_phrases(text: str | None) -> list[str]:
    """The phrases of C12 found in ``text``."""
    words = plain(text)
    return [phrase for phrase in VAGUE if phrase in words]


def refuses(label: str, language: str) -> bool:
    """Whether ``label`` refuses in plain words (C8); a language without a list must just differ."""
    words = plain(label)
    if any(nudge in words for nudge in NUDGES):
        return False
    verbs = REFUSALS.get(language.split("-")[0])
    if verbs is None:
        return True
    if "accept" in words and "sans accepter" not in words:
        return False
    return any(verb in words for verb in verbs)

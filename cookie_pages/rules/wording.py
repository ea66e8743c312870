"""Words that a consent text must or must not hold, each with its rule. Knows no model."""

import re
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

# C12: as the name of a purpose they say no more than that.
VAGUE_NAMES = ("marketing", "performance", "autres", "divers", "other", "others")

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
    "perdre",
    "perdez",
    "limité",
    "dégradé",
    "renoncer",
    "lose",
    "losing",
    "limited",
    "degraded",
)
# C8: a label that accepts says so with a verb of acceptance.
ACCEPTANCES = {
    "fr": ("accept", "autoris", "d'accord", "consen"),
    "en": ("accept", "allow", "agree", "consent"),
}
# C13: what takes the place of the banner's first sentence names both.
ASKING = {
    "fr": (("cookie", "traceur"), ("accord", "consent", "accept", "autoris", "choi")),
    "en": (
        ("cookie", "tracker"),
        ("consent", "agree", "accept", "allow", "choice", "choose"),
    ),
}
# False (refusing sets a cookie itself, so do login and language), or a threat, or a certificate
# that CNIL doesn't give.
MISLEADING = (
    "rien n'est déposé",
    "aucun cookie n'est déposé",
    "aucun traceur n'est déposé",
    "nothing is set",
    "nothing is stored",
    "no cookie is set",
    "no cookies are set",
    "certifié cnil",
    "certifié par la cnil",
    "agréé par la cnil",
    "labellisé par la cnil",
    "certified by cnil",
    "approved by cnil",
    "cnil-certified",
    "validé par la cnil",
    "exempté par la cnil",
    "exempted by cnil",
    "perdre l'accès",
    "perdrez l'accès",
    "ne fonctionnera pas",
    "ne fonctionnera plus",
    "lose access",
    "will not work",
    "won't work",
)
# C34: no basis for storing or reading a tracker.
LEGITIMATE_INTEREST = (
    "intérêt légitime",
    "intérêts légitimes",
    "legitimate interest",
)
LONGEST_SENTENCE = 30  # words; a sentence of the module's own texts has 20 at most


def plain(text: str | None) -> str:
    """Lower case, straight apostrophes and ordinary spaces, so that phrases compare."""
    text = unicodedata.normalize("NFKC", text or "").replace("’", "'").lower()
    return " ".join(text.split())


def vague_phrases(text: str | None) -> list[str]:
    """The phrases of C12 found in ``text``."""
    words = plain(text)
    return [phrase for phrase in VAGUE if phrase in words]


def misleading_phrases(text: str | None) -> list[str]:
    """The phrases in ``text`` that say what isn't so, or that threaten (C8, C13)."""
    words = plain(text)
    return [phrase for phrase in MISLEADING if phrase in words]


def legitimate_interest(text: str | None) -> list[str]:
    """The phrases in ``text`` that take a legitimate interest for a basis (C34)."""
    words = plain(text)
    return [phrase for phrase in LEGITIMATE_INTEREST if phrase in words]


def long_sentences(text: str | None) -> list[str]:
    """The beginnings of sentences with more words than are easily read (C40)."""
    sentences = (one.split() for one in re.split(r"[.!?;:]\s", text or ""))
    return [" ".join(one[:6]) for one in sentences if len(one) > LONGEST_SENTENCE]


def asks(text: str, language: str) -> bool:
    """Whether ``text`` says what is asked: trackers, with consent (C13). An empty one does."""
    words, lists = plain(text), ASKING.get(language.split("-")[0])
    if not words or not lists:
        return True
    return all(any(word in words for word in group) for group in lists)


def accepts(label: str, language: str) -> bool:
    """Whether ``label`` accepts in plain words (C8); a language without a list must just differ."""
    words, verbs = plain(label), ACCEPTANCES.get(language.split("-")[0])
    if verbs is None:
        return True
    if any(verb in words for verb in (*REFUSALS[language.split("-")[0]], *NUDGES)):
        return False
    return any(verb in words for verb in verbs)


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

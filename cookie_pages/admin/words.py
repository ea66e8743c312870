"""What reports say, in the words of who reads them."""

from django.utils.translation import gettext as _

from ..ledger import counts


def answers_in_words(answers: dict[str, bool], names: dict[str, str]) -> str:
    """« Mesure d’audience : acceptée, Vidéos : refusée », in the order of ``names``."""
    order = [*names, *sorted(answers)]
    words = {True: _("accepted"), False: _("refused")}
    return ", ".join(
        _("%(purpose)s: %(answer)s")
        % {"purpose": names.get(slug, slug), "answer": words[bool(answers[slug])]}
        for slug in dict.fromkeys(order)
        if slug in answers
    )


class Answers:
    """Says the answers of records; asks for the names of a site's purposes when they are met."""

    def __init__(self):
        self._names: dict[int, dict[str, str]] = {}

    def of(self, record) -> str:
        names = self._names.setdefault(record.site_key, {})
        if not names.keys() >= record.choices.keys():
            slugs = [*names, *record.choices]
            names.update(counts.names(slugs, [record.site_key]))
        return answers_in_words(record.choices, names)

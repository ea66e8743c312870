"""A published notice as the public pages read it."""

from functools import cached_property

from .asked import asked


class Notice:
    """A published notice as the public pages read it: plain data, no query."""

    def __init__(self, pk: int | None, digest: str, content: dict) -> None:
        self.pk = pk
        self.digest = digest
        self.number = content["number"]
        self.terms = content["terms"]
        self.published_at = content["published_at"]
        self.default_language = content["default_language"]
        self.languages = content["languages"]

    @classmethod
    def preview(cls, languages: dict, default_language: str) -> "Notice":
        """A notice that isn't published, and has no number."""
        content = {
            "number": 0,
            "terms": 0,
            "published_at": "",
            "default_language": default_language,
            "languages": languages,
        }
        return cls(None, "", content)

    def language(self, code: str | None) -> str:
        """``code`` or its base language if the notice speaks it, else the default one."""
        code = code or ""
        for candidate in (code, code.split("-")[0]):
            if candidate in self.languages:
                return candidate
        return self.default_language

    def texts(self, code: str | None) -> dict:
        return self.languages[self.language(code)]

    def purpose(self, slug: str, code: str | None) -> dict | None:
        """The texts of a purpose in a language, or None if the notice doesn't know it."""
        purposes = self.texts(code)["purposes"]
        return next((item for item in purposes if item["slug"] == slug), None)

    @cached_property
    def domain(self) -> str:
        """The domain that the choice is shared in, as visitors are told; nothing for none."""
        return self.texts(self.default_language).get("domain", "")

    @cached_property
    def question(self) -> tuple[int, frozenset[tuple[str, str]]]:
        """Its terms, what consent is asked for, and who receives the data for each.

        Two notices with the same one can share a choice.
        """
        return self.terms, frozenset(asked(self.languages))

    @cached_property
    def slugs(self) -> list[str]:
        """Slugs of the purposes that a visitor is asked about, in order."""
        return [item["slug"] for item in self._purposes if item["needs_consent"]]

    @cached_property
    def refusable_slugs(self) -> list[str]:
        """Slugs of the purposes that run without being asked for, until they are refused."""
        return [item["slug"] for item in self._purposes if item["can_be_refused"]]

    @cached_property
    def exempt_slugs(self) -> list[str]:
        """Slugs of the purposes that nobody is asked about, refusable ones included."""
        return [item["slug"] for item in self._purposes if not item["needs_consent"]]

    @cached_property
    def _purposes(self) -> list[dict]:
        return self.texts(self.default_language)["purposes"]

from dataclasses import dataclass, field

from ..rules.names import is_within, matcher


@dataclass(frozen=True)
class Known:
    """A cookie as a source describes it. ``name`` may hold ``*``; ``kind`` is the source's own
    word for what it is for; ``retention`` are the fields of a declaration, none where unknown."""

    name: str
    platform: str
    finality: str
    kind: str
    source: str
    storage: str = "cookie"
    provider: str = ""
    domains: tuple[str, ...] = ()
    retention: dict = field(default_factory=dict, hash=False)

    def is_named(self, name: str) -> bool:
        if "*" not in self.name:
            return self.name == name
        return self.name == name or matcher((self.name,))(name)

    def begins(self, name: str) -> bool:
        return len(name) >= 3 and self.name.lower().startswith(name.lower())

    def agrees(self, host: str, platforms: frozenset[str]) -> bool:
        """Whether what else is known says the same: the domain, or what the site is made with."""
        names = {self.platform.lower(), self.provider.lower()} - {""}
        return self.is_at(host) or bool(names & platforms)

    def is_at(self, host: str) -> bool:
        return bool(host) and any(is_within(host, domain) for domain in self.domains)

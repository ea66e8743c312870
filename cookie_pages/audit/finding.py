"""A difference between a site and what it declares."""

from dataclasses import asdict, dataclass, field

from .kinds import KINDS


@dataclass
class Finding:
    """``places``: pairs of a state and a page, the first ones; ``of``: the kind of tracker;
    ``by``: who set it (``response``, ``script``), or the type of the request."""

    kind: str
    name: str
    of: str = ""
    host: str = ""
    purpose: str = ""
    detail: str = ""
    by: str = ""
    places: list[tuple[str, str]] = field(default_factory=list)

    @property
    def severity(self) -> str:
        return KINDS[self.kind].severity

    @property
    def key(self) -> str:
        """The same from run to run, whatever the pages and states."""
        return "|".join((self.kind, self.of, self.name, self.host))[:500]

    def as_data(self) -> dict:
        kind = KINDS[self.kind]
        return asdict(self) | {
            "places": [list(place) for place in self.places],
            "key": self.key,
            "severity": kind.severity,
            "rule": kind.rule,
            "source": kind.source,
        }

"""The catalogue of this project: what French public sites meet most, in French and English."""

import json
from functools import cache
from importlib.resources import files

from .known import Known


@cache
def own(language: str) -> tuple[Known, ...]:
    """Each cookie of ``cookies.json``, worded in French for ``fr``, else in English."""
    data = json.loads(files(__package__).joinpath("cookies.json").read_text("utf-8"))
    spoken = "fr" if language.startswith("fr") else "en"
    return tuple(
        Known(
            name=cookie["name"],
            platform=platform["platform"],
            finality=data["words"][cookie["words"]][spoken],
            kind=cookie["kind"],
            source=platform["source"],
            storage=cookie["storage"],
            provider=platform["provider"],
            domains=tuple(platform["domains"]),
            retention=_retention(*cookie["retention"]),
        )
        for platform in data["platforms"]
        for cookie in platform["cookies"]
    )


def _retention(kind: str, value: int | None, unit: str) -> dict:
    return {
        "retention_kind": kind,
        "retention_value": value or "",
        "retention_unit": unit,
    }

"""The templates of the site, as text: for checks, and to find the services that they use."""

from collections.abc import Iterator
from pathlib import Path

from django.template import engines
from django.template.utils import get_app_template_dirs

OWN = Path(__file__).parents[1]
INSTALLED = "site-packages"


def site_templates(installed: bool = True) -> Iterator[tuple[Path, str]]:
    """Path and text of each template, those of the site's own folders first, ours left out.

    ``installed``: also those that come with packages.
    """
    folders = [
        Path(folder)
        for engine in engines.all()
        for folder in (*engine.dirs, *get_app_template_dirs(engine.app_dirname))
    ]
    for folder in dict.fromkeys(folders):
        if OWN in folder.parents or (not installed and INSTALLED in folder.parts):
            continue
        for path in folder.rglob("*"):
            if path.suffix in (".html", ".jinja", ".j2"):
                yield path, path.read_text(encoding="utf-8", errors="replace")


def has_banner() -> bool:
    """Whether a template has the tag without which no page asks."""
    return any("cookie_banner" in text for _path, text in site_templates())

"""Writes ``docs/settings.md`` from ``cookie_pages/conf.py`` and the commands' own help.

``python docs/settings_page.py`` after a change of either; a test says when it is due.
"""

import inspect
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/settings.md"
PREFIX = "COOKIE_PAGES_"


def text():
    from cookie_pages import conf

    settings = [_setting(read) for read in conf.ALL]
    folder = ROOT / "cookie_pages/management/commands"
    names = sorted(path.stem for path in folder.glob("[a-z]*.py"))
    return "\n".join(
        [
            "# Settings and commands",
            "",
            "Made from the code by `docs/settings_page.py`. Each is read when it is used; a value",
            "that can't be is said by `manage.py check`.",
            "",
            *settings,
            "## Commands",
            "",
            *[_command(name) for name in names],
        ]
    )


def _setting(read):
    name = PREFIX + read.__name__.upper()
    words = inspect.cleandoc(read.__doc__).replace("``", "`")
    words = re.sub(rf"`{name}`: ", "", words)
    return f"## `{name}`\n\nDefault: `{default(read)!r}`\n\n{words[0].upper()}{words[1:]}\n"


def default(read):
    """What it gives where the site says nothing."""
    from django.conf import settings
    from django.test.utils import override_settings

    with override_settings():
        name = PREFIX + read.__name__.upper()
        if hasattr(settings, name):
            delattr(settings, name)
        return read()


def _command(name):
    from django.core.management import load_command_class

    command = load_command_class("cookie_pages", name)
    return f"### `manage.py {name}`\n\n{' '.join(command.help.split())}\n"


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    PAGE.write_text(text(), encoding="utf-8")

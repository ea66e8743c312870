"""A site as ``wagtail start`` makes it, with the module installed by the README's own words."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROBE = Path(__file__).with_name("probe.py")
SECONDS = 120


class Failed(AssertionError):
    pass


class BareSite:
    """``folder`` holds the project ``mysite``; every command runs in a process of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.settings = folder / "mysite/settings/base.py"
        self.urls = folder / "mysite/urls.py"
        self.base = folder / "mysite/templates/base.html"

    @classmethod
    def started(cls, folder: Path) -> "BareSite":
        folder.mkdir(parents=True)
        wagtail = Path(sys.executable).with_name("wagtail")
        _run([wagtail, "start", "mysite", folder], folder)
        return cls(folder)

    def copied(self, folder: Path) -> "BareSite":
        shutil.copytree(self.folder, folder)
        return BareSite(folder)

    def add(self, lines: str, file: Path | None = None) -> None:
        """``lines`` at the end of the settings, or of another file of the site."""
        file = file or self.settings
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text() if file.exists() else ""
        file.write_text(f"{before}\n{lines}\n")

    def replace(self, old: str, new: str, file: Path | None = None) -> None:
        file = file or self.settings
        text = file.read_text()
        assert old in text, f"{file.name} has no {old!r}"
        file.write_text(text.replace(old, new, 1))

    def install(self) -> None:
        """The three steps of the README, in the words of the README."""
        apps = re.search(r"^1\. In `INSTALLED_APPS`.*?(?=^2\.)", README, re.M | re.S)
        names = re.findall(r"`(\"[\w.]+\")`", apps[0])
        self.replace(
            "INSTALLED_APPS = [", "INSTALLED_APPS = [\n    " + ", ".join(names) + ","
        )
        path = re.search(r"`(path\(\"cookies/\".*?\))`", README)[1]
        self.replace("urlpatterns = [", f"urlpatterns = [\n    {path},", self.urls)
        load, banner, button = re.findall(
            r"`(\{% (?:load cookie_pages_tags|cookie_\w+) %\})`", README
        )[:3]
        self.replace(
            '<body class="{% block body_class %}{% endblock %}">',
            '<body class="{% block body_class %}{% endblock %}">' + load + banner,
            self.base,
        )
        self.replace("</body>", f"<footer>{button}</footer></body>", self.base)

    def manage(self, *args: str) -> str:
        return _run([sys.executable, "manage.py", *args], self.folder)

    def probe(self, *args: str) -> str:
        """What ``probe.py`` prints in this site; fails as it fails."""
        return _run([sys.executable, str(PROBE), *args], self.folder)

    def python(self, code: str) -> str:
        """``code`` once the site's Django is set up."""
        start = "import django; django.setup()\n"
        return _run([sys.executable, "-c", start + code], self.folder)

    @contextmanager
    def served(self) -> Iterator[str]:
        """The site's own address, while its development server runs."""
        port = _free_port()
        command = [sys.executable, "manage.py", "runserver", "--noreload", str(port)]
        server = subprocess.Popen(
            command,
            cwd=self.folder,
            env=_environment(self.folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address)
            yield address
        finally:
            server.terminate()
            server.wait()


def _run(command: list, folder: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    if done.returncode:
        raise Failed(f"{command[1:]}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout + done.stderr


def _environment(folder: Path) -> dict:
    own = {
        "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}",
        "DJANGO_SETTINGS_MODULE": "mysite.settings.dev",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    # What the suite's own site is told of isn't for this one.
    others = ("DATABASE_URL", "REDIS_URL", "LEDGER_DATABASE_URL", "COV_CORE_SOURCE")
    return {k: v for k, v in os.environ.items() if k not in others} | own


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=20).close()
            return
        except OSError:
            time.sleep(0.2)
    raise Failed(f"{address} doesn't answer.")

"""The demo site under gunicorn, visited as the visitor's script does."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

import pytest

from .conftest import ROOT

GONE = (OSError, urllib.error.URLError)


class Site:
    """The demo site under gunicorn, with as many workers as asked for."""

    def __init__(self, server, workers=3, limit=None, application="config.wsgi"):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.home = f"http://127.0.0.1:{self.port}"
        command = [sys.executable, "-m", "gunicorn", application]
        command += ["--bind", f"127.0.0.1:{self.port}", "--workers", str(workers)]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=server.environment,
            stderr=subprocess.DEVNULL,
            preexec_fn=limit,
        )
        self._wait()

    def _wait(self):
        for _ in range(150):
            try:
                self.get("/")
                return
            except GONE:
                time.sleep(0.2)
        self.process.terminate()
        pytest.fail("The site didn't start.")

    def get(self, path):
        with urllib.request.urlopen(self.home + path, timeout=20) as response:
            return response.read().decode()

    def post(self, record, **shown):
        """The status of the answer to a choice for what was ``shown``, the first notice unless
        it is said; None if there was no answer."""
        choice = {
            "record": record,
            "terms": 1,
            "notice": 1,
            "choices": {"statistics": True, "video": False},
            "method": "banner",
            "language": "fr",
        } | shown
        request = urllib.request.Request(
            self.home + "/cookies/consent/",
            json.dumps(choice).encode(),
            {"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as response:
                return response.status
        except urllib.error.HTTPError as error:
            return error.code
        except (*GONE, HTTPException):
            return None

    def workers(self):
        children = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        return [int(pid) for pid in Path(children).read_text().split()]

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


@contextmanager
def running(server, **options):
    site = Site(server, **options)
    try:
        yield site
    finally:
        site.stop()


def found(server):
    code = (
        "from cookie_pages.models import ConsentRecord\n"
        "print(*(str(pk) for pk in ConsentRecord.objects.values_list('pk', flat=True)))"
    )
    return Counter(server.python(code).split())

"""The rate of the consent post beside a bare view that does one INSERT and sets a cookie.

Same process, same database, one run, the two interleaved: without a server around them, and
through gunicorn with one worker as a visitor's browser would.

    .venv/bin/python bench/post.py                       # SQLite, in a temporary folder
    DATABASE_URL=postgres://… .venv/bin/python bench/post.py
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, POSTS = 11, 200
OURS, BARE = "/cookies/consent/", "/bare/"


def set_up():
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    folder = tempfile.mkdtemp()
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("demo", stdout=open(os.devnull, "w"))


def bare_view():
    """What any such address must do at least: read JSON, INSERT a row, set a cookie."""
    from django.http import JsonResponse
    from django.views.decorators.csrf import csrf_exempt

    from cookie_pages.models import ConsentNotice, ConsentRecord

    notice = ConsentNotice.objects.first()

    @csrf_exempt
    def view(request):
        data = json.loads(request.body)
        ConsentRecord.objects.create(
            pk=data["record"],
            notice_id=notice.pk,
            site_key=notice.site_key,
            choices=data["choices"],
            method=data["method"],
            language=data["language"],
        )
        response = JsonResponse({"record": data["record"]}, status=201)
        response.set_cookie("cookies_preferences", "x", max_age=100, samesite="Lax")
        return response

    return view


def with_bare_view():
    """The demo with the bare view beside its own; one address may send all there is."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.urls import path

    settings.COOKIE_PAGES_POSTS_PER_HOUR = 10**9
    application = get_wsgi_application()
    from config import urls

    urls.urlpatterns.insert(0, path("bare/", bare_view()))
    return application


def choice():
    return {
        "record": str(uuid.uuid4()),
        "terms": 1,
        "notice": 1,
        "choices": {"statistics": True, "video": False},
        "method": "banner",
        "language": "fr",
    }


def compare(name, post):
    def run(address):
        start = time.perf_counter()
        for _ in range(POSTS):
            assert post(address, json.dumps(choice())) == 201
        return POSTS / (time.perf_counter() - start)

    run(BARE), run(OURS)
    pairs = [(run(BARE), run(OURS)) for _ in range(ROUNDS)]
    ratios = sorted(ours / bare for bare, ours in pairs)
    bare, ours = (sorted(rates)[ROUNDS // 2] for rates in zip(*pairs, strict=True))
    print(
        f"{name}: bare {bare:.0f}/s, consent {ours:.0f}/s, "
        f"ratio median {ratios[ROUNDS // 2]:.2f}, from {ratios[0]:.2f} to {ratios[-1]:.2f}",
        flush=True,
    )


def in_process():
    from django.test import Client

    client = Client()

    def post(address, body):
        client.cookies.clear()
        return client.post(address, body, "application/json").status_code

    return post


def over_http(port):
    def post(address, body):
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}{address}",
            body.encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status

    return post


def serve():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "post:with_bare_view()"]
    command += ["--bind", f"127.0.0.1:{port}", "--chdir", str(ROOT / "bench")]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "site")])
    server = subprocess.Popen(
        command, env=os.environ | {"PYTHONPATH": paths}, stderr=subprocess.DEVNULL
    )
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
            return server, port
        except OSError:
            time.sleep(0.2)
    server.terminate()
    sys.exit("The site didn't start.")


def main():
    set_up()
    with_bare_view()
    from django.db import connection

    compare(f"{connection.vendor}, in one process", in_process())
    server, port = serve()
    try:
        compare(f"{connection.vendor}, through gunicorn", over_http(port))
    finally:
        server.terminate()


if __name__ == "__main__":
    main()

"""The rate of the consent post beside a bare view that does one INSERT and sets a cookie.

Same process, same database, one run, the two interleaved:

    .venv/bin/python bench/post.py                       # SQLite, in a temporary folder
    DATABASE_URL=postgres://… .venv/bin/python bench/post.py
"""

import json
import os
import sys
import tempfile
import time
import uuid
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, POSTS = 10, 200


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

    notice = ConsentNotice.objects.first().pk

    @csrf_exempt
    def view(request):
        data = json.loads(request.body)
        ConsentRecord.objects.create(
            pk=data["record"],
            notice_id=notice,
            choices=data["choices"],
            method=data["method"],
            language=data["language"],
        )
        response = JsonResponse({"record": data["record"]}, status=201)
        response.set_cookie("cookies_preferences", "x", max_age=100, samesite="Lax")
        return response

    return view


def main():
    set_up()
    from django.test import Client
    from django.urls import path

    from config import urls

    urls.urlpatterns.insert(0, path("bare/", bare_view()))
    client = Client()

    def run(address):
        start = time.perf_counter()
        for _ in range(POSTS):
            body = {
                "record": str(uuid.uuid4()),
                "terms": 1,
                "notice": 1,
                "choices": {"statistics": True, "video": False},
                "method": "banner",
                "language": "fr",
            }
            client.cookies.clear()
            response = client.post(address, json.dumps(body), "application/json")
            assert response.status_code == 201, response.content
        return POSTS / (time.perf_counter() - start)

    run("/bare/"), run("/cookies/consent/")
    pairs = [(run("/bare/"), run("/cookies/consent/")) for _ in range(ROUNDS)]
    ratios = sorted(ours / bare for bare, ours in pairs)
    bare, ours = (sorted(rates)[ROUNDS // 2] for rates in zip(*pairs, strict=True))
    print(
        f"bare {bare:.0f}/s, consent {ours:.0f}/s, ratio median {ratios[ROUNDS // 2]:.2f}"
    )


if __name__ == "__main__":
    main()

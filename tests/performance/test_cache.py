"""A page cache in front renders a page once, whatever the visitors chose (C37)."""

import random
import time
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.test import Client

from home.models import ContentPage

pytestmark = pytest.mark.django_db
VIEWS = 500


@pytest.fixture
def cached(settings, publish_now):
    call_command("demo", verbosity=0)
    publish_now()
    settings.MIDDLEWARE = [
        "django.middleware.cache.UpdateCacheMiddleware",
        *settings.MIDDLEWARE,
        "django.middleware.cache.FetchFromCacheMiddleware",
    ]


def jars():
    now = int(time.time())
    values = ["", "garbage", "x" * 3000, f"terms=9&at={now}&statistics=1"]
    values += [
        f"terms=1&at={now - number}&statistics={number % 2}&video={number % 3 % 2}"
        for number in range(50)
    ]
    return values


def test_five_hundred_views_are_one_render(cached):
    renders = []
    serve = ContentPage.serve

    def counting(page, request, *args, **kwargs):
        renders.append(request.path)
        return serve(page, request, *args, **kwargs)

    bodies = set()
    client, values = Client(), jars()
    pick = random.Random(1)
    with patch.object(ContentPage, "serve", counting):
        for _ in range(VIEWS):
            client.cookies.clear()
            if value := pick.choice(values):
                client.cookies["cookies_preferences"] = value
            response = client.get("/decouvrir/")
            assert not response.cookies
            bodies.add(response.content)
    assert len(renders) == 1
    assert len(bodies) == 1

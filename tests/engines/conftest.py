"""The main flows in three engines, against a live server with the demo site."""

import os
from io import StringIO

import pytest
from django.core.management import call_command

from .chromium import Chromium
from .firefox import Firefox
from .webkit import WebKit

# Playwright's sync API runs a loop in this thread, and Django then refuses plain queries.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture
def demo(transactional_db, django_db_serialized_rollback, live_server):
    call_command("demo", stdout=StringIO())
    return live_server.url


@pytest.fixture(params=[Chromium, Firefox, WebKit], ids=lambda engine: engine.__name__)
def visitor(request, demo):
    program = request.param.program() or pytest.fail(request.param.HELP)
    visitor = request.param(program, demo)
    yield visitor
    visitor.close()

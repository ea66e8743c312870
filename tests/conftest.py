import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Site

from cookie_pages import middleware
from cookie_pages.consent import limits
from cookie_pages.notices.publish import publish_notice
from tests import contents
from tests.factories import make_purpose, make_site_content


def pytest_report_header():
    engines = (d["ENGINE"].rpartition(".")[2] for d in settings.DATABASES.values())
    cache = settings.CACHES["default"]["BACKEND"].rpartition(".")[2]
    return f"engines: {', '.join(engines)}; {cache}"


def pytest_collection_modifyitems(items):
    """Where the ledger has a database of its own, each test that uses one uses both."""
    if len(settings.DATABASES) == 1:
        return
    for item in items:
        if marker := item.get_closest_marker("django_db"):
            both = marker.kwargs | {"databases": "__all__"}
            item.add_marker(pytest.mark.django_db(**both), append=False)


@pytest.fixture(autouse=True)
def empty_memory():
    """What a process remembers outlives a test: what a notice said, who sent how much."""
    cache.clear()
    limits.reset()
    middleware.reset()
    yield
    cache.clear()


@pytest.fixture
def editor(client, django_user_model):
    """A client logged in to the admin as its administrator."""
    user = django_user_model.objects.create_superuser(
        "editor", "e@example.org", "secret"
    )
    client.force_login(user)
    return client


@pytest.fixture(scope="session")
def demo_contents(django_db_setup, django_db_blocker):
    """The demo site, made once and kept apart, from which a database is filled."""
    with django_db_blocker.unblock():
        return contents.demo()


@pytest.fixture(scope="module")
def demo_content(request, django_db_setup, django_db_blocker):
    """The demo site's content, for a module's tests, and taken back after them."""
    if not contents.can_be_kept():
        with django_db_blocker.unblock(), transaction.atomic():
            call_command("demo", verbosity=0)
            yield
            transaction.set_rollback(True)
        return
    made = request.getfixturevalue("demo_contents")
    with django_db_blocker.unblock():
        before = contents.kept()
        contents.fill(made)
        yield
        contents.fill(before)


@pytest.fixture
def publish_now(django_capture_on_commit_callbacks):
    """Publishes the default site's notice, with what happens once it is committed."""

    def publish_now():
        with django_capture_on_commit_callbacks(execute=True):
            return publish_notice(Site.objects.get(is_default_site=True))

    return publish_now


@pytest.fixture
def notice(publish_now):
    """The published notice of a site that asks about statistics and about videos."""
    make_site_content()
    make_purpose("video", name="Videos")
    return publish_now()

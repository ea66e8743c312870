import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache():
    """The local-memory cache outlives a test, and with it what a notice said."""
    cache.clear()
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

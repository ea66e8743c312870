"""The journeys that a site names: steps without which few cookies are ever set."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from django.utils.module_loading import import_string

from .. import conf


@contextmanager
def journeys() -> Iterator[dict[str, Callable]]:
    """The steps of each journey of ``COOKIE_PAGES_JOURNEYS``, by its name.

    A journey is a function that makes what its steps need, yields them, and takes it away again::

        def log_in():
            user = User.objects.create_user("audit", password=password)
            yield lambda page, address: ...
            user.delete()

    The steps are called in each state of consent with a page of Playwright and the address of the
    site, in a thread that may not use the database.
    """
    with ExitStack() as stack:
        prepared = {}
        for path in conf.journeys():
            prepare = contextmanager(import_string(path))
            prepared[path.rpartition(".")[2]] = stack.enter_context(prepare())
        yield prepared

"""One request at a time, for the tests' live server."""

from threading import RLock

# Reentrant: a preview is a request made by a request.
_turn = RLock()


def one_at_a_time(get_response):
    """A middleware: the threads of a live server share one connection to SQLite in memory,
    which two requests can't use at once. The tests that need real concurrency run processes.
    """

    def middleware(request):
        with _turn:
            return get_response(request)

    return middleware

"""One request at a time, for the tests' live server, and none while a test writes itself.

The threads of a live server and the test share one connection to SQLite in memory, whose
transactions would otherwise end each other: a page that is closed may still be answered while the
next test's database is filled. The tests that need real concurrency run processes.
"""

from threading import RLock

from django.db.transaction import Atomic

# Reentrant: a preview is a request made by a request, and a request makes transactions.
turn = RLock()


def one_at_a_time(get_response):
    """A middleware."""

    def middleware(request):
        with turn:
            return get_response(request)

    return middleware


def take_turns() -> None:
    """From now on each transaction of this process waits for its turn too."""
    enter, leave = Atomic.__enter__, Atomic.__exit__
    if hasattr(enter, "waits"):
        return

    def waiting_enter(atomic):
        turn.acquire()
        try:
            enter(atomic)
        except BaseException:
            turn.release()
            raise

    def waiting_leave(atomic, *error):
        try:
            return leave(atomic, *error)
        finally:
            turn.release()

    waiting_enter.waits = True
    Atomic.__enter__, Atomic.__exit__ = waiting_enter, waiting_leave

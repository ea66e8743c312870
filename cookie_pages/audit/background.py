"""An audit in the background: it takes longer than a request may."""

import logging
from dataclasses import asdict
from threading import Thread

from django.db import connections
from django_tasks import task, task_backends
from django_tasks.backends.immediate import ImmediateBackend

from ..models import AuditRun
from .browser import NoBrowser
from .run import perform
from .seen import Problem

logger = logging.getLogger("cookie_pages")


@task()
def audit_task(run_pk: int) -> None:
    """Performs the run ``run_pk``, and keeps how far it is, for who follows it."""
    run = AuditRun.objects.get(pk=run_pk)

    def progress(number: int, state: str, address: str) -> None:
        run.opened = number
        run.save(update_fields=["opened"])

    try:
        perform(run, progress=progress)
    except NoBrowser as error:
        run.problems = [asdict(Problem("", "", "error", str(error)))]
        run.save(update_fields=["problems"])
    except Exception:
        logger.exception("The audit of %s failed", run.site)


def launch(run: AuditRun) -> None:
    """By the site's task worker; in a thread of this process where the site has none."""
    if isinstance(task_backends["default"], ImmediateBackend):
        Thread(target=_in_thread, args=(run.pk,), daemon=True).start()
    else:
        audit_task.enqueue(run.pk)


def _in_thread(run_pk: int) -> None:
    try:
        audit_task.func(run_pk)
    finally:
        connections.close_all()

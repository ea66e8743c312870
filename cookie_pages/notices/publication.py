"""Publishes the notice of each site on its own; what fails is logged, kept and shown to editors."""

import logging
import time
from collections.abc import Iterator

from django.db import OperationalError, transaction
from wagtail.models import Site

from ..models import ConsentNotice, PublishingFailure
from .publish import publish_notice

logger = logging.getLogger("cookie_pages")

# Seconds to wait before the next try, for a database that is locked or was restarted.
PAUSES = (0.2, 1)


class Publication:
    """Publishes all sites the first time that it is called back."""

    def __init__(self, author: str) -> None:
        self.author = author
        self.is_over = False

    def __call__(self) -> None:
        if not self.is_over:
            self.is_over = True
            publish_sites(self.author)


def publish_after_commit(author: str = "") -> None:
    """Publish all sites once the transaction is committed, once however often it is asked for.

    ``author`` is the name of who changed what visitors see.
    """
    # One for all, each time anew: a savepoint that is rolled back takes its own away.
    waiting = (
        function
        for _, function, _ in transaction.get_connection().run_on_commit
        if isinstance(function, Publication) and not function.is_over
    )
    transaction.on_commit(next(waiting, None) or Publication(author))


def publish_sites(
    author: str = "",
) -> list[tuple[Site, ConsentNotice | Exception | None]]:
    """For each site its new notice, None where nothing changed, or what went wrong."""
    return [
        (site, _publish(site, author))
        for site in Site.objects.select_related("root_page")
    ]


def _publish(site: Site, author: str) -> ConsentNotice | Exception | None:
    try:
        notice = _publish_patiently(site, author)
        PublishingFailure.objects.filter(site=site).delete()
    except Exception as error:
        logger.exception("Visitors of %s aren't shown what is published", site)
        _keep(site, error)
        return error
    return notice


def _publish_patiently(site: Site, author: str) -> ConsentNotice | None:
    for pause in PAUSES:
        try:
            return publish_notice(site, author)
        except OperationalError:
            logger.warning("Publishing for %s is tried again", site, exc_info=True)
            time.sleep(pause)
    return publish_notice(site, author)


def _keep(site: Site, error: Exception) -> None:
    text = f"{type(error).__name__}: {error}"[:1000]
    try:
        with transaction.atomic():
            PublishingFailure.objects.update_or_create(
                site=site, defaults={"error": text}
            )
    except Exception:
        logger.exception("That publishing failed for %s can't be kept", site)


def unpublished() -> Iterator[str]:
    """For each site whose last publication failed: its name, and what went wrong."""
    for failure in PublishingFailure.objects.select_related("site"):
        yield str(failure)

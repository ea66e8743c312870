from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections, router
from django.utils import timezone

from ... import conf
from ...ledger.counts import (
    first_open_day,
    note_what_is_kept,
    roll_up,
    start_of,
    within,
)
from ...models import AccountChoice, ConsentDay, ConsentRecord
from ...rules.days import day_of


class Command(BaseCommand):
    help = (
        "Deletes the consent records that are older than COOKIE_PAGES_RECORD_DAYS, in batches. "
        "Safe to interrupt and to run twice; notices and the counts of each day are kept. What "
        "accounts chose goes once it holds no longer."
    )

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, help="Keep this many days instead.")
        parser.add_argument(
            "--batch", type=int, default=5000, help="Records per transaction."
        )
        parser.add_argument("--dry-run", action="store_true", help="Only count them.")

    def handle(self, *args, days, batch, dry_run, **options):
        days = conf.record_days() if days is None else days
        if days < 1 or batch < 1:
            raise CommandError("--days and --batch must be whole numbers above 0.")
        # An open day isn't counted yet: its records stay until it is.
        limit = min(timezone.now() - timedelta(days=days), start_of(first_open_day()))
        old = ConsentRecord.objects.filter(created_at__lt=limit)
        total = old.count()
        if dry_run:
            self.stdout.write(f"{total} records are older than {days} days.")
            return
        # The report counts them for good.
        roll_up()
        deleted = 0
        for part in self._parts(limit, old):
            while keys := list(part.order_by().values_list("pk", flat=True)[:batch]):
                deleted += ConsentRecord.objects.filter(pk__in=keys).delete()[0]
                self._progress(deleted, total)
        self.stdout.write(f"{deleted} records older than {days} days were deleted.")
        last = timezone.now() - timedelta(days=conf.choice_days())
        AccountChoice.objects.filter(chosen_on__lt=last.date()).delete()
        if deleted:
            self._renew_index()

    def _parts(self, limit, old):
        """The old records of each day, so that no batch looks for its own among all; in the end
        those of a day that wasn't counted, if a clock had been wrong."""
        days = ConsentDay.objects.filter(kept__gt=0, day__lte=day_of(limit))
        for day in days.order_by("day").values_list("day", flat=True).distinct():
            yield old.filter(**within(day))
            note_what_is_kept(day)
        yield old

    def _renew_index(self):
        connection = connections[router.db_for_write(ConsentRecord)]
        try:
            for index in ConsentRecord._meta.indexes:
                index.renew(connection)
        except DatabaseError as error:
            self.stderr.write(f"The index could not be renewed: {error}")

    def _progress(self, deleted, total):
        if self.stderr.isatty():
            done = min(40, 40 * deleted // max(total, 1))
            bar = "#" * done + "." * (40 - done)
            self.stderr.write(f"\r[{bar}] {deleted}/{total}", ending="")

from datetime import date, timedelta

from django.core.management.base import BaseCommand, CommandError

from ...ledger.counts import start_of
from ...ledger.exports import json_lines
from ...models import ConsentRecord
from ...rules.days import is_countable


def day(text):
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(
            f"{text!r} is not a date: write it as 2026-11-25."
        ) from error
    if not is_countable(found):
        raise CommandError(f"{text}: there is no record of that year.")
    return found


class Command(BaseCommand):
    help = (
        "Writes consent records as JSON, one on a line, with the fields of ISO/IEC TS 27560, "
        "oldest first."
    )

    def add_arguments(self, parser):
        parser.add_argument("--since", help="First day, such as 2026-11-25.")
        parser.add_argument("--until", help="Last day, included.")
        parser.add_argument("--output", help="A new file; the screen by default.")

    def handle(self, *args, since, until, output, **options):
        records = ConsentRecord.objects.order_by("created_at", "pk")
        if since:
            records = records.filter(created_at__gte=start_of(day(since)))
        if until:
            after = day(until) + timedelta(days=1)
            records = records.filter(created_at__lt=start_of(after))
        lines = json_lines(records)
        if not output:
            for line in lines:
                self.stdout.write(line, ending="")
            return
        try:
            with open(output, "x", encoding="utf-8") as file:
                count = sum(1 for line in lines if file.write(line))
        except OSError as error:
            raise CommandError(
                f"{output} can't be written: {error.strerror}."
            ) from error
        self.stdout.write(f"{count} records were written to {output}.")

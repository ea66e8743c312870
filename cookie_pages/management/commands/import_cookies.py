from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from ...exchange import Unreadable, load, read


class Command(BaseCommand):
    help = (
        "Reads purposes, providers and cookies from a file: an export of this module, the Open "
        "Cookie Database, a scanner's table or a browser's cookies. All rows or none; as drafts."
    )

    def add_arguments(self, parser):
        parser.add_argument("input", help="A file: .csv, .xlsx or .json.")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="Say what would change, keep nothing.",
        )
        parser.add_argument(
            "--publish",
            action="store_true",
            help="Publish the rows that say so; visitors may be asked again.",
        )

    def handle(self, *args, input, dry_run, publish, **options):
        try:
            rows = read(input, Path(input).read_bytes())
        except OSError as error:
            raise CommandError(f"{input} can't be read: {error.strerror}.") from error
        except Unreadable as error:
            raise CommandError(f"{input}: {error}") from error
        outcome = load(rows, publish=publish, rehearse=dry_run)
        for place, column, message in outcome.faults:
            self.stderr.write(f"{place}, {column}: {message}")
        if outcome.faults:
            raise CommandError("Nothing was imported.")
        for change in outcome.changes:
            word = "new" if change.is_new else "changed"
            self.stdout.write(
                f"{word}: {change.kind} {change.name} ({change.language})"
            )
        for item in outcome.forecasts:
            if item.asks_again:
                self.stdout.write(f"{item.site}: every visitor is asked again.")
        verb = "would be imported" if dry_run else "imported"
        self.stdout.write(
            f"{len(outcome.changes)} {verb}, {outcome.same} as they are already."
        )

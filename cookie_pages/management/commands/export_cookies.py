from django.core.management.base import BaseCommand, CommandError

from ...exchange import FORMATS, dump


class Command(BaseCommand):
    help = "Writes all purposes, providers and cookies into a file that import_cookies reads."

    def add_arguments(self, parser):
        parser.add_argument("output", help="A new file: .csv, .xlsx or .json.")

    def handle(self, *args, output, **options):
        wanted = output.rpartition(".")[2].lower()
        if wanted not in FORMATS:
            raise CommandError("Give a file whose name ends in .csv, .xlsx or .json.")
        try:
            with open(output, "xb") as file:
                file.write(dump(wanted))
        except OSError as error:
            raise CommandError(
                f"{output} can't be written: {error.strerror}."
            ) from error
        self.stdout.write(f"The declarations were written to {output}.")

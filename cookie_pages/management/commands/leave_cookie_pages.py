from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from ... import conf
from ...models import CharterRow, ConsentRecord, CookieCharterPage, Seeded

OWN = "cookie_pages"


class Command(BaseCommand):
    help = (
        "Takes all that the module has made out of the database: charters, declarations, notices, "
        "records, their history, the group that reads them, the tables. Export the records first: "
        "they are the proof of what was agreed. Then take the module out of the settings, the "
        "URLconf and the templates."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--noinput", action="store_true", help="Delete without being asked."
        )

    def handle(self, *args, noinput, **options):
        self._refuse_while_it_is_used()
        charters = CookieCharterPage.objects.order_by("path")
        records = ConsentRecord.objects.count()
        self.stdout.write(
            f"To be deleted: {records} consent records, every notice and declaration, and "
            f"{charters.count()} charters: {', '.join(map(str, charters)) or '–'}."
        )
        if not noinput and input("Type « leave » to delete them: ").strip() != "leave":
            raise CommandError("Nothing was deleted.")
        with transaction.atomic():
            for charter in charters:
                charter.delete()
            groups = Seeded.objects.filter(key__startswith="group:")
            made = [int(key) for key in groups.values_list("object_id", flat=True)]
            Group.objects.filter(pk__in=made).delete()
            # With them go revisions, log entries, references and permissions.
            ContentType.objects.filter(app_label=OWN).delete()
        for database in dict.fromkeys([conf.ledger_database(), "default"]):
            call_command("migrate", OWN, "zero", database=database, verbosity=0)
        self.stdout.write(
            "Done. Now take cookie_pages out of INSTALLED_APPS, of the URLconf and of the "
            "templates, then run remove_stale_contenttypes --include-stale-apps."
        )

    def _refuse_while_it_is_used(self):
        """A migration of the site that needs ours would be undone as well."""
        others = [
            model._meta.label
            for model in apps.get_models()
            if issubclass(model, CharterRow) and model._meta.app_label != OWN
        ]
        if others:
            raise CommandError(
                f"{', '.join(others)} still needs the module: delete its pages, then the models "
                "that take CookieCharterMixin and CharterRow, and migrate."
            )

from django.core.management.base import BaseCommand

from ...seed.groups import make_groups


class Command(BaseCommand):
    help = (
        "Makes the groups of those who write cookie declarations, of those who publish them, and "
        "of the data-protection officer. A group that is there, or was deleted, is left alone."
    )

    def handle(self, *args, **options):
        for role, group in make_groups().items():
            if group:
                self.stdout.write(f"{role}: {group.name}")

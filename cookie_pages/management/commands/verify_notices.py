from django.core.management.base import BaseCommand, CommandError

from ...notices.verify import chains, first_break


class Command(BaseCommand):
    help = (
        "Walks the chain of published notices of each site and names the first break. Ends with "
        "an error if there is one."
    )

    def handle(self, *args, **options):
        breaks = []
        for key, site, count in chains():
            found = first_break(key)
            state = f"broken at {found}" if found else "whole"
            self.stdout.write(f"{site}: {count} notices, chain {state}")
            if found:
                breaks.append(f"{site}: {found}")
        if breaks:
            raise CommandError("; ".join(breaks))

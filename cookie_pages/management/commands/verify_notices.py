from django.core.management.base import BaseCommand, CommandError

from ...notices.verify import first_break, verified_sites


class Command(BaseCommand):
    help = (
        "Walks the chain of published notices of each site and names the first break. Ends with "
        "an error if there is one."
    )

    def handle(self, *args, **options):
        breaks = []
        for key, site, count in verified_sites():
            problem = first_break(key)
            state = f"broken at {problem}" if problem else "whole"
            self.stdout.write(f"{site}: {count} notices, chain {state}")
            if problem:
                breaks.append(f"{site}: {problem}")
        if breaks:
            raise CommandError("; ".join(breaks))

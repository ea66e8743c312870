from django.core.management.base import BaseCommand, CommandError

from ...models import ConsentNotice
from ...notices.verify import (
    first_break,
    in_no_charter,
    unpublished_sites,
    verified_sites,
)


class Command(BaseCommand):
    help = (
        "Walks the chain of published notices of each site, names the first break and prints the "
        "digest of its last notice. Says what is live but in no notice, and which cookies no "
        "charter shows. Ends with an error if something is wrong."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--head",
            action="append",
            default=[],
            metavar="DIGEST",
            help="The digest that an earlier run printed: it must still be there.",
        )

    def handle(self, *args, **options):
        wrong = []
        for key, site, count in verified_sites():
            problem = first_break(key)
            state = f"broken at {problem}" if problem else "whole"
            head = ConsentNotice.objects.filter(site_key=key).first().digest
            self.stdout.write(f"{site}: {count} notices, chain {state}, head {head}")
            if problem:
                wrong.append(f"{site}: {problem}")
        wrong += [
            f"head {head} is missing"
            for head in options["head"]
            if not ConsentNotice.objects.filter(digest=head).exists()
        ]
        wrong += [
            f"{site}: visitors don't see what is live; run manage.py publish_notices"
            for site in unpublished_sites()
        ]
        if names := in_no_charter():
            self.stderr.write(f"in no published charter: {', '.join(names)}")
        if wrong:
            raise CommandError("; ".join(wrong))

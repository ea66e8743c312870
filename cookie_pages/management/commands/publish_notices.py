from django.core.management.base import BaseCommand, CommandError

from ...notices.publication import publish_sites


class Command(BaseCommand):
    help = (
        "Publishes for each site what its visitors are to be shown, where they aren't shown it "
        "yet: after a failed publication, and after each release, theme or setting that changes "
        "the banner. Ends with an error if it fails for a site."
    )

    def handle(self, *args, **options):
        failures = []
        for site, result in publish_sites():
            if isinstance(result, Exception):
                failures.append(f"{site}: {type(result).__name__}: {result}")
            elif result:
                self.stdout.write(f"{site}: notice {result} published")
            else:
                self.stdout.write(f"{site}: nothing to publish")
        if failures:
            raise CommandError("; ".join(failures))

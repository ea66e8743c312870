from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Site

from ...seed.charter import seed_charter


class Command(BaseCommand):
    help = (
        "Makes the charter of an academy's open-data portal, word for word and in French, under "
        "the root page of the default site. Run again, it changes nothing that was edited or "
        "deleted. For a charter of your own, in the site's languages: start_cookies."
    )

    def handle(self, *args, **options):
        if not Site.objects.filter(is_default_site=True).exists():
            raise CommandError(
                "No site is the default one: make one under Settings > Sites, then try again."
            )
        with transaction.atomic():
            page = seed_charter()
        if page is None:
            self.stdout.write("The charter was deleted by an editor and stays deleted.")
        else:
            self.stdout.write(f"The charter is at {page.full_url or page.url_path}")
            code = page.locale.language_code
            if not code.startswith("fr"):
                self.stderr.write(
                    f"Its text is French, and the site has no French: the page stands under "
                    f"{code!r}. Delete it unless your visitors read French; start_cookies drafts "
                    "a charter in the site's languages."
                )

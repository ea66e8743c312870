from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from ...models.base_page import BasePage
from ...start.answers import Answers
from ...start.found import find
from ...start.left import left
from ...start.publish import waiting
from ...start.services import services
from ...start.start import start


class Command(BaseCommand):
    help = (
        "Lays a first draft of the banner, the purposes, the site's own cookies, the services "
        "that its pages use and the charter, in the site's languages. Run again, it adds what is "
        "missing and changes nothing. It publishes nothing."
    )

    def add_arguments(self, parser):
        known = ", ".join(services())
        parser.add_argument("--controller", default="", help="Who is responsible.")
        parser.add_argument("--contact", default="", help="An e-mail or a page to ask.")
        parser.add_argument(
            "--privacy-page", type=int, help="The key of the privacy policy's page."
        )
        parser.add_argument(
            "--service",
            action="append",
            choices=services(),
            metavar="NAME",
            help=f"A service that the site uses, again for each: {known}. Those that are found "
            "in pages and templates without it.",
        )
        parser.add_argument(
            "--no-services", action="store_true", help="Declare no service at all."
        )
        parser.add_argument("--site", help="Its host, where there are several sites.")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="Say what it would make, keep nothing.",
        )

    def handle(self, *args, dry_run, **options):
        found = find()
        answers = self._answers(found, **options)
        for made in start(answers, found, rehearse=dry_run):
            spoken = f" ({', '.join(made.languages)})" if made.languages else ""
            self.stdout.write(f"{made.state}: {made.kind} {made.name}{spoken}")
        if dry_run:
            self.stdout.write("Nothing was kept.")
            return
        drafts = waiting()
        self.stdout.write("\nLeft to do:")
        for line in left(answers.site, found, drafts):
            self.stdout.write(f"- {line.text}")
        self.stdout.write(f"- Look at {len(drafts)} drafts in the admin, publish them.")

    def _answers(self, found, *, site, service, no_services, **options) -> Answers:
        used = [] if no_services else service or [*found.places]
        return Answers(
            site=_site(site),
            controller=options["controller"],
            contact=options["contact"],
            privacy_page=_page(options["privacy_page"]),
            services=tuple(key for key in services() if key in used),
        )


def _site(host: str | None) -> Site:
    sites = Site.objects.select_related("root_page")
    wanted = sites.filter(hostname=host) if host else sites.filter(is_default_site=True)
    site = wanted.order_by("-is_default_site", "pk").first()
    if site:
        return site
    if host:
        known = ", ".join(sites.values_list("hostname", flat=True)) or "none"
        raise CommandError(f"No site has the host {host!r}. Known: {known}.")
    raise CommandError("No site is the default one: name one with --site.")


def _page(pk: int | None):
    page = BasePage.objects.filter(pk=pk).first() if pk else None
    if pk and not page:
        raise CommandError(f"No page has the key {pk}.")
    return page

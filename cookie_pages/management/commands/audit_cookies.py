import sys
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from wagtail.models import Site

from ...audit.browser import NoBrowser
from ...audit.formats import FORMATS
from ...audit.kinds import SEVERITIES
from ...audit.run import MOST_PAGES, fails, perform, start
from ...audit.words import state_in_words
from ...models import AuditRun

BAR = 30  # characters


class Command(BaseCommand):
    help = (
        "Drives a site with a real browser, in each state of consent, and says where it and its "
        "charter disagree (C38). Ends with 1 where a finding is as grave as --fail-on says, with 2 "
        "where the audit could not see all."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--site", help="Host name or key of the site; the default one without it."
        )
        parser.add_argument(
            "--base",
            default="",
            help="Where the site runs, such as http://127.0.0.1:8000; its own address without it.",
        )
        parser.add_argument(
            "--url",
            action="append",
            default=[],
            help="A path or an address that is opened besides the pages; may be repeated.",
        )
        parser.add_argument(
            "--max-pages", type=int, default=MOST_PAGES, help="Pages opened at most."
        )
        parser.add_argument(
            "--patience",
            type=int,
            default=15,
            help="Seconds until a page is given up.",
        )
        parser.add_argument(
            "--fail-on",
            choices=[*SEVERITIES[:-1], "never"],
            default="low",
            help="The least grave finding that makes the command fail.",
        )
        parser.add_argument("--format", choices=[*FORMATS], default="table")
        parser.add_argument(
            "--output", help="A file for the result, instead of the screen."
        )

    def handle(self, **options):
        if options["max_pages"] < 1 or options["patience"] < 1:
            raise CommandError("--max-pages and --patience are whole numbers above 0.")
        site = _site(options["site"])
        run = start(site, _base(options["base"]))
        try:
            perform(
                run,
                more=options["url"],
                most=options["max_pages"],
                patience=options["patience"] * 1000,
                progress=self._progress(run),
            )
        except (NoBrowser, ImproperlyConfigured) as error:
            raise CommandError(str(error)) from error
        self._give(FORMATS[options["format"]](run), options["output"])
        wanted = options["fail_on"]
        if wanted != "never" and fails(run, wanted):
            sys.exit(1)
        if run.status == AuditRun.Status.INCOMPLETE:
            sys.exit(2)

    def _give(self, text, output):
        if not output:
            self.stdout.write(text)
            return
        try:
            with open(output, "w", encoding="utf-8") as file:
                file.write(text + "\n")
        except OSError as error:
            raise CommandError(
                f"{output} can't be written: {error.strerror}"
            ) from error

    def _progress(self, run):
        """A bar on a terminal, nothing where the output is read by a machine."""
        if not self.stderr.isatty():
            return lambda number, state, address: None

        def progress(number, state, address):
            full = BAR * number // max(run.to_open, number)
            bar = "█" * full + "░" * (BAR - full)
            line = f"{bar} {number}/{run.to_open} {state_in_words(state)}"
            self.stderr.write(f"\r\033[K{line[:100]}", str, ending="")
            if number >= run.to_open:
                self.stderr.write("")

        return progress


def _site(wanted):
    sites = Site.objects.select_related("root_page")
    if not wanted:
        found = sites.filter(is_default_site=True)
    else:
        found = sites.filter(Q(pk=wanted) if wanted.isdecimal() else Q(hostname=wanted))
    if site := found.order_by("-is_default_site", "port").first():
        return site
    known = ", ".join(f"{site.pk} {site.hostname}:{site.port}" for site in sites)
    raise CommandError(f"There is no such site. There are: {known or 'none'}.")


def _base(address):
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        is_address = (
            parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        )
    except ValueError:
        is_address = False
    if not is_address:
        raise CommandError(
            f"--base is {address!r}: give an address such as http://127.0.0.1:8000."
        )
    return address.rstrip("/")

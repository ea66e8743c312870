"""What the visitors of one site are shown, and what the site's last audit found."""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils.timezone import is_aware, localdate, now
from django.utils.translation import gettext as _
from wagtail.models import Locale, Site

from ...audit.run import open_findings
from ...ledger.counts import counted_days
from ...models import (
    AuditRun,
    ConsentBanner,
    ConsentNotice,
    CookieSettings,
    PublishingFailure,
)
from ...models.catalogue import Translations
from ...notices.compile import banner_source, charter_source
from ..reports.by_site import ReportPolicy
from ..reports.figures import Figures


@dataclass
class SiteOverview:
    """``reads``: whether the reports of the site may be read by who asks."""

    site: Site
    reads: bool
    setting: CookieSettings | None = field(init=False)

    def __post_init__(self):
        self.setting = CookieSettings.objects.filter(site=self.site).first()

    @property
    def name(self):
        return self.site.site_name or self.site.hostname

    @cached_property
    def notice(self):
        notices = ConsentNotice.objects.filter(site_key=self.site.pk)
        return notices.defer("content").order_by("-number").first()

    @cached_property
    def failure(self):
        return PublishingFailure.objects.filter(site=self.site).first()

    @cached_property
    def banner(self):
        banners = Translations(ConsentBanner, Locale.get_default().pk)
        return banner_source(banners, self.setting, self.site)

    @property
    def no_banner(self):
        """Why visitors see no banner; empty where they do."""
        if self.banner:
            return ""
        if self.setting and self.setting.banner_id:
            return _("The banner that the settings name isn’t published.")
        if ConsentBanner.objects.filter(live=True).exists():
            return _("The settings of this site name no banner.")
        return _("No banner is published.")

    @cached_property
    def charter(self):
        return charter_source(self.site, self.setting)

    @cached_property
    def audit(self):
        runs = AuditRun.objects.filter(site_key=self.site.pk).defer("trackers")
        ended = runs.exclude(status=AuditRun.Status.RUNNING)
        return ended.order_by("-pk").first() if self.reads else None

    @property
    def findings(self):
        return len(open_findings(self.audit))

    @cached_property
    def month(self):
        """The figures of this month, today's too; None where they may not be read."""
        if not self.reads:
            return None
        today = localdate() if is_aware(now()) else now().date()
        return Figures.of(
            counted_days(today.replace(day=1), today, site_keys=[self.site.pk])
        )


def overviews(user) -> list[SiteOverview]:
    readable = {site.pk for site in ReportPolicy(ConsentNotice).sites_for(user)}
    sites = Site.objects.select_related("root_page").order_by("-is_default_site", "pk")
    return [SiteOverview(site, site.pk in readable) for site in sites]

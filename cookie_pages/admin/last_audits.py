"""On the home page of the admin: what the last audit of each site found."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from ..audit.run import open_findings
from ..models import AuditRun
from .reports.by_site import ReportPolicy


def last_runs(user) -> list[AuditRun]:
    """The newest run that ended of each site of which ``user`` may read the audits."""
    policy = ReportPolicy(AuditRun)
    if not policy.user_has_any_permission(user, ["view"]):
        return []
    ended = AuditRun.objects.exclude(status=AuditRun.Status.RUNNING)
    newest: dict[int, AuditRun] = {}
    runs = policy.rows_for(user, ended).select_related("site").defer("trackers")
    for run in runs.order_by("-pk")[:50]:
        newest.setdefault(run.site_key, run)
    return list(newest.values())


class LastAuditsPanel(Component):
    order = 60

    def __init__(self, runs):
        self.runs = runs

    def render_html(self, parent_context):
        lines = (
            (reverse("cookie_pages_audit", args=[r.pk]), said(r)) for r in self.runs
        )
        links = format_html_join("", '<li><a href="{}">{}</a></li>', lines)
        heading = _("Last audit of the site")
        return format_html("<section><h2>{}</h2><ul>{}</ul></section>", heading, links)


def said(run: AuditRun) -> str:
    ended = run.ended_at
    number = len(open_findings(run))
    return _("%(site)s, %(date)s: %(status)s, %(findings)s") % {
        "site": run.site or run.site_key,
        "date": date_format(localtime(ended) if ended.tzinfo else ended, "DATE_FORMAT"),
        "status": run.get_status_display(),
        "findings": ngettext("%(n)d finding", "%(n)d findings", number) % {"n": number},
    }

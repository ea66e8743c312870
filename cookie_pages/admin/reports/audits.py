"""The audits of a site: the list, one with what to do, and what was acknowledged."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import Site

from ...audit.background import launch
from ...audit.run import open_findings, start
from ...audit.words import problem_in_words, said_of
from ...models import Acknowledgement, AuditRun
from ..page import AdminPage
from ..spreadsheets import Exported
from .audited import gone_since, groups_of
from .base import CookieReport
from .by_site import ReportPolicy

# A run that was not heard of for so long ended with its process.
SILENT = timedelta(hours=2)


class StartForm(forms.Form):
    """Which site to audit: those of which the user may read the reports."""

    site = forms.ModelChoiceField(
        label=gettext_lazy("Site"), queryset=None, empty_label=None
    )

    def __init__(self, *args, sites, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["site"].queryset = sites


class AcknowledgeForm(forms.ModelForm):
    class Meta:
        model = Acknowledgement
        fields = ["key", "reason"]
        widgets = {
            "key": forms.HiddenInput,
            "reason": forms.Textarea(attrs={"rows": 2}),
        }


def findings_in_words(run):
    return "; ".join(said_of(item) for item in open_findings(run))


def problems_in_words(run):
    return "; ".join(problem_in_words(item) for item in run.problems)


class AuditsReport(CookieReport):
    model = AuditRun
    policy_class = ReportPolicy
    page_title = gettext_lazy("Audits of the site")
    help_text = gettext_lazy(
        "A browser opens the pages of a site in each state of consent, as its visitors do, and "
        "says where they and the charter disagree."
    )
    header_icon = "search"
    index_url_name = "cookie_pages_audits"
    index_results_url_name = "cookie_pages_audits_results"
    results_template_name = "cookie_pages/admin/audits_results.html"
    default_ordering = "-started_at"
    columns = [
        TitleColumn(
            "started_at",
            label=gettext_lazy("Date"),
            url_name="cookie_pages_audit",
            accessor=lambda run: run.started_at,
            sort_key="started_at",
        ),
        Column("site", label=gettext_lazy("Site")),
        Column("get_status_display", label=gettext_lazy("Status")),
        Column(
            "open_findings",
            label=gettext_lazy("Findings"),
            accessor=lambda run: len(open_findings(run)),
        ),
        DateColumn("ended_at", label=gettext_lazy("Ended")),
    ]
    exported = [
        Exported("started_at"),
        Exported("ended_at"),
        Exported("site", gettext_lazy("Site")),
        Exported("base", gettext_lazy("Address")),
        Exported("status", gettext_lazy("Status"), "get_status_display"),
        Exported("findings", gettext_lazy("Findings"), findings_in_words),
        Exported("problems", gettext_lazy("Problems"), problems_in_words),
    ]

    def get_base_queryset(self):
        runs = AuditRun.objects.select_related("site")
        return self.permission_policy.rows_for(self.request.user, runs)

    def get_context_data(self, **kwargs):
        sites = self.permission_policy.sites_for(self.request.user)
        may = self.permission_policy.user_has_permission(self.request.user, "add")
        return super().get_context_data(**kwargs) | {
            "start": StartForm(sites=sites) if may else None
        }


class StartAuditView(View):
    """``POST``: starts an audit in the background, one at a time for each site."""

    http_method_names = ["post"]

    def post(self, request):
        policy = ReportPolicy(AuditRun)
        if not policy.user_has_permission(request.user, "add"):
            raise PermissionDenied
        form = StartForm(request.POST, sites=policy.sites_for(request.user))
        if not form.is_valid():
            messages.error(request, _("Choose the site to audit."))
            return redirect("cookie_pages_audits")
        site = form.cleaned_data["site"]
        running = AuditRun.objects.filter(
            site_key=site.pk,
            status=AuditRun.Status.RUNNING,
            started_at__gt=timezone.now() - SILENT,
        ).first()
        if running:
            messages.warning(request, _("An audit of this site is running already."))
            return redirect("cookie_pages_audit", running.pk)
        # Where the admin is on the same site, its address surely leads there.
        is_here = Site.find_for_request(request) == site
        run = start(site, request.build_absolute_uri("/")[:-1] if is_here else "")
        launch(run)
        return redirect("cookie_pages_audit", run.pk)


class AuditView(AdminPage):
    """One run: findings by what to do; ``POST`` acknowledges one of them, with a reason."""

    template_name = "cookie_pages/admin/audit.html"
    header_icon = "search"
    permission_policy = ReportPolicy(AuditRun)
    any_permission_required = ["view"]
    above = ("cookie_pages_audits", AuditsReport.page_title)

    def dispatch(self, request, *args, pk, **kwargs):
        runs = AuditRun.objects.select_related("site")
        runs = self.permission_policy.rows_for(request.user, runs)
        self.run = get_object_or_404(runs, pk=pk)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Audit of %(site)s") % {"site": self.run.site or self.run.site_key}

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        if self.run.status == AuditRun.Status.RUNNING:
            response["Refresh"] = "3"
        return response

    def post(self, request):
        if not self.permission_policy.user_has_permission(request.user, "add"):
            raise PermissionDenied
        form = AcknowledgeForm(request.POST)
        known = {item["key"] for item in self.run.findings}
        if form.is_valid() and form.cleaned_data["key"] in known:
            Acknowledgement.objects.update_or_create(
                site_key=self.run.site_key,
                key=form.cleaned_data["key"],
                defaults={
                    "reason": form.cleaned_data["reason"],
                    "author": request.user,
                },
            )
            messages.success(request, _("The finding is acknowledged."))
        else:
            messages.error(request, _("Say why this finding may stay as it is."))
        return redirect("cookie_pages_audit", self.run.pk)

    def get_context_data(self, **kwargs):
        acknowledged = Acknowledgement.objects.filter(site_key=self.run.site_key)
        keys = {item["key"] for item in self.run.findings}
        return super().get_context_data(**kwargs) | {
            "run": self.run,
            "problems": [problem_in_words(item) for item in self.run.problems],
            "groups": groups_of(self.run),
            "gone": gone_since(self.run),
            "acknowledged": acknowledged.filter(key__in=keys).select_related("author"),
            "form": AcknowledgeForm(),
            "may": self.permission_policy.user_has_permission(self.request.user, "add"),
            "running": self.run.status == AuditRun.Status.RUNNING,
        }

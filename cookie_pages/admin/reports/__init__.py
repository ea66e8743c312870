"""Reports of the Wagtail admin, each behind the permission to view what it lists."""

from django.urls import path

from .audits import AuditsReport, AuditView, StartAuditView
from .notices import NoticesReport, NoticeView
from .records import RecordsReport
from .seen import SeenCookiesReport

REPORTS = {
    "cookie-notices": NoticesReport,
    "consent-records": RecordsReport,
    "cookies-seen": SeenCookiesReport,
    "cookie-audits": AuditsReport,
}

urls = [
    path(
        "reports/cookie-notices/<int:pk>/",
        NoticeView.as_view(),
        name="cookie_pages_notice",
    ),
    path(
        "reports/cookie-audits/start/",
        StartAuditView.as_view(),
        name="cookie_pages_audit_start",
    ),
    path(
        "reports/cookie-audits/<int:pk>/",
        AuditView.as_view(),
        name="cookie_pages_audit",
    ),
]
for slug, view in REPORTS.items():
    name = view.index_url_name
    results = view.as_view(results_only=True)
    urls += [
        path(f"reports/{slug}/", view.as_view(), name=name),
        path(f"reports/{slug}/results/", results, name=f"{name}_results"),
    ]

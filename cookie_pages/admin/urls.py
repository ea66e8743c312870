"""The addresses of the module's own pages in the admin."""

from django.urls import path

from .declarations.translate import TranslateView
from .exchange import ExchangeView, ExportView
from .known import known_view
from .overview.advice import AdviceView
from .overview.view import OverviewView
from .reports import REPORTS
from .reports.audits import AuditView, StartAuditView
from .reports.notices import NoticeView
from .start.view import StartedView, StartView

# Below the admin: the address, its view and its name.
PAGES = [
    ("cookie-pages/", OverviewView.as_view(), "overview"),
    ("cookie-pages/start/", StartView.as_view(), "start"),
    ("cookie-pages/start/<int:pk>/", StartedView.as_view(), "started"),
    ("cookie-pages/advice/", AdviceView.as_view(), "advice"),
    ("cookie-pages/exchange/", ExchangeView.as_view(), "exchange"),
    ("cookie-pages/export/<slug:wanted>/", ExportView.as_view(), "export"),
    ("cookie-pages/known/", known_view, "known"),
    (
        "cookie-pages/translate/<slug:model>/<int:pk>/<slug:language>/",
        TranslateView.as_view(),
        "translate",
    ),
    ("reports/cookie-notices/<int:pk>/", NoticeView.as_view(), "notice"),
    ("reports/cookie-audits/start/", StartAuditView.as_view(), "audit_start"),
    ("reports/cookie-audits/<int:pk>/", AuditView.as_view(), "audit"),
]
urls = [
    path(address, view, name=f"cookie_pages_{name}") for address, view, name in PAGES
]
for slug, view in REPORTS.items():
    name = view.index_url_name
    results = view.as_view(results_only=True)
    urls += [
        path(f"reports/{slug}/", view.as_view(), name=name),
        path(f"reports/{slug}/results/", results, name=f"{name}_results"),
    ]

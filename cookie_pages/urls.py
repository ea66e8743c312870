from django.urls import path

from . import views

app_name = "cookie_pages"
urlpatterns = [
    path("", views.preferences_view, name="preferences"),
    path("consent/", views.consent_view, name="consent"),
    path(
        "panel/<int:number>/<str:language>/<str:key>/", views.panel_view, name="panel"
    ),
    path("account/", views.account_view, name="account"),
    path("receipt.json", views.receipt_view, name="receipt"),
    path("openapi.json", views.openapi_view, name="openapi"),
    path("sentinel/", views.sentinel_view, name="sentinel"),
    path("notice.json", views.notice_view, name="notice"),
]

from django.contrib import messages
from django.contrib.auth.models import Permission
from django.shortcuts import redirect
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.settings.registry import registry
from wagtail.snippets.models import register_snippet

from .admin import reports
from .admin.advice import advice_response
from .admin.failures import FailuresPanel, said, warn_after
from .admin.forecast import forecast_response
from .admin.known import known_view
from .admin.last_audits import LastAuditsPanel, last_runs
from .admin.reports.by_site import CODENAMES, ReportSitesForm
from .admin.usage import why_in_use
from .admin.viewsets import CookiesGroup
from .models import CookieSettings
from .models.declaration import Declaration

register_snippet(CookiesGroup)
registry.register(CookieSettings, icon="clipboard-list")


@hooks.register("before_delete_snippet")
def refuse_to_delete_what_is_used(request, instances):
    """Answers the form and the bulk action alike: nothing is deleted, and it is said why."""
    ours = [instance for instance in instances if isinstance(instance, Declaration)]
    reasons = [reason for reason in map(why_in_use, ours) if reason]
    if request.method != "POST" or not reasons:
        return None
    for reason in reasons:
        messages.error(request, reason)
    return redirect(ours[0].snippet_viewset.get_url_name("list"))


@hooks.register("register_admin_urls")
def register_admin_urls():
    known = path("cookie-pages/known/", known_view, name="cookie_pages_known")
    return [*reports.urls, known]


class ReportMenuItem(MenuItem):
    """Shown to who may view what the report lists."""

    def __init__(self, slug, view, order):
        super().__init__(
            view.page_title,
            reverse(view.index_url_name),
            name=slug,
            icon_name=view.header_icon,
            order=order,
        )
        self.policy = view.permission_policy

    def is_shown(self, request):
        return self.policy.user_has_any_permission(request.user, ["view"])


def _menu_item(slug, view, order):
    return lambda: ReportMenuItem(slug, view, order)


for position, (slug, view) in enumerate(reports.REPORTS.items()):
    hooks.register(
        "register_reports_menu_item", _menu_item(slug, view, 1200 + position)
    )


@hooks.register("register_permissions")
def register_report_permissions():
    return Permission.objects.filter(
        content_type__app_label="cookie_pages",
        codename__in=[*CODENAMES, "view_seencookie", "add_auditrun"],
    )


@hooks.register("register_group_permission_panel")
def register_sites_of_reports():
    return ReportSitesForm


hooks.register("before_edit_snippet", forecast_response)
hooks.register("before_edit_page", advice_response)
for name in ("create", "edit", "delete"):
    hooks.register(f"after_{name}_snippet", warn_after)
for name in ("publish", "unpublish", "move", "delete"):
    hooks.register(f"after_{name}_page", warn_after)


@hooks.register("construct_homepage_panels")
def say_what_visitors_do_not_see(request, panels):
    if said():
        panels.append(FailuresPanel())


@hooks.register("construct_homepage_panels")
def say_what_the_last_audits_found(request, panels):
    if runs := last_runs(request.user):
        panels.append(LastAuditsPanel(runs))

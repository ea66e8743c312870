from django.contrib import messages
from django.contrib.auth.models import Permission
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.contrib.settings.registry import registry
from wagtail.snippets.models import register_snippet

from .admin.advice import advice_response
from .admin.declarations.bulk import PublishBulkAction, UnpublishBulkAction
from .admin.declarations.menu_items import publish_by_site, unpublish_by_site
from .admin.failures import FailuresPanel, said, warn_after
from .admin.forecast import forecast_response
from .admin.group_sites import SitesForm
from .admin.menu import ChartersItem, CookiesGroup, charter_viewsets
from .admin.overview.panel import AskPanel, OverviewPanel
from .admin.overview.view import may_see
from .admin.reports.by_site import CODENAMES
from .admin.urls import urls
from .admin.usage import why_in_use
from .models import CookieSettings
from .models.declaration import Declaration

register_snippet(CookiesGroup)
registry.register(CookieSettings, icon="cookie")


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
    return urls


@hooks.register("register_admin_viewset")
def register_charter_lists():
    return charter_viewsets()


@hooks.register("register_icons")
def register_icons(icons):
    return [*icons, "cookie_pages/icons/cookie.svg"]


@hooks.register("register_permissions")
def register_report_permissions():
    return Permission.objects.filter(
        content_type__app_label="cookie_pages",
        codename__in=[*CODENAMES, "view_seencookie", "add_auditrun"],
    )


@hooks.register("register_group_permission_panel")
def register_sites_of_groups():
    return SitesForm


hooks.register("register_bulk_action", PublishBulkAction)
hooks.register("register_snippet_action_menu_item", publish_by_site)
hooks.register("register_snippet_action_menu_item", unpublish_by_site)
hooks.register("register_bulk_action", UnpublishBulkAction)
hooks.register("before_edit_snippet", forecast_response)
hooks.register("before_edit_page", advice_response)
hooks.register("before_edit_snippet", advice_response)
for name in ("create", "edit", "delete"):
    hooks.register(f"after_{name}_snippet", warn_after)
for name in ("publish", "unpublish", "move", "delete"):
    hooks.register(f"after_{name}_page", warn_after)


@hooks.register("construct_homepage_panels")
def say_what_visitors_do_not_see(request, panels):
    if said():
        panels.append(FailuresPanel())


@hooks.register("construct_homepage_panels")
def show_the_overview(request, panels):
    if may_see(request.user):
        panels.append(OverviewPanel())
    elif ChartersItem("", "").is_shown(request):
        panels.append(AskPanel())

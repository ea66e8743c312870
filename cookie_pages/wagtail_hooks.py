from django.contrib import messages
from django.contrib.auth.models import Permission
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.settings.registry import registry
from wagtail.snippets.models import register_snippet

from . import reports, seed
from .models import CookieSettings
from .models.declaration import Declaration
from .usage import refusal
from .viewsets import CookiesGroup

register_snippet(CookiesGroup)
registry.register(CookieSettings, icon="clipboard-list")


@hooks.register("before_delete_snippet")
def refuse_to_delete_what_is_used(request, instances):
    """Answers the form and the bulk action alike: nothing is deleted, and it is said why."""
    ours = [instance for instance in instances if isinstance(instance, Declaration)]
    reasons = [reason for reason in map(refusal, ours) if reason]
    if request.method != "POST" or not reasons:
        return None
    for reason in reasons:
        messages.error(request, reason)
    return redirect(ours[0].snippet_viewset.get_url_name("list"))


@hooks.register("register_admin_urls")
def register_report_urls():
    return reports.urls


class SeenCookiesMenuItem(MenuItem):
    def is_shown(self, request):
        policy = reports.SeenCookiesReport.permission_policy
        return policy.user_has_permission(request.user, "view")


@hooks.register("register_reports_menu_item")
def register_seen_cookies_menu_item():
    return SeenCookiesMenuItem(
        _("Cookies seen by the server"),
        reverse("cookie_pages_seen"),
        name="cookies-seen",
        icon_name="view",
        order=1200,
    )


@hooks.register("register_permissions")
def register_report_permissions():
    return Permission.objects.filter(
        content_type__app_label="cookie_pages", codename__in=["view_seencookie"]
    )


@hooks.register("register_log_actions")
def register_seed_action(actions):
    actions.register_action(seed.ACTION, _("Seed"), _("Made by a command"))

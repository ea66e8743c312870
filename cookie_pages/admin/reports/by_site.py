"""Reports of some sites only: Wagtail's own permissions by site, as its settings have them.

Who has the permission to view from a group or directly sees every site; who has it for some
sites, in « Groups › Reports on consent », sees these alone: pages, filters and exports.
"""

from django import forms
from django.contrib.auth.models import Permission
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupSitePermission, Site
from wagtail.permission_policies.sites import SitePermissionPolicy

from ...models import ConsentNotice

CODENAMES = ["view_consentnotice", "view_consentrecord", "view_auditrun"]


class ReportPolicy(SitePermissionPolicy):
    """For a model of which each row says its site by ``site_key``."""

    def __init__(self, model):
        super().__init__(model, site_field_name="site_key")

    def sites_for(self, user):
        """The sites of which ``user`` may view the rows, as a queryset."""
        return self.sites_user_has_any_permission_for(user, ["view"])

    def keys_for(self, user) -> list[int] | None:
        """The keys of these sites; None for all, those of deleted sites too."""
        if user.is_superuser or self._user_has_global_permission(user, ["view"]):
            return None
        return [*self.sites_for(user).values_list("pk", flat=True)]

    def rows_for(self, user, rows):
        keys = self.keys_for(user)
        return rows if keys is None else rows.filter(site_key__in=keys)


def sites_in_filter(request):
    """The sites that the filters of a report offer to who asks."""
    return ReportPolicy(ConsentNotice).sites_for(request.user)


class ReportSitesForm(forms.Form):
    """The panel of a group's form: on which sites its members read notices and records."""

    sites = forms.ModelMultipleChoiceField(
        label=_("Sites"),
        queryset=Site.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "The members see the published notices, the consent records and the audits of these "
            "sites. The permissions to view them, above, are for every site."
        ),
    )
    icon = "clipboard-list"

    def __init__(self, *args, instance=None, **kwargs):
        self.group = instance
        super().__init__(*args, prefix="cookie_pages_reports", **kwargs)
        if instance and instance.pk:
            self.initial["sites"] = Site.objects.filter(
                pk__in=self._given().values("site")
            )

    def _given(self):
        return GroupSitePermission.objects.filter(
            group=self.group,
            permission__content_type__app_label="cookie_pages",
            permission__codename__in=CODENAMES,
        )

    def as_admin_panel(self):
        context = {
            "heading": _("Reports on consent"),
            "form": self,
            "panel_id": "cookie-pages-reports",
        }
        return render_to_string(
            "wagtailsettings/permissions/includes/site_permission_form.html", context
        )

    def save(self):
        sites = self.cleaned_data["sites"]
        self._given().exclude(site__in=sites).delete()
        for permission in Permission.objects.filter(
            content_type__app_label="cookie_pages", codename__in=CODENAMES
        ):
            for site in sites:
                GroupSitePermission.objects.get_or_create(
                    group=self.group, site=site, permission=permission
                )

"""In the form of a group: on which sites its members write, publish and read the reports."""

from django import forms
from django.contrib.auth.models import Permission
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupSitePermission, Site

from .reports.by_site import CODENAMES

SITED = ("purpose", "provider", "cookie")
# What each list of sites gives.
GIVEN = {
    "sites": CODENAMES,
    "writes": [f"{action}_{name}" for name in SITED for action in ("add", "change")],
    "publishes": [
        f"{action}_{name}"
        for name in SITED
        for action in ("publish", "delete", "lock", "unlock")
    ],
}


def sites_field(label, help_text):
    return forms.ModelMultipleChoiceField(
        label=label,
        queryset=Site.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
    )


class SitesForm(forms.Form):
    """A panel of the group's form."""

    sites = sites_field(
        _("Reports of these sites"),
        _(
            "The members see the published notices, the consent records and the audits of these "
            "sites. The permissions to view them, above, are for every site."
        ),
    )
    writes = sites_field(
        _("Write for these sites"),
        _(
            "The members make and edit the cookies, providers and purposes that are on these "
            "sites alone. What is on every site needs the permissions above."
        ),
    )
    publishes = sites_field(
        _("Publish for these sites"),
        _("The members publish, lock and delete what they may write there."),
    )
    icon = "clipboard-list"

    def __init__(self, *args, instance=None, **kwargs):
        self.group = instance
        super().__init__(*args, prefix="cookie_pages_reports", **kwargs)
        if instance and instance.pk:
            for name in GIVEN:
                sites = self._given(name).values("site")
                self.initial[name] = Site.objects.filter(pk__in=sites)

    def _given(self, name):
        return GroupSitePermission.objects.filter(
            group=self.group,
            permission__content_type__app_label="cookie_pages",
            permission__codename__in=GIVEN[name],
        )

    def as_admin_panel(self):
        context = {
            "heading": _("Cookies, by site"),
            "form": self,
            "panel_id": "cookie-pages-sites",
        }
        return render_to_string(
            "wagtailsettings/permissions/includes/site_permission_form.html", context
        )

    def save(self):
        for name, codenames in GIVEN.items():
            sites = self.cleaned_data[name]
            self._given(name).exclude(site__in=sites).delete()
            for permission in Permission.objects.filter(
                content_type__app_label="cookie_pages", codename__in=codenames
            ):
                for site in sites:
                    GroupSitePermission.objects.get_or_create(
                        group=self.group, site=site, permission=permission
                    )

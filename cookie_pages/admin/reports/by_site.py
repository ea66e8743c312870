"""Reports of some sites only: Wagtail's own permissions by site, as its settings have them.

Who has the permission to view from a group or directly sees every site; who has it for some
sites, in « Groups › Reports on consent », sees these alone: pages, filters and exports.
"""

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

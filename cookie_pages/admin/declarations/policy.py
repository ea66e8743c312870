"""Who may edit which declarations: all of them, or those of some sites alone."""

from django.core.exceptions import PermissionDenied
from wagtail.permission_policies.sites import SitePermissionPolicy


class DeclarationPolicy(SitePermissionPolicy):
    """Wagtail's permissions by site, for what holds on several of them.

    Who has a permission for some sites has it for a declaration that is on these sites alone;
    what is on every site needs the permission for all.
    """

    def __init__(self, model):
        super().__init__(model, site_field_name="sites")

    def keys_for(self, user, actions) -> set[int] | None:
        """The keys of the sites for which ``user`` may do one of ``actions``; None for all."""
        if self._user_has_global_permission(user, actions):
            return None
        sites = self.sites_user_has_any_permission_for(user, actions)
        return set(sites.values_list("pk", flat=True))

    def user_has_any_permission_for_instance(self, user, actions, instance):
        keys = self.keys_for(user, actions)
        if keys is None:
            return True
        if not instance.pk:
            return bool(keys)
        sites = instance.source_version.sites
        return bool(sites) and keys.issuperset(sites)

    def instances_user_has_any_permission_for(self, user, actions):
        every = self.model._default_manager.all()
        if self.keys_for(user, actions) is None:
            return every
        mine = [
            item.pk
            for item in every
            if self.user_has_any_permission_for_instance(user, actions, item)
        ]
        return every.filter(pk__in=mine)

    def users_with_any_permission_for_instance(self, actions, instance):
        users = self.users_with_any_permission(actions)
        mine = [
            user.pk
            for user in users
            if self.user_has_any_permission_for_instance(user, actions, instance)
        ]
        return users.filter(pk__in=mine)


class OnOwnSites:
    """A view of one declaration: its permissions are those for the sites that it is on."""

    def setup(self, request, *args, **kwargs):
        self._pk = kwargs.get("pk")
        super().setup(request, *args, **kwargs)

    def user_has_permission(self, permission):
        return super().user_has_permission(permission) and self._may({permission})

    def user_has_any_permission(self, permissions):
        return super().user_has_any_permission(permissions) and self._may(permissions)

    def _may(self, permissions):
        item = self._pk and self.model._default_manager.filter(pk=self._pk).first()
        # Who locked it may unlock it, without a permission to.
        actions = {"change" if "lock" in name else name for name in permissions}
        return not item or self._policy.user_has_any_permission_for_instance(
            self.request.user, actions, item
        )

    @property
    def _policy(self):
        return self.model.snippet_viewset.permission_policy

    def dispatch(self, request, *args, **kwargs):
        if not self._may({"add", "change", "delete", "publish", "view"}):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

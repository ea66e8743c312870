"""Publishing in the menu of a form, for who may publish the declarations of some sites alone.

Wagtail's own items ask for the permission for all.
"""

from wagtail.snippets.action_menu import PublishMenuItem, UnpublishMenuItem

from ...models.declaration import Declaration


class _BySite:
    def is_shown(self, context):
        model, user = context["model"], context["request"].user
        if context.get("locked_for_user") or super().is_shown(context):
            return False
        policy = model.snippet_viewset.permission_policy
        if context["view"] == "edit":
            item = context["instance"]
            return policy.user_has_permission_for_instance(user, "publish", item)
        return policy.user_has_permission(user, "publish")


class PublishBySite(_BySite, PublishMenuItem):
    pass


class UnpublishBySite(_BySite, UnpublishMenuItem):
    def is_shown(self, context):
        is_live = context["view"] == "edit" and context["instance"].live
        return is_live and super().is_shown(context)


def publish_by_site(model):
    """Hooks of Wagtail: an item for declarations, none for other snippets."""
    return PublishBySite(order=10) if issubclass(model, Declaration) else None


def unpublish_by_site(model):
    return UnpublishBySite(order=20) if issubclass(model, Declaration) else None

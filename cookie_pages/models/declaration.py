from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index


class Declaration(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """What an editor declares: drafted, revisioned, locked, approved, previewed, translated.

    ``DraftStateMixin`` is never left out: with autosave, a snippet that has revisions but no
    draft state gets its live row overwritten with half-typed text.

    Foreign keys of declarations are ``CASCADE``, since a revision that points at a deleted object
    can't be opened with ``PROTECT``; ``usage`` refuses to delete what is in use.
    """

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="%(class)s",
        for_concrete_model=False,
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="%(class)s",
        for_concrete_model=False,
    )
    preview_template = ""

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def is_on(self, site_key):
        """Whether it holds on the site."""
        return True

    @property
    def revisions(self):
        return self._revisions

    def get_preview_template(self, request, mode_name):
        return self.preview_template


def slug_help():
    return _(
        "Short, stable name used by templates and by the choice cookie: lower-case letters, "
        "digits and hyphens. Made from the name if you leave it empty. Changing it asks every "
        "visitor again."
    )

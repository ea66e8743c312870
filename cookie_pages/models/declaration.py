import math
from copy import copy
from functools import cache

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import resolve, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index

from .. import conf
from ..rules.advice import Advice, Level, said_by

DRAFT = models.Q(live=False)  # a row that no visitor sees may lack what publishing asks


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
    # The fields that each language has of its own; all others are those of the version that
    # decides, whatever the translation holds.
    TRANSLATED: tuple[str, ...] = ()
    # What it may not say, and what it had better not.
    RULES: tuple[Advice, ...] = ()
    # Set by a form that saves without publishing: what publishing would refuse is then advice.
    is_draft = False

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def is_on(self, site_key):
        """Whether it holds on the site."""
        return True

    def clean(self):
        super().clean()
        self.normalise()
        errors = self.form_errors()
        if not self.is_draft:
            errors = self.publish_errors() | errors
        if errors:
            raise ValidationError(errors)

    def normalise(self):
        """Write what was given as it is kept, such as a domain for a pasted address."""

    def form_errors(self):
        """What can't be kept even in a draft: a message by field."""
        return {}

    def advice(self):
        """What each of its rules says, what the law forbids first."""
        said = said_by(self.RULES, self)
        return sorted(said, key=lambda item: item.level != Level.FORBIDDEN)

    def publish_errors(self):
        """What publishing refuses: the first message of each field."""
        errors = {}
        for item in self.advice():
            if item.level == Level.FORBIDDEN:
                errors.setdefault(item.field, str(item))
        return errors

    @classmethod
    def with_references(cls):
        """All of them by key, with what they refer to: none asks the database again."""
        names = [
            field.name
            for field in cls._meta.fields
            if field.is_relation and field.name in cls.decided_fields()
        ]
        related = ["locale", *names, *(f"{name}__locale" for name in names)]
        return cls.objects.select_related(*related).order_by("pk")

    @property
    def latest_draft(self):
        """As its latest draft is: itself where none waits."""
        if self.has_unpublished_changes:
            return self.get_latest_revision_as_object()
        return self

    def as_published(self):
        """Its latest draft as it would be live. Raises ``ValidationError`` where it can't be."""
        draft = copy(self.latest_draft)
        draft.live = True
        draft.full_clean()
        return draft

    @property
    def source_version(self):
        """The version of the default language, else the oldest: it decides all but the words."""
        default = get_supported_content_language_variant(settings.LANGUAGE_CODE)
        if not self.locale_id or self.locale.language_code == default:
            return self
        others = type(self).objects.filter(translation_key=self.translation_key)
        known = [*others.exclude(pk=self.pk).select_related("locale"), self]
        return min(
            known,
            key=lambda item: (
                item.locale.language_code != default,
                item.pk or math.inf,
            ),
        )

    @classmethod
    @cache
    def decided_fields(cls) -> tuple[str, ...]:
        """The names of the editable fields that a translation has from its source."""
        own = {"id", "translation_key", "locale", *cls.TRANSLATED}
        state = {
            field.name
            for base in (WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin)
            for field in base._meta.fields
        }
        return tuple(f.name for f in cls._meta.fields if f.name not in own | state)

    def take_from(self, source):
        """Set what ``source`` decides."""
        for name in self.decided_fields():
            field = self._meta.get_field(name)
            setattr(self, field.attname, getattr(source, field.attname))

    @property
    def revisions(self):
        return self._revisions

    @property
    def preview_modes(self):
        return [
            ("item", self._meta.verbose_name.capitalize()),
            ("banner", _("Banner")),
            ("panel", _("Panel")),
            ("preferences", _("Preferences page")),
        ]

    def get_preview_template(self, request, mode_name):
        if mode_name in ("", "item") and self.preview_template:
            return self.preview_template
        return "cookie_pages/preview/banner.html"

    def get_preview_context(self, request, mode_name):
        context = super().get_preview_context(request, mode_name)
        return context | {"base_template": conf.site_template(), "mode": mode_name}

    def serve_preview(self, request, mode_name):
        """In its own language, with the draft in the place of what visitors see now."""
        request.cookie_pages_draft = self
        with translation.override(
            self.locale.language_code if self.locale_id else None
        ):
            if mode_name == "preferences":
                return resolve(reverse("cookie_pages:preferences")).func(request)
            return super().serve_preview(request, mode_name).render()


def slug_help():
    return _(
        "Short, stable name used by templates and by the choice cookie: lower-case letters, "
        "digits and hyphens. Made from the name if you leave it empty. Changing it asks every "
        "visitor again."
    )

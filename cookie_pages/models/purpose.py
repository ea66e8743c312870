from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from ..wording import vague_phrases
from .declaration import Declaration, slug_help

# Names that the choice cookie and the preferences form use themselves.
RESERVED_SLUGS = (
    "terms",
    "at",
    "all",
    "language",
    "method",
    "next",
    "notice",
    "record",
)

validate_slug = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
    _("Use lower-case letters, digits and single hyphens, such as “statistics”."),
)


class Purpose(Declaration):
    """Why trackers are used: the thing that a visitor accepts or refuses."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.CharField(
        _("slug"), max_length=40, validators=[validate_slug], help_text=slug_help()
    )
    description = models.TextField(
        _("description"),
        max_length=600,
        help_text=_(
            "Shown before the choice. Say what is done and for what, for example “Count visits "
            "page by page, to know which pages help”, not “improve your experience”."
        ),
    )
    needs_consent = models.BooleanField(
        _("needs consent"),
        default=True,
        help_text=_(
            "Leave ticked unless each cookie of this purpose belongs to one of CNIL's seven "
            "exempt classes."
        ),
    )
    sort_order = models.PositiveSmallIntegerField(
        _("order"),
        default=0,
        help_text=_("Purposes are shown from the lowest number up."),
    )

    search_fields = [
        index.SearchField("name"),
        index.SearchField("description"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]
    preview_template = "cookie_pages/preview/purpose.html"

    class Meta(Declaration.Meta):
        verbose_name = _("purpose")
        verbose_name_plural = _("purposes")
        ordering = ["sort_order", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "locale"],
                name="cookie_pages_purpose_slug",
                violation_error_message=_(
                    "Another purpose of this language has this slug."
                ),
            ),
            models.CheckConstraint(
                condition=~models.Q(slug__in=RESERVED_SLUGS),
                name="cookie_pages_purpose_slug_free",
                violation_error_message=_(
                    "The choice cookie uses this word itself: choose another slug."
                ),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        errors = {}
        vague = vague_phrases(self.description)
        if self.needs_consent and vague:
            errors["description"] = _(
                "“%(phrase)s” names no purpose: say what is done with the data, and for what "
                "(CNIL, lignes directrices 2020-091, par. 22 to 24)."
            ) % {"phrase": vague[0]}
        if not self.needs_consent and self.pk and self._unexempt_cookie():
            errors["needs_consent"] = _(
                "The cookie “%(cookie)s” of this purpose names no exempt class. Give it one, or "
                "leave this box ticked."
            ) % {"cookie": self._unexempt_cookie()}
        if errors:
            raise ValidationError(errors)

    def _unexempt_cookie(self):
        return self.cookies.filter(exemption_class__isnull=True).first()

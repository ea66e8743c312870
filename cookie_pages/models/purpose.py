from itertools import chain, count

from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from ..rules.advice import PURPOSE
from ..rules.advice.purpose import MOST_MONTHS
from ..rules.names import RESERVED_SLUGS, SLUG
from .audience import AudienceFields
from .consent_mode import ConsentTypesField
from .declaration import Declaration, slug_help
from .sites import OnSitesMixin

validate_slug = RegexValidator(
    SLUG,
    _("Use lower-case letters, digits and single hyphens, such as “statistics”."),
)
SLUG_TAKEN = _("The choice cookie uses this word itself: choose another slug.")


class Purpose(OnSitesMixin, AudienceFields, Declaration):
    """Why trackers are used: the thing that a visitor accepts or refuses."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.CharField(
        _("slug"),
        max_length=40,
        blank=True,
        validators=[validate_slug],
        help_text=slug_help(),
    )
    description = models.TextField(
        _("description"),
        max_length=600,
        help_text=_(
            "Shown before the choice. Say what is done and for what, for example “Count visits "
            "page by page, to know which pages help”, not “improve your experience”."
        ),
    )
    personal_data = models.CharField(
        _("personal data"),
        max_length=300,
        blank=True,
        help_text=_(
            "The kinds of data that are read, kept or sent, separated by commas, such as “IP "
            "address, pages viewed”. Shown below the description, and kept with the proof."
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
    refused_by_browser = models.BooleanField(
        _("refused by the browser's signal"),
        default=False,
        help_text=_(
            "A browser that sends Global Privacy Control refuses this purpose, until the visitor "
            "chooses otherwise here. It never accepts anything."
        ),
    )
    google_consent_types = ConsentTypesField(_("Google Consent Mode signals"))
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
    RULES = PURPOSE
    TRANSLATED = ("name", "description", "personal_data", "audience_reason")

    class Meta(Declaration.Meta):
        verbose_name = _("purpose")
        verbose_name_plural = _("purposes")
        ordering = ["sort_order", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(audience_data_months__isnull=True)
                | models.Q(audience_data_months__range=(1, MOST_MONTHS)),
                name="cookie_pages_purpose_audience_data",
                violation_error_message=_("25 at most."),
            ),
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
                violation_error_message=SLUG_TAKEN,
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        # A draft may be saved before its name is known, and needs a slug of its own all the same.
        self._fill_slug()
        source = self._source()
        if source:
            # A draft of the translation may still hold the one of before.
            self.slug = source.slug
        super().save(*args, **kwargs)
        if not source:
            self._others().exclude(slug=self.slug).update(slug=self.slug)

    @classmethod
    def next_order(cls):
        """The number that puts a new purpose last."""
        last = cls.objects.aggregate(last=models.Max("sort_order"))["last"]
        return 0 if last is None else last + 1

    def _others(self):
        """This purpose in other languages."""
        same = Purpose.objects.filter(translation_key=self.translation_key)
        return same.exclude(pk=self.pk)

    def _source(self):
        """The version of another language that decides the slug; None if it is this one."""
        source = self.source_version
        return None if source is self else source

    def _fill_slug(self):
        """From the name, where it was left empty; never the slug of another purpose."""
        if self.slug or self._source():
            return
        stem = slugify(self.name)[:36].strip("-") or "purpose"
        others = Purpose.objects.exclude(pk=self.pk)
        taken = {*others.values_list("slug", flat=True), *RESERVED_SLUGS}
        numbered = (f"{stem}-{number}" for number in count(2))
        self.slug = next(slug for slug in chain([stem], numbered) if slug not in taken)

    def normalise(self):
        self._fill_slug()

    def form_errors(self):
        return self._slug_errors()

    def unexempt_cookie(self):
        """A cookie of it that names no exempt class; None without."""
        if not self.pk:
            return None
        return self.cookies.filter(exemption_class__isnull=True).first()

    def has_embeds(self):
        return bool(self.pk) and self.embed_providers.exists()

    def names_nobody(self):
        """Whether no cookie and no embed is declared for it."""
        source = self.source_version
        return bool(source.pk) and not (source.cookies.exists() or source.has_embeds())

    def _is_too_much_to_remember(self, others):
        """Browsers keep 4096 characters; the terms and the time take less than 100 of them."""
        slugs = {*others.values_list("slug", flat=True), self.slug}
        return sum(len("&=1") + len(slug) for slug in slugs) > 3900

    def _slug_errors(self):
        """The form leaves the language out, so the database's constraint isn't checked there."""
        others = Purpose.objects.exclude(pk=self.pk)
        same = others.exclude(translation_key=self.translation_key).filter(
            slug=self.slug
        )
        if self.slug in RESERVED_SLUGS:
            return {"slug": SLUG_TAKEN}
        if self.slug and same.exists():
            return {"slug": _("Another purpose has this slug: choose one of its own.")}
        if self._is_too_much_to_remember(others):
            return {
                "slug": _(
                    "With it, the choice cookie is longer than browsers keep: choose shorter "
                    "slugs, or fewer purposes."
                )
            }
        source = self._source()
        if source and self.slug not in ("", source.slug):
            text = _(
                "The slug is the same in every language: “%(slug)s”. Change it in %(language)s."
            )
            words = {"slug": source.slug, "language": source.locale.get_display_name()}
            return {"slug": text % words}
        return {}

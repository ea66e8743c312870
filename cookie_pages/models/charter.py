"""The charter: a page of blocks, and the cookies that its tables show."""

from dataclasses import dataclass, field

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import model_from_serializable_data
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.models.panels import PanelPlaceholder

from .. import conf
from ..blocks import INLINE, charter_blocks
from .base_page import BasePage
from .catalogue import Catalogue
from .charter_api import rows_of
from .cookie import Cookie


@dataclass
class Row:
    cookie: object
    provider: object


@dataclass
class Table:
    """One table of the charter: a purpose, and its cookies as rows."""

    purpose: object
    anchor: str
    rows: list = field(default_factory=list)


class CharterRow(Orderable):
    """A cookie in the table of a charter; its deletion is refused by ``usage``.

    A page of your own that takes ``CookieCharterMixin`` needs a concrete subclass with
    ``page = ParentalKey(YourPage, related_name="charter_rows", on_delete=models.CASCADE)``.
    """

    cookie = models.ForeignKey(
        "cookie_pages.Cookie",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("cookie or tracker"),
    )

    panels = ["cookie"]

    class Meta(Orderable.Meta):
        abstract = True

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """As part of a page's revision: the page looks all of its cookies up at once."""
        return model_from_serializable_data(cls, data, check_fks=False)


class CookieCharterMixin(models.Model):
    """What makes a page a charter: an introduction, a body and rows of cookies."""

    introduction = RichTextField(_("introduction"), blank=True, features=INLINE)
    body = StreamField(charter_blocks(), verbose_name=_("body"), blank=True)

    charter_panels = [
        PanelPlaceholder("cookie_pages.admin.panels.AdvicePanel", [], {}),
        "introduction",
        "body",
        PanelPlaceholder(
            "wagtail.admin.panels.MultipleChooserPanel",
            ["charter_rows"],
            {
                "chooser_field_name": "cookie",
                "heading": _("Cookies of the tables"),
                "label": _("Cookie"),
                "help_text": _(
                    "Each one shows in the table of its purpose, in this order. Cookies that "
                    "aren't published, or whose purpose or provider isn't, stay out."
                ),
            },
        ),
    ]
    template = "cookie_pages/charter_page.html"
    preview_modes = [
        ("unanswered", _("Without an answer")),
        ("refused", _("All refused")),
        ("accepted", _("All accepted")),
    ]
    # For Wagtail's API, v2 and v3.
    api_fields = ["introduction", "body", "rows"]

    class Meta:
        abstract = True

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        """Without the rows whose cookie was deleted since the revision was made."""
        if rows := data.get("charter_rows"):
            there = Cookie.objects.in_bulk([row["cookie"] for row in rows])
            rows = [row for row in rows if row["cookie"] in there]
            data = data | {"charter_rows": rows}
        return super().from_serializable_data(data, check_fks, strict_fks)

    def get_template(self, request, *args, **kwargs):
        """The site's own template for the page, where it has one."""
        own = super().get_template(request, *args, **kwargs)
        return [own, CookieCharterMixin.template]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"base_template": conf.site_template()}

    @cached_property
    def catalogue(self):
        parts = self.get_url_parts()
        return Catalogue(site_key=parts[0] if parts else None)

    @property
    def rows(self):
        """The cookies of the page's tables, as data."""
        return rows_of(self)

    @property
    def shown_since(self):
        """When what the page shows was last published: its own text, or one of its cookies."""
        dates = [self.last_published_at]
        for row in self.charter_rows.all():
            cookie = self.catalogue.cookies.source_of(row.cookie_id)
            if cookie in self.catalogue.declared_cookies:
                shown = self.catalogue.cookies.within(cookie, self.locale_id)
                dates.append(shown.last_published_at)
        return max((date for date in dates if date), default=timezone.now())

    def cookie_tables(self, block):
        """The tables of a cookie table block, in the page's language.

        ``block.purposes`` picks and orders them; empty, every purpose of the page's rows comes
        in the purposes' own order. A purpose without rows gives no table.
        """
        catalogue = self.catalogue
        declared = set(catalogue.declared_cookies)
        tables = {
            item: Table(item, self._anchor(item))
            for item in self._purposes(catalogue, block)
        }
        for row in self.charter_rows.all():
            cookie = catalogue.cookies.source_of(row.cookie_id)
            if cookie in declared and catalogue.purpose_of(cookie) in tables:
                # Once, whatever an old tab or a script added.
                declared.remove(cookie)
                table = tables[catalogue.purpose_of(cookie)]
                table.rows.append(self._row(catalogue, cookie))
        for source, table in tables.items():
            table.purpose = catalogue.purposes.within(source, self.locale_id)
        return [table for table in tables.values() if table.rows]

    @cached_property
    def _anchors(self):
        return set()

    def _anchor(self, purpose):
        """``cookies-<slug>`` for the purpose's first table on the page, which links point at."""
        anchor = f"cookies-{purpose.slug}"
        if anchor in self._anchors:
            return ""
        self._anchors.add(anchor)
        return anchor

    def _purposes(self, catalogue, block):
        chosen = list(block.get("purposes") or [])
        if not chosen:
            return catalogue.declared_purposes
        # A purpose that was deleted since leaves an empty place.
        sources = [catalogue.purposes.source_of(item.pk) for item in chosen if item]
        return [source for source in sources if catalogue.purposes.is_shown(source)]

    def _row(self, catalogue, cookie):
        return Row(
            catalogue.cookies.within(cookie, self.locale_id),
            catalogue.providers.within(catalogue.provider_of(cookie), self.locale_id),
        )


class CookieCharterPage(CookieCharterMixin, BasePage):  # noqa: DJ008 (BasePage has it)
    """The charter as a ready-made page; ``CookieCharterMixin`` is for a page of one's own."""

    # Of one name, whatever the site's page model is.
    page_ptr = models.OneToOneField(
        BasePage, on_delete=models.CASCADE, auto_created=True, parent_link=True
    )
    content_panels = [*BasePage.content_panels, *CookieCharterMixin.charter_panels]
    template = CookieCharterMixin.template
    page_description = _("Says which cookies the site uses, and why")

    class Meta:
        verbose_name = _("cookie charter")
        verbose_name_plural = _("cookie charters")


class CharterCookie(CharterRow):
    page = ParentalKey(
        CookieCharterPage, on_delete=models.CASCADE, related_name="charter_rows"
    )

    class Meta(CharterRow.Meta):
        pass

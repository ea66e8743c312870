from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page


class Introduced(Page):
    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, "introduction"]
    api_fields = [APIField("introduction")]

    class Meta:
        abstract = True

    def __str__(self):
        return self.title


class HomePage(Introduced):
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def cards(self):
        """The children that have an introduction to show, those of the menu first."""
        children = self.get_children().live().specific()
        shown = [page for page in children if getattr(page, "introduction", "")]
        return sorted(shown, key=lambda page: not page.show_in_menus)


class ContentPage(Introduced):
    """A page of text, with a third party's video and a statistics script if asked for."""

    body = RichTextField(_("body"), blank=True)
    video_address = models.URLField(
        _("address of the video player"),
        blank=True,
        help_text=_("Shown once the purpose “video” is accepted."),
    )
    video_title = models.CharField(_("title of the video"), max_length=120, blank=True)
    counts_visits = models.BooleanField(
        _("count visits"),
        default=False,
        help_text=_(
            "Runs the statistics script once the purpose “statistics” is accepted."
        ),
    )
    searches = models.BooleanField(
        _("search through the API"),
        default=False,
        help_text=_("Shows a form whose script calls the API with a CSRF token."),
    )

    template = "home/content_page.html"
    content_panels = [
        *Introduced.content_panels,
        "body",
        "video_address",
        "video_title",
        "counts_visits",
        "searches",
    ]
    api_fields = [*Introduced.api_fields, APIField("body")]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")

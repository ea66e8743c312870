"""On which sites a declaration holds: on all of them, or on some."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site


def site_choices():
    return [(site.pk, str(site)) for site in Site.objects.order_by("hostname", "port")]


class SitesField(models.JSONField):
    """Keys of sites, as a list; none stands for every site. Ticked one by one in the form.

    A list and no relation: it is kept in drafts and revisions, and costs visitors no query.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **({"default": list, "blank": True} | kwargs))

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            label=self.verbose_name.capitalize(),
            help_text=self.help_text,
            required=False,
            coerce=int,
            empty_value=[],
            choices=site_choices,
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value, model_instance):
        if not isinstance(value, list) or not all(type(key) is int for key in value):
            raise ValidationError(_("Give the keys of sites, as a list."))


class OnSitesMixin(models.Model):
    """``sites`` of the version that decides, that of the default language."""

    sites = SitesField(
        _("only on these sites"),
        help_text=_("Without any, on every site."),
    )

    class Meta:
        abstract = True

    def is_on(self, site_key):
        """Whether it holds on the site; on any for None."""
        return not site_key or not self.sites or site_key in self.sites

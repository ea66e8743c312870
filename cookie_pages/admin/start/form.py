"""The four questions of the guided start."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Site

from ...models import CookieSettings
from ...models.base_page import BasePage
from ...seed import wordings
from ...start.answers import Answers
from ...start.found import Found
from ...start.services import services

MOST = 3  # places named beside a service


class StartForm(forms.Form):
    """``found`` ticks the services; what the settings say already stands in the fields."""

    site = forms.ModelChoiceField(Site.objects.all(), label=_("Site"), empty_label=None)
    controller = forms.CharField(
        label=_("Who is responsible for the cookies of the site?"),
        max_length=200,
        help_text=_(
            "The name of your organisation, as visitors know it, such as “Town of Example”."
        ),
    )
    contact = forms.CharField(
        label=_("Whom may visitors ask about their data?"),
        max_length=255,
        help_text=_(
            "E-mail of the data-protection officer, or address of a contact page."
        ),
    )
    privacy_page = forms.ModelChoiceField(
        BasePage.objects.all(),
        label=_("Which page is the privacy policy?"),
        required=False,
        widget=AdminPageChooser,
        help_text=_("The banner and the charter link to it. It can be chosen later."),
    )
    services = forms.MultipleChoiceField(
        label=_("Which of these services does the site use?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Ticked: those that were found in the pages and templates. Others can be declared "
            "later."
        ),
    )

    def __init__(self, data=None, *, site: Site, found: Found):
        setting = CookieSettings.objects.filter(site=site).first()
        known = {
            "site": site,
            "controller": (setting and setting.controller) or site.site_name,
            "contact": setting.controller_contact if setting else "",
            "privacy_page": setting.privacy_page if setting else None,
            "services": [*found.places],
        }
        super().__init__(data, initial=known)
        self.fields["services"].choices = [
            (key, _label(service, found.places.get(key, [])))
            for key, service in services().items()
        ]
        if Site.objects.count() == 1:
            del self.fields["site"]
        self.site = site

    def answers(self) -> Answers:
        given = self.cleaned_data
        return Answers(
            site=given.get("site") or self.site,
            controller=given["controller"],
            contact=given["contact"],
            privacy_page=given["privacy_page"],
            services=tuple(given["services"]),
        )


def _label(service, places: list[str]) -> str:
    purpose = wordings.PURPOSE[service.purpose].title
    if not places:
        return f"{service.name} ({purpose})"
    named = ", ".join(places[:MOST]) + (", …" if len(places) > MOST else "")
    words = {"service": service.name, "purpose": purpose, "places": named}
    return _("%(service)s (%(purpose)s), found in: %(places)s") % words

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

# Google Consent Mode v2, basic: nothing of Google's loads before the choice (S2).
CONSENT_TYPES = [
    "ad_storage",
    "ad_user_data",
    "ad_personalization",
    "analytics_storage",
    "functionality_storage",
    "personalization_storage",
    "security_storage",
]


class ConsentTypesField(models.JSONField):
    """Some of Google's consent types, as a list; ticked one by one in the form."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **({"default": list, "blank": True} | kwargs))

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            label=self.verbose_name.capitalize(),
            help_text=self.help_text,
            required=False,
            choices=[(name, name) for name in CONSENT_TYPES],
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value, model_instance):
        if not isinstance(value, list) or set(map(str, value)) - set(CONSENT_TYPES):
            raise ValidationError(_("One of these consent types doesn't exist."))

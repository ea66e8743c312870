from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


def keep_what_the_source_decides():
    """wagtail-localize offers the words alone for translation, no slug and no host."""
    from wagtail_localize.fields import SynchronizedField, TranslatableField

    from .models import ConsentBanner, Cookie, Provider, Purpose

    for model in (Purpose, Provider, Cookie, ConsentBanner):
        model.override_translatable_fields = [
            *map(SynchronizedField, model.decided_fields()),
            *map(TranslatableField, model.TRANSLATED),
        ]


class CookiePagesConfig(AppConfig):
    name = "cookie_pages"
    verbose_name = _("Cookies and consent")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from wagtail.models import ReferenceIndex

        from . import checks, signal_handlers
        from .admin.charter_form import CharterForm
        from .admin.declarations.form import DeclarationForm
        from .models import CookieCharterMixin
        from .models.declaration import Declaration

        # The models don't import the admin.
        Declaration.base_form_class = DeclarationForm
        CookieCharterMixin.base_form_class = CharterForm
        # Wagtail indexes no setting by itself, so the use of a banner would be unseen.
        ReferenceIndex.register_model(self.get_model("CookieSettings"))
        if apps.is_installed("wagtail_localize"):
            keep_what_the_source_decides()
        checks.register_all()
        signal_handlers.connect()

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CookiePagesConfig(AppConfig):
    name = "cookie_pages"
    verbose_name = _("Cookies and consent")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from wagtail.models import ReferenceIndex

        from . import checks, signal_handlers
        from .admin.charter_form import CharterForm
        from .admin.declaration_form import DeclarationForm
        from .models import CookieCharterMixin
        from .models.declaration import Declaration

        # The models don't import the admin.
        Declaration.base_form_class = DeclarationForm
        CookieCharterMixin.base_form_class = CharterForm
        # Wagtail indexes no setting by itself, so the use of a banner would be unseen.
        ReferenceIndex.register_model(self.get_model("CookieSettings"))
        checks.register_all()
        signal_handlers.connect()

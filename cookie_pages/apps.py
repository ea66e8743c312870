from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CookiePagesConfig(AppConfig):
    name = "cookie_pages"
    verbose_name = _("Cookies and consent")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks

        checks.register_all()

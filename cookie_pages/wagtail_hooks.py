from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.contrib.settings.registry import registry
from wagtail.snippets.models import register_snippet

from . import seed
from .models import CookieSettings
from .viewsets import CookiesGroup

register_snippet(CookiesGroup)
registry.register(CookieSettings, icon="clipboard-list")


@hooks.register("register_log_actions")
def register_seed_action(actions):
    actions.register_action(seed.ACTION, _("Seed"), _("Made by a command"))

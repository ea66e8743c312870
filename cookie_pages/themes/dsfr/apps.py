from django.apps import AppConfig


class DsfrThemeConfig(AppConfig):
    name = "cookie_pages.themes.dsfr"
    label = "cookie_pages_dsfr"

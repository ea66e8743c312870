"""System checks: each says what is wrong with the set-up and what to do about it."""

from django.core.checks import Tags, register

from . import content, set_up, templates


def register_all() -> None:
    register(content.check_failures, Tags.database)
    register(content.check_published, Tags.database)
    register(content.check_shared_domain, Tags.database)
    register(set_up.check_urls, Tags.urls)
    for check in (
        set_up.check_settings,
        set_up.check_setting_names,
        set_up.check_app_order,
        set_up.check_themes,
        set_up.check_countries,
        set_up.check_site_settings,
        set_up.check_ledger,
        set_up.check_accounts,
        templates.check_raw_html,
        templates.check_embeds,
        templates.check_base_template,
        templates.check_banner,
    ):
        register(check)

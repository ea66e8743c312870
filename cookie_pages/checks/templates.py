"""What a site's own templates and blocks let through, or leave out."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.blocks import ListBlock, RawHTMLBlock
from wagtail.fields import StreamField

from ..start.sources import OWN, has_banner

EMBED = "wagtailembeds/embed_frontend.html"


def check_raw_html(app_configs, **kwargs):
    """What an editor pastes into a ``RawHTMLBlock`` runs at once, whoever refused (C39)."""
    fields = [
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    return [
        checks.Warning(
            f"{field} has a RawHTMLBlock: a frame or a script in it loads without consent.",
            hint="Render the block's value inside {% gated %}, or give editors an EmbedBlock.",
            obj=field,
            id="cookie_pages.W001",
        )
        for field in fields
        if any(isinstance(block, RawHTMLBlock) for block in _blocks(field.stream_block))
    ]


def _blocks(block):
    """The block and all that it is made of."""
    yield block
    inside = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, ListBlock):
        inside.append(block.child_block)
    for child in inside:
        yield from _blocks(child)


def check_embeds(app_configs, **kwargs):
    """A site's own template of embeds takes the place of the gate (C39)."""
    try:
        template = get_template(EMBED)
    except TemplateDoesNotExist:
        return []  # said by check_app_order
    source = Path(template.origin.name)
    if OWN in source.parents or "gated" in source.read_text(encoding="utf-8"):
        return []
    return [
        checks.Error(
            f"{source} has no gate, so embedded videos and maps load without consent.",
            hint="Delete it, or begin it with {% load cookie_pages_tags %}{% gated_embed embed %}.",
            id="cookie_pages.E010",
        )
    ]


def check_base_template(app_configs, **kwargs):
    name = getattr(settings, "COOKIE_PAGES_BASE_TEMPLATE", None)
    if not isinstance(name, str) or not name:
        return []  # the default, or said by check_settings
    try:
        get_template(name)
    except TemplateDoesNotExist:
        return [
            checks.Error(
                f"COOKIE_PAGES_BASE_TEMPLATE is {name!r}, a template that doesn't exist.",
                hint="Give the name of the template that the site's pages extend.",
                id="cookie_pages.E011",
            )
        ]
    return []


def check_banner(app_configs, **kwargs):
    """Without the tag no page asks, and every gate stays shut (C37)."""
    if has_banner():
        return []
    return [
        checks.Warning(
            "No template has {% cookie_banner %}, so no visitor is asked and gated content stays "
            "off.",
            hint="Put {% load cookie_pages_tags %}{% cookie_banner %} first thing in <body>, in "
            "the template that the site's pages extend.",
            id="cookie_pages.W004",
        )
    ]

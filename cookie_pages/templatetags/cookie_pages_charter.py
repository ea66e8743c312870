"""``{% load cookie_pages_charter %}``: what the charter's own templates need for its texts."""

from django import template

from ..seed.text import foreign_words, link_addresses

register = template.Library()
register.filter(link_addresses)
register.filter(foreign_words)

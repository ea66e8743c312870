"""Says in the Wagtail admin when visitors aren't shown what was published."""

from django.contrib import messages
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from ..notices.publication import unpublished


def said():
    """What to say, a text for each site whose publication failed."""
    return [
        _("Not shown to visitors: %(failure)s") % {"failure": failure}
        for failure in unpublished()
    ]


def warn_after(request, *changed):
    """A hook that runs once a change is saved: a message where visitors don't see it."""
    for text in said():
        messages.error(request, text)


class FailuresPanel(Component):
    """On the home page of the admin, for everyone who edits."""

    order = 50

    def render_html(self, parent_context):
        advice = _("Run manage.py publish_notices once the cause is mended.")
        return format_html(
            '<div class="help-block help-critical" role="alert">{} {}</div>',
            " ".join(said()),
            advice,
        )

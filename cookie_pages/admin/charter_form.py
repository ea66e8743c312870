"""The form of a charter: each cookie is in its list once.

A constraint in the database would refuse two rows that exchange their cookies, and would stop
each other page that is scheduled after such a charter.
"""

from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue
from wagtail.models import Locale

from ..blocks.usual import usual_sections
from ..models import Cookie


def start_with_the_usual_sections(page):
    """A new charter begins with them, in its own language; one that has text is left as it is."""
    if page is None or page.pk or page.body:
        return
    locale = page.locale if page.locale_id else Locale.get_active()
    with translation.override(locale.language_code):
        blocks = usual_sections()
    stream_block = page._meta.get_field("body").stream_block
    page.body = StreamValue(stream_block, blocks, is_lazy=True)


class CharterForm(WagtailAdminPageForm):
    def __init__(self, *args, **kwargs):
        start_with_the_usual_sections(kwargs.get("instance"))
        super().__init__(*args, **kwargs)
        rows = self.formsets.get("charter_rows")
        if rows:
            chosen = [row.instance.cookie_id for row in rows.forms]
            known = Cookie.objects.in_bulk([pk for pk in chosen if pk])
            for row in rows.forms:
                row.fields["cookie"].widget.known = known

    def clean(self):
        cleaned = super().clean()
        rows = self.formsets.get("charter_rows")
        if rows:
            rows.is_valid()  # cleans them, which is otherwise done after this form
        seen = set()
        for row in rows.forms if rows else []:
            values = getattr(row, "cleaned_data", {})
            cookie = values.get("cookie")
            if not cookie or values.get("DELETE"):
                continue
            if cookie.translation_key in seen:
                row.add_error("cookie", _("This cookie is in the list already."))
            seen.add(cookie.translation_key)
        return cleaned

"""Declarations out of the admin as a file, and in again after a preview of what changes."""

import json

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View

from ..exchange import FORMATS, Row, Unreadable, dump, load, read
from ..exchange.columns import KINDS, heading
from .forecast import with_what_ends
from .page import CheckedPage


def may(user, *actions) -> bool:
    """Whether ``user`` may do each of ``actions`` with the declarations of every site."""
    policies = [model.snippet_viewset.permission_policy for model in KINDS.values()]
    return all(
        policy.keys_for(user, {action}) is None
        for policy in policies
        for action in actions
    )


def previewed(text: str) -> list[Row]:
    """The rows that the preview's own form sends back. Raises ``ValueError`` or ``TypeError``."""
    rows = [Row(*row) for row in json.loads(text)]
    if not rows or not all(is_row(row) for row in rows):
        raise ValueError
    return rows


def is_row(row: Row) -> bool:
    texts = isinstance(row.cells, dict) and [*row.cells.values(), row.place]
    return row.kind in KINDS and bool(texts) and all(isinstance(t, str) for t in texts)


class ImportForm(forms.Form):
    """``rows``: what a preview was shown of, in place of the file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy(
            "CSV, XLSX or JSON: an export of this page, the Open Cookie Database, a scanner’s "
            "table, or the cookies that a browser kept."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.json"}),
    )
    publish = forms.BooleanField(
        label=gettext_lazy("Publish what the file says is published"),
        required=False,
        help_text=gettext_lazy("Otherwise all becomes drafts."),
    )
    confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)
    rows = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, may_publish, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_publish:
            del self.fields["publish"]

    def clean(self):
        cleaned = super().clean()
        try:
            if text := cleaned.get("rows"):
                cleaned["read"] = previewed(text)
            elif given := cleaned.get("file"):
                cleaned["read"] = read(given.name, given.read())
            else:
                self.add_error("file", _("Choose a file."))
        except Unreadable as error:
            self.add_error("file", str(error))
        except (ValueError, TypeError):
            self.add_error("file", _("Choose the file again."))
        return cleaned


class ExchangeView(CheckedPage):
    """``GET``: downloads, and the form; ``POST``: a preview, then the import itself."""

    template_name = "cookie_pages/admin/exchange.html"
    page_title = gettext_lazy("Import and export")
    header_icon = "download"
    above = ("cookie_pages_overview", gettext_lazy("Cookies: overview"))

    def may(self, user):
        return may(user, "add", "change")

    def _form(self, *args):
        return ImportForm(*args, may_publish=may(self.request.user, "publish"))

    def get_context_data(self, **kwargs):
        context = {"form": self._form(), "formats": [*FORMATS]}
        return super().get_context_data(**kwargs) | context | kwargs

    def post(self, request):
        form = self._form(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        rows = form.cleaned_data["read"]
        publish = bool(form.cleaned_data.get("publish"))
        rehearsed = load(rows, request.user, publish, rehearse=True)
        ends = max(
            (item.ends for item in with_what_ends(rehearsed.forecasts)), default=0
        )
        agrees = not ends or "asks_again" in request.POST
        if form.cleaned_data["confirmed"] and agrees and not rehearsed.faults:
            return self._import(rows, publish)
        context = self.get_context_data(
            form=form,
            outcome=rehearsed,
            faults=[
                (fault.place, fault.column and _title(fault.column), fault.message)
                for fault in rehearsed.faults
            ],
            rows=json.dumps(rows),
            publish=publish,
            ends=ends,
        )
        return self.render_to_response(context)

    def _import(self, rows, publish):
        done = load(rows, self.request.user, publish)
        number = len(done.changes)
        text = ngettext(
            "%(n)d declaration was imported.",
            "%(n)d declarations were imported.",
            number,
        )
        messages.success(self.request, text % {"n": number})
        return redirect("cookie_pages_overview")


def _title(column: str) -> str:
    try:
        return heading(column)
    except KeyError:
        return column


class ExportView(View):
    """All declarations in one of the formats."""

    def get(self, request, wanted):
        if not may(request.user, "change"):
            raise PermissionDenied
        if wanted not in FORMATS:
            raise Http404
        response = HttpResponse(dump(wanted), content_type=FORMATS[wanted])
        name = f"cookies-{localdate().isoformat()}.{wanted}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

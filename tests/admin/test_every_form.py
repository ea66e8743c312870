"""Every form opens, saves and previews with every field empty, at its longest, in every state."""

import pytest
from django.urls import reverse

from cookie_pages.models import ConsentBanner, Cookie, Provider, Purpose
from tests.admin.forms import fields_of, texts_of

pytestmark = pytest.mark.django_db
TYPES = [Purpose, Provider, Cookie, ConsentBanner]
FILLED = {"empty": 0, "one letter": 1, "longest": None}


def address(model, name, *args):
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def filled(html, length):
    """The form's fields, each text of ``length`` letters; of its longest if that is None."""
    data = fields_of(html)
    if length == 0:
        return data
    for name, longest in texts_of(html).items():
        if name in data:
            data[name] = "x" * min(longest if length is None else length, longest)
    return data


def saved(editor, model, data, **action):
    """The instance that was made, or None where the form came back with its errors."""
    before = set(model.objects.values_list("pk", flat=True))
    response = editor.post(address(model, "add"), data | action)
    made = model.objects.exclude(pk__in=before).first()
    if response.status_code == 302:
        assert made
        return made
    assert response.status_code == 200
    kept = fields_of(response.content.decode())
    for name, value in data.items():
        if isinstance(value, str) and value and not name.startswith("csrf"):
            assert kept.get(name, value) == value, f"{name} is lost"
    return None


@pytest.mark.parametrize("filling", FILLED)
@pytest.mark.parametrize("action", ["draft", "action-publish"])
@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_it_opens_saves_and_previews(editor, model, action, filling):
    for _ in range(2):  # a second one meets the first one's unique values
        empty = editor.get(address(model, "add")).content.decode()
        data = filled(empty, FILLED[filling])
        made = saved(editor, model, data, **{action: "1"})
        if not made:
            continue
        for name in ("edit", "history", "usage"):
            assert editor.get(address(model, name, made.pk)).status_code == 200
        page = editor.get(address(model, "edit", made.pk)).content.decode()
        data = filled(page, FILLED[filling])
        for again in ("draft", "action-publish", "action-unpublish"):
            response = editor.post(address(model, "edit", made.pk), data | {again: "1"})
            assert response.status_code in (200, 302)
            assert editor.get(address(model, "edit", made.pk)).status_code == 200
        preview = address(model, "preview_on_edit", made.pk)
        assert editor.post(preview, data).status_code == 200
        assert editor.get(preview).status_code == 200
    assert editor.get(address(model, "list")).status_code == 200

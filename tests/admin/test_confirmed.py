"""Who publishes what ends choices has confirmed it, and nothing typed is lost (C15)."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Workflow

from cookie_pages.models import ConsentNotice, Cookie, Provider, Purpose
from tests.admin.test_declarations import cookie_data, provider_data, purpose_data, url
from tests.factories import make_purpose, make_site_content
from tests.unit.test_records import make_record

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "1"}
CONFIRM = {"cookie-asks-again": "on"}
BOX = 'name="cookie-asks-again"'


@pytest.fixture
def chosen(publish_now):
    """A site where one visitor has chosen."""
    content = make_site_content()
    publish_now()
    make_record(ConsentNotice.objects.get())
    return content


def send(editor, model, data):
    return editor.post(url(model, "add"), data | PUBLISH)


@pytest.mark.parametrize(
    "model, data", [(Purpose, purpose_data), (Cookie, cookie_data)]
)
def test_what_ends_choices_is_confirmed_first(editor, chosen, model, data):
    data = data()
    refused = send(editor, model, data)
    page = refused.content.decode()
    assert refused.status_code == 200
    assert BOX in page
    assert "1 choix" in page
    assert data["name"] in page
    assert not model.objects.filter(name=data["name"]).exists()
    assert send(editor, model, data | CONFIRM).status_code == 302
    assert model.objects.get(name=data["name"]).live


def test_what_ends_no_choice_needs_no_confirmation(editor, chosen):
    assert send(editor, Provider, provider_data()).status_code == 302


def test_where_nobody_has_chosen_nothing_is_confirmed(editor, publish_now):
    make_site_content()
    publish_now()
    assert send(editor, Purpose, purpose_data()).status_code == 302


def test_a_draft_is_saved_and_its_box_is_shown(editor, chosen):
    assert editor.post(url(Purpose, "add"), purpose_data()).status_code == 302
    draft = Purpose.objects.get(slug="video")
    edit = url(Purpose, "edit", draft.pk)
    assert BOX in editor.get(edit).content.decode()
    assert editor.post(edit, purpose_data() | PUBLISH).status_code == 200
    assert editor.post(edit, purpose_data() | PUBLISH | CONFIRM).status_code == 302
    draft.refresh_from_db()
    assert draft.live


def test_who_approves_what_ends_choices_confirms_it_too(editor, admin_user, chosen):
    draft = make_purpose("video", live=False)
    draft.save_revision()
    approving = {"action-workflow-action": "true"}
    Workflow.objects.get().workflow_content_types.create(
        content_type=ContentType.objects.get_for_model(Purpose)
    )
    draft.get_workflow().start(draft, admin_user)
    edit = url(Purpose, "edit", draft.pk)
    approve = purpose_data() | approving | {"workflow-action-name": "approve"}
    assert editor.post(edit, approve).status_code == 200
    assert editor.post(edit, approve | CONFIRM).status_code == 302
    draft.refresh_from_db()
    assert draft.live


def test_what_is_declared_from_the_charter_is_confirmed_there(editor, chosen):
    create = reverse(Cookie.snippet_viewset.chooser_viewset.get_url_name("create"))
    data = cookie_data()
    refused = editor.post(create, data).json()
    assert refused["step"] == "reshow_creation_form"
    assert BOX in refused["htmlFragment"]
    assert "met fin\u00a0: 1." in refused["htmlFragment"]
    assert editor.post(create, data | CONFIRM).json()["step"] == "chosen"

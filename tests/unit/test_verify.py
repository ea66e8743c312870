"""The chain is whole, or it is said where it breaks (C23)."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.log_actions import LogContext

from cookie_pages.models import ConsentBanner, ConsentNotice, ConsentRecord
from cookie_pages.seed import publish
from tests.factories import make_site_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(publish_now):
    banner, _ = make_site_content()
    publish_now()
    for heading in ("Second", "Third"):
        banner.heading = heading
        banner.save()
        publish_now()


def verify():
    output = StringIO()
    call_command("verify_notices", stdout=output)
    return output.getvalue()


def broken(**values):
    ConsentNotice.objects.filter(number=2).update(**values)
    with pytest.raises(CommandError) as error:
        verify()
    return str(error.value)


def test_a_whole_chain_is_said_to_be(three):
    assert "3 notices, chain whole" in verify()


def test_one_byte_changed_breaks_it_and_is_named(three):
    content = ConsentNotice.objects.get(number=2).content
    assert "notice 2: its content" in broken(
        content=content.replace("Second", "Secord")
    )


def test_a_notice_sealed_again_breaks_the_next(three):
    from cookie_pages.models.notice import digest_of

    notice = ConsentNotice.objects.get(number=2)
    content = notice.content.replace("Second", "Secord")
    digest = digest_of(notice.previous_digest, content)
    assert "notice 3: it doesn't follow" in broken(content=content, digest=digest)


@pytest.mark.parametrize(
    "values",
    [
        {"terms": 9},
        {"author": "someone else"},
        {"published_at": timezone.now() - timedelta(days=9)},
    ],
)
def test_a_column_changed_is_seen(three, values):
    assert "notice 2: its" in broken(**values)


def test_a_missing_notice_is_named(three):
    assert "notice 2: it is missing" in broken(number=9)


def test_it_is_never_changed_or_deleted(three):
    notice = ConsentNotice.objects.first()
    for act in (notice.save, notice.delete):
        with pytest.raises(TypeError):
            act()
    with pytest.raises(ProtectedError):
        ConsentNotice.objects.all().delete()


def test_it_names_its_author_and_keeps_what_was_rendered(
    django_user_model, django_capture_on_commit_callbacks
):
    user = django_user_model.objects.create_user("edith")
    with LogContext(user=user), django_capture_on_commit_callbacks(execute=True):
        banner, _ = make_site_content()
        publish(banner)
    notice = ConsentNotice.objects.first()
    assert notice.author == notice.data["author"] == "edith"
    assert 'id="cookie-banner"' in notice.data["rendered"]["fr"]
    assert "Your data, your choice" in notice.data["rendered"]["fr"]
    assert "chain whole" in verify()


def test_a_fixture_keeps_the_chain_whole(three, tmp_path):
    path = tmp_path / "notices.json"
    call_command("dumpdata", "cookie_pages.consentnotice", output=str(path))
    ConsentNotice.objects.all()._raw_delete("default")
    call_command("loaddata", str(path), verbosity=0)
    assert "3 notices, chain whole" in verify()


def test_another_zone_of_the_columns_is_no_forgery(three):
    """As after a change of ``USE_TZ`` on SQLite."""
    notice = ConsentNotice.objects.get(number=2)
    ConsentNotice.objects.filter(number=2).update(
        published_at=notice.published_at + timedelta(hours=2)
    )
    assert "3 notices, chain whole" in verify()
    moved = notice.published_at + timedelta(minutes=7)
    assert "notice 2: its time" in broken(published_at=moved)


def test_the_last_notices_deleted_are_missed(three):
    head = ConsentNotice.objects.get(number=3).digest
    assert f"head {head}" in verify()
    last = ConsentNotice.objects.filter(number=3)
    pk = last.get().pk
    ConsentRecord.objects.create(
        notice_id=pk, site_key=last.get().site_key, choices={}, method="banner"
    )
    last._raw_delete("default")
    with pytest.raises(CommandError, match="notice 3: it is missing, and 1 records"):
        verify()
    ConsentRecord.objects.all().delete()
    with pytest.raises(CommandError, match="head .* is missing"):
        call_command("verify_notices", head=[head], stdout=StringIO())


def test_what_is_live_but_in_no_notice_is_said(three):
    ConsentBanner.objects.update(heading="Never published")
    with pytest.raises(CommandError, match="don't see what is live"):
        verify()

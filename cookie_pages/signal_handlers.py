"""Publishes a notice after each change that visitors see. Nothing happens in save hooks:
autosave and drafts save too."""

from django.apps import apps
from django.core.signals import request_finished
from django.db.models import ProtectedError
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from wagtail.log_actions import get_active_log_context
from wagtail.models import Locale, Site
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from .admin.usage import protect
from .consent.visitor import reread_sites
from .gates.page import leave_page
from .models import (
    ConsentBanner,
    ConsentNotice,
    Cookie,
    CookieCharterMixin,
    CookieSettings,
    Provider,
    Purpose,
)
from .models.base_page import BasePage
from .notices.publication import publish_after_commit
from .seed.groups import after_migrate
from .signals import notice_published

DRAFTED = (Purpose, Provider, Cookie, ConsentBanner)
PLAIN = (CookieSettings, Site, Locale)


def publish_all(**kwargs):
    """Publish each site's notice once what changed is committed; an equal one isn't published."""
    user = get_active_log_context().user
    publish_after_commit(user.get_username() if user else "")


def forbid_deletion(instance, **kwargs):
    raise ProtectedError(
        "A published notice is proof, and is never deleted.", {instance}
    )


def publish_if_charter(instance, **kwargs):
    if isinstance(instance, CookieCharterMixin):
        publish_all()


def purge_pages(site, **kwargs):
    """Purge what a front-end cache holds of the site: each of its pages shows the notice."""
    if not apps.is_installed("wagtail.contrib.frontend_cache"):
        return
    from wagtail.contrib.frontend_cache.utils import PurgeBatch

    roots = [site.root_page, *site.root_page.get_translations()]
    batch = PurgeBatch()
    for root in roots:
        batch.add_pages(
            BasePage.objects.live().descendant_of(root, inclusive=True).iterator()
        )
    batch.purge()


def connect():
    notice_published.connect(purge_pages)
    post_migrate.connect(after_migrate)
    for model in DRAFTED:
        published.connect(publish_all, sender=model)
        unpublished.connect(publish_all, sender=model)
        post_delete.connect(publish_all, sender=model)
        pre_delete.connect(protect, sender=model)
    for model in PLAIN:
        post_save.connect(publish_all, sender=model)
        post_delete.connect(publish_all, sender=model)
    post_save.connect(reread_sites, sender=Site)
    post_delete.connect(reread_sites, sender=Site)
    pre_delete.connect(forbid_deletion, sender=ConsentNotice)
    request_finished.connect(leave_page)
    page_published.connect(publish_if_charter)
    page_unpublished.connect(publish_if_charter)
    # The charter's address changes with that of any page above it.
    page_slug_changed.connect(publish_all)
    post_page_move.connect(publish_all)

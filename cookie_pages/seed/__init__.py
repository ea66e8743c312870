"""Takes ready-made content, makes it once: what an editor changed afterwards stays changed, and
what an editor deleted stays deleted."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType


def once(key, make):
    """The object made under ``key``: made now by ``make()`` if it never was.

    None if it was deleted since, or if ``make()`` itself gives None.
    """
    Seeded = apps.get_model("cookie_pages", "Seeded")
    if seeded := Seeded.objects.filter(key=key).first():
        manager = seeded.content_type.model_class()._default_manager
        return manager.filter(pk=seeded.object_id).first()
    instance = make()
    if instance is not None:
        content_type = ContentType.objects.get_for_model(
            instance, for_concrete_model=False
        )
        Seeded.objects.create(
            key=key, content_type=content_type, object_id=str(instance.pk)
        )
    return instance


def publish(instance):
    """Save ``instance``, make a revision of it and publish that."""
    instance.save()
    instance.save_revision().publish()
    # Publishing wrote to another instance of the same row.
    instance.refresh_from_db()
    return instance


def snippet(model_name, **values):
    """A function that makes and publishes a declaration of this app."""
    model = apps.get_model("cookie_pages", model_name)
    return lambda: publish(model(**values))

"""Whether a charter shows a cookie (C31, F1)."""

from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from .charter import CharterRow


def in_a_charter() -> Q:
    """A condition on cookies: a published charter has a row of it, in any language.

    Rows of a site's own pages count too.
    """
    rows = [model for model in apps.get_models() if issubclass(model, CharterRow)]
    same = {"page__live": True, "cookie__translation_key": OuterRef("translation_key")}
    return reduce(or_, (Q(Exists(model.objects.filter(**same))) for model in rows))

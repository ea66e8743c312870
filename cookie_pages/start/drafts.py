"""Makes drafts in each language of the site: once, whatever became of them."""

from collections.abc import Callable

from django.db import models
from django.utils import translation
from wagtail.models import Locale

from ..models import Seeded
from ..models.declaration import Declaration
from ..rules.languages import is_spoken
from ..seed import once
from .answers import Made, State

PREFIX = "start:"  # of the keys of what a start made
Words = Callable[[], dict[str, str]]


class Drafts:
    """``made``: all that was made or met, in order; ``user`` signs the revisions."""

    def __init__(self, user=None):
        self.user = user
        self.made: list[Made] = []
        self.source = Locale.get_default()
        others = Locale.objects.exclude(pk=self.source.pk).order_by("pk")
        self.others = [item for item in others if is_spoken(item.language_code)]

    def declare(
        self,
        key: str,
        model: type[Declaration],
        there: Declaration | None,
        words: Words,
        **values,
    ) -> Declaration | None:
        """The declaration ``there``, else a draft of it with its translations.

        ``words`` gives the translated fields in the active language. None if it was deleted
        since it was made.
        """
        named = values | words()
        name = named.get("name") or named["heading"]
        return self.once(
            key, model, name, there, lambda: self._declare(model, words, values)
        )

    def once(self, key: str, model, name: str, there, make):
        """What ``key`` stands for, told in ``made``: there already, made now, or deleted."""
        key = f"{PREFIX}{key}"
        is_known = Seeded.objects.filter(key=key).exists()
        item = once(key, lambda: there or make())
        if item is None:
            state = State.DELETED
        else:
            state = State.THERE if is_known or there else State.NEW
        self.tell(model, str(item or name), state, item)
        return item

    def tell(self, model, name: str, state: State, item=None) -> None:
        kind = str(model._meta.verbose_name)
        self.made.append(Made(kind, name, _languages(item), state, item))

    def _declare(self, model, words: Words, values: dict) -> Declaration:
        item = model(locale=self.source, **values)
        self._save(item, words)
        for locale in self.others:
            self._save(item.copy_for_translation(locale), words)
        return item

    def _save(self, item: Declaration, words: Words) -> None:
        with translation.override(item.locale.language_code):
            for name, text in words().items():
                setattr(item, name, text)
        item.live = False
        item.has_unpublished_changes = True
        item.save()
        item.save_revision(user=self.user, clean=False, log_action=True)


def _languages(item: models.Model | None) -> tuple[str, ...]:
    key = getattr(item, "translation_key", None)
    if item is None or key is None:
        return ()
    codes = type(item)._default_manager.filter(translation_key=key)
    return tuple(codes.order_by("pk").values_list("locale__language_code", flat=True))

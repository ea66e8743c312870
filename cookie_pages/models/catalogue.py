"""All live declarations in memory, each in the language asked for.

A declaration is one thing in several languages, held together by its translation key. Its
version in the site's default language decides whether it is declared at all, and which purpose
and provider it belongs to; the other versions only translate it.
"""

from collections import defaultdict
from copy import copy
from functools import cached_property
from math import inf

from wagtail.models import Locale

from .cookie import Cookie
from .provider import Provider
from .purpose import Purpose


class Translations:
    """The declarations of one model, by translation key and then by language."""

    def __init__(self, model, default_locale_id, drafts=(), site_key=None):
        """``site_key``: the site that is asked about; None for all of them.

        Each of ``drafts`` takes the place of what is saved under its key, if it is of this
        model; one that was never saved is added.
        """
        self.default_locale_id = default_locale_id
        self.site_key = site_key
        self.by_pk = {}
        self.versions = defaultdict(dict)
        ours = [draft for draft in drafts if isinstance(draft, model)]
        saved = {draft.pk: draft for draft in ours}
        for item in model.objects.select_related("locale").order_by("pk"):
            item = saved.get(item.pk, item)
            self.by_pk[item.pk] = item
            self.versions[item.translation_key][item.locale_id] = item
        for draft in ours:
            if not draft.pk:
                self.versions[draft.translation_key][draft.locale_id] = draft

    def source(self, key):
        """The version that decides: the default language's, else the oldest."""
        versions = self.versions[key]
        return versions.get(self.default_locale_id) or next(iter(versions.values()))

    def declared(self) -> list:
        """The sources that are live on the site, in the model's order."""
        sources = (self.source(key) for key in list(self.versions))
        return [source for source in sources if self.is_shown(source)]

    def is_shown(self, source):
        return bool(source) and source.live and source.is_on(self.site_key)

    def source_of(self, pk):
        """The source of the version ``pk``, or None where there is none."""
        item = self.by_pk.get(pk)
        return item and self.source(item.translation_key)

    def within(self, source, locale_id):
        """``source`` with its words in the language, or its own where it isn't translated."""
        item = self.versions[source.translation_key].get(locale_id)
        if item is source or not (item and item.live):
            return source
        words = copy(item)
        words.take_from(source)
        return words


class Catalogue:
    """What is declared on a site, or on all: three queries, whatever the number."""

    def __init__(self, drafts=(), site_key=None):
        default = Locale.get_default().pk
        self.purposes = Translations(Purpose, default, drafts, site_key)
        self.providers = Translations(Provider, default, drafts, site_key)
        self.cookies = Translations(Cookie, default, drafts, site_key)

    @cached_property
    def declared_purposes(self):
        """Live purposes in the order that the editor gave them."""
        return sorted(
            self.purposes.declared(),
            key=lambda item: (item.sort_order, item.name, item.pk or inf),
        )

    @cached_property
    def declared_cookies(self):
        """Live cookies of live purposes and live providers, by name."""
        complete = [item for item in self.cookies.declared() if self._complete(item)]
        return sorted(complete, key=lambda item: (item.name, item.pk or inf))

    def purpose_of(self, cookie):
        return self.purposes.source_of(cookie.purpose_id)

    def provider_of(self, cookie):
        return self.providers.source_of(cookie.provider_id)

    def _complete(self, cookie):
        return self.purposes.is_shown(
            self.purpose_of(cookie)
        ) and self.providers.is_shown(self.provider_of(cookie))

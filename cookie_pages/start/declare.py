"""The purposes, providers and cookies of the first draft."""

from django.utils import translation

from .. import conf
from ..models import Cookie, Party, Provider, Purpose, StorageType
from ..models.provider import Role
from ..seed import wordings
from .drafts import Drafts
from .own_cookies import OwnCookie, own_cookies
from .services import Service

NECESSARY = "necessary"
LAST = 90  # below the purposes that are asked about
LISTED = ("en", "fr")  # what the list of known cookies is written in


def declare_own(drafts: Drafts, controller: str) -> list[Cookie]:
    """The site's own cookies, with their purpose and the site as its own provider."""
    own = Purpose.objects.filter(needs_consent=False, measures_audience=False)
    purpose = _purpose(
        drafts,
        NECESSARY,
        own.order_by("pk").first(),
        needs_consent=False,
        sort_order=LAST,
    )
    provider = drafts.declare(
        "provider:self",
        Provider,
        Provider.objects.filter(role=Role.SELF).order_by("pk").first(),
        lambda: {"name": controller},
        role=Role.SELF,
        country=conf.jurisdiction()[0],
    )
    if not purpose or not provider:
        return []
    made = [_own_cookie(drafts, item, purpose, provider) for item in own_cookies()]
    return [cookie for cookie in made if cookie]


def _own_cookie(drafts: Drafts, own: OwnCookie, purpose, provider) -> Cookie | None:
    return drafts.declare(
        f"cookie:{own.name}",
        Cookie,
        Cookie.objects.filter(name=own.name, host="").order_by("pk").first(),
        wordings.COOKIE[own.words].texts,
        name=own.name,
        purpose=purpose,
        provider=provider,
        exemption_class=own.exemption_class,
        **own.retention,
    )


def declare_service(drafts: Drafts, service: Service, hosts: set[str]) -> list[Cookie]:
    """A service's purpose, its provider and its cookies; ``hosts``: those found in pages."""
    there = _provider(service)
    if there and there.embed_purpose:
        purpose = there.embed_purpose
    else:
        named = Purpose.objects.filter(slug=service.purpose).order_by("pk")
        purpose = _purpose(drafts, service.purpose, named.first())
    if not purpose:
        return []
    wording = wordings.PROVIDER.get(service.safeguard)
    embed_hosts = service.embed_hosts or sorted(hosts)
    provider = drafts.declare(
        f"provider:{service.key}",
        Provider,
        there,
        lambda: wording.texts() if wording else {},
        name=service.name,
        legal_name=service.legal_name,
        role=service.role,
        country=service.country,
        transfer_country=service.transfer_country,
        policy_url=service.policy_url,
        embed_hosts="\n".join(embed_hosts),
        embed_purpose=purpose if embed_hosts else None,
    )
    if not provider:
        return []
    return _cookies(drafts, service, purpose, provider)


def _cookies(drafts: Drafts, service: Service, purpose, provider) -> list[Cookie]:
    is_shown_elsewhere = service.role == Role.CONTROLLER
    host = service.embed_hosts[0] if is_shown_elsewhere and service.embed_hosts else ""
    wanted = [
        {"name": known.name, "storage_type": known.storage}
        | {name: value for name, value in known.retention.items() if value}
        for known in service.cookies("en")
    ]
    if not wanted and not provider.embed_purpose:
        # Nothing is known of what it stores; it is loaded all the same.
        wanted = [{"name": service.name, "storage_type": StorageType.SCRIPT}]
    made = [
        drafts.declare(
            f"cookie:{service.key}:{values['name']}",
            Cookie,
            _same(values, provider),
            _words(service, values["name"]),
            party=Party.THIRD if host else Party.FIRST,
            host=host,
            purpose=purpose,
            provider=provider,
            **values,
        )
        for values in wanted
    ]
    return [cookie for cookie in made if cookie]


def _same(values: dict, provider: Provider) -> Cookie | None:
    """The provider's own declaration of it, whatever its language."""
    same = Cookie.objects.filter(
        name=values["name"],
        storage_type=values["storage_type"],
        provider__translation_key=provider.translation_key,
    )
    return same.order_by("pk").first()


def _words(service: Service, name: str):
    """In languages that the list of known cookies isn't written in, what the purpose says."""

    def words():
        language = translation.get_language() or ""
        texts = wordings.PURPOSE[service.purpose].texts()
        listed = {item.name: item.finality for item in service.cookies(language)}
        if language.split("-")[0] not in LISTED or name not in listed:
            listed = {name: texts["description"]}
        return {
            "service": f"{service.name} ({texts['name']})",
            "finality": listed[name],
        }

    return words


def _purpose(drafts: Drafts, key: str, there: Purpose | None, **values):
    words = wordings.PURPOSE[key].texts
    order = {"sort_order": Purpose.objects.filter(needs_consent=True).count()}
    return drafts.declare(
        f"purpose:{key}", Purpose, there, words, slug=key, **(order | values)
    )


def _provider(service: Service) -> Provider | None:
    """The site's own declaration of the service, by its name or by a host of its embeds."""
    for provider in Provider.objects.order_by("pk"):
        is_named = provider.name.lower() == service.name.lower()
        if is_named or set(provider.hosts) & set(service.embed_hosts):
            return provider.source_version
    return None

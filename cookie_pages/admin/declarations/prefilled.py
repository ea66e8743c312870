"""What the address of an empty form says of a cookie: from an audit, or from a known one."""

from django.utils.translation import get_language

from ...known import lookup
from ...known.database import NoDatabase
from ...models import Party, Provider, StorageType
from ...rules.names import is_host

LONGEST = 120  # characters of a name


def words_of(name, host) -> dict:
    """What is known of the cookie, in the editor's language; nothing where it isn't."""
    try:
        found = lookup(
            name,
            host=host.lower(),
            platforms=Provider.objects.values_list("name", flat=True),
            language=get_language() or "en",
        )
    except NoDatabase:
        return {}
    known = next((item for item in found if item.is_named(name)), None)
    if not known:
        return {}
    retention = {field: value or None for field, value in known.retention.items()}
    if "retention_unit" in retention:
        retention["retention_unit"] = retention["retention_unit"] or ""
    words = {"finality": known.finality, "storage_type": known.storage}
    return words | retention


def prefilled(asked) -> dict:
    """Fields of a new cookie by name; what can't be is left out. Never an exemption (S4)."""
    fields = {}
    if name := asked.get("name", "").strip()[:LONGEST]:
        fields["name"] = name
        fields |= words_of(name, asked.get("host", ""))
    if asked.get("storage_type") in StorageType.values:
        fields["storage_type"] = asked["storage_type"]
    host = asked.get("host", "").lower()
    if is_host(host):
        fields |= {"host": host, "party": Party.THIRD}
        providers = Provider.objects.exclude(embed_hosts="")
        named = (item for item in providers if host in item.hosts)
        if provider := next(named, None):
            fields["provider"] = provider
    return fields

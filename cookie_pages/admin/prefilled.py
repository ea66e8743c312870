"""What the address of an empty form says of a cookie: from an audit, or from a known one."""

from ..models import Party, Provider, StorageType
from ..rules.names import is_host

LONGEST = 120  # characters of a name


def prefilled(asked) -> dict:
    """Fields of a new cookie by name; what can't be is left out. Never an exemption (S4)."""
    fields = {}
    if name := asked.get("name", "").strip()[:LONGEST]:
        fields["name"] = name
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

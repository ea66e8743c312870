"""Who receives data, from a notice's own data (C14, F4, F5)."""

from ..models.provider import Role


def recipients(texts: dict) -> list[dict]:
    """Each provider of ``texts`` that isn't the publisher, once, with its purposes."""
    found: dict[str, dict] = {}
    for purpose in texts["purposes"]:
        for provider in purpose["providers"]:
            if provider["role"] != Role.SELF:
                empty = provider | {"purposes": []}
                found.setdefault(provider["id"], empty)["purposes"].append(purpose)
    return sorted(found.values(), key=lambda item: item["name"])

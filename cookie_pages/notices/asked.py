"""What a notice asks consent for: another purpose or recipient is another question (C15)."""


def asked(languages: dict) -> set[tuple[str, str]]:
    """Pairs of a purpose's slug and a provider's id, empty for the purpose itself."""
    return {
        (purpose["slug"], provider)
        for shown in languages.values()
        for purpose in shown["purposes"]
        if purpose["needs_consent"]
        for provider in ["", *(item["id"] for item in purpose["providers"])]
    }

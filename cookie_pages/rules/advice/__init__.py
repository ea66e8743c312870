"""The rules that a charter, a banner or a declaration can break, each as one small object."""

from .banner import BANNER
from .charter import ADVICE, advice_for
from .charter_facts import Charter
from .cookie import COOKIE
from .provider import PROVIDER
from .purpose import PURPOSE
from .rule import Advice, Level, Said, said_by

__all__ = [
    "ADVICE",
    "BANNER",
    "COOKIE",
    "PROVIDER",
    "PURPOSE",
    "Advice",
    "Charter",
    "Level",
    "Said",
    "advice_for",
    "said_by",
]

from .cookie import (
    Cookie,
    ExemptionClass,
    Party,
    RetentionKind,
    RetentionUnit,
    StorageType,
)
from .provider import Provider, Role
from .purpose import Purpose

__all__ = [
    "Cookie",
    "ExemptionClass",
    "Party",
    "Provider",
    "Purpose",
    "RetentionKind",
    "RetentionUnit",
    "Role",
    "StorageType",
]

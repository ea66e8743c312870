"""A run as text for people and for machines."""

from .as_json import as_json
from .as_junit import as_junit
from .as_sarif import as_sarif
from .as_table import as_table

FORMATS = {
    "table": as_table,
    "json": as_json,
    "junit": as_junit,
    "sarif": as_sarif,
}
__all__ = ["FORMATS"]

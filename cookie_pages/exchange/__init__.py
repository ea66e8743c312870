"""Declarations as files: out and in again without loss, and from other tools' exports."""

from .dump import FORMATS, dump
from .load import Outcome, load
from .tables import Row, Unreadable, read

__all__ = ["FORMATS", "Outcome", "Row", "Unreadable", "dump", "load", "read"]

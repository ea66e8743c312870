"""A cookie charter and a consent banner for Wagtail sites, with proof of what they said."""

__version__ = "0.1.0"

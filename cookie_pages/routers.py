"""The ledger in a database of its own: ``COOKIE_PAGES_LEDGER_DATABASE`` names it."""

from django.db import DEFAULT_DB_ALIAS

from . import conf

LEDGER = ("consentrecord", "consentday", "consentflood")


def _is_ledger(app_label, model_name):
    return app_label == "cookie_pages" and model_name in LEDGER


class LedgerRouter:
    """For ``DATABASE_ROUTERS``: the records and their counts go there, and nothing else does.

    The notices stay beside the pages, with which they are published in one transaction; a
    record names its notice without a constraint.
    """

    def db_for_read(self, model, instance=None, **hints):
        if _is_ledger(model._meta.app_label, model._meta.model_name):
            return conf.ledger_database()
        if instance and _is_ledger(instance._meta.app_label, instance._meta.model_name):
            # Django would look for the record's notice where the record is.
            return DEFAULT_DB_ALIAS
        return None

    db_for_write = db_for_read

    def allow_relation(self, first, second, **hints):
        is_ledger = {
            _is_ledger(one._meta.app_label, one._meta.model_name)
            for one in (first, second)
        }
        return True if True in is_ledger else None

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        ledger = conf.ledger_database()
        if _is_ledger(app_label, model_name):
            return db == ledger
        return False if db == ledger != DEFAULT_DB_ALIAS else None

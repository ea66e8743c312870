"""An index for a table that only grows at its end."""

from django.contrib.postgres.indexes import BrinIndex
from django.db.models import Index


class AppendOnlyIndex(BrinIndex):
    """A BRIN index on PostgreSQL, some thousand times smaller than a tree; a tree elsewhere.

    It finds a range of values, as long as rows lie in about that order on the disk; it gives
    no order, so a query names the range that it wants.
    """

    def check(self, model, connection):
        """Of ``django.contrib.postgres`` the class alone is used, so the app isn't needed."""
        return Index.check(self, model, connection)

    def create_sql(self, model, schema_editor, using="", **kwargs):
        if schema_editor.connection.vendor != "postgresql":
            return Index.create_sql(self, model, schema_editor, using=using, **kwargs)
        return super().create_sql(model, schema_editor, using=using, **kwargs)

    def renew(self, connection):
        """Once old rows are gone and new ones take their place on the disk: find these alone.

        Nobody waits for it. Does nothing on another database, or inside a transaction.
        """
        if connection.vendor == "postgresql" and not connection.in_atomic_block:
            name = connection.ops.quote_name(self.name)
            with connection.cursor() as cursor:
                cursor.execute(f"REINDEX INDEX CONCURRENTLY {name}")

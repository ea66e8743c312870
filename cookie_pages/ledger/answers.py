"""The answer to one purpose within the JSON of a record, whatever the purpose's slug is."""

from typing import Any

from django.db.models import Func, TextField, Value


class Answer(Func):
    """``"true"``, ``"false"`` or NULL.

    Django's own key lookups take a slug such as ``in`` or ``isnull`` for a lookup, and one such
    as ``2024`` for a place in a list.
    """

    function = None
    output_field = TextField()
    arity = 2

    def __init__(self, slug: str) -> None:
        super().__init__("choices", Value(slug))

    def as_mysql(self, compiler: Any, connection: Any, **kwargs: Any) -> tuple:
        template = "JSON_UNQUOTE(JSON_EXTRACT(%(expressions)s))"
        return self._with_path().as_sql(compiler, connection, template=template)

    def as_sqlite(self, compiler: Any, connection: Any, **kwargs: Any) -> tuple:
        template = (
            "CASE JSON_EXTRACT(%(expressions)s) "
            "WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"
        )
        return self._with_path().as_sql(compiler, connection, template=template)

    def as_postgresql(self, compiler: Any, connection: Any, **kwargs: Any) -> tuple:
        return self.as_sql(
            compiler, connection, template="(%(expressions)s)", arg_joiner=" ->> "
        )

    def _with_path(self) -> "Answer":
        column, slug = self.get_source_expressions()
        copy = self.copy()
        copy.set_source_expressions([column, Value(f'$."{slug.value}"')])
        return copy

"""Pieces of JSON Schema that the description of the addresses is made of."""

from typing import Any

from ..consent.submission import JSON, LARGEST

Schema = dict[str, Any]
BOOLEAN: Schema = {"type": "boolean"}
TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer", "minimum": 1, "maximum": LARGEST}
PART: Schema = {"type": "string", "pattern": "^[A-Za-z0-9-]{1,40}$"}
RECORD: Schema = {
    "type": "string",
    "format": "uuid",
    "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
    "description": "A random UUID (version 4), made by who sends the choice.",
}


def an_object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def as_json(schema: Schema) -> Schema:
    return {"description": "As data", "content": {JSON: {"schema": schema}}}


def as_page() -> Schema:
    return {"description": "As a page", "content": {"text/html": {"schema": TEXT}}}


def a_problem() -> Schema:
    status = {"type": "integer", "minimum": 400, "maximum": 599}
    return an_object(type=TEXT, title=TEXT, status=status, detail=TEXT)


def some_choices(named: Schema, required: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "properties": named,
        "required": list(required),
        "additionalProperties": False if named else BOOLEAN,
    }

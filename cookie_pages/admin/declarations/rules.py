"""Panels that are shown only while other fields of the form have some values.

Wagtail's own ``w-rules`` does it, in the browser alone; the form is complete without it.
"""

import json


def shown_when(**rules) -> dict:
    """Attributes of a panel that shows while a named field has one of its values.

    One of several is enough, so that a panel with something in it is never hidden.
    """
    return {
        "data-controller": "w-rules",
        "data-action": "change@document->w-rules#resolve",
        "data-w-rules-target": "show",
        "data-w-rules-match": "any",
        "data-w-rules": json.dumps(rules),
    }

"""What ties a visitor's receipt to the records of the same choice, and to no visitor."""

import json
import uuid
from datetime import datetime

from ..rules.days import hour_of


def receipt_id(
    site_key: int | None, terms: int, chosen_at: datetime, choices: dict[str, bool]
) -> str:
    """The id of a receipt, as its record knows it too (C25, ISO/IEC TS 27560).

    All who answered the same to the same terms within the hour have it in common. None ends up on
    the device: it is made from the choice when it is asked for.
    """
    hour = int(hour_of(chosen_at).timestamp())
    said = json.dumps([site_key, terms, hour, sorted(choices.items())])
    return str(uuid.uuid5(uuid.NAMESPACE_OID, said))

"""Consent records with the fields of ISO/IEC TS 27560 (C25)."""

import json
from collections.abc import Iterator
from urllib.parse import urljoin

from django.db.models import QuerySet
from django.urls import reverse
from wagtail.models import Site

from ..models import ConsentNotice, ConsentRecord
from .receipt import receipt_id

SCHEMA_VERSION = "ISO/IEC TS 27560:2023"


def json_lines(records: QuerySet) -> Iterator[str]:
    """Each of ``records`` as a line of JSON; every notice is read and parsed once."""
    notices, roots = {}, {}
    records = records.prefetch_related(None)
    for record in records.iterator(chunk_size=1000):
        record.notice = notices.get(record.notice_id) or record.notice
        notices[record.notice_id] = record.notice
        if record.notice_id not in roots:
            roots[record.notice_id] = root_of(record.notice)
        line = as_ts_27560(record, roots[record.notice_id])
        yield json.dumps(line, ensure_ascii=False) + "\n"


def root_of(notice: ConsentNotice) -> str:
    """Where the notice's site is read, such as ``https://example.org``, without a slash."""
    site = Site.objects.filter(pk=notice.site_key).first()
    return site.root_url if site else f"https://{notice.data['site']}"


def as_ts_27560(record: ConsentRecord, root: str = "") -> dict:
    """``record`` as a consent record: what describes the notice comes from the notice itself.

    The principal's id is the record's own random id, since nobody is known. ``root``: what
    ``root_of`` its notice says, where it is known already.
    """
    root = root or root_of(record.notice)
    data = record.notice.data
    language = record.language if record.language in data["languages"] else None
    shown = data["languages"][language or data["default_language"]]
    return {
        "schema_version": SCHEMA_VERSION,
        "record_id": str(record.pk),
        "receipt_id": receipt_id(
            record.site_key, record.notice.terms, record.chosen_at, record.choices
        ),
        "pii_principal_id": str(record.pk),
        "privacy_notice": {
            "number": record.notice.number,
            "digest": record.notice.digest,
            "published_at": data["published_at"],
            "charter_url": urljoin(root, shown["charter_url"]),
        },
        "language": record.language,
        "jurisdiction": data["jurisdiction"],
        "collection_method": record.method,
        "withdrawal_method": urljoin(root, reverse("cookie_pages:preferences")),
        "authority_party": data["authority"],
        "pii_controllers": [_controller(data, shown)],
        "purposes": [
            _purpose(record, purpose, data["choice_days"])
            for purpose in shown["purposes"]
            if purpose["slug"] in record.choices
        ],
    }


def _controller(data: dict, shown: dict) -> dict:
    controller = shown["controller"]
    return {
        "party_id": data["site"],
        "party_type": "controller",
        "party_name": controller["name"],
        "party_address": controller["address"],
        "party_contact": controller["contact"],
    }


def _purpose(record: ConsentRecord, purpose: dict, days: int) -> dict:
    providers = purpose["providers"]
    return {
        "purpose": purpose["slug"],
        "name": purpose["name"],
        "description": purpose["description"],
        # Article 82 of the French act: exempt from consent, and told.
        "lawful_basis": "consent" if purpose["needs_consent"] else "exemption",
        "pii_information": _kinds(purpose),
        "retention_period": {
            item["name"]: item["retention"] for item in purpose["cookies"]
        },
        "storage_locations": sorted({item["country"] for item in providers} - {""}),
        "recipient_third_parties": [
            {
                "party_id": item["id"],
                "party_type": item["role"],
                "party_name": item["legal_name"] or item["name"],
                "party_contact": item["policy_url"],
                "safeguard": item["safeguard"],
            }
            for item in providers
        ],
        "event": {
            "event_time": record.chosen_at.isoformat(),
            "event_type": "expressed",
            "event_state": _state(record, purpose),
            "validity_duration": f"P{days}D",
            "entity_id": str(record.pk),
        },
    }


def _kinds(purpose: dict) -> list[str]:
    """What the notice says; none in those from before it was asked for."""
    kinds = (kind.strip() for kind in purpose.get("personal_data", "").split(","))
    return [kind for kind in kinds if kind]


def _state(record: ConsentRecord, purpose: dict) -> str:
    yes = record.choices[purpose["slug"]]
    if not purpose["needs_consent"]:
        return "accepted" if yes else "objected"
    if yes:
        return "given"
    return (
        "withdrawn" if record.method == ConsentRecord.Method.WITHDRAWAL else "refused"
    )

"""A summary as JSON, for programs."""

import json
from datetime import date, datetime

import msgspec

from lcterm.documents.summary_parts import Summary


def as_json(summary: Summary) -> str:
    """The summary, indented; times in ISO 8601 with offset. The facilitators' own parts have no key at all for other
    readers."""
    plain = msgspec.to_builtins(summary, builtin_types=(datetime, date))
    return json.dumps(plain, indent=2, ensure_ascii=False, default=_iso) + "\n"


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a summary")

"""The ids of people in the facts of a session: where they stand, and the same facts with others in their place."""

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

OF_PEOPLE: dict[str, frozenset[str]] = {
    "PlannedPoint": frozenset({"presenters"}),
    "PointMended": frozenset({"presenters"}),
    "SeatsArranged": frozenset({"order"}),
    "HandMoved": frozenset({"before"}),
    "RoundArranged": frozenset({"starter"}),
    "PairsDrawn": frozenset({"groups"}),
    "CaptureWritten": frozenset({"seat"}),
    "DecidingEnded": frozenset({"seat"}),
    "Words": frozenset({"owners", "to", "by"}),
    "SuggestionMade": frozenset({"pair"}),
}
"""By kind: the fields that hold people, beside `person`, which always does."""

Part = TypeVar("Part", bound=Struct)


def people_in(part: object) -> set[str]:
    """The ids of all people that an event, or a part of one, names."""
    if isinstance(part, Struct):
        found: set[str] = set()
        for field in part.__struct_fields__:
            value = getattr(part, field)
            found |= _ids(value) if _holds_people(part, field) else people_in(value)
        return found
    return {id for one in part for id in people_in(one)} if isinstance(part, tuple) else set()


def with_people(part: Part, ids: Mapping[str, str]) -> Part:
    """The same event with other ids in the place of these; the very same one where it names none of them."""
    changed: Part = _changed(part, ids)
    return changed


def _changed(part: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(part, Struct):
        others: dict[str, Any] = {}
        for field in part.__struct_fields__:
            value = getattr(part, field)
            other = _renamed(value, ids) if _holds_people(part, field) else _changed(value, ids)
            if other != value:
                others[field] = other
        return replace(part, **others) if others else part
    return tuple(_changed(one, ids) for one in part) if isinstance(part, tuple) else part


def _holds_people(part: Struct, field: str) -> bool:
    return field == "person" or field in OF_PEOPLE.get(type(part).__name__, ())


def _ids(value: object) -> set[str]:
    if isinstance(value, str):
        return {value} if value else set()
    return {id for one in value for id in _ids(one)} if isinstance(value, tuple) else set()


def _renamed(value: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return ids.get(value, value)
    return tuple(_renamed(one, ids) for one in value) if isinstance(value, tuple) else value

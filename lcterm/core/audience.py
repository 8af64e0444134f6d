"""Who may see what: the one table that everything which leaves the program goes through.

A document or a screen asks here before it writes a line. What is not granted is not shown.
"""

from typing import Literal

from lcterm.core.session import Capture, Session

Reader = Literal["room", "group", "sponsor", "other", "facilitators"]
"""The room screen, the group's summary, the sponsor's, that of somebody else by name, and the facilitators of that
session."""

Matter = Literal[
    "day",
    "points and clock",
    "floor",
    "deciding",
    "names present",
    "headcount",
    "rules",
    "charter",
    "presenters",
    "next time",
    "voices",
    "notices",
    "feedback counted",
    "reflection",
]

_EVERYBODY: frozenset[Reader] = frozenset({"room", "group", "sponsor", "other", "facilitators"})
_OUTSIDE: frozenset[Reader] = frozenset({"sponsor", "other"})
"""Not of the group: what they get is the group's to decide ([HB]: reporting principles)."""

GRANTED: dict[Matter, frozenset[Reader]] = {
    "day": _EVERYBODY,
    "points and clock": frozenset({"room", "group", "facilitators"}),
    "floor": frozenset({"room", "facilitators"}),
    "deciding": frozenset({"room", "group", "facilitators"}),
    "names present": frozenset({"group", "facilitators"}),
    "headcount": frozenset({"group", "sponsor", "other", "facilitators"}),
    "rules": frozenset({"room", "group", "facilitators"}),
    "charter": frozenset({"room", "group", "facilitators"}),
    "presenters": frozenset({"room", "group", "facilitators"}),
    "next time": _EVERYBODY,
    "voices": frozenset({"facilitators"}),
    "notices": frozenset({"facilitators"}),
    "feedback counted": frozenset({"group", "facilitators"}),
    "reflection": frozenset(),
}
"""`day`: which day it was, without a clock. `deciding`: what is suggested and how many marks it has, never whose.
`next time`: when the next session is. A `reflection` is its author's alone, so it is for none of these."""


def may_see(reader: Reader, matter: Matter) -> bool:
    """Whether this kind of thing is for this reader at all."""
    return reader in GRANTED[matter]


def may_read(reader: Reader, capture: Capture, facilitator: str = "", to: str = "") -> bool:
    """Whether this capture is for this reader. `facilitator`: who holds the facilitator's seat ("" the first);
    `to`: the id of the person that `other` stands for.

    A note is for whoever held the seat when it was written. A quote waits for the speaker's yes, whoever reads. What
    is for the sponsor or somebody else goes there, and onto the room screen, once the group has released it. The
    group's own summary holds it before that too: these are its words, and it cannot release what is kept from it. On
    the room screen nobody reads how it was for a single person.
    """
    words = capture.words
    if words.kind == "note" or words.audience == "facilitators":
        return reader == "facilitators" and capture.seat == facilitator
    if reader == "facilitators":
        return True
    if words.kind == "quote" and not capture.agreed:
        return False
    match reader:
        case "room":
            return words.kind != "feedback" and (capture.released or words.audience in ("group", "room"))
        case "group":
            return words.audience != "room"
        case "sponsor":
            return words.audience == "sponsor" and capture.released
        case "other":
            return words.audience == "other" and words.to == to != "" and capture.released


def may_name(reader: Reader, capture: Capture, *, to_sponsor: bool = False) -> bool:
    """Whether names may stand beside this capture: beside feedback only if its speaker wants it, and for the sponsor
    only if the charter says so (`to_sponsor`). To somebody else outside the group names never go."""
    if reader == "facilitators":
        return True
    outside = reader in _OUTSIDE and not (reader == "sponsor" and to_sponsor)
    return not outside and (capture.words.kind != "feedback" or capture.words.named)


def readable(reader: Reader, session: Session, to: str = "") -> list[Capture]:
    """The captures of a session that this reader may read, in the order they were written. `to`: as in `may_read`.
    The room reads them while the board has opened them, at a point where the group sums up."""
    if reader == "room" and not _opened(session):
        return []
    return [one for one in session.captures.values() if may_read(reader, one, session.facilitator, to)]


def _opened(session: Session) -> bool:
    point = session.point
    return session.room == "captures" and point is not None and point.plan.sums_up and session.live and not session.care

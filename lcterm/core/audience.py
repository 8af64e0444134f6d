"""Who may see what: the one table that everything which leaves the program goes through.

A document asks here before it writes a line. What is not granted is not shown.
"""

from typing import Literal

from lcterm.core.session import Capture

Reader = Literal["room", "group", "sponsor", "facilitators"]
"""The room screen, the group's summary, the sponsor's, and the facilitators of that session."""

Matter = Literal["points and clock", "floor", "names present", "headcount", "rules", "next time", "voices", "notices"]

GRANTED: dict[Matter, frozenset[Reader]] = {
    "points and clock": frozenset({"room", "group", "facilitators"}),
    "floor": frozenset({"room", "facilitators"}),
    "names present": frozenset({"group", "facilitators"}),
    "headcount": frozenset({"group", "sponsor", "facilitators"}),
    "rules": frozenset({"room", "group", "facilitators"}),
    "next time": frozenset({"room", "group", "sponsor", "facilitators"}),
    "voices": frozenset({"facilitators"}),
    "notices": frozenset({"facilitators"}),
}


def may_see(reader: Reader, matter: Matter) -> bool:
    """Whether this kind of thing is for this reader at all."""
    return reader in GRANTED[matter]


def may_read(reader: Reader, capture: Capture) -> bool:
    """Whether this capture is for this reader.

    A note is for the session's facilitators alone. What stays in the room is in nobody's notes but theirs. A quote
    waits for the speaker's yes, and what leaves the room for the group's release: neither can be given yet, so a
    quote is in no summary but the facilitators', and nothing goes to the sponsor.
    """
    words = capture.words
    if reader == "facilitators":
        return True
    if words.kind in ("note", "quote") or words.audience == "facilitators":
        return False
    if reader == "group":
        return words.audience in ("group", "sponsor", "other")
    return False


def may_name(reader: Reader, capture: Capture) -> bool:
    """Whether names may stand beside this capture: feedback is without its speaker for all but the facilitators."""
    return reader == "facilitators" or (reader == "group" and capture.words.kind != "feedback")

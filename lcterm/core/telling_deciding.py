"""What became of a decision that is being made, in one line. Who gave which mark is for the facilitators alone."""

from typing import assert_never

from lcterm.core.events import (
    DecidingBegun,
    DecidingEnded,
    DecidingEvent,
    LightsCounted,
    LightShown,
    SuggestionMade,
    SuggestionPut,
    SuggestionSorted,
    VoteOpened,
)
from lcterm.core.session import Meeting
from lcterm.core.told import Told

_BEGUN = {
    "lights": "To be decided by traffic light: green and red for each suggestion.",
    "pairs": "To be decided in pairs: three suggestions each, sorted, one to the wall.",
    "what-else": "What else does the group need to know?",
}


def deciding_told(before: Meeting, event: DecidingEvent) -> Told:
    """What happened on the way to a decision. What was suggested is never told, no more than what is written down."""
    match event:
        case DecidingBegun(way=way):
            return Told(_BEGUN[way])
        case SuggestionMade(instead=instead):
            return Told("It reads differently now; its marks are gone." if instead else "Suggested.")
        case SuggestionSorted(sort=sort):
            return Told(f"Sorted: {sort}." if sort else "Not sorted any more.")
        case SuggestionPut(wall=wall):
            return Told("It is on the wall." if wall else "It is off the wall.")
        case VoteOpened(open=open):
            return Told("All vote now on what is on the wall." if open else "The vote is closed; the marks are kept.")
        case LightShown(person=person, light=light):
            name = before.community.name_of(person)
            return Told(f"{name}: {light}." if light else f"{name}: the mark is taken back.", private=True)
        case LightsCounted(green=green, red=red):
            return Told(f"Counted: {green} green, {red} red.")
        case DecidingEnded(outcome=outcome):
            return Told(
                {
                    "decided": "Decided, and written down.",
                    "parked": "Parked until more is known, and written down.",
                    "left": "Given up; nothing is written down.",
                }[outcome]
            )
        case _:
            assert_never(event)

"""The line of those who wait: its order with and without kinds, and who is next in it."""

from lcterm.core.events import HandKind
from lcterm.core.rounds import next_in_round
from lcterm.core.session import Hand, Session

RANK: dict[HandKind, int] = {"process": 0, "question": 1, "reply": 2, "point": 3}
"""What comes before what where hands are sorted by kind (ours: how we talk, what was meant, what answers, what is
new)."""

HAND_WORDS: dict[HandKind, str] = {
    "process": "process",
    "question": "question",
    "reply": "reply",
    "point": "new point",
}


def joined(session: Session, hand: Hand) -> tuple[Hand, ...]:
    """The line with this hand in it: at the end, or sorted by kind behind the last of its own kind or before."""
    others = without(session.hands, hand.person)
    if not session.sorted_by_kind:
        return (*others, hand)
    place = max((place for place, other in enumerate(others, 1) if RANK[other.hand] <= RANK[hand.hand]), default=0)
    return (*others[:place], hand, *others[place:])


def by_kind(hands: tuple[Hand, ...]) -> tuple[Hand, ...]:
    """The line by kind; within a kind as it was."""
    return tuple(sorted(hands, key=lambda hand: RANK[hand.hand]))


def without(hands: tuple[Hand, ...], person: str) -> tuple[Hand, ...]:
    """The line without this person."""
    return tuple([hand for hand in hands if hand.person != person])


def hand_of(hands: tuple[Hand, ...], person: str) -> Hand | None:
    """This person's hand in the line."""
    for hand in hands:
        if hand.person == person:
            return hand
    return None


def moved(hands: tuple[Hand, ...], person: str, before: str) -> tuple[Hand, ...]:
    """The line with the person's hand right before that of `before` ("" at the end); as it was where one is missing."""
    hand = hand_of(hands, person)
    others = without(hands, person)
    places = [place for place, one in enumerate(others) if one.person == before]
    if hand is None or (before and not places):
        return hands
    place = places[0] if places else len(others)
    return (*others[:place], hand, *others[place:])


def next_speaker(session: Session) -> str:
    """Who is next in the round or the queue; nobody whose line has dropped. "" where nobody is."""
    if session.mode == "round":
        return next(iter(next_in_round(session)), "")
    reachable = (hand.person for hand in session.hands if session.voices[hand.person].reachable)
    return next(reachable, "")

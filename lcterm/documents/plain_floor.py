"""Who speaks, who waits, and how people come to speak, as lines to be heard."""

from collections.abc import Iterable, Iterator

from lcterm.core.queueing import HAND_WORDS
from lcterm.core.rounds import next_in_round, seconds_each
from lcterm.core.session import Meeting, Session
from lcterm.core.when import in_words
from lcterm.documents.wording import JUST_NOW_MS, counted, how_long


def floor_lines(meeting: Meeting, now: int) -> list[str]:
    """The floor at `now` (wall, ms), who speaks first; nothing before the start and after the end."""
    session = meeting.session
    if not session.live:
        return []
    return [*_speaking(meeting, now), *_waiting(meeting, now), _mode(session), *_pairs(meeting), *_room(session)]


def _speaking(meeting: Meeting, now: int) -> Iterator[str]:
    session, name, turn = meeting.session, meeting.community.name_of, meeting.session.turn
    if turn is None:
        yield "The floor is free."
        return
    ran = session.ran_by(now) - turn.ran
    held = in_words(ran / 1000) if ran >= JUST_NOW_MS else "since just now"
    if session.aside is not None:
        yield f"{name(turn.person)} asks a short question, {held}."
        yield f"Then {name(session.aside.person)} goes on, {in_words(session.aside.spent / 1000)} so far."
        return
    limit = f"; a turn may take {in_words(session.turn_limit)}" if session.turn_limit else ""
    yield f"{name(turn.person)} has the floor, {held}{limit}."


def _waiting(meeting: Meeting, now: int) -> Iterator[str]:
    session, name = meeting.session, meeting.community.name_of
    if session.hands:
        hands = (
            f"{name(hand.person)} ({HAND_WORDS[hand.hand]}, {how_long(now - hand.since)})" for hand in session.hands
        )
        yield f"Hands up{', by kind' if session.sorted_by_kind else ''}: {'; '.join(hands)}."
    if session.mode != "round":
        return
    waiting, each = [name(person) for person in next_in_round(session)], seconds_each(session, now)
    timed = "" if each is None else f"; {in_words(each)} each"
    yield f"Still to come in the round: {', '.join(waiting)}{timed}." if waiting else "The round is complete."


def _mode(session: Session) -> str:
    closed = ", no new hands" if session.point is not None and not session.point.queue_open else ""
    counts = ", nobody is counted" if session.mode == "none" else ""
    kinds = ", hands by kind" if session.sorted_by_kind and not session.hands else ""
    limit = f", {in_words(session.turn_limit)} a turn" if session.turn_limit and session.turn is None else ""
    return f"Mode: {session.mode}{counts}{kinds}{limit}{closed}."


def _pairs(meeting: Meeting) -> Iterator[str]:
    session, point = meeting.session, meeting.session.point
    if point is None or session.mode != "pairs":
        return
    if not point.pairs:
        yield "No pairs are drawn yet."
        return
    groups = (_together(map(meeting.community.name_of, group)) for group in point.pairs)
    swapped = f" Swapped {'once' if point.swaps == 1 else counted(point.swaps, 'time')}." if point.swaps else ""
    yield f"Pairs: {'; '.join(groups)}.{swapped}"


def _together(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _room(session: Session) -> Iterator[str]:
    """What the room screen shows that it does not always show."""
    if session.care:
        yield "The room screen shows a calm page."
        return
    if session.room == "captures":
        yield "The room reads the group's captures."
    if session.point is not None and session.point.clock_hidden:
        yield "The room sees no clock at this point."

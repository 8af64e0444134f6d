"""Who may see what: the design's table, written out once more and walked cell by cell."""

from itertools import product
from typing import get_args

import pytest
from msgspec.structs import replace

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.audience import GRANTED, Matter, Reader, may_name, may_read, may_see, readable
from lcterm.core.events import Audience, CaptureKind, Words
from lcterm.core.session import Capture, Point, Session

KINDS: tuple[CaptureKind, ...] = get_args(CaptureKind)
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
READERS: tuple[Reader, ...] = get_args(Reader)

MATTERS: dict[Matter, str] = {
    # room, group, sponsor, other, facilitators
    "day": "+++++",
    "points and clock": "++--+",
    "floor": "+---+",
    "names present": "-+--+",
    "headcount": "-++++",
    "rules": "++--+",
    "charter": "++--+",
    "presenters": "++--+",
    "next time": "+++++",
    "deciding": "++--+",
    "voices": "----+",
    "notices": "----+",
    "feedback counted": "-+--+",
    "reflection": "-----",
}

PLAIN = tuple(kind for kind in KINDS if kind not in ("quote", "feedback", "note"))

CAPTURES: dict[str, dict[Audience, tuple[str, str, str, str]]] = {
    # as written · the speaker said yes · the group released it · both
    "plain": {
        "group": ("++--+", "++--+", "++--+", "++--+"),
        "room": ("+---+", "+---+", "+---+", "+---+"),
        "sponsor": ("-+--+", "-+--+", "+++-+", "+++-+"),
        "other": ("-+--+", "-+--+", "++-++", "++-++"),
        "facilitators": ("----+", "----+", "----+", "----+"),
    },
    "quote": {
        "group": ("----+", "++--+", "----+", "++--+"),
        "room": ("----+", "+---+", "----+", "+---+"),
        "sponsor": ("----+", "-+--+", "----+", "+++-+"),
        "other": ("----+", "-+--+", "----+", "++-++"),
        "facilitators": ("----+", "----+", "----+", "----+"),
    },
    "feedback": {
        "group": ("-+--+", "-+--+", "-+--+", "-+--+"),
        "room": ("----+", "----+", "----+", "----+"),
        "sponsor": ("-+--+", "-+--+", "-++-+", "-++-+"),
        "other": ("-+--+", "-+--+", "-+-++", "-+-++"),
        "facilitators": ("----+", "----+", "----+", "----+"),
    },
    "note": dict.fromkeys(AUDIENCES, ("----+", "----+", "----+", "----+")),
}

STATES = ((False, False), (True, False), (False, True), (True, True))
"""Agreed, released; in the order of the columns above."""

CELLS = [
    (kind, audience, state, CAPTURES["plain" if kind in PLAIN else kind][audience][place])
    for kind, audience, (place, state) in product(KINDS, AUDIENCES, enumerate(STATES))
]


def capture(
    kind: CaptureKind = "learning",
    audience: Audience = "group",
    *,
    agreed: bool = False,
    released: bool = False,
    seat: str = "",
    named: bool = False,
) -> Capture:
    to = "grace" if audience == "other" else ""
    words = Words(kind=kind, text="words", audience=audience, to=to, named=named)
    return Capture(id="1", words=words, at=0, agreed=agreed, released=released, seat=seat)


def row(captured: Capture, to: str = "grace") -> str:
    return "".join("+" if may_read(reader, captured, to=to) else "-" for reader in READERS)


def test_the_table_is_whole() -> None:
    assert set(GRANTED) == set(MATTERS) == set(get_args(Matter))
    assert READERS == ("room", "group", "sponsor", "other", "facilitators")
    assert all(set(cells) == set(AUDIENCES) for cells in CAPTURES.values())
    assert len(CELLS) == len(KINDS) * len(AUDIENCES) * 4


@pytest.mark.parametrize(("matter", "cells"), MATTERS.items())
def test_every_cell_of_what_there_is_to_see(matter: Matter, cells: str) -> None:
    assert "".join("+" if may_see(reader, matter) else "-" for reader in READERS) == cells


@pytest.mark.parametrize(("kind", "audience", "state", "cells"), CELLS)
def test_every_cell_of_what_was_written_down(
    kind: CaptureKind, audience: Audience, state: tuple[bool, bool], cells: str
) -> None:
    agreed, released = state
    assert row(capture(kind, audience, agreed=agreed, released=released)) == cells


@pytest.mark.parametrize("to", ["", "ben"])
def test_what_is_for_one_person_is_for_no_other(to: str) -> None:
    assert row(capture(audience="other", released=True), to) == "++--+"


def test_a_recipient_without_a_name_is_nobody() -> None:
    words = Words(kind="report", text="words", audience="other")
    assert row(Capture(id="1", words=words, at=0, released=True), "") == "++--+"


@pytest.mark.parametrize(("kind", "audience"), [("note", "facilitators"), ("note", "group"), ("story", "facilitators")])
def test_a_note_stays_with_the_seat_that_wrote_it(kind: CaptureKind, audience: Audience) -> None:
    first, second = capture(kind, audience), capture(kind, audience, seat="ben")
    assert [may_read("facilitators", first, seat) for seat in ("", "ben", "grace")] == [True, False, False]
    assert [may_read("facilitators", second, seat) for seat in ("", "ben", "grace")] == [False, True, False]


@pytest.mark.parametrize("audience", [one for one in AUDIENCES if one != "facilitators"])
def test_everything_else_passes_on_with_the_seat(audience: Audience) -> None:
    assert may_read("facilitators", capture("story", audience), "ben")


@pytest.mark.parametrize("kind", KINDS)
def test_names_beside_captures(kind: CaptureKind) -> None:
    beside = "".join("+" if may_name(reader, capture(kind)) else "-" for reader in READERS)
    assert beside == ("----+" if kind == "feedback" else "++--+")
    wanted = "".join("+" if may_name(reader, capture(kind, named=True)) else "-" for reader in READERS)
    assert wanted == "++--+"


@pytest.mark.parametrize("kind", KINDS)
def test_names_go_to_the_sponsor_where_the_charter_says_so_and_to_nobody_else_outside(kind: CaptureKind) -> None:
    beside = "".join("+" if may_name(reader, capture(kind), to_sponsor=True) else "-" for reader in READERS)
    assert beside == ("----+" if kind == "feedback" else "+++-+")
    wanted = "".join("+" if may_name(reader, capture(kind, named=True), to_sponsor=True) else "-" for reader in READERS)
    assert wanted == "+++-+"


# ── Of a session ────────────────────────────────────────────────────────────────────────────────────────────────


def session(*, sums_up: bool = True) -> Session:
    """One with a capture for the group, one that stays in the room, and one note of each of two seats."""
    point = Point(plan=PlannedPoint(id="p1", title="Close", minutes=5, sums_up=sums_up), mode="open", status="running")
    kept = {
        "group": capture(),
        "room": capture(audience="room"),
        "first": capture("note"),
        "second": capture("note", seat="ben"),
        "grace": capture("report", "other", released=True),
    }
    captures = {
        id: Capture(id=id, words=one.words, at=0, released=one.released, seat=one.seat) for id, one in kept.items()
    }
    return Session(status="running", running="p1", points={"p1": point}, captures=captures, room="captures")


def ids(reader: Reader, held: Session, to: str = "") -> list[str]:
    return [one.id for one in readable(reader, held, to)]


def test_readable_goes_by_who_holds_the_seat() -> None:
    assert ids("facilitators", session()) == ["group", "room", "first", "grace"]
    assert ids("facilitators", replace(session(), facilitator="ben")) == ["group", "room", "second", "grace"]
    assert ids("group", session()) == ["group", "grace"]
    assert ids("sponsor", session()) == []
    assert ids("other", session(), "grace") == ["grace"]
    assert ids("other", session(), "ben") == []


def test_the_room_reads_only_what_the_board_has_opened() -> None:
    assert ids("room", session()) == ["group", "room", "grace"]
    closed = [
        session(sums_up=False),
        *(replace(session(), room=show) for show in ("question", "rules", "plain")),
        replace(session(), care=True),
        replace(session(), status="closed"),
        replace(session(), running=""),
    ]
    assert [ids("room", one) for one in closed] == [[]] * len(closed)

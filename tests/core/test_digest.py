"""A session as later sessions need it: what a digest holds, and what it must never hold."""

import msgspec
import pytest
from msgspec.structs import replace

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import (
    AgreeQuote,
    DropCapture,
    EndSession,
    JumpToPoint,
    Leave,
    MarkDone,
    NextPoint,
    NoteSpoke,
    ReleaseCapture,
    StartSession,
    StrikeCapture,
    WriteCapture,
)
from lcterm.core.digest import Digest, Presented, Tally, digest
from lcterm.core.events import PersonLeft, Words
from lcterm.core.voices import voices
from tests.core.builder import MINUTE, START, Table, action, learning

AGENDA: tuple[tuple[str, float, Mode], ...] = (
    ("Who is here", 5, "round"),
    ("First case", 30, "presenter"),
    ("Discussion", 30, "queue"),
    ("Break", 10, "none"),
    ("Second case", 30, "presenter"),
    ("Close", 0, "none"),
)


def table(*words: Words) -> Table:
    """A session that has begun, with these written down in its first point."""
    seat = Table(agenda=AGENDA, presenters={"First case": ["amina"], "Second case": ["ben"]})
    seat.do(StartSession())
    for one in words:
        seat.do(WriteCapture(one), after_seconds=1)
    return seat


def ids(seat: Table) -> list[str]:
    return list(seat.session.captures)


def test_what_was_planned_and_when_it_was_held() -> None:
    seat = table()
    seat.do(EndSession(), after_seconds=60)
    made = digest(seat.session)
    assert (made.title, made.zone, made.starts, made.status) == ("Session 7", "UTC", START, "closed")
    assert (made.started, made.ended) == (START, START + MINUTE)
    assert made.held
    assert not made.live


def test_a_session_that_was_only_planned() -> None:
    made = digest(Table(agenda=AGENDA).session)
    assert (made.held, made.attended, made.unreached) == (False, (), ())
    assert made.began == START


def test_who_presented_and_what_was_not_reached() -> None:
    seat = table()
    seat.do(NextPoint(), after_seconds=60)
    seat.do(NextPoint(), after_seconds=60)
    seat.do(EndSession(), after_seconds=60)
    made = digest(seat.session)
    assert made.presented == (Presented(title="First case", people=("amina",)),)
    (left,) = made.unreached
    assert (left.title, left.presenters, left.minutes, left.mode) == ("Second case", ("ben",), 30, "presenter")


def test_a_point_that_was_jumped_over_was_not_reached() -> None:
    seat = table()
    seat.do(JumpToPoint(5), after_seconds=60)
    seat.do(EndSession(), after_seconds=60)
    made = digest(seat.session)
    assert [left.title for left in made.unreached] == ["First case", "Discussion"]
    assert [one.title for one in made.presented] == ["Second case"]


def test_who_took_part() -> None:
    seat = Table(agenda=AGENDA)
    seat.record(PersonLeft(person="dorota"))
    seat.do(StartSession(), after_seconds=1)
    seat.speak("chidi", 20)
    seat.do(Leave("chidi"))
    assert digest(seat.session).attended == ("amina", "ben", "chidi")


def test_actions_with_owner_date_and_where_they_come_from() -> None:
    seat = table(Words(kind="action", text="Ask legal", owners=("ben",), due="2026-12-24"), action("Bring letters"))
    first, second = ids(seat)
    seat.do(MarkDone(first), after_seconds=5)
    one, other = digest(seat.session).actions
    assert (one.id, one.text, one.owners, one.due, one.done, one.point) == (
        first,
        "Ask legal",
        ("ben",),
        "2026-12-24",
        True,
        "Who is here",
    )
    assert one.marked == seat.now
    assert (other.id, other.done, other.marked) == (second, False, 0)


def test_what_is_to_come_back_and_what_is_to_be_reported() -> None:
    seat = table(
        Words(kind="parked", text="Arrears"),
        Words(kind="question", text="Who tells them?"),
        Words(kind="report", text="Handovers fail", audience="sponsor"),
        Words(kind="learning", text="Ask early", audience="sponsor"),
        Words(kind="action", text="Write to the board", audience="sponsor"),
    )
    seat.do(ReleaseCapture(ids(seat)[2]))
    made = digest(seat.session)
    assert [one.text for one in made.parked] == ["Arrears"]
    assert [one.text for one in made.questions] == ["Who tells them?"]
    assert [(one.text, one.released) for one in made.reports] == [("Handovers fail", True), ("Ask early", False)]
    assert [one.text for one in made.actions] == ["Write to the board"], "an action is no report"


CANARY = "Zanzibar"


@pytest.mark.parametrize(
    "words",
    [
        Words(kind="note", text=CANARY, audience="facilitators"),
        Words(kind="quote", text=CANARY, by="ben"),
        Words(kind="quote", text=CANARY, by="ben", audience="sponsor"),
        Words(kind="action", text=CANARY, audience="room"),
        Words(kind="parked", text=CANARY, audience="room"),
        Words(kind="feedback", text=CANARY, by="ben", audience="room"),
        learning(CANARY),
    ],
    ids=lambda words: f"{words.kind}-{words.audience}",
)
def test_what_it_never_holds(words: Words) -> None:
    assert CANARY not in stored(digest(table(words).session))


@pytest.mark.parametrize("command", [StrikeCapture, DropCapture])
def test_what_was_struck_or_dropped_is_not_there(command: type[StrikeCapture]) -> None:
    seat = table(action(CANARY))
    assert CANARY in stored(digest(seat.session)), "else this proves nothing"
    seat.do(command(ids(seat)[0]))
    assert CANARY not in stored(digest(seat.session))


def test_a_quote_with_the_yes_may_be_promised_as_a_report_without_whose_it_is() -> None:
    seat = table(Words(kind="quote", text=CANARY, by="ben", audience="sponsor"))
    seat.do(AgreeQuote(ids(seat)[0]))
    kept = stored(digest(seat.session).reports)
    assert CANARY in kept
    assert "ben" not in kept


def test_open_actions_that_stay_in_the_room_are_counted() -> None:
    seat = table(*(Words(kind="action", text=f"{CANARY} {n}", audience="room") for n in range(3)))
    seat.do(MarkDone(ids(seat)[0]))
    assert digest(seat.session).in_room == 2


def test_it_reads_back_as_it_was() -> None:
    seat = table(action("Ask legal", "ben"), Words(kind="parked", text="Arrears"))
    seat.do(NextPoint())
    made = digest(seat.session)
    assert msgspec.json.decode(msgspec.json.encode(made), type=Digest) == made


def stored(value: object) -> str:
    return msgspec.json.encode(value).decode()


def test_who_was_there_and_who_was_not_in_seat_order() -> None:
    seat = Table(agenda=AGENDA)
    first, second, *others = seat.meeting.community.members
    seat.do(Leave(second))
    seat.do(StartSession())
    made = digest(seat.session)
    assert (made.attended, made.missed) == ((first, *others), (second,))


def test_feedback_never_has_a_name() -> None:
    made = digest(table(Words(kind="feedback", text="More breaks", by="ben", named=True, owners=("ben",))).session)
    assert [one.text for one in made.feedback] == ["More breaks"]
    assert "ben" not in stored(made.feedback)


def test_counts_say_how_much_was_written_and_nothing_of_it() -> None:
    seat = table(
        action("Ask legal", "ben"),
        Words(kind="action", text=CANARY, audience="room"),
        Words(kind="note", text=CANARY, audience="facilitators"),
    )
    seat.do(MarkDone(ids(seat)[0]))
    made = digest(seat.session)
    assert made.tally == Tally(captures=3, actions=2, open=1)
    assert CANARY not in stored(made)


def test_how_long_it_was_planned_for_is_the_plans_whatever_came_on_the_way() -> None:
    seat = table()
    assert digest(seat.session).length == 105 * MINUTE
    close = seat.session.points[list(seat.session.points)[-1]]
    for fixed, length in ((START + 100 * MINUTE, 100 * MINUTE), (START + 49 * 60 * MINUTE, 0), (START - MINUTE, 0)):
        points = {**seat.session.points, close.id: replace(close, fixed=fixed)}
        assert digest(replace(seat.session, points=points)).length == length


def test_voices_are_there_where_they_are_asked_for_and_are_the_sessions_own() -> None:
    seat = table()
    seat.do(JumpToPoint(3), after_seconds=60)
    seat.do(NoteSpoke("chidi"), after_seconds=60)
    seat.do(EndSession(), after_seconds=600)
    assert digest(seat.session).voices == ()
    kept = {one.person: one for one in digest(seat.session, voices=True).voices}
    heard = voices(seat.session, seat.now).heard
    assert list(kept) == [one.voice.person for one in heard]
    for one in heard:
        mine = kept[one.voice.person]
        assert (mine.turns, mine.spoken, mine.compared) == (one.turns, one.seconds * 1_000_000, one.voice.compared)
    assert {id: (one.turns, one.counted) for id, one in kept.items()} == {
        "amina": (0, 0),  # the hour is about her own presentation
        "ben": (0, 660_000),
        "chidi": (1, 660_000),
        "dorota": (0, 660_000),
    }

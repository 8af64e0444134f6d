"""What was settled and struck goes out of the agendas that repeat it, and nothing else does."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.charter import answering
from lcterm.core.commands import StartSession, StrikeCapture, WriteCapture
from lcterm.core.community_events import CharterAnswered
from lcterm.core.events import NamesTakenOut, SessionPlanned, Words
from lcterm.core.facts import Fact
from lcterm.core.when import zone_named
from lcterm.store.agenda_notes import short_note
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.register import found, plan
from lcterm.store.shelf import read_session
from lcterm.store.struck_agenda import gone_from_agenda
from lcterm.store.struck_charter import gone_with, texts_named
from tests.clock_program import TestClock

SAID = (
    st.text("abc é.;:?( )", min_size=1, max_size=300)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text) and "zzz" not in text)
)


def answered(text: str) -> list[Fact]:
    return [Fact(5, "w", 1, 5, "me", CharterAnswered(topic="arranging", answer=text, choice="", session="s"))]


def agenda(*notes: str) -> list[Fact]:
    point = PlannedPoint(id="a", title="Talk", minutes=5, notes=notes)
    return [Fact(6, "w", 2, 6, "me", SessionPlanned(community="c", title="t", starts=1, zone="UTC", points=(point,)))]


def left(tombstone: NamesTakenOut | None) -> list[str]:
    return [new.text for one in tombstone.facts for new in one.texts] if tombstone else []


@given(SAID)
def test_the_decision_and_the_very_words_take_an_answer_along_and_others_do_not(text: str) -> None:
    for struck in (f"Who arranges: {text}", "Who arranges: as it read before", text):
        gone = gone_with([struck], "s", answered(text))
        assert left(gone) == [""]
        assert gone is not None
        assert texts_named(gone, answered(text)) == [text]
    assert gone_with(["zzz"], "s", answered(text)) is None
    assert gone_with([f"Who arranges: {text}"], "another", answered(text)) is None


@given(SAID)
def test_a_note_is_found_whole_and_cut(text: str) -> None:
    notes = (f"Who arranges: {short_note(text)}", short_note(f"Who arranges: {text}"), "Begin on time")
    assert left(gone_from_agenda([text], agenda(*notes))) == ["Who arranges: …"] * 2
    assert gone_from_agenda(["zzz"], agenda(*notes)) is None


def test_a_board_that_is_left_clears_them_too(home: Path, clock: TestClock) -> None:
    place = Home(home)
    community = found(place, clock, "Bees", "", [])
    first, later = (
        plan(
            place, clock, community, [PlannedPoint(id="a", title="T", minutes=5, notes=notes)], zone_named("UTC"), "UTC"
        )
        for notes in ((), ("Who arranges: Zoë does",))
    )
    desk = Desk(place, community.id, first, clock, lambda seq: None)
    assert not desk.act(StartSession()).refused
    answer = answering(community, "arranging", "Zoë does", None, first)
    assert answer is not None
    desk.record_of_community(answer)
    assert not desk.act(WriteCapture(Words(kind="decision", text="Who arranges: Zoë does"))).refused
    assert not desk.act(StrikeCapture(next(iter(desk.meeting.session.captures)))).refused
    assert desk.close(5) == []
    assert read_session(place, community.id, later).points["a"].plan.notes == ("Who arranges: …",)
    assert [path for path in home.rglob("*.json") if "Zoë".encode() in path.read_bytes()] == []

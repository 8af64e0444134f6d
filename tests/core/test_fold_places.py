"""In the room or on the line, and a facilitator's seat that passes on."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.audience import readable
from lcterm.core.commands import (
    Arrive,
    EndSession,
    FreeFloor,
    GiveFloor,
    Interject,
    Leave,
    MarkPlace,
    PassFacilitation,
    StartSession,
    Undo,
    WriteCapture,
)
from lcterm.core.events import Words
from tests.core.builder import Table, learning

NAMES = ("Amina", "Ben", "Chidi", "Faye")


def started(**more: object) -> Table:
    table = Table(NAMES, roles={"Faye": ("facilitator",)}, **more)  # type: ignore[arg-type]
    table.do(StartSession())
    return table


# ── On the line ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_who_is_on_the_line_is_here() -> None:
    table = started()
    table.do(MarkPlace("ben", "line"))
    assert table.session.voices["ben"].reachable
    assert "already" in table.refused(MarkPlace("ben", "line"))


def test_marked_before_the_start_it_holds_when_it_starts() -> None:
    table = Table(NAMES)
    table.do(MarkPlace("ben", "line"))
    table.do(StartSession())
    assert table.session.voices["ben"].place == "line"


def test_a_dropped_line_is_neither_silence_nor_absence() -> None:
    table = started()
    table.do(MarkPlace("ben", "line"))
    table.wait(minutes=20)
    table.speak("amina", 60)
    table.speak("chidi", 60)
    assert table.heard("ben").mark == "not heard"
    table.do(MarkPlace("ben", "dropped"))
    assert table.heard("ben").mark == ""
    before = table.heard("ben").voice.counted
    table.wait(minutes=20)
    table.do(Arrive("ben"))
    voice = table.heard("ben").voice
    assert (voice.place, voice.present, voice.counted) == ("line", True, before)


def test_a_line_that_drops_ends_the_turn() -> None:
    table = started()
    table.do(MarkPlace("ben", "line"))
    table.do(GiveFloor("ben"))
    table.do(MarkPlace("ben", "dropped"), after_seconds=30)
    assert table.speaking == ""
    assert table.heard("ben").seconds == 30


def test_nobody_drops_who_is_not_here() -> None:
    table = started()
    table.do(Leave("ben"))
    assert "not here" in table.refused(MarkPlace("ben", "dropped"))


# ── The seat ────────────────────────────────────────────────────────────────────────────────────────────────────

NOTE = Words(kind="note", text="A word with Chidi", audience="facilitators")


def texts(table: Table) -> list[str]:
    return [capture.words.text for capture in readable("facilitators", table.session)]


def test_the_notes_of_the_first_stay_behind() -> None:
    table = started()
    table.do(WriteCapture(NOTE))
    table.do(WriteCapture(learning("For all")))
    table.do(PassFacilitation("ben"))
    assert texts(table) == ["For all"]
    table.do(WriteCapture(Words(kind="note", text="Ben's own", audience="facilitators")))
    assert texts(table) == ["For all", "Ben's own"]
    table.do(PassFacilitation(""))
    assert texts(table) == ["A word with Chidi", "For all"]


def test_a_hand_over_taken_back_opens_no_notes() -> None:
    first = started()
    first.do(PassFacilitation("ben"))
    second = first.other()
    second.do(WriteCapture(NOTE), after_seconds=1)
    first.hear(second.log.facts)
    first.do(Undo(), after_seconds=2)
    assert first.session.facilitator == ""
    assert texts(first) == []


def test_a_note_stays_with_who_wrote_it_before_hearing_of_the_hand_over() -> None:
    here = started()
    there = here.other()
    here.do(PassFacilitation("ben"))
    there.do(WriteCapture(NOTE), after_seconds=1)
    here.hear(there.log.facts)
    assert texts(here) == []
    here.do(PassFacilitation(""), after_seconds=2)
    assert texts(here) == [NOTE.text]


def test_the_seat_is_outside_the_comparison_and_who_leaves_it_is_inside() -> None:
    table = started()
    table.do(PassFacilitation("ben"))
    assert not table.session.voices["ben"].compared
    assert table.session.voices["faye"].compared
    assert "facilitates already" in table.refused(PassFacilitation("ben"))
    table.do(PassFacilitation("faye"))
    assert table.session.facilitator == ""
    assert table.session.voices["ben"].roles == ("member",)


def test_what_is_said_from_the_seat_counts_for_nothing() -> None:
    table = started()
    table.speak("ben", 60)
    table.do(PassFacilitation("ben"))
    table.speak("ben", 300)
    table.do(PassFacilitation(""))
    assert (table.heard("ben").turns, table.heard("ben").seconds) == (1, 60)


def test_a_turn_in_which_the_seat_passes_counts_by_its_parts() -> None:
    table = started()
    table.do(GiveFloor("ben"))
    table.do(PassFacilitation("ben"), after_seconds=100)
    table.do(FreeFloor(), after_seconds=50)
    table.do(GiveFloor("ben"))
    table.do(PassFacilitation(""), after_seconds=40)
    assert (table.heard("ben").turns, table.heard("ben").seconds) == (2, 100)
    table.do(FreeFloor(), after_seconds=20)
    assert (table.heard("ben").turns, table.heard("ben").seconds) == (2, 120)


def test_an_interrupted_turn_in_which_the_seat_passes_counts_by_its_parts() -> None:
    table = started()
    table.do(GiveFloor("faye"))
    table.do(Interject("chidi"), after_seconds=100)
    table.do(PassFacilitation("ben"), after_seconds=10)
    table.do(FreeFloor(), after_seconds=10)
    assert table.speaking == "faye"
    table.do(FreeFloor(), after_seconds=30)
    assert (table.heard("faye").turns, table.heard("faye").seconds) == (1, 30)


def test_an_outside_facilitator_gets_the_seat_back_too() -> None:
    table = Table(("Amina", "Ben", "Chidi"))
    table.do(StartSession())
    table.do(PassFacilitation("ben"))
    table.do(PassFacilitation("chidi"))
    table.do(PassFacilitation(""))
    assert table.session.facilitator == ""
    assert [voice.roles for voice in table.session.voices.values()] == [("member",)] * 3
    assert "whoever had it first" in table.refused(PassFacilitation(""))


def test_after_the_close_the_seat_can_still_go_back_and_nowhere_else() -> None:
    table = started()
    table.do(WriteCapture(NOTE))
    table.do(PassFacilitation("ben"))
    table.do(EndSession())
    assert "closed" in table.refused(PassFacilitation("chidi"))
    table.do(PassFacilitation(""))
    assert texts(table) == ["A word with Chidi"]


def test_nobody_takes_the_seat_from_afar() -> None:
    table = started()
    table.do(Leave("ben"))
    assert "away" in table.refused(PassFacilitation("ben"))


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["", "amina", "ben", "chidi", "faye"]),
            st.tuples(st.sampled_from(["amina", "ben", "chidi"]), st.integers(1, 90)),
        ),
        max_size=12,
    )
)
def test_handed_over_and_back_everything_is_as_if_only_the_floor_had_moved(
    acts: list[str | tuple[str, int]],
) -> None:
    """Whoever holds the seat says nothing that counts; everybody else counts as ever."""
    table = started()
    counted = {"amina": 0, "ben": 0, "chidi": 0}
    for act in acts:
        if isinstance(act, str):
            table.wish(PassFacilitation(act))
            continue
        person, seconds = act
        if table.session.facilitator != person:
            counted[person] += seconds
        table.do(GiveFloor(person))
        table.do(FreeFloor(), after_seconds=seconds)
    table.wish(PassFacilitation(""))
    assert table.session.voices["faye"].roles == ("facilitator",)
    for person, seconds in counted.items():
        assert table.session.voices[person].roles == ("member",)
        assert table.heard(person).seconds == seconds

"""Who spoke when, written out: recordings as they came in, what was seen live by names that come back, tables in which
nothing is a formula."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.commands import FreeFloor, GiveFloor, NoteSpoke, StartSession
from lcterm.core.community import Member
from lcterm.core.events import RecordedSpeaker, Segment, TurnsImported
from lcterm.core.session import Meeting
from lcterm.core.spoken import Recorded, Spoken, spoken
from lcterm.core.text import clean
from lcterm.documents.turns_out import COLUMNS, as_csv, as_rttm, labelled, seconds
from lcterm.intake.recordings import read_recording
from tests.core.builder import Table

PARTS = ["Ana", " ", "%", "20", "%20", "\u3000", "李", "<NA>", ";;", '"', "K.", "é", "spk_00", "_"]
LABELS = st.one_of(st.lists(st.sampled_from(PARTS), max_size=6).map("".join), st.text(max_size=40)).map(clean)
TIMES = st.one_of(st.integers(0, 10**7).map(lambda ms: ms * 1000), st.integers(0, 10**12))


@st.composite
def recordings(draw: st.DrawFn) -> Recorded:
    """Any recording that reading a file could give."""
    labels = draw(st.lists(LABELS.filter(bool), min_size=1, max_size=5, unique=True))
    order = [*range(len(labels)), *draw(st.lists(st.integers(0, len(labels) - 1), max_size=10))]
    segments = tuple(Segment(speaker, draw(TIMES), draw(TIMES)) for speaker in order)
    speakers = tuple(RecordedSpeaker(label=label, person=f"p{place}") for place, label in enumerate(labels))
    return Recorded(draw(LABELS.filter(bool)), speakers, segments)


def meeting(*live: tuple[str, float]) -> tuple[Table, Meeting]:
    """A session in which these people spoke, so many seconds each."""
    table = Table()
    table.do(StartSession())
    for person, length in live:
        table.speak(person, length)
    return table, table.meeting


def of(table: Table) -> Spoken:
    return spoken(table.log.facts, "session", table.now)


def named(where: Meeting, person: str, name: str, *, forgotten: bool = False) -> Meeting:
    members = {**where.community.members, person: Member(person=person, name=name, forgotten=forgotten)}
    return replace(where, community=replace(where.community, members=members))


@settings(deadline=None)
@given(recordings())
def test_a_recording_comes_out_as_it_went_in(recorded: Recorded) -> None:
    text = as_rttm(labelled(Table().meeting, Spoken((), (), (recorded,))))
    back = read_recording(text.encode(), "x.rttm", None, None)
    assert back.recording == recorded.recording
    assert back.speakers == tuple(one.label for one in recorded.speakers)
    assert back.segments == recorded.segments
    assert back.skipped == ()


def test_what_was_seen_live_is_told_from_the_start_of_the_session() -> None:
    table, where = meeting(("amina", 61.5), ("ben", 2))
    table.do(NoteSpoke("chidi"), after_seconds=1)
    assert as_rttm(labelled(where, of(table))).split("\n") == [
        "SPEAKER session 1 0.000 61.500 <NA> <NA> Amina <NA> <NA>",
        "SPEAKER session 1 61.500 2.000 <NA> <NA> Ben <NA> <NA>",
        "SPEAKER session 1 64.500 0.000 <NA> <NA> Chidi <NA> <NA>",
    ]


@given(LABELS.filter(bool))
def test_names_of_people_come_back(name: str) -> None:
    table, where = meeting(("amina", 3))
    text = as_rttm(labelled(named(where, "amina", name), of(table)))
    assert read_recording(text.encode(), "x.rttm", None, None).speakers == (name,)


def test_two_people_never_become_one() -> None:
    table, where = meeting(("amina", 3), ("ben", 4), ("chidi", 5), ("dorota", 6))
    where = named(named(where, "amina", "x", forgotten=True), "ben", "x", forgotten=True)
    where = named(named(where, "chidi", "Sam"), "dorota", "Sam")
    back = read_recording(as_rttm(labelled(where, of(table))).encode(), "x.rttm", None, None)
    assert back.speakers == ("someone-amina", "someone-ben", "Sam", "Sam 2")


def test_live_turns_keep_apart_from_a_recording_of_the_same_name() -> None:
    table, _ = meeting(("amina", 3))
    recorded = TurnsImported(
        recording="session", speakers=(RecordedSpeaker(label="A", person="amina"),), segments=(Segment(0, 5, 7),)
    )
    table.record(recorded)
    text = as_rttm(labelled(table.meeting, of(table)))
    assert [line.split()[1] for line in text.split("\n")] == ["session-live", "session"]


@pytest.mark.parametrize(
    ("microseconds", "text"), [(0, "0.000"), (1, "0.000001"), (12_340_000, "12.340"), (12_345_600, "12.3456")]
)
def test_seconds_are_exact(microseconds: int, text: str) -> None:
    assert seconds(microseconds) == text


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_has_times_with_offset_and_how_they_came_to_speak() -> None:
    table, _ = meeting(("amina", 61.5))
    table.do(NoteSpoke("ben"), after_seconds=1)
    table.record(
        TurnsImported(
            recording="r1", speakers=(RecordedSpeaker(label="A", person="ben"),), segments=(Segment(0, 5000, 7001),)
        )
    )
    first, second, third = rows(as_csv(table.meeting, of(table)))
    assert first == {
        "start": "2026-12-01T14:00:00+00:00",
        "end": "2026-12-01T14:01:01.500+00:00",
        "name": "Amina",
        "seconds": "61.500",
        "mode": "queue",
        "point": "Talk",
        "recording": "",
    }
    assert (second["name"], second["seconds"]) == ("Ben", ""), "nobody measured it"
    assert (third["name"], third["seconds"], third["mode"], third["recording"]) == ("Ben", "0.007001", "imported", "r1")
    assert third["start"] == "2026-12-01T14:00:00.005+00:00"


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "-1", "＝1", "+cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(name: str) -> None:
    table, where = meeting(("amina", 3))
    (row,) = rows(as_csv(named(where, "amina", name), of(table)))
    assert row["name"] == f"'{name}"


def test_nothing_for_readers_whom_voices_are_not_for() -> None:
    table, where = meeting(("amina", 3))
    for reader in ("room", "group", "sponsor", "other"):
        assert labelled(where, of(table), reader) == []
        assert as_csv(where, of(table), reader) == ",".join(COLUMNS)


def test_a_turn_that_runs_lasts_until_now() -> None:
    table, _ = meeting()
    table.do(GiveFloor("amina"), after_seconds=5)
    table.wait(seconds=7)
    assert as_rttm(labelled(table.meeting, of(table))).split()[3:5] == ["5.000", "7.000"]
    table.do(FreeFloor())

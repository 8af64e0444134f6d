"""A session as one file: out, in and out again is the same file, whatever was pressed, whatever people are called."""

import json

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.commands import EndSession, FreeFloor, GiveFloor, StartSession
from lcterm.core.events import AttendanceBroughtIn, RecordedSpeaker, Seat, Segment, Stay, TurnsImported
from lcterm.core.facts import Fact, decode_event
from lcterm.core.session import Meeting
from lcterm.core.session_leaving import leaving
from lcterm.core.text import clean
from lcterm.documents.session_json import session_json
from lcterm.store.session_file import Leaving, as_stored, folded, read_session_file
from tests.core.builder import START, Table
from tests.core.wishes import Wish, held, sessions

NAMES = st.lists(st.text(min_size=1, max_size=20).map(clean).filter(bool), min_size=6, max_size=6)


def as_file(meeting: Meeting, stored: list[Fact]) -> str:
    """The file of a session with these facts, as a disk would give them back."""
    read = [replace(fact, event=decode_event(msgspec.json.encode(fact.event))) for fact in stored]
    facts = leaving(read, meeting.session)
    return session_json(meeting, Leaving(facts, tuple(map(as_stored, facts)), 0))


def over(table: Table) -> Table:
    """The session at this table, ended."""
    if table.session.status == "planned":
        table.do(StartSession())
    if table.session.status != "closed":
        table.do(EndSession(), after_seconds=1)
    return table


@settings(deadline=None)
@given(sessions, NAMES)
def test_out_in_and_out_again_is_the_same_file(session: list[Wish], names: list[str]) -> None:
    table = over(held(session))
    where = table.meeting
    members = where.community.members
    others = {id: replace(one, name=name) for (id, one), name in zip(members.items(), names, strict=False)}
    where = replace(where, community=replace(where.community, members={**members, **others}))
    text = as_file(where, table.log.facts)
    file, facts = read_session_file(text.encode())
    again = folded(file.session, where.community.id, facts)
    assert again.status == "closed"
    assert as_file(replace(where, session=again), facts) == text


def test_what_programs_read_of_it() -> None:
    table = Table()
    table.do(StartSession())
    table.do(GiveFloor("amina"))
    table.do(FreeFloor(), after_seconds=61.5)
    table.do(EndSession(), after_seconds=3)
    table.record(
        TurnsImported(
            recording="r1", speakers=(RecordedSpeaker(label="A", person="ben"),), segments=(Segment(0, 5000, 7001),)
        )
    )
    record = json.loads(as_file(table.meeting, table.log.facts))
    assert record["turns"] == [
        {"name": "Amina", "start": "2026-12-01T14:00:00+00:00", "seconds": 61.5, "mode": "queue", "point": "Talk"}
    ]
    assert record["recordings"] == [
        {"recording": "r1", "speakers": [{"label": "A", "name": "Ben"}], "segments": [[0, 0.005, 0.007001]]}
    ]
    assert record["people"][0] == {
        "person": "amina",
        "name": "Amina",
        "badge": "a",
        "roles": ["member"],
        "listening": False,
        "present": [{"from": "2026-12-01T14:00:00+00:00", "to": "2026-12-01T14:01:04.500+00:00"}],
    }
    assert record["next"] is None


def test_who_was_there_by_a_meeting_program_s_record() -> None:
    table = Table()
    stay = Stay(person="amina", spans=((START, START + 60_000),), there=60_000)
    table.record(AttendanceBroughtIn(stays=(stay,), seats=(Seat(person="amina", badge="a"),)))
    record = json.loads(as_file(table.meeting, table.log.facts))
    assert record["people"][0]["present"] == [{"from": "2026-12-01T14:00:00+00:00", "to": "2026-12-01T14:01:00+00:00"}]


def test_a_line_for_each_fact() -> None:
    table = over(Table())
    lines = as_file(table.meeting, table.log.facts).splitlines()
    assert sum('"writer":' in line for line in lines) == len(table.log.facts)

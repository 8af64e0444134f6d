"""The sample as the demo opens it: every figure of its story, as the core reads it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lcterm.core.agenda import remaining, timetable
from lcterm.core.capture_words import audience_words, due_words
from lcterm.core.commands import Undo
from lcterm.core.community import Community
from lcterm.core.facts import Fact
from lcterm.core.session import Session
from lcterm.core.voices import Heard, reason, voices
from lcterm.core.when import ago, clock, local, zone_named
from lcterm.store.check import check
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from lcterm.store.sample import MARKER, Sample, sample_home
from lcterm.store.sample_play import StoryClock
from lcterm.store.shelf import Held, communities, read_community, read_session, sessions
from tests.clock_program import TestClock, milliseconds

NOON = datetime(2026, 11, 24, 15, 7, 26, tzinfo=UTC)
NOW = milliseconds(NOON)
MINUTE = 60_000


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The demo, opened at 15:07:26 UTC on Tuesday 24 November 2026; tests only read it."""
    return sample_home(StoryClock(NOW), folder=tmp_path_factory.mktemp("sample") / "demo", zone="UTC")


@pytest.fixture(scope="module")
def session(sample: Sample) -> Session:
    return read_session(sample.home, sample.community, sample.session)


@pytest.fixture(scope="module")
def community(sample: Sample) -> Community:
    return read_community(sample.home, sample.community)


@pytest.fixture(scope="module")
def heard(session: Session, community: Community) -> dict[str, Heard]:
    """The voices at that moment, by name."""
    return {community.name_of(one.voice.person): one for one in voices(session, NOW).heard}


# ── Today's session ──


def test_the_header_says_four_minutes_behind(session: Session) -> None:
    times = timetable(session, NOW)
    assert times.drift == 4 * 60
    assert [clock(moment, UTC) for moment in (session.starts, times.planned_end)] == ["14:00", "17:00"]
    assert times.expected_end is not None
    assert clock(times.expected_end, UTC) == "17:04"
    assert (session.title, session.status, session.zone) == ("session 7", "running", "UTC")


def test_twenty_one_thirty_four_are_left_of_the_first_discussion(session: Session) -> None:
    assert remaining(session, NOW) == (21 * 60 + 34) * 1000
    assert session.point is not None
    assert (session.point.plan.title, session.point.length, session.mode) == ("Discussion 1", 35 * MINUTE, "queue")


def test_the_agenda_has_run_as_drawn(session: Session) -> None:
    rows = timetable(session, NOW).rows
    assert [(row.seconds or 0) / 60 for row in rows if row.status == "done"] == [7, 5, 12, 30]
    assert [row.status for row in rows] == ["done"] * 4 + ["running"] + ["ahead"] * 8
    assert [rows[2].point.mode, rows[2].point.added] == ["open", 2]
    starts = "14:00 14:07 14:12 14:24 14:54 15:29 15:34 15:44 16:14 16:49 16:54 16:59 17:04"
    assert " ".join(clock(row.starts, UTC) for row in rows) == starts


def test_the_point_has_its_question_and_prompts(session: Session, community: Community) -> None:
    assert session.point is not None
    plan = session.point.plan
    assert plan.question == "When do we tell the tenant that the date has slipped?"
    assert [community.name_of(person) for person in plan.presenters] == ["Amina"]
    assert plan.notes[:3] == (
        "Open with Amina's question: when do we tell the tenant?",
        "Hold the pause after it.",
        "At 15:24: what do we write down, and who needs to hear it?",
    )
    assert not any("{" in note for point in session.points.values() for note in point.plan.notes)


def test_twelve_people_with_the_badges_of_the_picture(heard: dict[str, Heard]) -> None:
    assert {name: one.voice.badge for name, one in heard.items()} == {
        "Amina": "a",
        "Ben": "b",
        "Chidi": "c",
        "Dorota": "d",
        "Farida": "f",
        "Grace": "g",
        "Jonas": "j",
        "Leila": "l",
        "Marek": "m",
        "Sam K.": "sk",
        "Sam O.": "so",
        "Tracy": "t",
    }
    assert [name for name, one in heard.items() if not one.voice.present] == ["Marek"]
    assert [name for name, one in heard.items() if one.voice.listening] == ["Sam K."]


def test_turns_and_when_each_last_spoke(heard: dict[str, Heard]) -> None:
    turns = {"Amina": 4, "Ben": 2, "Chidi": 1, "Dorota": 3, "Farida": 2, "Grace": 7, "Sam O.": 2, "Tracy": 4}
    assert {name: one.turns for name, one in heard.items() if one.turns} == turns
    since = {name: ago(NOW - one.last) for name, one in heard.items() if one.last is not None and not one.speaking}
    last = {"Amina": "5 min", "Ben": "11 min", "Dorota": "9 min", "Farida": "2 min", "Sam O.": "1 min"}
    assert {name: since[name] for name in last} == last


def test_marks_show_with_their_reasons(session: Session, heard: dict[str, Heard]) -> None:
    assert not voices(session, NOW).settling
    assert {name: (one.mark, reason(one)) for name, one in heard.items() if one.mark} == {
        "Chidi": ("quiet", "3 %; even would be 10 %"),
        "Grace": ("dominant", "29 % of the talk, 7 turns"),
        "Jonas": ("not heard", "no turn yet"),
        "Leila": ("not heard", "no turn yet"),
    }


def test_shares_come_out_like_the_picture(session: Session, heard: dict[str, Heard]) -> None:
    """Amina's are those of before her presentation; answering on her own case is outside the comparison."""
    shares = {name: round(one.share * 100) for name, one in heard.items() if one.share}
    picture = {"Amina": 7, "Ben": 10, "Chidi": 3, "Dorota": 14, "Farida": 12, "Grace": 29, "Sam O.": 10, "Tracy": 15}
    assert shares == picture
    assert heard["Amina"].voice.person in session.exempt
    assert voices(session, NOW).evenness == pytest.approx(0.80, abs=0.005)


def test_the_marks_hold_for_the_next_half_minute(session: Session, heard: dict[str, Heard]) -> None:
    later = voices(session, NOW + 30_000).heard
    assert [one.mark for one in later] == [one.mark for one in heard.values()]


def test_the_floor_is_tracys_and_three_hands_are_up(session: Session, community: Community) -> None:
    assert session.turn is not None
    assert community.name_of(session.turn.person) == "Tracy"
    assert session.ran_by(NOW) - session.turn.ran == 72_000
    hands = {community.name_of(hand.person): (hand.hand, ago(NOW - hand.since)) for hand in session.hands}
    assert hands == {"Dorota": ("question", "40 s"), "Ben": ("reply", "2 min"), "Jonas": ("point", "6 min")}


def test_what_was_written_down(session: Session, community: Community) -> None:
    names = {person: member.name for person, member in community.members.items()}
    lines = [
        " | ".join(
            (
                clock(one.at, UTC),
                one.words.kind,
                one.words.text,
                ", ".join(names[owner] for owner in one.words.owners),
                due_words(one.words),
                audience_words(one.words, names),
            )
        )
        for one in session.captures.values()
    ]
    assert lines == [
        "14:39 | story | The flat on Kettle Street: three visits and one phone call |  |  | group",
        "14:46 | learning | Say early and plainly what we cannot promise |  |  | group",
        "14:58 | question | Who tells the tenant when the date slips? |  |  | group",
        "15:01 | action | Ask the council for the list of empty homes | Tracy, Ben | Fri 27 Nov | sponsor",
        "15:03 | action | Bring two letters that worked | Farida | next time | group",
        "15:04 | parked | Arrears at handover: needs the figures first |  |  | group",
        "15:06 | note | Jonas looked ready twice; a word with him at the break |  |  | only us",
    ]
    assert not any(one.done for one in session.captures.values())


def test_the_ground_rules(community: Community) -> None:
    assert community.rules == (
        "What is said here stays here",
        "I speak for myself: I, not they",
        "Mistakes and doubts are welcome",
        "One voice at a time",
    )


def test_undo_takes_back_the_last_act_of_the_story(tmp_path: Path, clock: TestClock) -> None:
    made = sample_home(clock, folder=tmp_path / "demo")
    desk = Desk(made.home, made.community, made.session, clock)
    assert desk.act(Undo()).text == "Taken back: Dorota has a hand up, a question."
    desk.settle()


# ── The rest of the home ──


def _whole(sample: Sample, held: Held) -> Session:
    return read_session(sample.home, held.community.id, held.session.id)


def _people_here(session: Session) -> int:
    return sum(voice.present for voice in session.voices.values())


def test_six_sessions_behind_and_one_ahead(sample: Sample, community: Community) -> None:
    told = []
    for held in sessions(sample.home, community):
        session = _whole(sample, held)
        captures = session.captures.values()
        still_open = sum(one.words.kind == "action" and not one.done for one in captures)
        day = local(held.session.starts, UTC).date().isoformat()
        told.append((held.session.title, day, held.session.status, _people_here(session), len(captures), still_open))
    assert told == [
        ("session 1", "2026-05-05", "closed", 11, 5, 0),
        ("session 2", "2026-06-02", "closed", 10, 6, 0),
        ("session 3", "2026-06-30", "closed", 12, 11, 0),
        ("session 4", "2026-09-01", "closed", 9, 7, 1),
        ("session 5", "2026-09-29", "closed", 12, 14, 0),
        ("session 6", "2026-10-27", "closed", 11, 9, 2),
        ("session 7", "2026-11-24", "running", 11, 7, 2),
        ("session 8", "2026-12-15", "planned", 0, 0, 0),
    ]


def test_every_point_of_a_past_session_was_held(sample: Sample) -> None:
    for one in communities(sample.home):
        for held in sessions(sample.home, one):
            if held.session.status == "closed":
                session = _whole(sample, held)
                assert {point.status for point in session.points.values()} == {"done"}
                assert any(voice.turns for voice in session.voices.values())


def test_two_more_communities_for_the_home_screen(sample: Sample) -> None:
    found = {one.name: one for one in communities(sample.home)}
    assert {name: len(one.active) for name, one in found.items()} == {
        "Housing peers": 12,
        "Night-shift nurses": 9,
        "School leaders, north": 8,
    }
    ahead = [held.session for held in sessions(sample.home, found["Night-shift nurses"])][-1]
    assert (ahead.status, local(ahead.starts, UTC).date().isoformat()) == ("planned", "2026-12-03")
    past = [held.session.status for held in sessions(sample.home, found["School leaders, north"])]
    assert past == ["closed"]


def _logs(home: Home) -> Iterator[tuple[Path, str]]:
    for community in home.community_ids():
        yield home.community_log(community), community
        for session in home.sessions(community):
            yield home.session_log(community, session), session


def test_every_act_was_written_at_its_own_time_by_one_writer_a_log(sample: Sample) -> None:
    facts: list[Fact] = []
    for folder, log in _logs(sample.home):
        assert len(os.listdir(folder)) == 1
        of_log = LogReader(folder, log).poll(force=True)
        assert [fact.at for fact in of_log] == sorted(fact.at for fact in of_log)
        facts += of_log
    assert max(fact.at for fact in facts) == NOW - 40_000
    assert len({fact.actor for fact in facts}) == 1


def test_the_stored_files_are_in_order_and_nobody_elses_to_read(sample: Sample) -> None:
    assert check(sample.home) == []
    assert sample.home.path.stat().st_mode & 0o777 == 0o700
    assert (sample.home.path / MARKER).stat().st_mode & 0o777 == 0o600


ZONES = sorted(available_timezones() & {"UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia"})


@settings(max_examples=12)
@example(milliseconds(datetime(2026, 3, 29, 0, 30, tzinfo=UTC)), "UTC")  # the session began the day before
@example(NOW - 500, "UTC")  # it began half a second before a full minute
@given(st.integers(milliseconds(datetime(2024, 2, 1, tzinfo=UTC)), NOW), st.sampled_from(ZONES))
def test_whenever_and_wherever_it_is_opened_the_board_says_the_same(
    tmp_path_factory: pytest.TempPathFactory, now: int, zone: str
) -> None:
    made = sample_home(StoryClock(now), folder=tmp_path_factory.mktemp("any") / "demo", zone=zone)
    session = read_session(made.home, made.community, made.session)
    assert session.zone == zone
    assert session.starts % MINUTE == 0
    assert remaining(session, now) == (21 * 60 + 34) * 1000
    assert timetable(session, now).drift // 60 == 4
    assert [one.mark for one in voices(session, now).heard].count("not heard") == 2
    past = [held.session for held in sessions(made.home, read_community(made.home, made.community))[:6]]
    today = local(session.starts, zone_named(zone)).date()
    starts = [local(one.starts, zone_named(zone)) for one in past]
    assert [f"{start:%H:%M}" for start in starts] == ["14:00"] * 6
    assert starts[-1].date() == today - timedelta(days=28)

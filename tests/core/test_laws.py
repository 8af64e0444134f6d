"""The laws of a session: true whoever presses what, when, in whatever order it arrives."""

import random
from typing import get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core import fold
from lcterm.core.agenda import phase, remaining, timetable
from lcterm.core.commands import EndSession, Redo, StartSession, Undo
from lcterm.core.decide import decide
from lcterm.core.events import CaptureStruck, Redone, SessionEvent, Undone
from lcterm.core.facts import Envelope, Fact, decode_event, place_of
from lcterm.core.log import Log
from lcterm.core.refusal import Refusal
from lcterm.core.rounds import next_in_round
from lcterm.core.seating import known, seated
from lcterm.core.session import Meeting, Session
from lcterm.core.telling import told
from lcterm.core.voices import ordered, reason, voices
from tests.core.builder import START
from tests.core.wishes import Wish, aimed, held, held_apart, sessions, table, wish, wishes


def folded(facts: list[Fact]) -> Session:
    """The state worked out the slow way, from nothing."""
    undone: set[tuple[str, int]] = set()
    strikes = {(fact.writer, fact.seq) for fact in facts if isinstance(fact.event, CaptureStruck)}
    for fact in sorted(facts, key=place_of):
        if isinstance(fact.event, Undone):
            undone.add((fact.event.writer, fact.event.seq))
        elif isinstance(fact.event, Redone):
            undone.discard((fact.event.writer, fact.event.seq))
    state = Session(id="session")
    for fact in sorted(facts, key=place_of):
        if (fact.writer, fact.seq) not in undone - strikes and not isinstance(fact.event, Undone | Redone):
            state = fold.apply(state, fact)
    return state


def empty_log() -> Log[Session]:
    return Log(Session(id="session"), fold.apply)


def readings(state: Session, meeting: Meeting, now: int) -> None:
    """Every read model, at this moment; whatever they say must hang together."""
    times = timetable(state, now)
    assert len(times.rows) == len(state.points)
    assert all(row.seconds is None or row.seconds >= 0 for row in times.rows)
    assert times.expected_end is None or state.status == "closed" or times.expected_end >= now
    assert (remaining(state, now) is None) == (phase(state, now) == "untimed")
    assert all(state.elapsed(point, now) >= 0 for point in state.points.values())
    heard = voices(state, now)
    assert sum(one.share for one in heard.heard) <= 1 + 1e-9
    assert sum(one.expected for one in heard.heard) <= 1 + 1e-9
    assert heard.evenness is None or 0 <= heard.evenness <= 1
    assert all(one.share >= 0 and one.expected >= 0 and one.seconds >= 0 for one in heard.heard)
    assert all(bool(reason(one)) == bool(one.mark) for one in heard.heard)
    for order in ("seat", "quiet first", "share"):
        assert sorted(one.voice.badge for one in ordered(heard.heard, order)) == sorted(
            voice.badge for voice in state.voices.values()
        )
    assert set(seated(meeting)) <= {one.person for one in known(meeting)}
    assert set(next_in_round(state)) <= set(state.voices)
    sane(state)


def sane(state: Session) -> None:
    """What is true of every session."""
    assert state.live == (state.point is not None)
    assert [point.id for point in state.points.values() if point.status == "running"] == [state.running] * state.live
    people = [hand.person for hand in state.hands]
    assert len(people) == len(set(people))
    assert all(state.voices[person].present for person in people)
    assert state.turn is None or (state.live and state.voices[state.turn.person].reachable)
    assert state.aside is None or (state.turn is not None and state.aside.person != state.turn.person)
    assert state.aside is None or state.voices[state.aside.person].reachable
    assert not (state.struck & state.captures.keys())
    assert not state.care or state.status == "paused"
    drawn = [person for group in state.point.pairs for person in group] if state.point else []
    assert len(drawn) == len(set(drawn))
    assert set(drawn) <= set(state.voices)
    assert state.counted >= 0
    assert all(voice.since is None or 0 <= voice.since <= state.counted for voice in state.voices.values())
    assert all(voice.counted >= 0 and voice.spoken >= 0 for voice in state.voices.values())


# ── One state ───────────────────────────────────────────────────────────────────────────────────────────────────


@given(sessions, st.integers(0, 2**32))
def test_any_order_of_arrival_folds_to_one_state(session: list[Wish], seed: int) -> None:
    facts = held_apart(session)
    expected = folded(facts)
    chance = random.Random(seed)
    for _ in range(3):
        arriving = facts + chance.choices(facts, k=5)
        chance.shuffle(arriving)
        log = empty_log()
        while arriving:
            some = chance.randint(1, 8)
            log.add(arriving[:some])
            del arriving[:some]
        assert log.state.alike(expected)


@given(sessions)
def test_a_log_that_is_opened_is_the_one_that_was_written(session: list[Wish]) -> None:
    """Whoever opens it takes in all at once, whoever wrote it fact by fact."""
    facts = held_apart(session)
    opened, grown = empty_log(), empty_log()
    opened.add(facts)
    for fact in facts:
        grown.add([fact])
    assert opened.newest == opened.facts == grown.facts
    assert opened.state.alike(grown.state)
    assert (opened.gone, opened.last_stamp) == (grown.gone, grown.last_stamp)
    for actor in {fact.actor for fact in facts}:
        assert opened.acts(actor) == grown.acts(actor)


@given(sessions)
def test_seats_that_have_heard_each_other_agree(session: list[Wish]) -> None:
    facts = held_apart(session)
    readings(folded(facts), Meeting(community=table().meeting.community, session=folded(facts)), START)


@settings(max_examples=settings().max_examples // 8)  # one of them is as long as a hundred others
@given(st.integers(0, 10**9))
def test_a_long_session_taken_in_piece_by_piece_is_the_plain_fold(seed: int) -> None:
    """More than four hundred facts, so that kept states are used, with undos far back and facts that come late."""
    chance = random.Random(seed)
    seat = table()
    seat.do(StartSession())
    other = seat.other()
    while len(seat.log.facts) < 420:
        one = wish(chance)
        if isinstance(one.command, EndSession | Undo):
            continue
        seat.wish(aimed(one.command, seat), one.after_seconds)
        other.now = seat.now
        other.wish(aimed(wish(chance).command, other))
        if not seat.session.live:
            seat.do(Undo())
    late = other.log.facts[-20:]
    for seq in chance.choices(range(3, 400), k=5):
        seat.record(Undone(writer="w1", seq=seq))
        assert seat.session.alike(folded(seat.log.facts))
    for fact in late:
        seat.hear([fact])
        assert seat.session.alike(folded(seat.log.facts))


@given(sessions)
def test_what_was_stored_and_read_again_folds_to_the_same_state(session: list[Wish]) -> None:
    facts = held(session).log.facts
    stored = [
        msgspec.json.encode(
            Envelope(stamp=one.stamp, at=one.at, actor=one.actor, event=msgspec.Raw(msgspec.json.encode(one.event)))
        )
        for one in facts
    ]
    log = empty_log()
    for fact, line in zip(facts, stored, strict=True):
        read = msgspec.json.decode(line, type=Envelope)
        log.add([Fact(read.stamp, fact.writer, fact.seq, read.at, read.actor, decode_event(read.event))])
    assert log.state.alike(folded(facts))


# ── Undo ────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(sessions, st.integers(1, 10))
def test_undo_then_redo_is_the_identity(session: list[Wish], times: int) -> None:
    seat = held(session)
    before = seat.session
    taken = [seat.wish(Undo()) for _ in range(times)]
    again = [seat.wish(Redo()) for answer in taken if not isinstance(answer, Refusal)]
    assert not any(isinstance(answer, Refusal) for answer in again)
    assert seat.session.alike(before)


@given(sessions)
def test_everything_taken_back_leaves_the_plan(session: list[Wish]) -> None:
    seat, fresh = held(session), table()
    while not isinstance(seat.wish(Undo()), Refusal):
        pass
    kept = replace(seat.session, struck=frozenset(), at=fresh.session.at)  # words that were struck stay struck
    assert kept == fresh.session


# ── A log cut anywhere ──────────────────────────────────────────────────────────────────────────────────────────


@given(sessions, st.integers(-600, 100_000))
def test_a_log_cut_after_any_fact_is_a_session(session: list[Wish], later: int) -> None:
    seat = held(session)
    log = empty_log()
    community = seat.meeting.community
    readings(log.state, Meeting(community=community, session=log.state), START)
    for fact in seat.log.facts:
        before = Meeting(community=community, session=log.state)
        log.add([fact])
        after = Meeting(community=community, session=log.state)
        readings(log.state, after, fact.at + later * 1000)
        assert isinstance(fact.event, SessionEvent)
        line = told(before, fact.event, after)
        assert line.text
        assert "\n" not in line.text


@given(sessions, st.randoms(use_true_random=False))
def test_a_log_with_facts_missing_is_a_session(session: list[Wish], chance: random.Random) -> None:
    """A file of another writer that has not come yet, or cannot be read."""
    facts = [fact for fact in held_apart(session) if chance.random() < 0.8]
    chance.shuffle(facts)
    log = empty_log()
    log.add(facts)
    readings(log.state, Meeting(community=table().meeting.community, session=log.state), START + 3_600_000)


# ── Wishes ──────────────────────────────────────────────────────────────────────────────────────────────────────


def changes_nothing(state: Session, event: SessionEvent, at: int) -> bool:
    """Whether the fold passes the event over, but for the time."""
    fact = Fact(at, "law", 1, at, "law", event)
    return fold.apply(state, fact).alike(fold.passed_to(state, at))


@given(sessions, wishes)
def test_a_wish_is_refused_with_a_reason_or_changes_something(session: list[Wish], last: Wish) -> None:
    """An undo may take back an act that had no effect of its own any more; a late start may be no change."""
    seat = held(session)
    seat.wait(seconds=abs(last.after_seconds) + 1)
    seat.now = max(seat.now, seat.session.at + 1)
    answer = decide(seat.meeting, aimed(last.command, seat), seat.now)
    if isinstance(answer, Refusal):
        assert answer.reason.endswith(".")
        assert "\n" not in answer.reason
    elif not isinstance(answer, Undone | Redone):
        assert not changes_nothing(seat.session, answer, seat.now)


@given(sessions)
def test_time_that_passes_changes_no_more_than_clocks(session: list[Wish]) -> None:
    seat = held(session)
    state, later = seat.session, fold.passed_to(seat.session, seat.session.at + 60_000)
    now = later.at + 1000
    assert timetable(state, now) == timetable(later, now)
    assert voices(state, now) == voices(later, now)


def test_the_random_sessions_are_real_ones() -> None:
    """A law about nothing holds always: the wishes must lead somewhere."""
    reached: set[str] = set()

    @settings(derandomize=True, database=None, max_examples=300)
    @given(sessions)
    def walk(session: list[Wish]) -> None:
        reached.update(type(fact.event).__name__ for fact in held(session).log.facts)

    walk()
    # What no wish at the table leads to: what is brought in from files, a session that is moved before it begins.
    brought_in = {"TurnsImported", "AttendanceBroughtIn"}
    assert {kind.__name__ for kind in get_args(SessionEvent)} - reached == {*brought_in, "SessionMoved"}

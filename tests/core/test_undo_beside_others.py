"""Undo at two seats: each takes back their own last act, and hears which acts of the other go with it."""

import pytest
from hypothesis import given, settings

from lcterm.core import fold
from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import (
    AnyCommand,
    DropCapture,
    EditCapture,
    ExtendPoint,
    FreeFloor,
    GiveFloor,
    InsertPoint,
    MarkDone,
    MendPoint,
    MovePoint,
    NextPoint,
    NoteSpoke,
    PauseClock,
    RaiseHand,
    Redo,
    ReopenTurn,
    ResumeClock,
    StartSession,
    Undo,
    WithdrawHand,
    WriteCapture,
)
from lcterm.core.erasure import Tombstone
from lcterm.core.events import Redone, Undone
from lcterm.core.facts import Fact, place_of
from lcterm.core.log import EVERY, Log
from lcterm.core.session import Session
from lcterm.core.told import Told
from tests.core.builder import Table, action, learning
from tests.core.wishes import Wish, held_apart, sessions

THREE: tuple[tuple[str, float, Mode], ...] = (("One", 10, "queue"), ("Two", 10, "queue"), ("Three", 10, "open"))
ROOM = 74
"""Cells for what happened, in a terminal of 80."""


class Two:
    """Ann and Bob, who hear of each other at once."""

    def __init__(self) -> None:
        self.ann = Table(agenda=THREE)
        self.ann.do(StartSession())
        self.bob = self.ann.other()

    def hear(self) -> None:
        for one, other in ((self.ann, self.bob), (self.bob, self.ann)):
            one.hear(other.log.facts)
            one.now = max(one.now, other.now)

    def ann_does(self, *commands: AnyCommand) -> None:
        self._does(self.ann, *commands)

    def bob_does(self, *commands: AnyCommand) -> None:
        self._does(self.bob, *commands)

    def _does(self, seat: Table, *commands: AnyCommand) -> None:
        for command in commands:
            seat.do(command, 5)
            self.hear()

    @property
    def only_capture(self) -> str:
        (id,) = self.ann.session.captures
        return id

    def undone(self) -> Told:
        """Ann takes back; what she is told."""
        self.ann_does(Undo())
        return self.ann.told[-1]

    def resting(self) -> list[str]:
        """The acts of Bob's that rest on Ann's last."""
        return [type(fact.event).__name__ for fact in self.ann.meeting.resting]


@pytest.fixture
def two() -> Two:
    return Two()


def test_who_frees_a_floor_that_another_gave_rests_on_that(two: Two) -> None:
    two.ann_does(GiveFloor("amina"))
    two.bob_does(FreeFloor())
    assert two.resting() == ["FloorFreed"]
    told = two.undone()
    assert told.text == (
        "Taken back: Amina has the floor. With it goes, from another seat: The speaker has finished; the floor is free."
    )
    assert told.brief == "Taken back with 1 act of another seat: Amina has the floor."
    assert told.together == 2
    assert two.ann.heard("amina").turns == 0
    assert not two.ann.session.turn


def test_redo_brings_back_both(two: Two) -> None:
    two.ann_does(GiveFloor("amina"))
    two.bob_does(FreeFloor())
    before = two.ann.session
    two.undone()
    two.ann_does(Redo())
    assert two.ann.told[-1].text == "Done again: Amina has the floor."
    now = two.ann.session
    assert (now.turn, now.voices, now.running) == (before.turn, before.voices, before.running)
    assert two.bob.session == now


def test_the_next_point_after_the_next_point_rests_on_it(two: Two) -> None:
    two.ann_does(NextPoint())
    two.bob_does(NextPoint())
    assert two.ann.session.running == "point-3"
    told = two.undone()
    assert told.brief == "Taken back with 1 act of another seat: One is done; now Two."
    assert two.ann.session.running == two.bob.session.running == "point-1"


def test_whatever_is_done_to_a_capture_rests_on_its_being_written(two: Two) -> None:
    two.ann_does(WriteCapture(action("Bring two letters")))
    two.bob_does(EditCapture(two.only_capture, action("Bring three letters")), MarkDone(two.only_capture))
    assert two.resting() == ["CaptureEdited", "CaptureDone"]
    told = two.undone()
    assert told == Told(
        "Taken back with 2 acts of another seat: action.", True, "Taken back with 2 acts of another seat: action.", 3
    )
    assert not two.ann.session.captures


def test_to_drop_a_capture_rests_on_it_too(two: Two) -> None:
    two.ann_does(WriteCapture(learning()))
    two.bob_does(DropCapture(two.only_capture))
    assert two.resting() == ["CaptureDropped"]


def test_the_floor_given_to_a_hand_that_another_noted_stands_by_itself(two: Two) -> None:
    """Ben speaks, whoever put his hand up: taking the hand back does not stop him."""
    two.ann_does(RaiseHand("ben"))
    two.bob_does(GiveFloor("ben"))
    assert two.resting() == []
    assert two.undone().text == "Taken back: Ben has a hand up."
    assert two.ann.speaking == "ben"


def test_a_hand_taken_down_rests_on_its_being_up(two: Two) -> None:
    two.ann_does(RaiseHand("ben"))
    two.bob_does(WithdrawHand("ben"))
    assert two.resting() == ["HandWithdrawn"]


def test_what_is_done_to_a_new_point_rests_on_it_even_where_only_its_place_changes(two: Two) -> None:
    two.ann_does(InsertPoint("Coffee", 10, "none", 2))
    two.bob_does(MovePoint(2, 1), MendPoint(3, title="Tea"))
    assert two.resting() == ["PointMoved", "PointMended"]


def test_acts_of_several_others_are_counted(two: Two) -> None:
    two.ann_does(GiveFloor("amina"))
    eve = two.bob.other("w3", "eve")
    two.bob_does(FreeFloor())
    eve.hear(two.bob.log.facts)
    eve.now = two.bob.now
    eve.do(ReopenTurn(), 1)
    two.ann.hear(eve.log.facts)
    assert two.undone().brief == "Taken back with 2 acts of other seats: Amina has the floor."


def test_acts_that_have_nothing_to_do_with_it_are_not_named(two: Two) -> None:
    two.ann_does(GiveFloor("amina"))
    two.bob_does(WriteCapture(learning()), RaiseHand("ben"), ExtendPoint(5), NoteSpoke("chidi"), GiveFloor("dorota"))
    assert two.resting() == []
    told = two.undone()
    assert told == Told("Taken back: Amina has the floor.")
    assert two.ann.speaking == "dorota"


def test_a_pause_is_taken_back_with_the_resuming_after_it(two: Two) -> None:
    two.ann_does(PauseClock())
    two.bob_does(ResumeClock())
    assert two.resting() == ["ClockResumed"]


def test_what_the_other_has_taken_back_already_goes_with_nothing(two: Two) -> None:
    two.ann_does(GiveFloor("amina"))
    two.bob_does(FreeFloor(), Undo())
    assert two.resting() == []


def test_ones_own_later_acts_are_not_others(two: Two) -> None:
    two.ann_does(GiveFloor("amina"), FreeFloor())
    assert two.resting() == []
    assert two.undone() == Told("Taken back: The speaker has finished; the floor is free.")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (GiveFloor("amina"), FreeFloor()),
        (NextPoint(), NextPoint()),
        (RaiseHand("ben"), WithdrawHand("ben")),
        (PauseClock(), ResumeClock()),
    ],
)
def test_the_brief_way_to_say_it_has_room_in_eighty_columns(two: Two, first: AnyCommand, then: AnyCommand) -> None:
    two.ann_does(first)
    two.bob_does(then)
    assert len(two.undone().brief) <= ROOM


# ── The law ─────────────────────────────────────────────────────────────────────────────────────────────────────


def says_something(state: Session, fact: Fact) -> bool:
    """Whether the fold does more with the fact than to let time pass."""
    return not fold.apply(state, fact).alike(fold.passed_to(state, fact.at))


def resting_slowly(facts: list[Fact], taken: Fact, actor: str) -> list[str]:
    """Worked out from nothing: acts of others that change the state with this fact, and nothing without it."""
    switches = [one for one in facts if isinstance(one.event, Undone | Redone)]
    undone: set[tuple[str, int]] = set()
    for one in switches:
        assert isinstance(one.event, Undone | Redone)
        place = (one.event.writer, one.event.seq)
        undone = undone | {place} if isinstance(one.event, Undone) else undone - {place}
    kept = [
        one
        for one in facts
        if one not in switches and ((one.writer, one.seq) not in undone or isinstance(one.event, Tombstone))
    ]
    there = without = Session(id="session")
    found = []
    for one in kept:
        if one.actor != actor and place_of(one) > place_of(taken) and says_something(there, one):
            found += [] if says_something(without, one) else [one.id]
        there = fold.apply(there, one)
        without = without if one.id == taken.id else fold.apply(without, one)
    return found


def some_acts(log: Log[Session], actor: str) -> list[Fact]:
    """A few of those that this actor could have taken back at some moment: not only the last."""
    own = [fact for fact in log.facts if fact.actor == actor and not isinstance(fact.event, Undone | Redone)]
    return own[:: max(1, len(own) // 5)]


def walked(session: list[Wish]) -> Log[Session]:
    log: Log[Session] = Log(Session(id="session"), fold.apply)
    log.add(held_apart(session))
    return log


@given(sessions)
def test_an_act_rests_on_another_if_it_says_something_with_it_and_nothing_without(session: list[Wish]) -> None:
    log = walked(session)
    for actor in ("ann", "bob"):
        for taken in some_acts(log, actor):
            found = [one.id for one in log.resting_on(taken, actor, Session.alike)]
            assert found == resting_slowly(log.facts, taken, actor)


def test_in_the_random_sessions_acts_do_rest_on_others() -> None:
    """A law about nothing holds always."""
    found: set[str] = set()

    @settings(derandomize=True, database=None, max_examples=50)
    @given(sessions)
    def walk(session: list[Wish]) -> None:
        log = walked(session)
        for taken in some_acts(log, "ann"):
            found.update(type(fact.event).__name__ for fact in log.resting_on(taken, "ann", Session.alike))

    walk()
    assert len(found) >= 5, found


def test_it_is_found_behind_the_states_that_are_kept() -> None:
    two = Two()
    for _ in range(EVERY):
        two.ann_does(ExtendPoint(1))
    two.ann_does(GiveFloor("amina"))
    for _ in range(EVERY // 2):
        two.bob_does(RaiseHand("ben"), WithdrawHand("ben"))
    two.bob_does(FreeFloor())
    assert two.resting() == ["FloorFreed"]

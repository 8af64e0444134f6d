"""(meeting, command, now) -> event | Refusal: whether a wish may come true, and as which fact.

A refusal says what, and the way on. Nothing is changed here: that is the fold's.
"""

from typing import assert_never

from lcterm.core import (
    decide_agenda,
    decide_attendance,
    decide_captures,
    decide_deciding,
    decide_floor,
    decide_people,
    decide_plan,
    decide_queue,
)
from lcterm.core.commands import (
    AgendaCommand,
    AnyCommand,
    BringInAttendance,
    CaptureCommand,
    DecidingCommand,
    FloorCommand,
    PeopleCommand,
    PlanCommand,
    QueueCommand,
    Redo,
    Undo,
)
from lcterm.core.events import Redone, SessionEnded, SessionEvent, SessionStarted, Undone
from lcterm.core.facts import Fact
from lcterm.core.refusal import Refusal
from lcterm.core.session import Meeting


def decide(meeting: Meeting, command: AnyCommand, now: int) -> SessionEvent | Refusal:
    """The one event by which the command comes true at `now` (wall, ms), or why it may not."""
    if isinstance(command, AgendaCommand):
        return decide_agenda.decide(meeting, command, now)
    if isinstance(command, FloorCommand):
        return decide_floor.decide(meeting, command)
    if isinstance(command, PeopleCommand):
        return decide_people.decide(meeting, command)
    if isinstance(command, QueueCommand):
        return decide_queue.decide(meeting, command, now)
    if isinstance(command, PlanCommand):
        return decide_plan.decide(meeting, command, now)
    if isinstance(command, CaptureCommand):
        return decide_captures.decide(meeting, command)
    if isinstance(command, DecidingCommand):
        return decide_deciding.decide(meeting, command)
    if isinstance(command, BringInAttendance):
        return decide_attendance.decide(meeting, command, now)
    match command:
        case Undo() if meeting.others_since and isinstance(_act(meeting.undo), SessionStarted | SessionEnded):
            return Refusal("Others have gone on since; taking that back would take their hour with it.")
        case Undo():
            return _taken_back(meeting.undo, "Nothing left to take back.", Undone)
        case Redo():
            return _taken_back(meeting.redo, "Nothing was taken back that could be done again.", Redone)
        case _:
            assert_never(command)


def _act(fact: Fact | None) -> object:
    return fact.event if fact is not None else None


def _taken_back(fact: Fact | None, otherwise: str, event: type[Undone] | type[Redone]) -> Undone | Redone | Refusal:
    return Refusal(otherwise) if fact is None else event(writer=fact.writer, seq=fact.seq)

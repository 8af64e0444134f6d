"""(meeting, command, now) -> event | Refusal: whether a wish may come true, and as which fact.

A refusal says what, and the way on. Nothing is changed here: that is the fold's.
"""

from typing import assert_never

from lcterm.core import decide_agenda, decide_floor, decide_people
from lcterm.core.commands import (
    AgendaCommand,
    AnyCommand,
    DropCapture,
    EditCapture,
    FloorCommand,
    MarkDone,
    PeopleCommand,
    Redo,
    Undo,
    WriteCapture,
)
from lcterm.core.events import (
    CaptureDone,
    CaptureDropped,
    CaptureEdited,
    CaptureWritten,
    Redone,
    SessionEnded,
    SessionEvent,
    SessionStarted,
    Undone,
)
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
    session = meeting.session
    match command:
        case WriteCapture(words=words):
            return CaptureWritten(words=words, point=session.running)
        case EditCapture(capture=id, words=words):
            known = session.captures.get(id)
            if known is not None and known.words == words:
                return Refusal("Nothing was changed.")
            return CaptureEdited(capture=id, words=words) if known else _gone()
        case MarkDone(capture=id, done=done):
            return _marked(meeting, id, done)
        case DropCapture(capture=id):
            return CaptureDropped(capture=id) if id in session.captures else _gone()
        case Undo() if meeting.others_since and isinstance(_act(meeting.undo), SessionStarted | SessionEnded):
            return Refusal("Others have gone on since; taking that back would take their hour with it.")
        case Undo():
            return _taken_back(meeting.undo, "Nothing left to take back.", Undone)
        case Redo():
            return _taken_back(meeting.redo, "Nothing was taken back that could be done again.", Redone)
        case _:
            assert_never(command)


def _gone() -> Refusal:
    return Refusal("That capture is not there any more.")


def _marked(meeting: Meeting, id: str, done: bool) -> CaptureDone | Refusal:
    known = meeting.session.captures.get(id)
    if known is None:
        return _gone()
    if known.words.kind != "action":
        return Refusal(f"Only an action can be done; this is a {known.words.kind}.")
    if known.done == done:
        return Refusal("It is done already." if done else "It is open already.")
    return CaptureDone(capture=id, done=done)


def _act(fact: Fact | None) -> object:
    return fact.event if fact is not None else None


def _taken_back(fact: Fact | None, otherwise: str, event: type[Undone] | type[Redone]) -> Undone | Redone | Refusal:
    return Refusal(otherwise) if fact is None else event(writer=fact.writer, seq=fact.seq)

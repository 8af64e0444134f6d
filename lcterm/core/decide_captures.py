"""Decisions on what is written down, agreed to, released, and taken back."""

from typing import assert_never

from lcterm.core.commands import (
    AgreeQuote,
    CaptureCommand,
    DropCapture,
    EditCapture,
    MarkDone,
    ReleaseCapture,
    StrikeCapture,
    WriteCapture,
)
from lcterm.core.events import (
    CaptureDone,
    CaptureDropped,
    CaptureEdited,
    CaptureEvent,
    CaptureReleased,
    CaptureStruck,
    CaptureWritten,
    QuoteAgreed,
)
from lcterm.core.kept_captures import a_kind, lacks_recipient, leaves_the_room
from lcterm.core.refusal import Refusal
from lcterm.core.session import Capture, Meeting
from lcterm.core.striking import also_struck, texts_of

Answer = CaptureEvent | Refusal


def decide(meeting: Meeting, command: CaptureCommand) -> Answer:
    """What becomes of a wish about a capture."""
    if isinstance(command, WriteCapture):
        # The seat goes with the words: a hand-over that is taken back, or heard of late, must not open notes to others.
        session = meeting.session
        return CaptureWritten(words=command.words, point=session.running, seat=session.facilitator)
    known = meeting.session.captures.get(command.capture)
    if isinstance(command, StrikeCapture):
        return _struck(meeting, command.capture, known)
    if known is None:
        return Refusal("That capture is not there any more.")
    match command:
        case EditCapture(capture=id, words=words):
            return Refusal("Nothing was changed.") if known.words == words else CaptureEdited(capture=id, words=words)
        case MarkDone(done=done):
            return _marked(known, done)
        case DropCapture(capture=id):
            return CaptureDropped(capture=id)
        case ReleaseCapture(released=released):
            return _released(known, released)
        case AgreeQuote(agreed=agreed):
            return _agreed(known, agreed)
        case _:
            assert_never(command)


def _marked(known: Capture, done: bool) -> Answer:
    if known.words.kind != "action":
        return Refusal(f"Only an action can be done; this is {a_kind(known.words.kind)}.")
    if known.done == done:
        return Refusal("It is done already." if done else "It is open already.")
    return CaptureDone(capture=known.id, done=done)


def _released(known: Capture, released: bool) -> Answer:
    """Only what is meant to leave the room can be released ([HB]: the group decides what is reported, and to whom)."""
    if released and lacks_recipient(known.words):
        return Refusal("It says nobody who gets it; write >sponsor, or a name after >.")
    if not leaves_the_room(known.words):
        return Refusal("It stays with the group; write >sponsor, or a name after >, to let it leave the room.")
    if known.released == released:
        return Refusal("It is released already." if released else "It is not released.")
    return CaptureReleased(capture=known.id, released=released, wording=known.wording)


def _agreed(known: Capture, agreed: bool) -> Answer:
    if known.words.kind != "quote":
        return Refusal(f"Only a quote waits for a yes; this is {a_kind(known.words.kind)}.")
    if known.agreed == agreed:
        return Refusal("The yes is noted already." if agreed else "It waits for the yes.")
    return QuoteAgreed(capture=known.id, agreed=agreed, wording=known.wording)


def _struck(meeting: Meeting, id: str, known: Capture | None) -> Answer:
    """What was taken back, dropped, or is still there: its words can go for good, once, with all that says the same."""
    if id in meeting.session.struck:
        return Refusal("Those words are gone already.")
    if known is None and not texts_of(meeting, [id]):
        return Refusal("That capture is not there.")
    return CaptureStruck(capture=id, also=also_struck(meeting, id))

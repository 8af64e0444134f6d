"""What happened to something written down, in one line."""

from typing import assert_never

from lcterm.core.events import (
    CaptureDone,
    CaptureDropped,
    CaptureEdited,
    CaptureEvent,
    CaptureReleased,
    CaptureStruck,
    CaptureWritten,
    Erased,
    QuoteAgreed,
)
from lcterm.core.session import Meeting
from lcterm.core.told import Told


def capture_told(before: Meeting, event: CaptureEvent) -> Told:
    """What became of something written down. The words themselves are never told."""
    captures = before.session.captures
    match event:
        case CaptureWritten(words=words):
            return Told(f"Written down: {words.kind}.", private=True)
        case CaptureEdited(words=words):
            return Told(f"Mended: {words.kind}.", private=True)
        case CaptureDone(capture=id, done=done):
            return Told("The action is done." if done else "The action is open again.", private=True)
        case CaptureDropped(capture=id):
            kind = captures[id].words.kind if id in captures else "capture"
            return Told(f"Dropped from the list: {kind}. Its words stay in the log.", private=True)
        case CaptureReleased(released=released):
            return Told("Released: the group has heard it." if released else "It is not released now.", private=True)
        case QuoteAgreed(agreed=agreed):
            return Told("The speaker said yes." if agreed else "The quote waits for the speaker's yes.", private=True)
        case CaptureStruck():
            return Told("Struck: the words are gone, from the disk too.", private=True)
        case Erased():
            return Told("Words were struck.", private=True)
        case _:
            assert_never(event)

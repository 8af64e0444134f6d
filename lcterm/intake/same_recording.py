"""Which recording of a session this is: by its turns, for every meeting's transcript may be called alike."""

from msgspec.structs import replace

from lcterm.core.spoken import spoken
from lcterm.intake.recordings import RECORDING_ID_MAX, Recording
from lcterm.store.desk import Desk


def stands_as(desk: Desk, recording: Recording) -> str:
    """What the session has these turns under, "" where it has not got them."""
    session = desk.meeting.session
    if not session.recordings:
        return ""
    held = spoken(desk.session.log.facts, session.id, session.at).recordings
    return next((one.recording for one in held if one.segments == recording.segments), "")


def called_apart(desk: Desk, recording: Recording) -> Recording:
    """The recording under a name that is free in the session: its own, else with the first number that is, as
    `transcript-2`."""
    taken, name = desk.meeting.session.recordings, recording.recording
    number = 1
    while name in taken:
        number += 1
        tail = f"-{number}"
        name = f"{recording.recording[: RECORDING_ID_MAX - len(tail)]}{tail}"
    return replace(recording, recording=name)


def other_called_alike(desk: Desk, recording: Recording) -> str:
    """That this comes in under another name than its own, in words; "" where it does not."""
    apart = called_apart(desk, recording).recording
    if apart == recording.recording or stands_as(desk, recording):
        return ""
    return f"another recording is called {recording.recording} already, with other turns: this one is {apart}"

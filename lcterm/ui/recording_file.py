"""A recording's file as the screen has it: looked into, its words read, its turns taken in. All of it takes its time,
and is called on a thread of its own."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lcterm.core.clock import Clock
from lcterm.core.recordings import SpeakerTally, tally
from lcterm.core.refusal import Refused
from lcterm.intake.files import read_file
from lcterm.intake.recordings import (
    CALLED,
    FORMS,
    RECORDING_BYTES,
    Form,
    NobodyCanTell,
    Recording,
    form_of,
    read_recording,
    read_transcript,
    recordings_in,
)
from lcterm.intake.same_recording import called_apart
from lcterm.intake.transcript_lines import Said
from lcterm.intake.turns import Matched, take_in
from lcterm.store.desk import Desk
from lcterm.store.desk_beside import desk_beside
from lcterm.ui.typed_path import typed_path


class Found(NamedTuple):
    """A recording in a file. `tallies` by the number of the speaker; `length` is when the last stops, microseconds."""

    path: Path
    form: Form
    recording: Recording
    tallies: Mapping[int, SpeakerTally]
    length: int


class Several(NamedTuple):
    """A file that holds more than one recording, by what they are called."""

    path: Path
    names: Sequence[str]


class TakenIn(NamedTuple):
    """A recording that has come in, and what of it."""

    found: Found
    matched: Matched


def found_in(typed: str, which: str | None = None) -> Found | Several:
    """What is in the file of this name. `which`: the one that is meant, where there are several. Raises Refused."""
    path = typed_path(typed)
    data = read_file(path, RECORDING_BYTES)
    form = _form(data, path)
    names = recordings_in(data, str(path), form) if which is None else []
    if len(names) > 1:
        return Several(path, names)
    recording = read_recording(data, str(path), form, which)
    length = max(one.start + one.length for one in recording.segments)
    return Found(path, form, recording, tally(recording.segments), length)


def is_recording(path: Path) -> bool:
    """Whether a file is a recording by its name, whatever it was named for."""
    return path.suffix.removeprefix(".").casefold() in CALLED


def words_in(found: Found) -> list[Said]:
    """The lines of this transcript, read anew: nobody keeps them. Raises Refused."""
    return read_transcript(read_file(found.path, RECORDING_BYTES), str(found.path), found.form).said


class Answers(NamedTuple):
    """What was said of its speakers: who they are (people), who is nobody's, who is another of them (a label)."""

    given: Mapping[str, str]
    new: Collection[str]
    same: Mapping[str, str]


def taken_in(desk: Desk, clock: Clock, found: Found, answers: Answers) -> TakenIn:
    """Its turns, as one act of this seat, and who is new. Raises Refused where nothing came in."""
    beside = desk_beside(desk, clock)
    recording = called_apart(beside, found.recording)
    matched = take_in(beside, found.recording, answers.given, answers.new, answers.same, clock)
    return TakenIn(found._replace(recording=recording), matched)


def _form(data: bytes, path: Path) -> Form:
    try:
        return form_of(data, str(path))
    except NobodyCanTell:
        known = ", ".join(CALLED[form] for form in FORMS)
        raise Refused(
            f"{path} is no recording that can be read here, which are {known}: is it the right file?"
        ) from None

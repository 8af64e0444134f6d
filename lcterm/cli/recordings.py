"""Recordings from the command line: import turns."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

import msgspec

from lcterm.cli.choosing import choose_session
from lcterm.cli.context import Context
from lcterm.cli.hour import desk_for
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.intake.files import read_file
from lcterm.intake.recordings import RECORDING_BYTES, read_recording
from lcterm.intake.turns import Matched, take_in


def add_import_turns(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--format", choices=["rttm", "stm"], dest="form", help="else by the file's ending or content")
    parser.add_argument("--recording", metavar="ID", help="which, where the file holds more than one")
    parser.add_argument(
        "--as", action="append", default=[], dest="speakers", metavar="SPEAKER=MEMBER", help="who a speaker is"
    )
    parser.set_defaults(run=import_turns)


def import_turns(context: Context, options: Namespace) -> int:
    """Who spoke when, from a recording, into a session; one line of JSON says what came in."""
    desk = desk_for(context, choose_session(context, options.session))
    data = read_file(Path(options.file), RECORDING_BYTES)
    recording = read_recording(data, options.file, options.form, options.recording)
    given = _given(options.speakers, known(desk.meeting), recording.speakers)
    taken: Matched = take_in(desk, recording, given)
    context.say(msgspec.json.encode(taken).decode())
    return 0


def _given(options: Sequence[str], people: Sequence[Known], speakers: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for option in options:
        speaker, _, name = option.rpartition("=")
        if not speaker or not name:
            raise Refused(f"--as {option!r}: write it like spk00=Ana")
        if speaker not in speakers:
            raise Refused(
                f"--as {option!r}: no one in the recording is called {speaker}; there is {', '.join(speakers)}"
            )
        given[speaker] = find_person(name, people)
    return given

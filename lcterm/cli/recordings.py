"""Recordings from the command line: import turns."""

from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec

from lcterm.cli.choosing import choose_session, desk_for
from lcterm.cli.context import Context
from lcterm.core.commands import WriteCapture
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.session import Meeting
from lcterm.intake.files import read_file
from lcterm.intake.kept_lines import as_captures, never_word_by_word, numbered, picked, recorded_as
from lcterm.intake.recordings import (
    FORMS,
    RECORDING_BYTES,
    read_recording,
    read_transcript,
    speaker_called,
)
from lcterm.intake.same_recording import other_called_alike, stands_as
from lcterm.intake.same_speaker import machine_names, same_speakers
from lcterm.intake.turns import foreseen, questions, take_in
from lcterm.store.desk import Desk


def add_import_turns(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--format", choices=FORMS, dest="form", help="else by the file's ending or content")
    parser.add_argument(
        "--recording", metavar="ID", help="which, where the file holds more than one; what a transcript is called"
    )
    parser.add_argument(
        "--as", action="append", default=[], dest="speakers", metavar="SPEAKER=MEMBER", help="who a speaker is"
    )
    parser.add_argument(
        "--new",
        action="append",
        default=[],
        metavar="SPEAKER",
        help="somebody new, however like a member's the name is",
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--dry-run", action="store_true", help="show what would come in, and change nothing")
    ways.add_argument("--lines", action="store_true", help="a transcript's lines with numbers; nothing is kept")
    ways.add_argument("--keep", metavar="N,N…", help="keep these lines as captures, and nothing else of the file")
    parser.add_argument(
        "--keep-as",
        choices=("quote", "learning"),
        default="quote",
        help="a quote waits for its speaker's yes (default)",
    )
    parser.epilog = (
        "Who spoke when is kept, words are not. `lcterm do SESSION undo` takes all turns of an import back at once; "
        "people it added stay members, until `lcterm members --leave NAME`."
    )
    parser.set_defaults(run=import_turns)


def import_turns(context: Context, options: Namespace) -> int:
    """Who spoke when, from a recording, into a session; one line of JSON says what came in."""
    desk = desk_for(context, choose_session(context, options.session))
    data = read_file(Path(options.file), RECORDING_BYTES)
    if options.lines:
        context.say("\n".join(numbered(read_transcript(data, options.file, options.form).said)))
        return 0
    if options.keep is not None:
        return _keep(context, desk, data, options)
    recording = read_recording(data, options.file, options.form, options.recording)
    same = same_speakers(options.speakers, desk.meeting.community.named, recording.speakers)
    others = [option for option in options.speakers if option.rpartition("=")[0] not in same]
    given = _given(others, _people(desk.meeting), recording.speakers)
    new = _new(options.new, recording.speakers, {**given, **same})
    remarks = [recording.remark, other_called_alike(desk, recording)]
    if options.dry_run:
        matched, asked = foreseen(desk, recording, given, new, same)
        for one in asked:
            context.warn(questions([one]))
    else:
        matched = take_in(desk, recording, given, new, same, context.clock)
    for remark in (*remarks, machine_names(matched.added, came_in=not options.dry_run)):
        if remark:
            context.warn(remark)
    if never_word_by_word(desk.meeting.community):
        context.warn(
            "the charter says that sessions are not recorded; who spoke when is kept here, words are not: does the "
            "group know of this recording?"
        )
    context.say(msgspec.json.encode(matched).decode())
    return 0


def _keep(context: Context, desk: Desk, data: bytes, options: Namespace) -> int:
    """Lines that somebody picked, as captures; all of them or none."""
    said = read_transcript(data, options.file, options.form).said
    chosen = picked(said, options.keep)
    labels = dict.fromkeys(speaker_called(one.speaker) for one in said)
    given = _given(options.speakers, _people(desk.meeting), [label for label in labels if label])
    recorded = _recorded(desk, data, options)
    kept = as_captures(chosen, desk.meeting, recorded | given, options.keep_as)
    outcomes = [desk.act(WriteCapture(words)) for words in kept]
    if refused := next((one for one in outcomes if one.refused), None):
        raise Refused(refused.text)
    desk.settle()
    for outcome in outcomes:
        context.say(outcome.text)
    return 0


def _recorded(desk: Desk, data: bytes, options: Namespace) -> dict[str, str]:
    """Who its speakers are, where the session has these turns, under the name that was said if one was."""
    if not desk.meeting.session.recordings:
        return {}
    try:
        held = stands_as(desk, read_recording(data, options.file, options.form, None))
    except Refused:  # its lines name nobody, and may be learning all the same
        return {}
    return recorded_as(desk, held) if options.recording in (None, held) else {}


def _people(meeting: Meeting) -> list[Known]:
    """Everyone who may have been there, also those who have left the community since."""
    here = known(meeting)
    seen = {one.person for one in here}
    return [*here, *(Known(one.person, one.name, "") for one in meeting.community.named if one.person not in seen)]


def _given(options: Sequence[str], people: Sequence[Known], speakers: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for option in options:
        speaker, _, name = option.rpartition("=")
        if not speaker or not name:
            raise Refused(f"--as {option!r}: write it like spk00=Ana")
        _refuse_stranger("--as", option, speaker, speakers)
        given[speaker] = find_person(name, people)
    return given


def _new(options: Sequence[str], speakers: Sequence[str], given: Collection[str]) -> list[str]:
    for option in options:
        _refuse_stranger("--new", option, option, speakers)
        if option in given:
            raise Refused(f"--new {option!r}: --as says who that is; leave one of them out")
    return list(options)


def _refuse_stranger(way: str, option: str, speaker: str, speakers: Sequence[str]) -> None:
    if speaker not in speakers:
        raise Refused(f"{way} {option!r}: no one in the recording is called {speaker}; there is {', '.join(speakers)}")

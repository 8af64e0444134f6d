"""Who was there, from the command line: import attendance."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from lcterm.cli.choosing import choose_session, desk_for
from lcterm.cli.context import Context
from lcterm.core.commands import BringInAttendance
from lcterm.core.decide import decide
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.seating import known, was_here
from lcterm.core.session import Meeting
from lcterm.core.text import folded, quoted
from lcterm.core.when import local, zone_named, zone_or_utc
from lcterm.documents.attendance_lines import stay_lines
from lcterm.documents.wording import counted
from lcterm.intake.attendance import ATTENDANCE_BYTES, read_attendance
from lcterm.intake.attendance_people import LeftOut, PeopleIn, check_given, people_in
from lcterm.intake.files import read_file
from lcterm.store.desk import Desk


def add_import_attendance(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--dry-run", action="store_true", help="say what would come in, and change nothing")
    parser.add_argument("--zone", metavar="ZONE", help="where the times in it are from (default: the session's)")
    parser.add_argument("--as", action="append", default=[], dest="names", metavar="NAME=MEMBER", help="who a name is")
    parser.set_defaults(run=import_attendance)


def import_attendance(context: Context, options: Namespace) -> int:
    """Who was there and when, from Zoom's or Teams' report, into a session that is over; a line a person says it. In a
    session that ran here, what was noted on the board stands, and only gaps are filled."""
    desk = desk_for(context, choose_session(context, options.session))
    session = desk.meeting.session
    own_zone = zone_or_utc(session.zone)
    zone = zone_named(options.zone) if options.zone else own_zone
    data = read_file(Path(options.file), ATTENDANCE_BYTES)
    read = read_attendance(data, options.file, zone, local(session.began, own_zone).date())
    given = read_names(options.names, known(desk.meeting))
    check_given(given, read.names)
    found = people_in(read.names, desk.meeting, given)
    for line in (*(f"line {one.line}: {one.why}" for one in read.remarks), *left_out_lines(found, desk.meeting)):
        context.warn(line)
    return _dry_run(context, desk, found) if options.dry_run else _bring_in(context, desk, found)


def _dry_run(context: Context, desk: Desk, found: PeopleIn) -> int:
    answer = decide(desk.meeting, BringInAttendance(found.stays), desk.now())
    if isinstance(answer, Refusal):
        raise Refused(answer.reason)
    context.say(f"{counted(len(found.stays), 'person', 'people')} would come in; nothing was changed.")
    _say_who(context, desk.meeting, found)
    return 0


def _bring_in(context: Context, desk: Desk, found: PeopleIn) -> int:
    before = desk.meeting
    outcome = desk.act(BringInAttendance(found.stays))
    if outcome.refused:
        raise Refused(outcome.text)
    desk.settle()
    context.say(outcome.text)
    _say_who(context, desk.meeting, found)
    for line in filled_lines(before, desk.meeting):
        context.say(line)
    return 0


def _say_who(context: Context, meeting: Meeting, found: PeopleIn) -> None:
    for line in stay_lines(meeting, found.stays):
        context.say(line)


def filled_lines(before: Meeting, after: Meeting) -> list[str]:
    """What it changed in a session that ran here: who was not noted as here and counts as there now."""
    session = after.session
    if session.started is None:
        return []
    seen = {person for person, voice in before.session.voices.items() if was_here(voice)}
    new = [person for person, voice in session.voices.items() if person not in seen and was_here(voice)]
    names = ", ".join(map(after.community.name_of, new))
    if not new:
        return ["Everybody in it was noted as here on the board already, which stands."]
    return [f"Not noted on the board, and counted as there from now on: {names}. All else stands as it was noted."]


def left_out_lines(found: PeopleIn, meeting: Meeting) -> list[str]:
    """Who was left out, why, and how to say who they are."""
    return [f"line {one.line}: {one.name} {one.why}, left out; {_way(one, meeting)}" for one in found.left_out]


def _way(one: LeftOut, meeting: Meeting) -> str:
    name = meeting.community.name_of(one.maybe[0]) if one.maybe else "MEMBER"
    asked = f"{name}? " if one.maybe else ""
    return f"{asked}--as {quoted(f'{one.name}={name}')} says who it is"


def read_names(options: Sequence[str], people: Sequence[Known]) -> dict[str, str]:
    """Who the names of `--as NAME=MEMBER` are, by the folded name. Raises Refused."""
    given: dict[str, str] = {}
    for option in options:
        name, _, member = option.rpartition("=")
        if not name or not member:
            raise Refused(f"--as {option!r}: write it like 'Ana’s iPhone=Ana'")
        given[folded(name)] = find_person(member, people)
    return given

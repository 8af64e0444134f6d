"""Minutes, from the command line: import minutes. What they propose is confirmed one by one."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from lcterm.cli.attendance import read_names
from lcterm.cli.choosing import choose_session, desk_for
from lcterm.cli.confirming import confirm
from lcterm.cli.context import Context
from lcterm.core.captures import write_line
from lcterm.core.commands import WriteCapture
from lcterm.core.events import Words
from lcterm.core.refusal import Refused
from lcterm.core.seating import known
from lcterm.core.session import Meeting
from lcterm.core.when import local, zone_or_utc
from lcterm.documents.wording import counted
from lcterm.intake.files import read_file
from lcterm.intake.minutes import MINUTES_BYTES, Proposed, read_minutes
from lcterm.store.desk import Desk

_NUMBERS_MAX = 6


def add_import_minutes(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION")
    parser.add_argument("file", metavar="FILE", help="text or Markdown")
    parser.add_argument("--as", action="append", default=[], dest="names", metavar="NAME=MEMBER", help="who a name is")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--dry-run", action="store_true", help="list what is proposed; keep nothing")
    ways.add_argument("--take", metavar="NUMBERS", help="keep these of the list, like 1,3-5, or all; nothing is asked")
    parser.set_defaults(run=import_minutes)


def import_minutes(context: Context, options: Namespace) -> int:
    """The captures that minutes propose. At a terminal each is asked for; else they are listed with numbers, and
    `--take` keeps those that are named. Nothing else of the minutes is kept."""
    desk = desk_for(context, choose_session(context, options.session))
    session = desk.meeting.session
    day = local(session.began, zone_or_utc(session.zone)).date()
    given = read_names(options.names, known(desk.meeting))
    read = read_minutes(read_file(Path(options.file), MINUTES_BYTES), options.file, desk.meeting, day, given)
    for one in read.remarks:
        context.warn(f"line {one.line}: {one.why}")
    if options.take is not None:
        return _keep(context, desk, [read.proposed[number - 1] for number in chosen(options.take, len(read.proposed))])
    if options.dry_run or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return _listed(context, desk.meeting, read.proposed)
    try:
        kept = confirm(context, desk, read.proposed)
    finally:
        desk.settle()
    context.say(f"{counted(kept, 'capture')} kept.")
    return 0


def _listed(context: Context, meeting: Meeting, proposed: Sequence[Proposed]) -> int:
    new = sum(not one.stands for one in proposed)
    context.say(f"{counted(new, 'capture')} proposed; nothing was kept. --take 1,3-5 keeps some, --take all keeps all.")
    for number, one in enumerate(proposed, 1):
        context.say(f"{number:3}  {proposed_line(meeting, one)}")
    return 0


def proposed_line(meeting: Meeting, one: Proposed) -> str:
    """The proposal as a capture line, and beside it where it comes from, whether it stands already, and whose it may
    be."""
    beside = [f"line {one.line}"]
    if one.stands:
        beside.append("stands already")
    for maybe in one.maybe:
        beside.append(f"{maybe.name}: {meeting.community.name_of(maybe.people[0])}? --as says so")
    return f"{write_line(one.words, known(meeting))}   ({'; '.join(beside)})"


def _keep(context: Context, desk: Desk, wanted: Sequence[Proposed]) -> int:
    """All of them, each as its own capture; what stands already is not doubled."""
    for one in wanted:
        if one.stands:
            context.warn(f"line {one.line}: stands already; left as it is")
        else:
            context.say(write(desk, one.words))
    desk.settle()
    return 0


def write(desk: Desk, words: Words) -> str:
    """Write it down as any other capture. Raises Refused where that may not be."""
    outcome = desk.act(WriteCapture(words))
    if outcome.refused:
        raise Refused(outcome.text)
    return outcome.text


def chosen(typed: str, count: int) -> list[int]:
    """The numbers in `1,3-5` or `all`, each once, in order. Raises Refused for what is no number of the list."""
    if typed.strip().casefold() == "all":
        return list(range(1, count + 1))
    found: set[int] = set()
    for part in typed.replace("–", "-").split(","):
        first, _, last = (piece.strip() for piece in part.partition("-"))
        ends = [first, last or first]
        if not all(end.isascii() and end.isdecimal() and len(end) <= _NUMBERS_MAX for end in ends):
            raise Refused(f"--take {typed!r}: write it like 1,3-5, or all")
        low, high = map(int, ends)
        if not 1 <= low <= high <= count:
            raise Refused(f"--take {part.strip()}: the list has the numbers 1 to {count}")
        found.update(range(low, high + 1))
    return sorted(found)

"""Actions back in from a file of todo.txt: import actions."""

from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from lcterm.cli.choosing import choose_community, choose_session, desk_for
from lcterm.cli.context import Context
from lcterm.cli.documents_out import STDOUT, own_path
from lcterm.core.carrying import actions, told
from lcterm.core.commands import AnyCommand, EditCapture, MarkDone, WriteCapture
from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.core.when import due
from lcterm.intake.actions_in import Change, NewAction, Reading, compare, listed_lines
from lcterm.intake.files import read_file
from lcterm.intake.todotxt import TODO_BYTES, read_todotxt
from lcterm.store.desk import Desk
from lcterm.store.digests import digests
from lcterm.store.register import change
from lcterm.store.shelf import Held


def add_import_actions(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument(
        "file", metavar="FILE", help="todo.txt, as `lcterm actions --format todotxt` wrote it; - for a pipe"
    )
    parser.add_argument(
        "--new", metavar="SESSION", help="write down lines that have no id here as actions of this session"
    )
    parser.add_argument("--dry-run", action="store_true", dest="dry", help="say what would come in, and change nothing")
    parser.epilog = (
        "Crossed out (x) is done, with state:dropped dropped; state:going is still going, state:open open again. "
        "Another due: or @owner counts too. What is not in the file stays as it is."
    )
    parser.set_defaults(run=import_actions)


def import_actions(context: Context, options: Namespace) -> int:
    """What became of actions, by a file that went out before: a line for each change, all of them or none."""
    held = choose_session(context, options.new) if options.new else None
    community = held.community if held and not options.community else choose_community(context, options.community)
    if held is not None and held.community.id != community.id:
        raise Refused(f"{held.session.id} is no session of {community.name}; nothing was changed")
    data = context.read_stdin(TODO_BYTES) if options.file == STDOUT else _bytes(options.file)
    every = actions(digests(context.home, community.id), community, everything=True)
    reading = compare(read_todotxt(data, options.file), every, community, options.file)
    if not reading.known and not (held and reading.new) and not _is_told(reading):
        what = "no line has the id of an action" if reading.new else "there is no task in it"
        raise Refused(f"{options.file}: {what}; `lcterm actions --format todotxt` writes a file that has them")
    new = reading.new if held is not None else ()
    if not options.dry:
        _carry_out(context, community, reading.changes, held, new)
    for one in reading.changes:
        context.say(_line(one, community))
    for written in new:
        context.say(f"New: {written.words.text}")
    _tell(context, options, reading)
    return 0


def _bytes(typed: str) -> bytes:
    return read_file(own_path(typed), TODO_BYTES)


def _is_told(reading: Reading) -> bool:
    """Whether something is said of it anyway: a second time, what was new is there already."""
    return bool(reading.remarks) and not reading.new


def _tell(context: Context, options: Namespace, reading: Reading) -> None:
    for remark in reading.remarks:
        context.warn(remark)
    if reading.new and not options.new:
        where = listed_lines([one.line for one in reading.new])
        context.warn(f"{options.file}, {where}: no id of an action; --new SESSION writes them down there")
    count = len(reading.changes) + (len(reading.new) if options.new else 0)
    if options.dry:
        context.warn("this is what would come in; nothing was changed")
    elif not count:
        context.warn("nothing is different; nothing was changed")


def _line(one: Change, community: Community) -> str:
    """Done: Ask legal. Due Fri 15 Jan. Now for Ben, Chidi."""
    text = told(one.after)
    parts = [f"{text}{'' if text[-1] in '.!?…' else '.'}"]
    if (one.after.due, one.after.due_next) != (one.before.due, one.before.due_next):
        parts.append(f"Due {due(one.after.due) if one.after.due else 'next time'}.")
    if one.owners is not None:
        parts.append(f"Owner: {', '.join(map(community.name_of, one.owners)) or 'nobody'}.")
    return " ".join(parts)


def _carry_out(
    context: Context, community: Community, changes: Sequence[Change], held: Held | None, new: Sequence[NewAction]
) -> None:
    """Write all of it down. What cannot be is refused before anything is."""
    owned: dict[str, list[Change]] = defaultdict(list)
    for one in changes:
        if one.owners is not None:
            owned[one.before.origin.session].append(one)
    places = [(Desk(context.home, community.id, id, context.clock), mine) for id, mine in owned.items()]
    for desk, mine in places:
        for one in mine:
            if one.before.id not in desk.meeting.session.captures:
                raise Refused(f"{one.before.kept.text}: it is not there any more; nothing was changed")
    for desk, mine in places:
        for one in mine:
            words = desk.meeting.session.captures[one.before.id].words
            _act(desk, EditCapture(one.before.id, replace(words, owners=one.owners)))
        desk.settle()
    if facts := [one.settled for one in changes if one.settled is not None]:
        change(context.home, context.clock, community.id, facts)
    if held is not None and new:
        _write(desk_for(context, held), new)


def _write(desk: Desk, new: Sequence[NewAction]) -> None:
    for one in new:
        _act(desk, WriteCapture(one.words))
        if one.done:
            _act(desk, MarkDone(next(reversed(desk.meeting.session.captures))))
    desk.settle()


def _act(desk: Desk, command: AnyCommand) -> None:
    outcome = desk.act(command)
    if outcome.refused:
        raise Refused(outcome.text)

"""`lcterm show`: how a session stands, as plain lines, as JSON, on paper; and what changes as it does."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from lcterm.cli.choosing import choose_session, desk_for, onlooker_for
from lcterm.cli.context import Context
from lcterm.core.refusal import Refused
from lcterm.store.spoken_time import SPOKEN_TIMES

if TYPE_CHECKING:
    from lcterm.cli.following import Follower
    from lcterm.store.desk import Desk
    from lcterm.store.onlooker import Onlooker
    from lcterm.store.watcher import Watcher

SWEEP_SECONDS = 0.5
"""How long `--follow` relies on being told of a change before it looks by itself."""


def add_show(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--json", action="store_true", help="as JSON")
    ways.add_argument("--brief", action="store_true", help="where the hour stands and who speaks, no more")
    ways.add_argument("--paper", action="store_true", help="on one sheet of A4 to print, for when the laptop fails")
    parser.add_argument("--follow", action="store_true", help="then what changes, a sentence each, until it is closed")
    parser.add_argument("--others", action="store_true", help="with --follow: not what is done from this laptop")
    parser.add_argument("--time", choices=SPOKEN_TIMES, help="with --follow: when the time left is told")
    parser.set_defaults(run=show)


def show(context: Context, options: Namespace) -> int:
    """The state, as plain lines, as JSON, or on paper."""
    if options.paper and options.follow:
        raise Refused("a sheet of paper does not change; leave out --follow, or --paper")
    if (options.others or options.time) and (options.json or not options.follow):
        raise Refused("--others and --time go with --follow in sentences; add --follow, and leave out --json")
    held = choose_session(context, options.session)
    if options.follow and not options.json:
        _follow(context, desk_for(context, held), options)
        return 0
    looker = onlooker_for(context, held)
    if options.follow:
        _follow_records(context, looker)
    elif options.paper:
        from lcterm.documents.paper import paper

        context.say(paper(looker.meeting, looker.now()))
    elif options.brief:
        from lcterm.documents.plain import first_lines

        context.say("\n".join(first_lines(looker.meeting, looker.now())))
    else:
        context.say(_state(context, looker, as_json=options.json))
    return 0


def _follow(context: Context, desk: "Desk", options: Namespace) -> None:
    """Where it stands, then only what is new."""
    from lcterm.cli.beside import beside
    from lcterm.cli.following import Follower
    from lcterm.store.settings import settings
    from lcterm.store.watcher import Watcher

    own = settings(context.home, context.environ)
    for trouble in own.troubles:
        context.warn(trouble)
    watcher = Watcher(desk.folders)
    desk.poll()  # what was written before the watch began would not be seen by it
    follower = Follower(desk, options.time or own.spoken_time, others=options.others)
    carrier = beside(context)
    if carrier is not None:  # what others write elsewhere comes to the files, and is heard from there
        carrier.attend(desk.meeting.community.id, desk.meeting.session.id, lambda: None)
    try:
        _tell(context, follower, watcher)
    finally:
        if carrier is not None:
            carrier.stop(SWEEP_SECONDS)


def _tell(context: Context, follower: "Follower", watcher: "Watcher") -> None:
    """Line by line as it comes, until there is nothing to come."""
    lines = follower.first()
    while True:
        for line in lines:
            context.say(line)
        sys.stdout.flush()
        if follower.over:
            return
        watcher.wait(SWEEP_SECONDS)
        follower.look()
        lines = follower.news()


def _follow_records(context: Context, looker: "Onlooker") -> None:
    """All of it again whenever something has changed, for programs."""
    from lcterm.store.watcher import Watcher

    watcher = Watcher(looker.folders)
    looker.poll()
    context.say(_state(context, looker, as_json=True))
    while looker.session.status != "closed":
        sys.stdout.flush()
        watcher.wait(SWEEP_SECONDS)
        if looker.poll():
            context.say("")
            context.say(_state(context, looker, as_json=True))


def _state(context: Context, looker: "Onlooker", *, as_json: bool) -> str:
    meeting, now = looker.meeting, looker.now()
    if as_json:
        from lcterm.documents.next_session import next_session
        from lcterm.documents.record import encode, session_record

        return encode(session_record(meeting, now, looker.notices, next_session(context.home, meeting)))
    from lcterm.documents.plain import plain_lines

    return "\n".join(plain_lines(meeting, now, looker.notices))

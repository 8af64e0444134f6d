"""The invitation to a session, from the command line."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from lcterm.cli.choosing import choose_session
from lcterm.cli.context import Context
from lcterm.core.events import InvitationMade
from lcterm.core.refusal import Refused
from lcterm.store.register import change
from lcterm.store.shelf import Held, communities, sessions


def add_invite(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION", help="left out: the only one that is to come")
    parser.add_argument("--format", choices=["text", "ics"], default="text", dest="form", help="mail text or calendar")
    parser.add_argument("--to", default="clipboard", metavar="clipboard|-|FILE", help="default: clipboard, and a file")
    parser.set_defaults(run=invite)


def invite(context: Context, options: Namespace) -> int:
    """The invitation; what it said is kept, so that the next one can say what is different."""
    from lcterm.documents import handing_on
    from lcterm.documents.invitation import invitation_of, invitation_text

    held = _meant(context, options.session)
    if held.session.status == "closed":
        raise Refused(f"{held.session.title} is over; `lcterm plan` plans the next one, and there is one to invite to")
    made, to_note = invitation_of(held.community, held.session)
    text = _calendar(context, held, made) if options.form == "ics" else invitation_text(held.community, held.session)
    what = "invitation" if options.form == "text" else "calendar file"
    told = ""
    if options.to == "clipboard":
        ending = "txt" if options.form == "text" else "ics"
        path = context.home.summaries(held.community.id) / f"{held.session.id}-invitation.{ending}"
        told = handing_on.hand_on(text, path, handing_on.terminal_of(context.environ), what)
    elif options.to != "-":
        path = Path(options.to).expanduser()
        handing_on.save(text, path)
        told = f"The {what} is in {path}."
    if to_note:  # only what has really been handed out counts
        change(context.home, context.clock, held.community.id, [made])
    if options.to != "-":
        context.say(told)
    elif options.form == "ics":
        _say_as_it_is(text)
    else:
        context.say(text.rstrip("\n"))
    return 0


def _calendar(context: Context, held: Held, made: InvitationMade) -> str:
    from lcterm.documents.calendar_file import calendar_file  # icalendar: for this alone

    return calendar_file(held.community, held.session, made, context.clock.now())


def _meant(context: Context, typed: str | None) -> Held:
    """The session named; else the only one to come. Raises Refused."""
    if typed is None:
        held = [one for community in communities(context.home) for one in sessions(context.home, community)]
        ahead = [one for one in held if one.session.status == "planned" and one.session.starts > context.clock.now()]
        if len(ahead) == 1:
            return ahead[0]
    return choose_session(context, typed, open_only=True)


def _say_as_it_is(text: str) -> None:
    """Calendar lines end in CRLF on every system, which a stream of text would make its own line ends of."""
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        binary.write(text.encode("utf-8"))
        binary.flush()

"""The invitation to a session, from the command line."""

import sys
from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_session
from lcterm.cli.context import Context
from lcterm.cli.documents_out import handed_on
from lcterm.core.refusal import Refused
from lcterm.store.shelf import Held, communities, read_session, sessions


def add_invite(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION", help="left out: the only one that is to come")
    parser.add_argument("--format", choices=["text", "ics"], default="text", dest="form", help="mail text or calendar")
    parser.add_argument("--to", default="clipboard", metavar="clipboard|-|FILE", help="default: clipboard, and a file")
    parser.set_defaults(run=invite)


def invite(context: Context, options: Namespace) -> int:
    """The invitation; what it said is kept, so that the next one can say what is different."""
    from lcterm.documents.invitation import invitation_of
    from lcterm.documents.inviting import CALENDAR, MAIL, Invitation, calendar_text, kept_in, note

    held = _meant(context, options.session)
    if held.session.status == "closed":
        raise Refused(f"{held.session.title} is over; `lcterm plan` plans the next one, and there is one to invite to")
    community, session = held.community, read_session(context.home, held.community.id, held.session.id)
    invitation, (made, _) = Invitation(community, session), invitation_of(community, session)
    as_calendar = options.form == "ics"
    text = calendar_text(invitation, made, context.clock.now()) if as_calendar else invitation.text
    what = "calendar file" if as_calendar else "invitation"
    kept = kept_in(context.home, community.id, session.id, CALENDAR if as_calendar else MAIL)
    told = handed_on(context, text, options.to, what, kept)
    note(context.home, context.clock, invitation)  # only what has really been handed out counts
    if told:
        context.say(told)
    elif as_calendar:
        _say_as_it_is(text)
    else:
        context.say(text.rstrip("\n"))
    return 0


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

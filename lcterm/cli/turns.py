"""Who spoke when, out of a session: turns."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_session, desk_for
from lcterm.cli.context import Context
from lcterm.cli.documents_out import STDOUT, hand_on, in_folder
from lcterm.core.refusal import Refused

FOR_WHOM = "it says who spoke when, and for how long: it is for those who facilitated this session, and for nobody else"


def add_turns(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    parser.add_argument("--format", choices=["rttm", "csv"], default="rttm", dest="form")
    parser.add_argument("--to", default=STDOUT, metavar="-|FILE", help="a file, or a folder to put it in")
    parser.epilog = "With names, for this session's facilitators. A recording comes out as it came in."
    parser.set_defaults(run=turns)


def turns(context: Context, options: Namespace) -> int:
    """Who spoke when, as RTTM or as a table."""
    from lcterm.core.spoken import spoken
    from lcterm.documents.turns_out import as_csv, as_rttm, labelled

    desk = desk_for(context, choose_session(context, options.session))
    meeting = desk.meeting
    heard = spoken(desk.session.log.facts, meeting.session.id, desk.now())
    if not heard.stretches and not heard.recordings:
        raise Refused(
            f"{meeting.session.id}: nobody was heard in it, and it has no recording; there is no turn to list"
        )
    text = as_csv(meeting, heard) if options.form == "csv" else as_rttm(labelled(meeting, heard))
    context.warn(FOR_WHOM)
    hand_on(context, text, in_folder(options.to, meeting.session, f"turns.{options.form}"), "list of turns")
    return 0

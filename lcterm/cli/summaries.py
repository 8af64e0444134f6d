"""The summary from the command line."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_session, onlooker_for
from lcterm.cli.context import Context
from lcterm.cli.documents_out import hand_on


def add_summary(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    parser.add_argument("--audience", choices=["group", "sponsor", "facilitators"], default="group")
    parser.add_argument("--format", choices=["md", "text", "html", "json"], default="md", dest="form")
    parser.add_argument("--to", default="clipboard", metavar="clipboard|-|FILE", help="default: clipboard, and a file")
    parser.set_defaults(run=summary)


def summary(context: Context, options: Namespace) -> int:
    """The summary: to the clipboard and a file in the home, to standard output, or to a file of yours."""
    from lcterm.documents.next_session import before, next_session
    from lcterm.documents.summary_forms import home_file, written

    looker = onlooker_for(context, choose_session(context, options.session))
    meeting = looker.meeting
    following = next_session(context.home, meeting)
    old = before(context.home, meeting)
    text = written(meeting, looker.now(), options.audience, options.form, following, old)
    kept = home_file(context.home, meeting, options.audience, options.form)
    hand_on(context, text, options.to, "summary", kept)
    return 0

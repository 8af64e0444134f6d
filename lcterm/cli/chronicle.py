"""What a community has learned over time, from the command line."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.documents_out import hand_on


def add_chronicle(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--format", choices=["md", "html"], default="md", dest="form")
    parser.add_argument("--to", default="clipboard", metavar="clipboard|-|FILE", help="default: clipboard, and a file")
    parser.set_defaults(run=chronicle)


def chronicle(context: Context, options: Namespace) -> int:
    """The chronicle: to the clipboard and a file in the home, to standard output, or to a file of yours."""
    from lcterm.documents.chronicle_file import chronicle_file, written
    from lcterm.store.chronicling import chronicle_of

    community = choose_community(context, options.community)
    text = written(chronicle_of(context.home, community, context.clock.now()), options.form)
    hand_on(context, text, options.to, "chronicle", chronicle_file(context.home, community.id, options.form))
    return 0

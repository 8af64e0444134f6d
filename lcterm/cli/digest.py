"""What goes round between two sessions, from the command line."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.documents_out import hand_on
from lcterm.store.next_time import standing


def add_digest(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--to", default="clipboard", metavar="clipboard|-|FILE", help="default: clipboard, and a file")
    parser.set_defaults(run=digest)


def digest(context: Context, options: Namespace) -> int:
    """What was agreed last time, when we meet again, something to prepare: to paste into a mail."""
    from lcterm.documents.digest import digest as written
    from lcterm.documents.next_lines import apart

    community = choose_community(context, options.community)
    now = standing(context.home, community, context.clock.now())
    for line in apart(now):
        context.warn(line)
    # By the session it is about: what is struck there is gone from here too.
    kept = context.home.summaries(community.id) / f"{now.held.id if now.held else 'first'}-digest.txt"
    hand_on(context, written(now), options.to, "digest", kept)
    return 0

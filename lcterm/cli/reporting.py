"""The report from the command line: counts over time, drawn too, and the signs that a refresh may be due."""

import os
import sys
from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.documents_out import own_path
from lcterm.core.refusal import Refused
from lcterm.store.paths import shown

PAGE_WIDTH, WIDEST = 80, 110
"""Cells for pictures where it is not known how many there are, and at most."""


def add_report(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument(
        "--audience",
        choices=["facilitators", "group", "sponsor"],
        default="facilitators",
        help="whom it is for; only the one for facilitators (the default) names people",
    )
    parser.add_argument("--plots", action="store_true", help="with the figures over time drawn")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--html", metavar="FILE", help="as one page, into this file; - for standard output")
    parser.set_defaults(run=report)


def report(context: Context, options: Namespace) -> int:
    """The report: on standard output, or as a page in a file; with both, the one and the other."""
    from lcterm.store.reporting import report_of

    community = choose_community(context, options.community)
    if options.json and options.html == "-":
        raise Refused("--json and --html - both go to standard output; name a file for the page")
    if options.plots and (options.json or options.html is not None):
        raise Refused("--plots draws in the text; JSON has the figures, and the page has its own pictures")
    held = report_of(context.home, community, context.clock.now(), options.audience)
    said = ""
    if options.html is not None:
        from lcterm.documents.report_html import report_html

        said = _page(context, report_html(held), options.html)
    if options.json:
        from lcterm.documents.report_json import report_json

        context.say(report_json(held).rstrip("\n"))
    elif options.html is None:
        from lcterm.documents.report_text import report_text

        context.say(report_text(held, drawn=_cells() if options.plots else 0).rstrip("\n"))
    if said:
        (context.warn if options.json else context.say)(said)
    return 0


def _cells() -> int:
    """How wide a picture may be."""
    try:
        return min(WIDEST, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):  # no terminal, or nothing with a file behind it
        return PAGE_WIDTH


def _page(context: Context, page: str, file: str) -> str:
    """Puts the page where it is wanted; what is to be said of that."""
    if file == "-":
        context.say(page.rstrip("\n"))
        return ""
    from lcterm.documents.saving import save

    path = own_path(file)
    save(page, path)
    return f"The report is in {shown(path)}."

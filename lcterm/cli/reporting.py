"""The report from the command line: counts over time, and the signs that a refresh may be due."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.documents_out import own_path
from lcterm.core.refusal import Refused
from lcterm.store.paths import shown


def add_report(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--html", metavar="FILE", help="as one page, into this file; - for standard output")
    parser.set_defaults(run=report)


def report(context: Context, options: Namespace) -> int:
    """The report, for facilitators: on standard output, or as a page in a file; with both, the one and the other."""
    from lcterm.store.reporting import report_of

    community = choose_community(context, options.community)
    if options.json and options.html == "-":
        raise Refused("--json and --html - both go to standard output; name a file for the page")
    held = report_of(context.home, community, context.clock.now())
    said = ""
    if options.html is not None:
        from lcterm.documents.report_html import report_html

        said = _page(context, report_html(held), options.html)
    if options.json:
        from lcterm.documents.report_json import report_json

        context.say(report_json(held).rstrip("\n"))
    elif options.html is None:
        from lcterm.documents.report_text import report_text

        context.say(report_text(held).rstrip("\n"))
    if said:
        (context.warn if options.json else context.say)(said)
    return 0


def _page(context: Context, page: str, file: str) -> str:
    """Puts the page where it is wanted; what is to be said of that."""
    if file == "-":
        context.say(page.rstrip("\n"))
        return ""
    from lcterm.documents.saving import save

    path = own_path(file)
    save(page, path)
    return f"The report is in {shown(path)}."

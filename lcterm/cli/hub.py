"""The hub from the command line: init, join, status, leave. And what every command does for it at its end."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lcterm.cli.beside import has_hub
from lcterm.cli.context import Context
from lcterm.core.refusal import Refused

if TYPE_CHECKING:
    from lcterm.hub.dsn import Dsn

SCREENS = ("open", "run", "room", "demo", "hub", "serve")
"""Commands that look after the hub themselves, or have nothing to send."""

LAST_S = 1.5
"""Seconds that a command waits at its end for a hub that does not answer."""


def add_hub(parser: ArgumentParser) -> None:
    """The four things to do with a hub."""
    parts = parser.add_subparsers(
        dest="part", metavar="init|join|status|leave", required=True, parser_class=type(parser)
    )
    for name, help, add in (
        ("init", "a PostgreSQL database becomes a hub, or is brought up to date", _add_init),
        ("join", "a community goes onto the hub, or comes from there", _add_join),
        ("status", "how the hub is, and what is still to send or fetch", _add_status),
        ("leave", "a community leaves the hub, as far as this laptop goes", _add_leave),
    ):
        part = parts.add_parser(name, help=help, allow_abbrev=False)
        part.add_argument("--home", metavar="DIR", dest="home_after", default=SUPPRESS, help="where everything is kept")
        part.add_argument(
            "--dsn", metavar="DSN", help="where the hub is, - to type it unseen (else LCTERM_HUB_DSN, else the keyring)"
        )
        part.add_argument("--keep", action="store_true", help="keep the DSN in the platform's keyring")
        add(part)


def _add_init(part: ArgumentParser) -> None:
    part.add_argument("--person", action="append", default=[], metavar="NAME", help="a facilitator who may come in")
    part.add_argument("--sponsor", action="append", default=[], metavar="NAME", help="who may read what is released")
    part.add_argument("--of", metavar="ID", help="let that person into this community too, where it has nobody else")
    part.add_argument(
        "--without", action="append", default=[], metavar="NAME", help="who gets nothing from it any more"
    )
    part.set_defaults(run=init)


def _add_join(part: ArgumentParser) -> None:
    part.add_argument("community", nargs="?", metavar="COMMUNITY", help="one of this home, else one of the hub")
    part.add_argument(
        "--with", action="append", default=[], metavar="NAME", dest="others", help="another facilitator of it"
    )
    part.add_argument("--sponsor", action="append", default=[], metavar="NAME", help="who may read what it releases")
    part.set_defaults(run=join)


def _add_status(part: ArgumentParser) -> None:
    part.add_argument("--sync", action="store_true", help="send and fetch everything now")
    part.set_defaults(run=status)


def _add_leave(part: ArgumentParser) -> None:
    part.add_argument("community", nargs="?", metavar="COMMUNITY")
    which = part.add_mutually_exclusive_group()
    which.add_argument("--everything", action="store_true", help="take it off the hub as well, for everybody")
    which.add_argument(
        "--person",
        action="append",
        default=[],
        metavar="NAME",
        help="not the community leaves, but this one of its people",
    )
    part.set_defaults(run=leave)


def init(context: Context, options: Namespace) -> int:
    """Tables and rights, for whoever looks after the database; and people who may come in."""
    with _plain_words():
        from lcterm.hub.looking_after import init_hub

        if options.of and not options.person:
            raise Refused("--of says into which community the one goes whom --person names")
        people = options.person, options.sponsor, options.without
        for line in init_hub(_dsn(context, options), *people, options.of):
            context.say(line)
    return 0


def join(context: Context, options: Namespace) -> int:
    """A community onto the hub, or from there; all of it is sent and fetched."""
    with _plain_words():
        from lcterm.hub.commands import join_hub

        for line in join_hub(context.home, _dsn(context, options), options.community, options.others, options.sponsor):
            context.say(line)
    return 0


def status(context: Context, options: Namespace) -> int:
    """How the hub is and what is still to do, or, with --sync, doing it."""
    with _plain_words():
        from lcterm.hub.commands import hub_status

        now = context.clock.now()
        for line in hub_status(context.home, _dsn(context, options), now, sync=options.sync):
            context.say(line)
    return 0


def leave(context: Context, options: Namespace) -> int:
    """Nothing of this community goes to the hub any more, or comes from there; or somebody gets nothing of it."""
    with _plain_words():
        from lcterm.hub.parting import leave_hub, send_off

        if options.person:
            for line in send_off(context.home, options.community, _dsn(context, options), options.person):
                context.say(line)
            return 0
        dsn = _dsn(context, options) if options.everything else None
        for line in leave_hub(context.home, options.community, dsn):
            context.say(line)
    return 0


@contextmanager
def _plain_words() -> Iterator[None]:
    """What the hub does not do is refused like anything else."""
    from lcterm.hub.needed import need_driver

    need_driver()
    from lcterm.hub.trouble import HubTrouble

    try:
        yield
    except HubTrouble as trouble:
        raise Refused(trouble.reason) from None


def _dsn(context: Context, options: Namespace) -> "Dsn":
    from lcterm.hub.dsn import find_dsn, keep_dsn, typed_dsn

    given = typed_dsn() if options.dsn == "-" else options.dsn
    dsn = find_dsn(given, context.environ)
    if options.dsn not in (None, "-") and dsn.parameters.get("password"):
        context.warn(
            "a password on the command line can be read by everybody on this machine and stays in the shell's history; "
            "`--dsn -` asks for it instead, LCTERM_HUB_DSN or the keyring (--keep) hold it"
        )
    if options.keep and (text := given or context.environ.get("LCTERM_HUB_DSN", "")):
        keep_dsn(text)
    return dsn


def _say_what_stopped(context: Context) -> None:
    """That the group has just settled what ends the sending, or has settled it before."""
    from lcterm.core.charter import may_go_to_hub
    from lcterm.hub.joined import joined
    from lcterm.hub.state import stopped
    from lcterm.store.shelf import read_community

    for community in (read_community(context.home, one.community) for one in joined(context.home)):
        if not may_go_to_hub(community):
            context.warn(f"{community.name or community.id}: {stopped(community.id)}.")


def send_on(context: Context, command: str) -> None:
    """At the end of a command: what it wrote goes to the hub, if that answers soon."""
    if command in SCREENS or not has_hub(context.home):
        return
    from lcterm.hub.joined import anything_new
    from lcterm.hub.needed import need_driver

    if command == "charter":
        _say_what_stopped(context)
    if not anything_new(context.home):
        return
    try:
        need_driver()
    except Refused:  # `lcterm hub status` says so, and the board
        return
    from lcterm.hub.afterwards import send_on as send
    from lcterm.hub.dsn import find_dsn

    send(context.home, lambda: find_dsn(None, context.environ), context.clock.now(), LAST_S)

"""`lcterm serve`: seats in browsers, behind links that open once."""

import getpass
import socket
import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from lcterm.cli.choosing import choose_session
from lcterm.cli.context import Context
from lcterm.core.refusal import Refused
from lcterm.core.when import clock as time_of_day
from lcterm.core.when import zone_named
from lcterm.store.neutral import neutral_text
from lcterm.store.zone import machine_zone

if TYPE_CHECKING:
    from lcterm.serving.place import Place
    from lcterm.serving.seats import Seat

MISSING = "seats in a browser need two libraries more: `pip install 'lcterm[serve]'` brings them"
LIBRARIES = {"textual_serve", "aiohttp", "segno"}


def add_serve(parser: ArgumentParser) -> None:
    from lcterm.serving.place import DEFAULT_ADDRESS, DEFAULT_PORT
    from lcterm.serving.seats import SEATS

    parser.add_argument("session", nargs="?", metavar="SESSION")
    ids = [seat.id for seat in SEATS]
    parser.add_argument(
        "--seat",
        action="append",
        default=[],
        choices=ids,
        metavar="|".join(ids),
        help="board, the co-facilitator's notes, one that only watches, the room's screen; more than once for several",
    )
    parser.add_argument("--bind", default=DEFAULT_ADDRESS, metavar="ADDR", help="where to listen: this machine alone")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, metavar="N", help=f"{DEFAULT_PORT}; 0: any free one")
    parser.add_argument("--certificate", metavar="FILE", help="serve over TLS with this certificate (PEM)")
    parser.add_argument("--key", metavar="FILE", help="its key, where that is another file")
    parser.add_argument("--name", default="", metavar="NAME", help="this machine's name in the links")
    parser.set_defaults(run=serve)


def serve(context: Context, options: Namespace) -> int:
    """Serves until ctrl+c."""
    from lcterm.serving.limits import USUAL
    from lcterm.serving.place import place_for
    from lcterm.serving.seats import wanted_seats

    seats = wanted_seats(options.seat)
    if not 0 <= options.port <= 65535:
        raise Refused(f"{options.port} is no port; --port takes a number up to 65535")
    if options.key and not options.certificate:
        raise Refused("--key belongs to a certificate; give --certificate FILE as well")
    place = place_for(options.bind, options.port, options.name, bool(options.certificate))
    held = choose_session(context, options.session, open_only=True)
    try:
        from lcterm.serving.server import Serving, Told
        from lcterm.serving.server import serve as run
    except ModuleNotFoundError as missing:
        if missing.name not in LIBRARIES:
            raise
        raise Refused(MISSING) from None
    from lcterm.serving.tls import context_of

    tls = context_of(options.certificate, options.key) if options.certificate else None
    title = f"{held.community.name}, {held.session.title}"
    zone = zone_named(machine_zone())

    def news(text: str) -> None:
        _say(f"{time_of_day(context.clock.now(), zone)}  {text}")

    told = Told(lambda at: _opened(at, title, options.certificate), _links, news)
    home, session = str(context.home.path), held.session.id
    run(Serving(home, session, seats, place, tls, context.environ, USUAL), context.clock, told)
    _say("Nothing is served any more; every link and every browser's right has ended. The session goes on.")
    return 0


def _opened(place: "Place", title: str, certificate: str | None) -> None:
    print(f"Serving {neutral_text(title)}.\nEnter: new links. ctrl+c: ends it; the session goes on.")
    if certificate:
        from lcterm.serving.tls import fingerprint

        octets = fingerprint(certificate).split(":")
        halves = (":".join(octets[:16]), ":".join(octets[16:]))
        print("The certificate's fingerprint, for a browser that asks (SHA-256):", *halves, sep="\n  ")
    if place.loopback:
        address = f"[{place.address}]" if ":" in place.address else place.address
        print("Only this machine can open the links.")
        print("From another laptop, run this there first and leave it open:")
        print(f"  ssh -N -L {place.port}:{address}:{place.port} {_user()}@{socket.gethostname()}")
        print("For a tablet: --bind with this machine's address, --certificate and --key.")


def _links(links: "list[tuple[Seat, str]]") -> None:
    from lcterm.serving.limits import USUAL
    from lcterm.serving.links import qr_lines

    for seat, link in links:
        print(f"\n{seat.id}: {seat.what}. Opens once, within {USUAL.link_minutes} minutes:\n  {link}\n")
        if _can_draw():
            print("\n".join(qr_lines(link, coloured=sys.stdout.isatty())))
    sys.stdout.flush()


def _say(text: str) -> None:
    print(neutral_text(text), flush=True)


def _can_draw() -> bool:
    try:
        "▀▄█".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "you"

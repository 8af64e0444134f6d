"""The facilitator's own reflection from the command line. It is on this laptop alone, and nothing else reads it."""

import re
from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_session, names_session
from lcterm.cli.context import Context
from lcterm.core.digest import Digest
from lcterm.core.refusal import Refused
from lcterm.core.when import clock, full_day, local, zone_or_utc

STDIN = "-"
STDIN_BYTES = 256 * 1024
AN_ID = re.compile(r"\d{4}-\d\d[\w-]*")
"""What looks like the id of a session, or the beginning of one: never a text, even where there is no such session."""

HERE_ALONE = "It stays on this laptop: no summary, no archive and no other device ever has it."


def add_reflect(parser: ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="*", metavar="[SESSION] [TEXT|-]", help="what to add; - reads it from standard input"
    )
    parser.add_argument("--show", action="store_true", help="only what is there, without the questions")
    parser.add_argument("--remove", action="store_true", help="remove what is there; nothing brings it back")
    parser.epilog = f"{HERE_ALONE} Without TEXT: questions to think about, and what is there."
    parser.set_defaults(run=reflect)


def reflect(context: Context, options: Namespace) -> int:
    """What the facilitator thinks of a session: shown, added to, removed."""
    words: list[str] = options.words
    typed = words[0] if words and (AN_ID.fullmatch(words[0]) or names_session(context, words[0])) else None
    text = " ".join(words[typed is not None :])
    if sum((bool(text), options.show, options.remove)) > 1:
        raise Refused("a text, --show or --remove: one of them at a time")
    session = choose_session(context, typed).session
    if options.remove:
        _remove(context, session)
    elif text:
        _add(context, session, text)
    else:
        _show(context, session, asks=not options.show)
    return 0


def _add(context: Context, session: Digest, text: str) -> None:
    from lcterm.store.reflections import add_to_reflection

    if text == STDIN:
        text = context.read_stdin(STDIN_BYTES).decode("utf-8-sig", "replace")
    add_to_reflection(context.home, session.id, text, context.clock.now())
    context.say(f"Kept with {_called(session)}. {HERE_ALONE}")


def _remove(context: Context, session: Digest) -> None:
    from lcterm.store.reflections import remove_reflection

    there = remove_reflection(context.home, session.id)
    context.say("Removed." if there else f"Nothing was written about {_called(session)}.")


def _show(context: Context, session: Digest, *, asks: bool) -> None:
    from lcterm.store.reflections import questions, read_reflection

    zone = zone_or_utc(session.zone)
    if asks:
        context.say(f"{_called(session)}: your own reflection. {HERE_ALONE}")
        context.say("\n".join(("", *(f"- {one}" for one in questions()), "")))
    paragraphs = read_reflection(context.home, session.id)
    for one in paragraphs:
        context.say(f"{full_day(local(one.at, zone).date())}, {clock(one.at, zone)}\n{one.text}\n")
    if not paragraphs:
        context.say(f'Nothing is written yet; `lcterm reflect {session.id} "…"` adds to it.')


def _called(session: Digest) -> str:
    day = full_day(local(session.started or session.starts, zone_or_utc(session.zone)).date())
    return ", ".join(filter(None, (session.title, day)))

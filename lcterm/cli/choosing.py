"""Which community, which session: id, slug or a unique beginning, any case; left out, the running or the only one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from lcterm.cli.context import Context
from lcterm.core.community import Community
from lcterm.core.refusal import Refused
from lcterm.store.shelf import Held, communities, sessions, unreadable

if TYPE_CHECKING:
    from lcterm.store.desk import Desk
    from lcterm.store.onlooker import Onlooker

Thing = TypeVar("Thing")


def choose_community(context: Context, typed: str | None) -> Community:
    """The community meant. Raises Refused with the list where that is unclear."""
    known = communities(context.home)
    if not known:
        raise Refused(f"no community in {context.home.path}; {_instead(context, '`lcterm new NAME` makes one')}")
    if typed is not None:
        from lcterm.core.text import folded

        return _one_of(known, [(one.id, one.slug, folded(one.name)) for one in known], typed, "community", _slugs)
    if len(known) == 1:
        return known[0]
    running = [one for one in known if any(held.session.live for held in sessions(context.home, one))]
    if len(running) == 1:
        return running[0]
    raise Refused(f"which community? {_slugs(known)}")


def choose_session(context: Context, typed: str | None, *, open_only: bool = False) -> Held:
    """The session meant; with `open_only` the one that is not closed wins when none is named. Raises Refused."""
    held = [one for community in communities(context.home) for one in sessions(context.home, community)]
    if not held:
        raise Refused(f"no session in {context.home.path}; {_instead(context, '`lcterm plan` makes one')}")
    if typed is not None:
        from lcterm.core.text import slug

        names = [(one.session.id, slug(one.session.title, ())) for one in held]
        return _one_of(held, names, typed, "session", _listed)
    running = [one for one in held if one.session.live]
    if len(running) == 1:
        return running[0]
    candidates = running or held
    if len(candidates) == 1:
        return candidates[0]
    unclosed = [one for one in candidates if one.session.status != "closed"]
    if open_only and len(unclosed) == 1:
        return unclosed[0]
    raise Refused(f"which session? {_listed(unclosed if open_only and unclosed else candidates)}")


def desk_for(context: Context, held: Held) -> "Desk":
    """A place at this session."""
    from lcterm.store.desk import Desk

    return Desk(context.home, held.community.id, held.session.id, context.clock)


def onlooker_for(context: Context, held: Held) -> "Onlooker":
    """The same for a command that only looks."""
    from lcterm.store.onlooker import Onlooker

    return Onlooker(context.home, held.community.id, held.session.id, context.clock)


def unread(context: Context, held: Sequence[Held] | None = None) -> str:
    """What has to be said of logs from which nothing could be read; "" where there is none. `held`: all the sessions
    there are, where they are known."""
    count = unreadable(context.home, held)
    logs = "1 log" if count == 1 else f"{count} logs"
    return f"{logs} cannot be read; `lcterm check` says why" if count else ""


def _instead(context: Context, otherwise: str) -> str:
    from lcterm.store.locked import locked

    shut = "what is here is locked: `lcterm unlock` brings it back" if locked(context.home) else ""
    return unread(context) or shut or otherwise


def names_session(context: Context, typed: str) -> bool:
    """Whether this word can only mean a session: its whole id or slug, or at least the year of one."""
    from lcterm.core.text import slug

    held = [one for community in communities(context.home) for one in sessions(context.home, community)]
    word = typed.casefold()
    whole = any(word in (one.session.id, slug(one.session.title, ())) for one in held)
    return whole or (len(word) > 4 and any(one.session.id.startswith(word) for one in held))


def _one_of(
    things: Sequence[Thing],
    names: Sequence[tuple[str, ...]],
    typed: str,
    what: str,
    listed: Callable[[Sequence[Thing]], str],
) -> Thing:
    from lcterm.core.text import folded

    word = folded(typed)
    exact = [thing for thing, known in zip(things, names, strict=True) if word in known]
    begun = [thing for thing, known in zip(things, names, strict=True) if any(name.startswith(word) for name in known)]
    found = exact or (begun if word else [])
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(f"{typed!r} is the beginning of more than one {what}: {listed(found)}")
    raise Refused(f"no {what} is called {typed!r}; there is {listed(things)}")


def _slugs(known: Sequence[Community]) -> str:
    return ", ".join(one.slug for one in known)


def _listed(held: Sequence[Held]) -> str:
    from lcterm.core.when import full_day, local, zone_or_utc

    def line(one: Held) -> str:
        on = local(one.session.began, zone_or_utc(one.session.zone)).date()
        return f"{one.session.id} ({one.community.name}, {one.session.title}, {full_day(on)}, {one.session.status})"

    latest = held[-12:]
    more = f" and {len(held) - len(latest)} earlier" if len(held) > len(latest) else ""
    return "; ".join(line(one) for one in latest) + more

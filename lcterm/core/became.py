"""What a session said of things that were written down before it: done, still going, dropped, put off."""

from collections.abc import Iterable

from msgspec import Struct

from lcterm.core.community import Community
from lcterm.core.digest import Digest, Kept
from lcterm.core.fold_actions import Settled
from lcterm.core.session import Session


class Said(Struct, frozen=True):
    """Something written down in the session `origin`, and what was said of it."""

    origin: Digest
    kept: Kept
    now: Settled


def said_in(digests: Iterable[Digest], community: Community, session: Session, now: int) -> list[Said]:
    """What was said while this session was held, at the latest at `now` (wall ms), of actions, issues and reports of
    other sessions: actions first, the oldest first. What was taken back at once was not said."""
    if session.started is None:
        return []
    until = now if session.ended is None else session.ended
    found: list[Said] = []
    for origin in digests:
        for kept in (*origin.actions, *origin.reports, *origin.parked, *origin.questions):
            last = _last(community.settled.get((origin.session, kept.id)), kept, session.started, until)
            if last is not None and origin.session != session.id:
                found.append(Said(origin, kept, last))
    return sorted(found, key=lambda one: (one.kept.kind != "action", one.kept.at, one.kept.id))


def _last(known: Settled | None, kept: Kept, since: int, until: int) -> Settled | None:
    """The last that was said between these moments, where that is something else than what held before them."""
    every = (*known.before, known) if known is not None else ()
    within = [one for one in every if since <= one.at <= until]
    earlier = [one for one in every if one.at < since]
    if not within:
        return None
    held = _stand(earlier[-1]) if earlier else ("done" if kept.done else "open", "", False)
    return None if _stand(within[-1]) == held else within[-1]


def _stand(one: Settled) -> tuple[str, str, bool]:
    return one.state, one.due, one.due_next

"""What the home screen draws from: all communities at one moment, and where the cursor stands among them."""

import re
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import Literal, NamedTuple

from lcterm.core.community import Community
from lcterm.core.session import Meeting, Session
from lcterm.core.when import MINUTE
from lcterm.documents.summary import summary
from lcterm.store.open_shelf import Shelved

Column = Literal["communities", "sessions"]

UNHELD_AFTER_MS = 12 * 60 * MINUTE
"""A planned session that nobody began within so long is not the next one any more."""

_NUMBERED = re.compile(r"session (\d+)")


class Past(NamedTuple):
    """A closed session in figures: people who were here, captures, actions, and those of them still open."""

    here: int
    captures: int
    actions: int
    open: int


class Kept(NamedTuple):
    """A session in the list: its number, its title where it has one of its own, its figures once it is closed."""

    session: Session
    number: str
    title: str
    past: Past | None

    @property
    def name(self) -> str:
        return self.title or f"session {self.number}"


class Group(NamedTuple):
    """A community with its sessions: what is running first, then the latest first."""

    community: Community
    sessions: tuple[Kept, ...]

    @property
    def live(self) -> Kept | None:
        return next((kept for kept in self.sessions if kept.session.live), None)

    def next(self, now: int) -> Kept | None:
        """The planned session that comes next."""
        ahead = [one for one in self.sessions if _is_ahead(one.session, now)]
        return min(ahead, key=lambda one: one.session.starts, default=None)

    @property
    def held(self) -> list[Session]:
        """The closed sessions, oldest first."""
        return [kept.session for kept in reversed(self.sessions) if kept.session.status == "closed"]


class Cursor(NamedTuple):
    """Where the cursor is, by ids, so that it stays on what it is on when lists change."""

    community: str = ""
    session: str = ""
    column: Column = "communities"


class HomeView(NamedTuple):
    """The home at `now` (wall, ms). `zone` is this machine's; `slots`: templates by id, how many presenters each has
    room for."""

    groups: tuple[Group, ...]
    cursor: Cursor
    now: int
    zone: tzinfo
    slots: Mapping[str, int]

    @property
    def running(self) -> list[tuple[Group, Kept]]:
        """What is running, the latest first."""
        found = [(group, group.live) for group in self.groups]
        live = [(group, kept) for group, kept in found if kept is not None]
        return sorted(live, key=lambda one: one[1].session.started or 0, reverse=True)

    @property
    def coming(self) -> tuple[Group, Kept] | None:
        """The planned session that comes next of all."""
        found = [(group, group.next(self.now)) for group in self.groups]
        ahead = [(group, kept) for group, kept in found if kept is not None]
        return min(ahead, key=lambda one: one[1].session.starts, default=None)

    @property
    def group(self) -> Group | None:
        return next((one for one in self.groups if one.community.id == self.cursor.community), None)

    @property
    def kept(self) -> Kept | None:
        group = self.group
        sessions = group.sessions if group else ()
        return next((one for one in sessions if one.session.id == self.cursor.session), None)


def groups_of(shelf: Sequence[Shelved], now: int) -> tuple[Group, ...]:
    """The communities ready to be listed."""
    return tuple(_group(one, now) for one in shelf)


def settled(view: HomeView) -> HomeView:
    """The view with its cursor on something that is there: where it was, else on what is running, else on what comes
    next, else on the first."""
    cursor = view.cursor
    if view.group is None:
        wanted = view.running[:1] or ([view.coming] if view.coming else [])
        first = next((group for group, _ in wanted), view.groups[0] if view.groups else None)
        cursor = Cursor(first.community.id if first else "", "", "sessions" if wanted else "communities")
        view = view._replace(cursor=cursor)
    group = view.group
    if view.kept is None:
        cursor = cursor._replace(session=_first_choice(group, view.now) if group else "")
    if group is None or not group.sessions:
        cursor = cursor._replace(column="communities")
    return view._replace(cursor=cursor)


def moved(view: HomeView, step: int) -> HomeView:
    """The cursor so many rows further down, or up, in its column; at the ends it stays."""
    group, cursor = view.group, view.cursor
    if group is None:
        return view
    if cursor.column == "communities":
        place = _step(len(view.groups), view.groups.index(group), step)
        return settled(view._replace(cursor=Cursor(view.groups[place].community.id, "", "communities")))
    ids = [one.session.id for one in group.sessions]
    place = _step(len(ids), ids.index(cursor.session), step)
    return view._replace(cursor=cursor._replace(session=ids[place]))


def _step(count: int, place: int, step: int) -> int:
    return max(0, min(count - 1, place + step))


def _group(shelved: Shelved, now: int) -> Group:
    numbered = list(enumerate(shelved.sessions, 1))
    kept = [_kept(shelved.community, session, number, now) for number, session in numbered]
    kept.sort(key=lambda one: (one.session.live, one.session.starts), reverse=True)
    return Group(shelved.community, tuple(kept))


def _kept(community: Community, session: Session, place: int, now: int) -> Kept:
    numbered = _NUMBERED.fullmatch(session.title)
    past = _past(Meeting(community=community, session=session), now) if session.status == "closed" else None
    return Kept(session, numbered[1] if numbered else str(place), "" if numbered else session.title, past)


def _past(meeting: Meeting, now: int) -> Past:
    captures = meeting.session.captures.values()
    actions = [one for one in captures if one.words.kind == "action"]
    here = summary(meeting, now, "group").here
    return Past(len(here), len(captures), len(actions), sum(not one.done for one in actions))


def _is_ahead(session: Session, now: int) -> bool:
    return session.status == "planned" and session.starts > now - UNHELD_AFTER_MS


def _first_choice(group: Group, now: int) -> str:
    wanted = group.live or group.next(now) or next(iter(group.sessions), None)
    return wanted.session.id if wanted else ""

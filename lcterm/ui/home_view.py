"""What the home screen draws from: all communities at one moment, and where the cursor stands among them."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import Literal, NamedTuple

from lcterm.core.carrying import carried
from lcterm.core.coming import Agreement
from lcterm.core.community import Community
from lcterm.core.digest import Digest, digest
from lcterm.core.next_time import standing_date, still_open, still_to_come
from lcterm.core.session import Session
from lcterm.core.session_titles import number_of
from lcterm.store.open_shelf import Shelved

Column = Literal["communities", "sessions"]


class Past(NamedTuple):
    """A closed session in figures: people who were here (facilitators and observers apart), captures, actions, and
    those of them still open."""

    here: int
    captures: int
    actions: int
    open: int


class Kept(NamedTuple):
    """A session in the list: its number, or its title where it has one of its own, its figures once it is closed. It
    is a digest from then on, and whole before."""

    session: Session | Digest
    number: str
    title: str
    past: Past | None

    @property
    def name(self) -> str:
        return self.title or f"session {self.number}".rstrip()


class Group(NamedTuple):
    """A community with its sessions: what is running first, then the latest first."""

    community: Community
    sessions: tuple[Kept, ...]

    @property
    def live(self) -> Kept | None:
        return next((kept for kept in self.sessions if kept.session.live), None)

    def next(self, now: int) -> Kept | None:
        """The planned session that comes next."""
        ahead = [one for one in self.sessions if still_to_come(one.session, now)]
        return min(ahead, key=lambda one: one.session.starts, default=None)

    def agreed(self, now: int) -> Agreement | None:
        """What was agreed for a day to come, and no session has taken up."""
        found = still_open(self.community.coming, [one.session for one in self.sessions])
        return found[-1] if found and standing_date(found[-1], now) else None

    @property
    def held(self) -> list[Digest]:
        """The closed sessions, oldest first."""
        return [kept.session for kept in reversed(self.sessions) if isinstance(kept.session, Digest)]


class Cursor(NamedTuple):
    """Where the cursor is, by ids, so that it stays on what it is on when lists change."""

    community: str = ""
    session: str = ""
    column: Column = "communities"


class HomeView(NamedTuple):
    """The home at `now` (wall, ms). `zone` is this machine's; `slots`: templates by id, how many presenters each has
    room for. `by_minute`: clocks change once a minute."""

    groups: tuple[Group, ...]
    cursor: Cursor
    now: int
    zone: tzinfo
    slots: Mapping[str, int]
    by_minute: bool = False

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


def groups_of(shelf: Sequence[Shelved]) -> tuple[Group, ...]:
    """The communities ready to be listed."""
    return tuple(_group(one) for one in shelf)


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


def _group(shelved: Shelved) -> Group:
    kept = [_kept(shelved.community, session) for session in shelved.sessions]
    kept.sort(key=lambda one: (one.session.live, one.session.began), reverse=True)
    return Group(shelved.community, tuple(kept))


def _kept(community: Community, session: Session | Digest) -> Kept:
    if isinstance(session, Session) and session.status == "closed":
        session = digest(session)
    number = number_of(session.title)
    past = _past(community, session) if isinstance(session, Digest) else None
    return Kept(session, "" if number is None else str(number), session.title if number is None else "", past)


def _past(community: Community, session: Digest) -> Past:
    """Of the actions that were open when it was over, some may have been settled since."""
    tally = session.tally
    settled = sum(not one.done and not carried(session, one, community).open for one in session.actions)
    return Past(len(session.here), tally.captures, tally.actions, tally.open - settled)


def _first_choice(group: Group, now: int) -> str:
    wanted = group.live or group.next(now) or next(iter(group.sessions), None)
    return wanted.session.id if wanted else ""

"""Actions on their way out of the program: what a document says of each, whatever its form."""

from collections.abc import Collection, Sequence
from datetime import date, tzinfo
from typing import NamedTuple

from lcterm.core.carrying import OPEN, Carried, ago, gone
from lcterm.core.community import Community
from lcterm.core.community_events import Becoming
from lcterm.core.fold_members import FORGOTTEN
from lcterm.core.when import full_day, local, zone_or_utc

STATES: dict[Becoming, str] = {"open": "open", "going": "still going", "done": "done", "dropped": "dropped"}


class Listed(NamedTuple):
    """An action as a document says it. `owners` by name, `left` those of them who have left the community; `due`: a
    day, None where none was agreed; `written` and `said`: the local days on which it was written down and last spoken
    of; `age` in words."""

    id: str
    text: str
    state: Becoming
    owners: tuple[str, ...]
    left: tuple[str, ...]
    due: date | None
    due_next: bool
    session: str
    title: str
    written: date
    age: str
    said: date | None
    written_ms: int
    said_ms: int


class Listing(NamedTuple):
    """Actions of a community to be written out. `everything`: those that are over too; `owner`: whose, "" for
    anybody's; `now`: wall ms."""

    community: Community
    actions: tuple[Listed, ...]
    everything: bool
    owner: str
    now: int


def listing(
    community: Community, found: Sequence[Carried], now: int, *, everything: bool = False, owner: str = ""
) -> Listing:
    """These actions in their order at `now` (wall ms). `owner`: a name, where they are one person's."""
    return Listing(community, tuple(_listed(one, community, now) for one in found), everything, owner, now)


def _listed(one: Carried, community: Community, now: int) -> Listed:
    zone = zone_or_utc(one.origin.zone)
    owners = one.kept.owners
    left = set(gone(owners, community))
    return Listed(
        id=one.id,
        text=" ".join(one.kept.text.split()),
        state=one.state,
        owners=tuple(map(community.name_of, owners)),
        left=tuple(community.name_of(person) for person in owners if person in left),
        due=_day(one.due),
        due_next=one.due_next,
        session=one.origin.session,
        title=one.origin.title,
        written=_local_day(one.kept.at, zone),
        age=ago(one.kept.at, now, zone),
        said=_local_day(one.said, zone) if one.said else None,
        written_ms=one.kept.at,
        said_ms=one.said,
    )


def _local_day(ms: int, zone: tzinfo) -> date:
    return local(ms, zone).date()


def _day(stored: str) -> date | None:
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return None


def owner_words(one: Listed) -> str:
    """Tracy, Amina; Ben, who has left. Nothing where nobody owns it."""
    return whose(one.owners, one.left)


def whose(owners: Sequence[str], left: Collection[str]) -> str:
    """The names of owners, and apart from them of those who have left."""
    gone = [name for name in owners if name in left and name != FORGOTTEN]
    others = [name for name in owners if name not in gone]
    leaving = f"{', '.join(gone)}, who {'has' if len(gone) == 1 else 'have'} left" if gone else ""
    return "; ".join(filter(None, (", ".join(others), leaving)))


def due_text(one: Listed) -> str:
    """due Fri 27 Nov 2026; due next time, while it is open; nothing."""
    if one.due is not None:
        return f"due {full_day(one.due)}"
    return "due next time" if one.due_next and one.state in OPEN else ""


def from_text(one: Listed) -> str:
    """Where it comes from."""
    return f"from {one.title}, {full_day(one.written)}"


def nothing_words(listed: Listing) -> str:
    """What is said of an empty list."""
    if listed.owner:
        return f"No {'' if listed.everything else 'open '}action belongs to {listed.owner}."
    return "There is no action." if listed.everything else "No action is open."

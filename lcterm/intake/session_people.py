"""Whose is whom where a session comes in from a file: by id, by exact name, by what was said; else asked about, or new.

Two people never become one.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lcterm.core.community import Community
from lcterm.core.community_events import NewMember
from lcterm.core.joining import NAME_MAX
from lcterm.core.refusal import Refused
from lcterm.core.speakers import recognised
from lcterm.core.text import clean, folded, quoted
from lcterm.store.session_file import PersonOfFile

NOTHING = "nothing was brought in"
_LISTED_AT_MOST = 8


class Whose(NamedTuple):
    """What was said of people in the file, by their folded names there: who they are here (ids), and who is somebody
    new however like a member's the name is."""

    given: Mapping[str, str] = {}
    new: frozenset[str] = frozenset()


class Perhaps(NamedTuple):
    """A name in the file, and the members it may be, likeliest first, by name."""

    name: str
    members: tuple[str, ...]


class Matched(NamedTuple):
    """`ids`: who is called by which id here, where it is another; `added`: who has to be added; `by_name`: who was told
    by their name alone; `asked`: whom nobody can tell."""

    ids: dict[str, str]
    added: tuple[NewMember, ...]
    by_name: tuple[str, ...]
    asked: tuple[Perhaps, ...]


def matched(people: Sequence[PersonOfFile], community: Community, whose: Whose) -> Matched:
    """Who the people of the file are here. Raises Refused for somebody forgotten here since, where two would become
    one, and for what was said of somebody who is not in the file."""
    named = {one.person: clean(one.name or "", limit=NAME_MAX, what="a name") for one in people}
    _see_that_they_are_in_it(whose, tuple(named.values()))
    here = {folded(member.name): member for member in community.named}
    ids: dict[str, str] = {}
    added: list[NewMember] = []
    by_name: list[str] = []
    asked: list[Perhaps] = []
    for id, name in named.items():
        known = community.members.get(id)
        if known is not None and known.forgotten and name:
            raise Refused(f"somebody in it has asked to be forgotten here since: have the file made anew; {NOTHING}")
        if known is not None or not name:
            continue
        if folded(name) in whose.given:
            ids[id] = whose.given[folded(name)]
        elif (member := here.get(folded(name))) is not None:
            ids[id] = member.person
            by_name.append(member.name)
        elif folded(name) not in whose.new and (like := recognised([name], community.named, {}).asked.get(name)):
            asked.append(Perhaps(name, tuple(map(community.name_of, like))))
        else:
            added.append(NewMember(person=id, name=name))
    _see_that_nobody_is_two([ids.get(id, id) for id in named], added, community)
    return Matched(ids, tuple(added), tuple(by_name), tuple(asked))


def question(asked: Sequence[Perhaps]) -> str:
    """What has to be said before they come in, in one line."""
    listed = [f"{one.name} may be {' or '.join(one.members)}" for one in asked[:_LISTED_AT_MOST]]
    more = [f"and {len(asked) - _LISTED_AT_MOST} more"] if len(asked) > _LISTED_AT_MOST else []
    first = asked[0]
    same, other = quoted(f"{first.name}={first.members[0]}"), quoted(first.name)
    return f"{', '.join([*listed, *more])}: say --as {same}, or --new {other} for somebody else"


def _see_that_they_are_in_it(whose: Whose, names: Sequence[str]) -> None:
    there = {folded(name) for name in names}
    for name in (*whose.given, *sorted(whose.new)):
        if name not in there:
            listed = ", ".join(name for name in names[:_LISTED_AT_MOST] if name)
            raise Refused(f"nobody in it is called {name}; there is {listed}; {NOTHING}")


def _see_that_nobody_is_two(meant: Sequence[str], added: Sequence[NewMember], community: Community) -> None:
    twice = next((id for id in meant if meant.count(id) > 1), None)
    if twice is not None:
        name = community.name_of(twice)
        raise Refused(f"two people in it would be {name} here: rename {name} with `lcterm members --rename`; {NOTHING}")
    names = [folded(one.name) for one in added]
    if (one := next((one for one in added if names.count(folded(one.name)) > 1), None)) is not None:
        raise Refused(f"two people in it are called {one.name}: names are unique here; {NOTHING}")

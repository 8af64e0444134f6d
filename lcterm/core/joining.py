"""Rules for a new community and for people who join one."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, get_args

from lcterm.core.community import Community, Member
from lcterm.core.community_events import CommunityFounded, MembersJoined, NewMember
from lcterm.core.events import Role
from lcterm.core.refusal import Refused
from lcterm.core.text import clean, folded, name_keys, slug

ROLES: tuple[Role, ...] = get_args(Role)
NAME_MAX = 80
PURPOSE_MAX = 1000


class Newcomer(NamedTuple):
    """A person before they have an id; `area` is their practice."""

    name: str
    area: str = ""


def founding(name: str, purpose: str, others: Sequence[Community]) -> CommunityFounded:
    """The event that founds a community among these others. Raises Refused for a name that is empty or taken."""
    name = clean(name, limit=NAME_MAX, what="the name of a community")
    if not name:
        raise Refused("a community needs a name")
    if any(folded(other.name) == folded(name) for other in others):
        raise Refused(f"there is a community called {name} already; give this one a name of its own")
    purpose = clean(purpose, limit=PURPOSE_MAX, what="the purpose")
    return CommunityFounded(name=name, slug=slug(name, [other.slug for other in others]), purpose=purpose)


def joining(community: Community, people: Sequence[Newcomer], new_id: Callable[[], str]) -> MembersJoined:
    """The event by which these people join. Raises Refused for an empty name and for one the community has already."""
    taken = {folded(member.name): member for member in community.named}
    joined: list[NewMember] = []
    for person in people:
        name = clean(person.name, limit=NAME_MAX, what="a name")
        if not name:
            raise Refused("a member needs a name")
        if folded(name) in taken:
            raise Refused(_taken(taken[folded(name)], name))
        taken[folded(name)] = Member(person="", name=name)
        area = clean(person.area, limit=200, what="a practice")
        role = next((role for role in ROLES if folded(area) == role), None)
        if role is not None:  # a list's column of roles, where there is none of practices
            joined.append(NewMember(person=new_id(), name=name, roles=(role,)))
        else:
            joined.append(NewMember(person=new_id(), name=name, area=area))
    return MembersJoined(members=tuple(joined))


def _taken(member: Member, name: str) -> str:
    if member.active:
        return f"there is {member.name} already; add a letter, as in {name} B."
    return (
        f"{member.name} was a member and left: `lcterm members --return` brings them back; or add a letter, as in "
        f"{name} B."
    )


def strangers(community: Community, people: Sequence[Newcomer]) -> tuple[list[Newcomer], list[Newcomer]]:
    """Those of the people who are not members yet, and those who are, for a list that holds both."""
    taken = {key for member in community.named for key in name_keys(member.name)}
    new = [person for person in people if taken.isdisjoint(name_keys(person.name))]
    return new, [person for person in people if not taken.isdisjoint(name_keys(person.name))]

"""Rules for people over time: who takes another name, leaves, comes back."""

from collections.abc import Iterable

from msgspec.structs import replace

from lcterm.core.badges import badges
from lcterm.core.community import Community, Member
from lcterm.core.community_events import MemberEvent, MemberLeft, MemberRenamed, MemberReturned, NewMember
from lcterm.core.event import Role
from lcterm.core.fold_members import changed
from lcterm.core.joining import NAME_MAX
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.core.text import clean, folded


def known_members(community: Community, newcomers: Iterable[NewMember] = ()) -> list[Known]:
    """Everyone of the community who can be named, those who belong to it by badge as well, those who left by name."""
    new = [(one.person, one.name) for one in newcomers]
    active = [(one.person, one.name) for one in community.active] + new
    badge_of = badges(active)
    gone = [(one.person, one.name) for one in community.named if not one.active]
    return [Known(person, name, badge_of.get(person, "")) for person, name in (*active, *gone)]


def member_named(community: Community, typed: str) -> Member:
    """The member meant by a name or a badge, one who left as well. Raises Refused."""
    return community.members[find_person(typed, known_members(community))]


def renaming(community: Community, person: str, name: str) -> MemberRenamed:
    """The event by which this person goes by another name. Raises Refused for an empty name, for the one they have, and
    for one that somebody else has, whatever its capitals."""
    member = community.members[person]
    name = clean(name, limit=NAME_MAX, what="a name")
    if not name:
        raise Refused(f"{member.name} needs a name; nothing was written after it")
    if name == member.name:
        raise Refused(f"{member.name} is called that already")
    other = next((one for one in community.named if one.person != person and folded(one.name) == folded(name)), None)
    if other is not None:
        left = "" if other.active else ", who left"
        raise Refused(f"there is {other.name} already{left}; add a letter, as in {name} B.")
    return MemberRenamed(person=person, name=name)


def leaving(community: Community, person: str) -> MemberLeft:
    """The event by which this person leaves. Raises Refused for one who has left."""
    member = community.members[person]
    if not member.active:
        raise Refused(f"{member.name} has left already")
    return MemberLeft(person=person)


_DID: dict[Role, str] = {"rules keeper": "kept the rules", "coordinator": "arranged things"}


def left_to_do(member: Member) -> list[str]:
    """What nobody does any more when this member has left, a sentence each."""
    return [f"{member.name} {words}; ask who does it now." for role, words in _DID.items() if role in member.roles]


def returning(community: Community, person: str) -> MemberReturned:
    """The event by which this person comes back. Raises Refused for one who belongs to the community as it is."""
    member = community.members[person]
    if member.active:
        raise Refused(f"{member.name} is a member; nobody has to come back")
    return MemberReturned(person=person)


def after(community: Community, event: MemberEvent) -> Community:
    """The community as it will be, to decide on what comes next."""
    return replace(community, members=changed(community.members, event))

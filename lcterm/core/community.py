"""A community as its log says it is: name, members, roles, ground rules."""

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core.events import (
    ChecklistAgreed,
    CommunityEvent,
    CommunityFounded,
    ContactsGiven,
    MembersJoined,
    Role,
    RolesGiven,
    RulesAgreed,
)
from lcterm.core.facts import Fact


class Member(Struct, frozen=True, kw_only=True):
    """A person of the community; `area` is their practice. Inactive people stay, so that the past keeps its names."""

    person: str
    name: str
    area: str = ""
    roles: tuple[Role, ...] = ("member",)
    active: bool = True


class Community(Struct, frozen=True, kw_only=True):
    """The state of a community. `members` in the order they joined. `checklist`: what to look to before a session,
    None while it is the shipped one."""

    id: str = ""
    name: str = ""
    slug: str = ""
    purpose: str = ""
    members: dict[str, Member] = {}
    rules: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    checklist: tuple[str, ...] | None = None

    def name_of(self, person: str) -> str:
        """The person's name; a plain word for one this log does not hold, so that a late file breaks nothing."""
        member = self.members.get(person)
        return member.name if member else "someone"

    @property
    def active(self) -> list[Member]:
        return [member for member in self.members.values() if member.active]


def apply(state: Community, fact: Fact) -> Community:
    """The community after this fact."""
    event = fact.event
    if not isinstance(event, CommunityEvent):
        return state
    match event:
        case CommunityFounded(name=name, slug=slug, purpose=purpose):
            return state if state.name else replace(state, name=name, slug=slug, purpose=purpose)
        case MembersJoined(members=joined):
            members = dict(state.members)
            for new in joined:
                members.setdefault(new.person, Member(person=new.person, name=new.name, area=new.area, roles=new.roles))
            return replace(state, members=members)
        case RolesGiven(person=person, roles=roles):
            if person not in state.members:
                return state
            return replace(state, members={**state.members, person: replace(state.members[person], roles=roles)})
        case RulesAgreed(rules=rules):
            return replace(state, rules=rules)
        case ContactsGiven(contacts=contacts):
            return replace(state, contacts=contacts)
        case ChecklistAgreed(items=items):
            return replace(state, checklist=items)
        case _:
            assert_never(event)

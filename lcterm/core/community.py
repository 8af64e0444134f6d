"""A community as its log says it is: name, members, roles, ground rules."""

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from lcterm.core import fold_actions, fold_charter, fold_members, fold_next
from lcterm.core.coming import Coming
from lcterm.core.community_events import (
    ActionSettled,
    CharterAnswered,
    ChecklistAgreed,
    CommunityEvent,
    CommunityFounded,
    ContactsGiven,
    InvitationMade,
    MemberLeft,
    MemberRenamed,
    MemberReturned,
    MembersJoined,
    NextAgreed,
    PersonForgotten,
    PlaceSet,
    PresenterBriefed,
    PurposeAgreed,
    RolesGiven,
    RulesAgreed,
    SetupNoted,
)
from lcterm.core.events import Role, SessionMoved
from lcterm.core.facts import Fact
from lcterm.core.fold_actions import Identity, Settled
from lcterm.core.fold_charter import Answer, PurposeAsOf, RulesAsOf, SetupItem


class Member(Struct, frozen=True, kw_only=True):
    """A person of the community; `area` is their practice. Inactive people stay, so that the past keeps its names; of
    somebody who is `forgotten` only the id does. `roles_since`: when these roles were given, wall ms, 0 for from the
    beginning."""

    person: str
    name: str
    area: str = ""
    roles: tuple[Role, ...] = ("member",)
    roles_since: int = 0
    active: bool = True
    forgotten: bool = False


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
    rules_history: tuple[RulesAsOf, ...] = ()
    """The rules as they stood, each time something changed, latest last."""
    rules_standing: tuple[RulesAsOf, ...] = ()
    """The rules, and before them what was agreed without knowing of them."""
    purpose_history: tuple[PurposeAsOf, ...] = ()
    """What it was for, each time the group said so anew, latest last; not what it was founded with."""
    charter: dict[str, Answer] = {}
    """What the group settled, by topic."""
    setup: dict[str, SetupItem] = {}
    """How far the setting up has come, by item."""
    settled: dict[Identity, Settled] = {}
    """What became of actions after their session."""

    coming: Coming = Coming()
    """What was agreed for the next time."""

    def name_of(self, person: str) -> str:
        """The person's name; a plain word for one this log does not hold, so that a late file breaks nothing."""
        member = self.members.get(person)
        return member.name if member else "someone"

    @property
    def active(self) -> list[Member]:
        return [member for member in self.members.values() if member.active]

    @property
    def named(self) -> list[Member]:
        """Everybody whose name is known, those who left as well."""
        return [member for member in self.members.values() if not member.forgotten]


def apply(state: Community, fact: Fact) -> Community:
    """The community after this fact."""
    event = fact.event
    if not isinstance(event, CommunityEvent):
        return state
    match event:
        case CommunityFounded(name=name, slug=slug, purpose=purpose):
            if state.name:
                return state
            return replace(state, name=name, slug=slug, purpose=state.purpose if state.purpose_history else purpose)
        case MembersJoined(members=joined):
            members = dict(state.members)
            for new in joined:
                named = bool(new.name)  # a forgotten person's fact has none any more
                known = Member(
                    person=new.person,
                    name=new.name or fold_members.FORGOTTEN,
                    area=new.area,
                    roles=new.roles,
                    active=named,
                    forgotten=not named,
                )
                members.setdefault(new.person, known)
            return replace(state, members=members)
        case MemberLeft() | MemberRenamed() | MemberReturned() | PersonForgotten():
            return replace(state, members=fold_members.changed(state.members, event))
        case RolesGiven(person=person, roles=roles):
            if person not in state.members:
                return state
            given = replace(state.members[person], roles=roles, roles_since=fact.at)
            return replace(state, members={**state.members, person: given})
        case RulesAgreed(rules=rules):
            history, standing = fold_charter.rules_agreed(
                state.rules_history, state.rules_standing, event, fact.at, fact.id
            )
            return replace(state, rules=rules, rules_history=history, rules_standing=standing)
        case PurposeAgreed(purpose=purpose):
            purposes = fold_charter.purpose_agreed(state.purpose_history, event, fact.at)
            return replace(state, purpose=purpose, purpose_history=purposes)
        case CharterAnswered():
            return replace(state, charter=fold_charter.answered(state.charter, event, fact.at, fact.id))
        case SetupNoted():
            return replace(state, setup=fold_charter.noted(state.setup, event, fact.at))
        case ContactsGiven(contacts=contacts):
            return replace(state, contacts=contacts)
        case ChecklistAgreed(items=items):
            return replace(state, checklist=items)
        case ActionSettled():
            return replace(state, settled=fold_actions.settled(state.settled, event, fact.at))
        case NextAgreed() | PlaceSet() | SessionMoved() | PresenterBriefed() | InvitationMade():
            return replace(state, coming=fold_next.apply(state.coming, fact, event))
        case _:
            assert_never(event)

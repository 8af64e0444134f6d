"""The fold of people over time: names change, people leave and come back, and some ask to be forgotten."""

from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from lcterm.core.community_events import MemberEvent, MemberLeft, MemberRenamed, MemberReturned, PersonForgotten
from lcterm.core.event import Role

if TYPE_CHECKING:
    from lcterm.core.community import Member

FORGOTTEN = "somebody who asked to be forgotten"
"""The name of everybody whose name is gone."""


FOR_THE_GROUP: frozenset[Role] = frozenset({"rules keeper", "coordinator", "presenter"})
"""What somebody does for the group, and cannot do who has left it."""


def roles_kept(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles that somebody who leaves still has: what they were there as."""
    return tuple(role for role in roles if role not in FOR_THE_GROUP) or ("member",)


def changed(members: "dict[str, Member]", event: MemberEvent) -> "dict[str, Member]":
    """The members after a fact about one of them. What no longer applies is passed over: nothing brings back who is
    forgotten."""
    known = members.get(event.person)
    if known is None or known.forgotten:
        return members
    match event:
        case MemberRenamed(name=name):
            after = replace(known, name=name) if name else known
        case MemberLeft():
            after = replace(known, active=False, roles=roles_kept(known.roles))
        case MemberReturned():
            after = replace(known, active=True)
        case PersonForgotten():
            roles = roles_kept(known.roles)
            after = replace(known, name=FORGOTTEN, area="", roles=roles, active=False, forgotten=True)
        case _:
            assert_never(event)
    return {**members, event.person: after}

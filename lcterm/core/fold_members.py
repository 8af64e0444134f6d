"""The fold of people over time: names change, people leave and come back, and some ask to be forgotten."""

from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace

from lcterm.core.events import MemberEvent, MemberLeft, MemberRenamed, MemberReturned, PersonForgotten

if TYPE_CHECKING:
    from lcterm.core.community import Member

FORGOTTEN = "somebody who asked to be forgotten"
"""The name of everybody whose name is gone."""


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
            after = replace(known, active=False)
        case MemberReturned():
            after = replace(known, active=True)
        case PersonForgotten():
            after = replace(known, name=FORGOTTEN, area="", active=False, forgotten=True)
        case _:
            assert_never(event)
    return {**members, event.person: after}

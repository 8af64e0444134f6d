"""The facts of a community: its people, its charter, its next time, and what became of what it undertook.

They stand in the community's own log, past tense and frozen as those of a session are (`events`).
"""

from lcterm.core.events_actions import ActionSettled, Becoming
from lcterm.core.events_charter import CharterAnswered, PurposeAgreed, SetupNoted, SetupState
from lcterm.core.events_community import (
    ChecklistAgreed,
    CommunityFounded,
    ContactsGiven,
    MembersJoined,
    NewMember,
    RolesGiven,
    RulesAgreed,
)
from lcterm.core.events_members import MemberLeft, MemberRenamed, MemberReturned, PersonForgotten
from lcterm.core.events_next import (
    BriefState,
    Brings,
    InvitationMade,
    NextAgreed,
    PlaceSet,
    PresenterBriefed,
    SessionMoved,
)

__all__ = [
    "ActionSettled",
    "Becoming",
    "BriefState",
    "Brings",
    "CharterAnswered",
    "ChecklistAgreed",
    "CommunityEvent",
    "CommunityFounded",
    "ContactsGiven",
    "InvitationMade",
    "MemberEvent",
    "MemberLeft",
    "MemberRenamed",
    "MemberReturned",
    "MembersJoined",
    "NewMember",
    "NextAgreed",
    "PersonForgotten",
    "PlaceSet",
    "PresenterBriefed",
    "PurposeAgreed",
    "RolesGiven",
    "RulesAgreed",
    "SetupNoted",
    "SetupState",
]

MemberEvent = MemberRenamed | MemberLeft | MemberReturned | PersonForgotten
CommunityEvent = (
    CommunityFounded
    | MembersJoined
    | RolesGiven
    | MemberEvent
    | RulesAgreed
    | ContactsGiven
    | ChecklistAgreed
    | CharterAnswered
    | PurposeAgreed
    | SetupNoted
    | ActionSettled
    | NextAgreed
    | PlaceSet
    | SessionMoved
    | PresenterBriefed
    | InvitationMade
)

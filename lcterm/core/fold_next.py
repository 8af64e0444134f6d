"""How the facts of what comes next become what stands: folded into the community's state."""

from typing import assert_never

from msgspec.structs import replace

from lcterm.core.coming import Agreement, Brief, Coming, Invitation
from lcterm.core.events_next import InvitationMade, NextAgreed, PlaceSet, PresenterBriefed, SessionMoved
from lcterm.core.facts import Fact

NextEvent = NextAgreed | PlaceSet | SessionMoved | PresenterBriefed | InvitationMade


def apply(state: Coming, fact: Fact, event: NextEvent) -> Coming:
    """What stands after this fact."""
    match event:
        case NextAgreed():
            return replace(state, agreed=(*_others(state, event), _agreement(fact, event)))
        case PlaceSet(session=session, place=place):
            return replace(state, places={**state.places, session: place})
        case SessionMoved(session=session, starts=starts):
            return replace(state, moved={**state.moved, session: starts})
        case PresenterBriefed():
            others = (one for one in state.briefs if (one.person, one.session) != (event.person, event.session))
            return replace(state, briefs=(*others, _brief(fact, event)))
        case InvitationMade(session=session):
            return replace(state, invited={**state.invited, session: _invitation(state, event)})
        case _:
            assert_never(event)


def _others(state: Coming, event: NextAgreed) -> tuple[Agreement, ...]:
    """What stands beside a new agreement: what was agreed apart from it, after another session too, where both laptops
    held one."""
    return tuple(one for one in state.agreed if one.id not in event.instead)


def _agreement(fact: Fact, event: NextAgreed) -> Agreement:
    return Agreement(
        id=fact.id,
        at=fact.at,
        session=event.session,
        starts=event.starts,
        zone=event.zone,
        place=event.place,
        arranger=event.arranger,
        presenters=event.presenters,
        subject=event.subject,
    )


def _brief(fact: Fact, event: PresenterBriefed) -> Brief:
    return Brief(
        person=event.person,
        at=fact.at,
        session=event.session,
        brings=event.brings,
        title=event.title,
        questions=event.questions,
        state=event.state,
    )


def _invitation(state: Coming, event: InvitationMade) -> Invitation:
    """The count never goes back: a calendar passes over what has a lower one than it has seen."""
    before = state.invited.get(event.session)
    return Invitation(
        sequence=max(event.sequence, before.sequence if before else 0),
        starts=event.starts,
        zone=event.zone,
        place=event.place,
        title=event.title,
    )

"""Decisions on who is here."""

from typing import assert_never

from lcterm.core.badges import badges
from lcterm.core.commands import Arrive, KeepToListening, Leave, PeopleCommand
from lcterm.core.events import ListeningChosen, PeopleEvent, PersonArrived, PersonLeft
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.session import Meeting, Voice


def decide(meeting: Meeting, command: PeopleCommand) -> PeopleEvent | Refusal:
    """What becomes of a wish about a person's presence. Before the start it says who will be away today."""
    session = meeting.session
    if session.status == "closed":
        return Refusal("The session is closed; undo opens it again.")
    voice, name = session.voices.get(command.person), meeting.community.name_of(command.person)
    match command:
        case Arrive(person=person):
            return _arrive(meeting, person, voice, name)
        case Leave(person=person):
            if voice is None:
                return _unseated(meeting, person)
            return PersonLeft(person=person) if voice.present else Refusal(f"{name} is away already.")
        case KeepToListening(person=person):
            if voice is None:
                return Refusal(f"{name} has no seat yet; start the session first.")
            return ListeningChosen(person=person, listening=not voice.listening)
        case _:
            assert_never(command)


def _arrive(meeting: Meeting, person: str, voice: Voice | None, name: str) -> PeopleEvent | Refusal:
    if voice is not None:
        return Refusal(f"{name} is here already.") if voice.present else PersonArrived(person=person)
    if meeting.session.status != "planned":
        return _seat(meeting, person)
    return PersonArrived(person=person) if person in meeting.session.away else Refusal(f"{name} is expected anyway.")


def _unseated(meeting: Meeting, person: str) -> PeopleEvent | Refusal:
    name = meeting.community.name_of(person)
    if meeting.session.status != "planned" or person in meeting.session.away:
        return Refusal(f"{name} is away already.")
    return PersonLeft(person=person)


def _seat(meeting: Meeting, person: str) -> PeopleEvent | Refusal:
    member = meeting.community.members.get(person)
    if member is None:
        return Refusal("That person is not a member; add them to the community first.")
    fixed = {voice.person: voice.badge for voice in meeting.session.voices.values()}
    try:
        badge = badges([(person, member.name)], fixed)[person]
    except Refused as refused:
        return Refusal(refused.reason)
    return PersonArrived(person=person, badge=badge, roles=member.roles)

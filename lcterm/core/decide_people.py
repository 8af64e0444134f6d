"""Decisions on who is here."""

from typing import assert_never

from lcterm.core.badges import badges
from lcterm.core.commands import (
    Arrive,
    KeepToListening,
    Leave,
    MarkPlace,
    MoveSeat,
    PassFacilitation,
    PeopleCommand,
)
from lcterm.core.events import (
    FacilitationPassed,
    ListeningChosen,
    PeopleEvent,
    PersonArrived,
    PersonLeft,
    Place,
    PlaceMarked,
    SeatsArranged,
)
from lcterm.core.refusal import Refusal, Refused
from lcterm.core.roles import is_guest
from lcterm.core.seating import seated
from lcterm.core.session import Meeting, Voice


def decide(meeting: Meeting, command: PeopleCommand) -> PeopleEvent | Refusal:
    """What becomes of a wish about a person's presence. Before the start it says who will be away today."""
    session = meeting.session
    handed_back = command == PassFacilitation("") and session.facilitator
    if session.status == "closed" and not handed_back:
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
        case MoveSeat(person=person, by=by):
            return _move_seat(meeting, person, by)
        case MarkPlace(person=person, place=place):
            return _mark_place(meeting, person, place, name)
        case PassFacilitation(person=person):
            return _pass_on(meeting, person, name)
        case _:
            assert_never(command)


def _arrive(meeting: Meeting, person: str, voice: Voice | None, name: str) -> PeopleEvent | Refusal:
    if voice is not None:
        return Refusal(f"{name} is here already.") if voice.reachable else PersonArrived(person=person)
    if meeting.session.status != "planned":
        return _seat(meeting, person)
    if person in meeting.session.away:
        return PersonArrived(person=person)
    if _is_guest(meeting, person):
        return Refusal(f"{name} comes as a guest: let them arrive once the session has started.")
    return Refusal(f"{name} is expected anyway.")


def _unseated(meeting: Meeting, person: str) -> PeopleEvent | Refusal:
    name = meeting.community.name_of(person)
    if meeting.session.status != "planned" or person in meeting.session.away or _is_guest(meeting, person):
        return Refusal(f"{name} is away already.")
    return PersonLeft(person=person)


def _is_guest(meeting: Meeting, person: str) -> bool:
    member = meeting.community.members.get(person)
    return member is not None and is_guest(member.roles)


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


def _move_seat(meeting: Meeting, person: str, by: int) -> PeopleEvent | Refusal:
    """Seats stand in a ring: before the first comes the last."""
    order = list(seated(meeting))
    if person not in order:
        return Refusal(f"{meeting.community.name_of(person)} has no seat yet; let them arrive first.")
    place = (order.index(person) + by) % len(order)
    if not by or order[place] == person:
        return Refusal("Nothing was changed.")
    order.remove(person)
    return SeatsArranged(order=(*order[:place], person, *order[place:]))


def _mark_place(meeting: Meeting, person: str, place: Place, name: str) -> PeopleEvent | Refusal:
    voice = seated(meeting).get(person)
    if voice is None:
        return Refusal(f"{name} has no seat yet; let them arrive first.")
    if place == "dropped" and (not voice.present or meeting.session.status == "planned"):
        return Refusal(f"{name} is not here, so no line can drop.")
    words = {"room": "in the room", "line": "on the line", "dropped": "cut off"}
    return (
        Refusal(f"{name} is {words[place]} already.")
        if voice.place == place
        else PlaceMarked(person=person, place=place)
    )


def _pass_on(meeting: Meeting, person: str, name: str) -> PeopleEvent | Refusal:
    session = meeting.session
    if not person and session.facilitator:
        return FacilitationPassed(person="")
    if not session.live:
        return Refusal("The session is not running; start it first.")
    if not person:
        return Refusal("The seat is with whoever had it first.")
    voice = session.voices.get(person)
    if voice is None or not voice.reachable:
        return Refusal(f"{name} is away; let them arrive first.")
    if "facilitator" in voice.roles and session.facilitator in ("", person):
        return Refusal(f"{name} facilitates already.")
    return FacilitationPassed(person=person)

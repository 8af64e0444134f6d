"""The fold of who is here, and of recordings."""

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from lcterm.core import fold_floor
from lcterm.core.events import (
    FacilitationPassed,
    ListeningChosen,
    PeopleEvent,
    PersonArrived,
    PersonLeft,
    Place,
    PlaceMarked,
    Role,
    Seat,
    SeatsArranged,
    TurnsImported,
)
from lcterm.core.facts import Fact
from lcterm.core.refusal import Refused
from lcterm.core.session import Session, Voice


def apply(state: Session, fact: Fact, event: PeopleEvent) -> Session:
    """The session after a fact about a person's presence."""
    match event:
        case PersonArrived(person=person, badge=badge, roles=roles):
            if person not in state.voices:
                if not badge:
                    return replace(state, away=tuple(other for other in state.away if other != person))
                seat = Seat(person=person, badge=_free_badge(state, person, badge), roles=roles)
                state = seated(state, [seat], present=False)
            return _counting(_with(state, _back(state.voices[person])), person)
        case PersonLeft(person=person):
            return _left(state, fact, person)
        case ListeningChosen(person=person, listening=listening):
            voice = state.voices.get(person)
            return state if voice is None else _with(state, replace(voice, listening=listening))
        case SeatsArranged(order=order):
            return _arranged(state, order)
        case PlaceMarked(person=person, place=place):
            return _marked(state, fact, person, place)
        case FacilitationPassed(person=person):
            return _passed(state, fact.at, person)
        case _:
            assert_never(event)


def _free_badge(state: Session, person: str, badge: str) -> str:
    """The badge, or another where two who had not heard of each other gave out badges that clash. Where none is left
    it stands as it is: the fold takes what the log says."""
    fixed = {voice.person: voice.badge for voice in state.voices.values()}
    clash = any(badge.startswith(other) or other.startswith(badge) for other in fixed.values())
    if not clash:
        return badge
    from lcterm.core.badges import badges

    try:
        return badges([(person, badge)], fixed)[person]
    except Refused:
        return badge


def seated(state: Session, seats: Iterable[Seat], *, present: bool = True) -> Session:
    """The session with these seats taken; people already seated keep their badge and whether they are here."""
    voices = dict(state.voices)
    for seat in seats:
        known = voices.get(seat.person)
        here = present and seat.person not in state.away
        voices[seat.person] = (
            replace(known, roles=seat.roles)
            if known
            else Voice(
                person=seat.person,
                badge=seat.badge,
                roles=seat.roles,
                present=here,
                place="line" if seat.person in state.on_the_line else "room",
                since=state.counted if here else None,
            )
        )
    return replace(state, voices=voices)


def exempted(state: Session, people: tuple[str, ...]) -> Session:
    """The session in the hour of these people's own presentation: their counted time stands still."""
    was, state = state.exempt, replace(state, exempt=people)
    for person in (*was, *people):
        if person in state.voices:
            state = _counting(state, person)
    return state


def recounted(state: Session, more: int, held: int) -> Session:
    """The session with `more` counted ms (or fewer) in the point that has been held for `held` counted ms so far. Who
    came in since it was entered was not there for them."""
    if not more:
        return state
    counted, entered = max(0, state.counted + more), state.counted - held
    voices = {
        person: voice
        if voice.since is None
        else replace(voice, since=min(counted, max(0, voice.since + (more if voice.since > entered else 0))))
        for person, voice in state.voices.items()
    }
    return replace(state, counted=counted, voices=voices)


def _with(state: Session, voice: Voice) -> Session:
    return replace(state, voices={**state.voices, voice.person: voice})


def _counting(state: Session, person: str) -> Session:
    """Open or close the person's stretch of counted time as presence, line, seat and their own presentation say."""
    voice = state.voices[person]
    counts = voice.reachable and person not in state.exempt and voice.before_seat is None
    if counts == (voice.since is not None):
        return state
    if voice.since is None:
        return _with(state, replace(voice, since=state.counted))
    return _with(state, replace(voice, since=None, counted=voice.counted + max(0, state.counted - voice.since)))


def _left(state: Session, fact: Fact, person: str) -> Session:
    if person not in state.voices:
        away = (*state.away, person) if person not in state.away else state.away
        return replace(state, away=away) if state.status == "planned" else state
    hands = tuple(hand for hand in state.hands if hand.person != person)
    state = _with(state, replace(state.voices[person], present=False))
    state = fold_floor.person_gone(state, fact.at, person)
    return _counting(replace(state, hands=hands), person)


def _back(voice: Voice) -> Voice:
    """Here again; who had dropped from the line is on it again."""
    return replace(voice, present=True, place="line" if voice.place == "dropped" else voice.place)


def _arranged(state: Session, order: tuple[str, ...]) -> Session:
    if not state.voices:
        return replace(state, seat_order=order)
    named = [person for person in dict.fromkeys(order) if person in state.voices]
    others = [person for person in state.voices if person not in set(named)]
    return replace(state, voices={person: state.voices[person] for person in named + others})


def _marked(state: Session, fact: Fact, person: str, place: Place) -> Session:
    """A line that drops ends a turn, but takes no hand down: it is neither silence nor absence."""
    voice = state.voices.get(person)
    if voice is None:
        others = tuple(other for other in state.on_the_line if other != person)
        return replace(state, on_the_line=(*others, person) if place == "line" else others)
    state = _with(state, replace(voice, place=place))
    if place == "dropped":
        state = fold_floor.person_gone(state, fact.at, person)
    return _counting(state, person)


def _passed(state: Session, at: int, person: str) -> Session:
    """Who takes the facilitator's seat is outside the comparison while they hold it; who leaves it is in from then."""
    if person and person not in state.voices:
        return state
    holders = tuple(one for one, voice in state.voices.items() if "facilitator" in voice.roles)
    first = holders if state.first_facilitators is None else state.first_facilitators
    state = replace(state, facilitator="" if person in first else person, first_facilitators=first)
    wanted = (person,) if person else first
    for one in dict.fromkeys((*holders, *wanted)):
        if one in state.voices and (one in wanted) != (one in holders):
            state = fold_floor.counted_anew(state, at, one)
            state = _counting(_with(state, _seat_taken(state.voices[one], takes=one in wanted, state=state)), one)
    return state


def _seat_taken(voice: Voice, *, takes: bool, state: Session) -> Voice:
    """What is said from the facilitator's seat is never compared, so leaving it the figures are those from before."""
    if takes:
        # A sponsor is a peer only as long as they are a member too.
        others = tuple(role for role in voice.roles if role != "member" or "sponsor" in voice.roles)
        return replace(voice, roles=("facilitator", *others), before_seat=(voice.turns, voice.spoken))
    left: tuple[Role, ...] = tuple(role for role in voice.roles if role != "facilitator")
    roles: tuple[Role, ...] = left or ("member",)
    turns, spoken = voice.before_seat or (0, 0)
    counted = voice.counted if voice.before_seat else 0
    since = voice.since if voice.since is None else state.counted
    return replace(voice, roles=roles, before_seat=None, turns=turns, spoken=spoken, counted=counted, since=since)


def unreported(voice: Voice) -> Voice:
    """Without what only a meeting program's own record gives them: that fills gaps, and who is heard leaves none."""
    return replace(voice, counted=voice.counted - (voice.reported or 0), reported=None)


def imported(state: Session, fact: Fact, event: TurnsImported) -> Session:
    """The session after a recording: its speakers' turns and seconds are added; they, and everyone who is here, were
    there for the whole of it, unless the meeting program's own record says how long. It closes a session that never
    ran; of one that is known already, only who is heard and has no seat yet takes one. The same recording counts
    once."""
    if event.recording in state.recordings:
        return state
    from lcterm.core.recordings import tally

    never_ran, speaking = state.status == "planned", {speaker.person for speaker in event.speakers}
    new = [seat for seat in event.seats if seat.person in speaking and seat.person not in state.voices]
    state = seated(state, event.seats if never_ran else new)
    people = [speaker.person for speaker in event.speakers]
    # Two labels may be one person: what they say one after the other is one turn.
    first = {index: people.index(person) for index, person in enumerate(people)}
    tallies = tally([replace(one, speaker=first.get(one.speaker, one.speaker)) for one in event.segments])
    length = max((segment.start + segment.length for segment in event.segments), default=0) // 1000
    measured = () if state.started is not None else state.attended
    voices = dict(state.voices)
    for person, voice in state.voices.items():
        if voice.present or person in speaking:
            known = unreported(voice) if person in speaking else voice
            voices[person] = replace(
                known,
                counted=known.counted + (0 if person in measured else length),
                present=known.present or never_ran or bool(measured),
            )
    for index, speaker in enumerate(event.speakers):
        heard, own = tallies.get(index), voices.get(speaker.person)
        if heard is not None and own is not None:
            voices[speaker.person] = replace(
                own, turns=own.turns + heard.turns, spoken=own.spoken + heard.microseconds, heard=True
            )
    closed = replace(state, status="closed") if never_ran else state
    return replace(closed, voices=voices, recordings=(*state.recordings, event.recording))

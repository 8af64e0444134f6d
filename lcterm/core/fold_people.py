"""The fold of who is here, and of recordings."""

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from lcterm.core import fold_floor
from lcterm.core.badges import badges
from lcterm.core.events import ListeningChosen, PeopleEvent, PersonArrived, PersonLeft, Seat, TurnsImported
from lcterm.core.facts import Fact
from lcterm.core.recordings import tally
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
            return _counting(_with(state, replace(state.voices[person], present=True)), person)
        case PersonLeft(person=person):
            return _left(state, fact, person)
        case ListeningChosen(person=person, listening=listening):
            voice = state.voices.get(person)
            return state if voice is None else _with(state, replace(voice, listening=listening))
        case _:
            assert_never(event)


def _free_badge(state: Session, person: str, badge: str) -> str:
    """The badge, or another where two who had not heard of each other gave out badges that clash. Where none is left
    it stands as it is: the fold takes what the log says."""
    fixed = {voice.person: voice.badge for voice in state.voices.values()}
    clash = any(badge.startswith(other) or other.startswith(badge) for other in fixed.values())
    try:
        return badges([(person, badge)], fixed)[person] if clash else badge
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
    """Open or close the person's stretch of counted time as presence and their own presentation say."""
    voice = state.voices[person]
    counts = voice.present and person not in state.exempt
    if counts == (voice.since is not None):
        return state
    if voice.since is None:
        return _with(state, replace(voice, since=state.counted))
    return _with(state, replace(voice, since=None, counted=voice.counted + max(0, state.counted - voice.since)))


def _left(state: Session, fact: Fact, person: str) -> Session:
    if person not in state.voices:
        away = (*state.away, person) if person not in state.away else state.away
        return replace(state, away=away) if state.status == "planned" else state
    if state.turn is not None and state.turn.person == person:
        state = fold_floor.turn_ended(state, fact.at)
    hands = tuple(hand for hand in state.hands if hand.person != person)
    state = _with(state, replace(state.voices[person], present=False))
    return _counting(replace(state, hands=hands), person)


def imported(state: Session, fact: Fact, event: TurnsImported) -> Session:
    """The session after a recording: its speakers' turns and seconds are added; they, and everyone who is here, were
    there for the whole of it. It closes a session that never ran. The same recording counts once."""
    if event.recording in state.recordings:
        return state
    state = seated(state, event.seats)
    people = [speaker.person for speaker in event.speakers]
    # Two labels may be one person: what they say one after the other is one turn.
    first = {index: people.index(person) for index, person in enumerate(people)}
    tallies = tally([replace(one, speaker=first.get(one.speaker, one.speaker)) for one in event.segments])
    length = max((segment.start + segment.length for segment in event.segments), default=0) // 1000
    never_ran, speaking = state.status == "planned", {speaker.person for speaker in event.speakers}
    voices = {
        person: replace(voice, counted=voice.counted + length, present=voice.present or never_ran)
        if voice.present or person in speaking
        else voice
        for person, voice in state.voices.items()
    }
    for index, speaker in enumerate(event.speakers):
        heard, voice = tallies.get(index), voices.get(speaker.person)
        if heard is not None and voice is not None:
            voices[speaker.person] = replace(
                voice, turns=voice.turns + heard.turns, spoken=voice.spoken + heard.microseconds, heard=True
            )
    closed = replace(state, status="closed") if never_ran else state
    return replace(closed, voices=voices, recordings=(*state.recordings, event.recording))

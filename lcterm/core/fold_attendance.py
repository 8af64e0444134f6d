"""The fold of a record of who was there.

A session that never ran knows nothing else: who is in the record was there, for as long as it says, and nobody else was
but those whom a recording has speaking. In one that ran, what was noted in the room stands; only those who were never
noted as here are taken from the record. Either order of record and recording comes to the same.
"""

from msgspec.structs import replace

from lcterm.core import fold_people
from lcterm.core.attendance import together, within
from lcterm.core.events_attendance import AttendanceBroughtIn, Stay
from lcterm.core.seating import was_here
from lcterm.core.session import Session, Voice


def brought_in(state: Session, event: AttendanceBroughtIn) -> Session:
    """The session after it. What is brought in once more counts once."""
    attended = dict(state.attended)
    for stay in event.stays:
        known = attended.get(stay.person)
        attended[stay.person] = stay if known is None else together(known, stay)
    new = [seat for seat in event.seats if seat.person not in state.voices]
    state = replace(fold_people.seated(state, new, present=False), attended=attended)
    ran = state.started is not None
    voices = {
        person: (_filled(state, voice) if ran else _measured(voice, attended.get(person)))
        for person, voice in state.voices.items()
    }
    return replace(state, voices=voices, status=state.status if ran else "closed")


def _measured(voice: Voice, stay: Stay | None) -> Voice:
    """The whole of a meeting that is known from records alone is counted time, and no stretch of it is open."""
    if stay is not None:
        return replace(voice, present=True, counted=stay.there, since=None)
    return replace(voice, present=voice.heard, counted=voice.counted if voice.heard else 0, since=None)


def _filled(state: Session, voice: Voice) -> Voice:
    """Somebody whom nobody noted as here was there for their part of the counted time."""
    stay, began = state.attended.get(voice.person), state.started
    own = fold_people.unreported(voice)
    if stay is None or began is None or was_here(own):
        return voice
    ended = state.at if state.ended is None else state.ended
    there, whole = within(stay, began, ended), ended - began
    if not there:
        return voice
    counted = round(state.counted * there / whole)
    return replace(own, counted=own.counted + counted, reported=counted)

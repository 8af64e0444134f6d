"""Whose voices were heard: shares, marks and the reason behind every mark. For facilitators only.

Status is arithmetic, always; when a mark may be shown is decided here too, so that no screen can forget it.
"""

from math import log
from typing import Literal

from msgspec import Struct

from lcterm.core.agenda_plan import COUNTED
from lcterm.core.session import Session, Voice

VoiceStatus = Literal["not heard", "quiet", "balanced", "dominant", "uncounted"]

SETTLING_MS = 15 * 60_000
"""Counted time before any mark shows: people are settling in (ours)."""

Order = Literal["seat", "quiet first", "share"]


class Heard(Struct, frozen=True, kw_only=True):
    """A person's part in the talk. `seconds` and `turns` count the running turn; shares run from 0 to 1.
    `mark`: the status where it may be shown now, else ""."""

    voice: Voice
    turns: int
    seconds: float
    share: float
    expected: float
    status: VoiceStatus
    mark: Literal["", "not heard", "quiet", "dominant"]
    last: int | None
    speaking: bool


class Voices(Struct, frozen=True, kw_only=True):
    """All of them, in seat order; `evenness` from 0 (one speaks) to 1 (all alike), None before there is talk."""

    heard: tuple[Heard, ...]
    evenness: float | None
    settling: bool


def voices(session: Session, now: int) -> Voices:
    """The voices at `now`, by the rules of the comparison."""
    counted_now = session.counted_by(now)
    spoken = {person: _spoken(session, voice, now) for person, voice in session.voices.items()}
    present = {person: _present_counted(voice, counted_now) for person, voice in session.voices.items()}
    compared = [person for person, voice in session.voices.items() if voice.compared]
    all_spoken = sum(spoken[person][1] for person in compared)
    all_present = sum(present[person] for person in compared)
    settling = session.started is not None and counted_now < SETTLING_MS  # an imported recording was never live
    heard = []
    for person, voice in session.voices.items():
        turns, microseconds = spoken[person]
        share = microseconds / all_spoken if all_spoken and voice.compared else 0.0
        expected = present[person] / all_present if all_present and voice.compared else 0.0
        status = _status(session, voice, turns, share, expected)
        speaking = session.turn is not None and session.turn.person == person
        shown = (
            status in ("not heard", "quiet", "dominant")
            and voice.present
            and not (speaking and not voice.turns and status == "quiet")
        )
        mark = status if shown and not settling and not voice.listening else ""
        heard.append(
            Heard(
                voice=voice,
                turns=turns,
                seconds=microseconds / 1_000_000,
                share=share,
                expected=expected,
                status=status,
                mark=mark,  # type: ignore[arg-type]  # narrowed by `shown`
                last=now if speaking else voice.last,
                speaking=speaking,
            )
        )
    even = evenness([spoken[person][1] for person in compared if spoken[person][1] or session.voices[person].present])
    return Voices(heard=tuple(heard), evenness=even, settling=settling)


def _spoken(session: Session, voice: Voice, now: int) -> tuple[int, int]:
    """Turns and microseconds that count, the running turn included."""
    turn = session.turn
    if turn is None or turn.person != voice.person or session.mode not in COUNTED or voice.person in session.exempt:
        return voice.turns, voice.spoken
    return voice.turns + 1, voice.spoken + max(0, session.ran_by(now) - turn.ran) * 1000


def _present_counted(voice: Voice, counted_now: int) -> int:
    return voice.counted + (max(0, counted_now - voice.since) if voice.since is not None else 0)


def _status(session: Session, voice: Voice, turns: int, share: float, expected: float) -> VoiceStatus:
    speaking = session.turn is not None and session.turn.person == voice.person
    if not voice.compared or (not voice.present and not turns and not voice.heard and not expected):
        return "uncounted"
    if not turns and not voice.heard and not speaking:
        return "not heard"
    if share < expected / 2:
        return "quiet"
    if share > 2 * expected and turns >= 3:
        return "dominant"
    return "balanced"


def evenness(parts: list[int]) -> float | None:
    """Normalised Shannon entropy of the parts: 1 when all are alike, 0 when one has everything.

    None for fewer than two people, or before anybody spoke.
    """
    whole = sum(parts)
    if len(parts) < 2 or not whole:
        return None
    entropy = -sum(part / whole * log(part / whole) for part in parts if part)
    return max(0.0, min(1.0, entropy / log(len(parts))))


def reason(heard: Heard) -> str:
    """Why the person's mark stands there, in the figures it comes from; "" without a mark."""
    share, even = round(heard.share * 100), round(heard.expected * 100)
    match heard.mark:
        case "not heard":
            return "no turn yet"
        case "quiet":
            return f"{share} %; even would be {even} %"
        case "dominant":
            return f"{share} % of the talk, {heard.turns} turns"
        case "":
            return ""


def ordered(heard: tuple[Heard, ...], order: Order) -> list[Heard]:
    """By seat; quiet first, the uncounted and the absent last; or by share, largest first."""
    match order:
        case "seat":
            return list(heard)
        case "quiet first":
            return sorted(
                heard, key=lambda one: (not one.voice.present, not one.voice.compared, one.turns > 0, one.share)
            )
        case "share":
            return sorted(heard, key=lambda one: (not one.voice.present, not one.voice.compared, -one.share))

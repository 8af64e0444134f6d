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

NEW_HERE_MS = 5 * 60_000
"""Counted time that somebody has to have been here for before a mark of theirs shows: who has only just come in, or
come back from the facilitator's seat, has had no chance to be heard (ours)."""

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
    counted_now, running = session.counted_by(now), _running(session, now)
    known = talk_known(session)
    compared = {person for person, voice in session.voices.items() if voice.compared} if known else set[str]()
    parts = [_part(voice, counted_now, running.get(person)) for person, voice in session.voices.items()]
    all_spoken = sum(spoken for voice, _, spoken, _ in parts if voice.person in compared)
    all_present = sum(present for voice, _, _, present in parts if voice.person in compared)
    settling = session.started is not None and counted_now < SETTLING_MS  # an imported recording was never live
    speaker = session.turn.person if session.turn is not None else ""
    heard = []
    for voice, turns, spoken, present in parts:
        counts = voice.person in compared
        share = spoken / all_spoken if counts and all_spoken else 0.0
        expected = present / all_present if counts and all_present else 0.0
        speaking = voice.person == speaker
        status = _status(voice, turns, share, expected, counts=counts, speaking=speaking)
        shown = (
            status in ("not heard", "quiet", "dominant")
            and voice.reachable
            and (session.started is None or present >= NEW_HERE_MS)
            and not (speaking and not voice.turns and status == "quiet")
        )
        mark = status if shown and not settling and not voice.listening else ""
        heard.append(
            Heard(
                voice=voice,
                turns=turns,
                seconds=spoken / 1_000_000,
                share=share,
                expected=expected,
                status=status,
                mark=mark,  # type: ignore[arg-type]  # narrowed by `shown`
                last=now if speaking else voice.last,
                speaking=speaking,
            )
        )
    even = evenness([spoken for voice, _, spoken, _ in parts if voice.person in compared and (spoken or voice.present)])
    return Voices(heard=tuple(heard), evenness=even, settling=settling)


def talk_known(session: Session) -> bool:
    """Whether anything is known of who spoke: not of a session of which only a record of who was there came in."""
    return session.started is not None or session.status == "planned" or bool(session.recordings)


def _running(session: Session, now: int) -> dict[str, int]:
    """Microseconds of the turns that are not over and count: the running one, and one that it interrupts."""
    if session.mode not in COUNTED:
        return {}
    turn, aside = session.turn, session.aside
    running = {turn.person: max(0, session.ran_by(now) - turn.ran) * 1000} if turn is not None else {}
    if aside is not None:
        running[aside.person] = aside.spent * 1000
    return {person: spent for person, spent in running.items() if person not in session.exempt}


def _part(voice: Voice, counted_now: int, runs: int | None) -> tuple[Voice, int, int, int]:
    """A voice with its turns, microseconds that count and counted ms present; `runs`: those of its turn that is not
    over, None for whoever does not speak."""
    present = voice.counted if voice.since is None else voice.counted + max(0, counted_now - voice.since)
    if runs is None:
        return voice, voice.turns, voice.spoken, present
    return voice, voice.turns + 1, voice.spoken + runs, present


def _status(voice: Voice, turns: int, share: float, expected: float, *, counts: bool, speaking: bool) -> VoiceStatus:
    if not counts or (not voice.present and not turns and not voice.heard and not expected):
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

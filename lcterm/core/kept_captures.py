"""Captures once they are written: whose words, as which kind, how far they are, and what has left the list."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from lcterm.core.events import (
    AnyEvent,
    CaptureKind,
    CaptureWritten,
    DecidingBegun,
    DecidingEnded,
    DecidingWay,
    SuggestionMade,
    Words,
)
from lcterm.core.facts import Fact
from lcterm.core.session import Capture, Session

TO_WHOM = "to whom? >sponsor"
"""What is asked beside a report that says nobody who gets it."""


def heard_now(session: Session) -> str:
    """Whose words are written down now: of whoever has the floor, else of who was just heard; "" before anyone was."""
    return session.turn.person if session.turn is not None else session.last_speaker


def by_speaker(words: Words, session: Session) -> Words:
    """The words, and for a quote that names nobody whose they are: of whoever is heard now."""
    return replace(words, by=heard_now(session)) if words.kind == "quote" and not words.by else words


def in_kind(words: Words, kind: CaptureKind) -> Words:
    """The words as another kind: a note is for nobody else, what was one is for the group again, and whoever gave
    feedback without their name is not named by what becomes of it."""
    if words.kind == "feedback" and kind != "feedback" and not words.named:
        words = replace(words, by="")
    if kind == "note":
        return replace(words, kind=kind, audience="facilitators", to="")
    return replace(words, kind=kind, audience="group" if words.audience == "facilitators" else words.audience)


def as_mended(line: Words, before: Words) -> Words:
    """What a mended line says, by whom it was before unless it names somebody else."""
    by = line.by or in_kind(before, line.kind).by
    return replace(line, by=by, named=before.named and line.kind == "feedback")


def leaves_the_room(words: Words) -> bool:
    """Whether the group has to hear and release it first: a report, and what is addressed beyond the group."""
    return words.kind == "report" or words.audience in ("sponsor", "other")


def lacks_recipient(words: Words) -> bool:
    """Whether this is a report that says nobody outside who gets it, so that releasing it would reach nobody."""
    return words.kind == "report" and words.audience not in ("sponsor", "other")


def standing_words(capture: Capture, names: dict[str, str]) -> str:
    """How far it is: a quote waits for the speaker's yes, what leaves the room for the group's release."""
    name = names.get(capture.words.by, "the speaker")
    quoted = f"{name} said yes" if capture.agreed else f"waits for {name}'s yes"
    heard = "released" if capture.released else TO_WHOM if lacks_recipient(capture.words) else "not released yet"
    parts = [quoted] if capture.words.kind == "quote" else []
    parts += [heard] if leaves_the_room(capture.words) else []
    return ", ".join(parts)


def off_the_list(facts: Iterable[Fact], session: Session) -> list[Capture]:
    """What was taken back or dropped, and what was said on the way to a decision, in the order it was written: the
    words are still on the disk, as first written here. What was struck is not among them."""
    ways: dict[str, DecidingWay] = {}
    found: list[Capture] = []
    for fact in facts:
        if isinstance(fact.event, DecidingBegun):
            ways[fact.id] = fact.event.way
        words, point, seat = _first_written(fact, ways)
        if words is not None and words.text and fact.id not in session.captures and fact.id not in session.struck:
            found.append(Capture(id=fact.id, words=words, at=fact.at, point=point, seat=seat))
    return found


def has_words(event: AnyEvent) -> bool:
    """Whether this event holds words that `off_the_list` finds once they have left the list."""
    return isinstance(event, CaptureWritten | DecidingEnded | DecidingBegun | SuggestionMade)


def _first_written(fact: Fact, ways: Mapping[str, DecidingWay]) -> tuple[Words | None, str, str]:
    """The words of this fact, the point and the seat they were written at; a suggestion as what would have come of
    it."""
    match fact.event:
        case CaptureWritten(words=words, point=point, seat=seat):
            return words, point, seat
        case DecidingEnded(words=ending, seat=seat):
            return ending, "", seat
        case DecidingBegun(question=question, point=point):
            return Words(kind="question", text=question), point, ""
        case SuggestionMade(text=text, deciding=deciding):
            kind: CaptureKind = "question" if ways.get(deciding) == "what-else" else "decision"
            return Words(kind=kind, text=text), "", ""
        case _:
            return None, "", ""


def a_kind(kind: CaptureKind) -> str:
    """What a capture is, as in “this is an action”."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"

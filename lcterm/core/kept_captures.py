"""Captures once they are written: whose words, as which kind, how far they are, and what has left the list."""

from collections.abc import Iterable

from msgspec.structs import replace

from lcterm.core.events import CaptureKind, CaptureWritten, Words
from lcterm.core.facts import Fact
from lcterm.core.session import Capture, Session


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


def standing_words(capture: Capture, names: dict[str, str]) -> str:
    """How far it is: a quote waits for the speaker's yes, what leaves the room for the group's release."""
    name = names.get(capture.words.by, "the speaker")
    quoted = f"{name} said yes" if capture.agreed else f"waits for {name}'s yes"
    heard = "released" if capture.released else "not released yet"
    parts = [quoted] if capture.words.kind == "quote" else []
    parts += [heard] if leaves_the_room(capture.words) else []
    return ", ".join(parts)


def off_the_list(facts: Iterable[Fact], session: Session) -> list[Capture]:
    """Captures that were taken back or dropped, in the order they were written: their words are still on the disk, as
    first written here. What was struck is not among them."""
    return [
        Capture(id=fact.id, words=fact.event.words, at=fact.at, point=fact.event.point, seat=fact.event.seat)
        for fact in facts
        if isinstance(fact.event, CaptureWritten) and fact.id not in session.captures and fact.id not in session.struck
    ]

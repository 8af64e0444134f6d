"""How long each point of a pasted agenda is: as written, or until the next time."""

from collections.abc import Sequence
from typing import NamedTuple

from lcterm.intake.agenda_drafts import Draft
from lcterm.intake.agenda_modes import is_close
from lcterm.intake.agenda_point import without_bare
from lcterm.intake.agenda_times import between

ASSUMED = 5
"""Minutes of a point that has only a beginning, ours."""


class Sized(NamedTuple):
    """A point and its minutes."""

    draft: Draft
    minutes: float


class Lengths(NamedTuple):
    """Points with their minutes, and what was assumed or does not add up, a line each."""

    points: tuple[Sized, ...]
    warnings: tuple[str, ...]


def lengths(drafts: Sequence[Draft]) -> Lengths:
    """The length of every point; ends without a title are used and dropped."""
    told = _bare_told(drafts)
    points: list[Sized] = []
    warnings: list[str] = []
    for at, draft in enumerate(told):
        if draft.timed.title:
            minutes, odd = _length(told, at)
            points.append(Sized(draft, minutes))
            warnings += [f"line {draft.line}: {warning}" for warning in odd]
    return Lengths(tuple(points), tuple(warnings))


def _bare_told(drafts: Sequence[Draft]) -> list[Draft]:
    """`0:20 30 Title`: the number is the minutes unless more often than not the next time says otherwise."""
    bare = [
        (draft.timed.bare, _until_next(drafts, at)) for at, draft in enumerate(drafts) if draft.timed.bare is not None
    ]
    agree = sum(number == until for number, until in bare if until is not None)
    differ = sum(number != until for number, until in bare if until is not None)
    return [_with_bare(draft) if agree >= differ else draft for draft in drafts]


def _with_bare(draft: Draft) -> Draft:
    timed = draft.timed
    if timed.bare is None:
        return draft
    return draft._replace(timed=timed._replace(title=without_bare(timed), minutes=timed.bare, bare=None))


def _until_next(drafts: Sequence[Draft], at: int) -> int | None:
    """Minutes from this point's time to the next one's; None if there is none, or the times start again there."""
    start = drafts[at].timed.start
    following = next((draft.timed.start for draft in drafts[at + 1 :] if draft.timed.start), None)
    return between(start, following) if start and following else None


def _between_the_two(drafts: Sequence[Draft], at: int) -> float:
    """Minutes of the points without a time of day that stand before the next one with one."""
    total: float = 0
    for draft in drafts[at + 1 :]:
        if draft.timed.start:
            break
        total += draft.timed.minutes or 0
    return total


def _length(drafts: Sequence[Draft], at: int) -> tuple[float, list[str]]:
    timed = drafts[at].timed
    until = _until_next(drafts, at)
    if timed.start and timed.end:
        return _span(drafts, at, until)
    if timed.minutes is not None:
        stated = timed.minutes
        return stated, _gap(drafts, at, until, stated) if timed.start else []
    if until is not None:
        return max(0, until - _between_the_two(drafts, at)), []
    if is_close(timed.title):
        return 0, []
    return ASSUMED, [f"“{timed.title}” has no end, so {ASSUMED} minutes were assumed"]


def _span(drafts: Sequence[Draft], at: int, until: int | None) -> tuple[float, list[str]]:
    timed = drafts[at].timed
    length = between(timed.start, timed.end) if timed.start and timed.end else None
    if length is None:
        return ASSUMED, [f"“{timed.title}” ends before it begins, so {ASSUMED} minutes were assumed"]
    if timed.minutes is not None and timed.minutes != length:
        return length, [f"“{timed.title}” is called {timed.minutes:g} minutes long, but its times say {length}"]
    return length, _gap(drafts, at, until, length)


def _gap(drafts: Sequence[Draft], at: int, until: int | None, length: float) -> list[str]:
    following = next((draft for draft in drafts[at + 1 :] if draft.timed.start), None)
    if until is None or following is None:
        return _starting_again(drafts, at, following)
    gap = until - length - _between_the_two(drafts, at)
    title = drafts[at].timed.title
    if following.part != drafts[at].part or gap == 0:
        return []
    if gap > 0:
        return [f"{gap:g} minutes after “{title}” belong to no point"]
    return [f"“{title}” runs {-gap:g} minutes into what follows it"]


def _starting_again(drafts: Sequence[Draft], at: int, following: Draft | None) -> list[str]:
    if following is None:
        return []
    return [f"after “{drafts[at].timed.title}” the times start again, in line {following.line}; is that another day?"]

"""An agenda as people paste it from a mail, a page or a table: read as points."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from lcterm.core.agenda_plan import MINUTES_MAX, PlannedPoint, sums_up_by_title
from lcterm.core.refusal import Refused
from lcterm.core.text import clean, neutralise
from lcterm.intake.agenda_csv import csv_lines
from lcterm.intake.agenda_drafts import Draft, drafts
from lcterm.intake.agenda_lengths import Sized, lengths
from lcterm.intake.agenda_marks import LINE_MAX, one_way_of_ending, read_lines
from lcterm.intake.agenda_modes import guess_mode, take_mode
from lcterm.intake.agenda_outline import outlined, timed_items
from lcterm.intake.agenda_people import Named, People
from lcterm.intake.other_files import refuse_as_agenda

AGENDA_BYTES = 256 * 1024
POINTS_MAX = 200
TIMES_MAX = 5 * POINTS_MAX
"""Times may also stand in notes and headings, but not more than this."""

_PLACEHOLDER = re.compile(r"\[[^\[\]]*\]")
_EXPECTED = "a point has minutes, such as “10 min - Introductions”, “Introductions (10 min)” or “14:20 Introductions”"


class ReadAgenda(NamedTuple):
    """What was understood. `title` is "" where the agenda has none. `guessed` says which modes were guessed, `warnings`
    what was assumed, was left out or does not add up: a line each."""

    title: str
    points: tuple[PlannedPoint, ...]
    guessed: tuple[str, ...]
    warnings: tuple[str, ...]


def read_agenda(text: str, source: str, members: Sequence[tuple[str, str]]) -> ReadAgenda:
    """The agenda in a text: points "p1", "p2" and so on with minutes, modes and presenters. The group sums up where
    the title of a point says so.

    `members` are ids of people and their names: only they can present. `source` names the text in messages. Raises
    Refused, with the line, where nothing is understood, it is too much, or it is a transcript or a chat.
    """
    source = " ".join(neutralise(source).split())
    if len(text) > AGENDA_BYTES or len(text.encode("utf-8", "surrogatepass")) > AGENDA_BYTES:
        raise Refused(
            f"{source} is larger than {AGENDA_BYTES // 1024} KiB; that is more than an agenda, take a part of it"
        )
    refuse_as_agenda(text, source)
    lines = csv_lines(text) or read_lines(text)
    people = People(members)
    items = timed_items(lines)
    _refuse_more([item.line.number for item in items if item.timed], TIMES_MAX, "times", source)
    drafted = drafts(outlined(items, lambda words: _names_a_host(words, people)))
    sized = lengths(drafted.points)
    _refuse_more([point.draft.line for point in sized.points], POINTS_MAX, "points", source)
    _refuse_too_long(sized.points, source)
    if not sized.points:
        raise _nothing_understood(text, source)
    points: list[PlannedPoint] = []
    guessed: list[str] = []
    warnings = [*sized.warnings]
    for number, one in enumerate(sized.points, start=1):
        point, is_guess, unclear = _planned(number, one, people)
        points.append(point)
        if is_guess:
            guessed.append(f"point {number}, “{point.title}”: {point.mode}")
        warnings += [f"line {one.draft.line}: “{name}” could be several people, so nobody presents" for name in unclear]
    return ReadAgenda(drafted.title, tuple(points), tuple(guessed), (*warnings, *_left_out(drafted.left_out)))


def with_presenters(points: Sequence[PlannedPoint], presenters: Sequence[str]) -> tuple[PlannedPoint, ...]:
    """The points with these people (ids), in order, one each for the presentations that name nobody yet; whoever
    presents already is not placed twice. Raises Refused when more are left than there are such presentations."""
    placed = {person for point in points for person in point.presenters}
    waiting = [person for person in dict.fromkeys(presenters) if person not in placed]
    free = [point.id for point in points if point.mode == "presenter" and not point.presenters]
    if len(waiting) > len(free):
        room = f"{len(free)} more presenter{'s' * (len(free) != 1)}"
        named = f"{len(waiting)} {'was' if len(waiting) == 1 else 'were'} named"
        advice = "name fewer, or write [presenter] behind the points that are presentations"
        raise Refused(f"the agenda has room for {room}; {named}: {advice}")
    given = dict(zip(free, waiting, strict=False))
    return tuple(replace(point, presenters=(given[point.id],)) if point.id in given else point for point in points)


def _planned(number: int, sized: Sized, people: People) -> tuple[PlannedPoint, bool, tuple[str, ...]]:
    """The point, whether its mode is a guess, and names that could be several people's."""
    draft = sized.draft
    named, notes = _who(draft, people)
    title, mode = take_mode(named.title)
    mode = draft.timed.mode or mode
    title = _cleaned(title) or _cleaned(named.title) or f"Point {number}"
    point = PlannedPoint(
        id=f"p{number}",
        title=title,
        minutes=sized.minutes,
        mode=mode or guess_mode(title, presented=bool(named.people)),
        presenters=named.people,
        notes=tuple(filter(None, map(_cleaned, notes))),
        section=draft.section,
        sums_up=sums_up_by_title(title),
    )
    return point, mode is None, named.unclear


def _cleaned(words: str) -> str:
    # What was clean as a line need not be clean when cut: an accent may have lost its letter.
    return clean(words, limit=2 * LINE_MAX)


def _who(draft: Draft, people: People) -> tuple[Named, tuple[str, ...]]:
    """Title and presenters of a point, and its notes, with whatever stood where names may stand and named nobody."""
    named = people.split(draft.timed.title)
    others: list[str] = []
    for words in draft.timed.who:
        found = people.named(words)
        both = dict.fromkeys((*named.people, *found.people))
        named = Named(named.title, tuple(both), (*named.unclear, *found.unclear))
        if not found.people and not _PLACEHOLDER.fullmatch(words):
            others.append(words)
    return named, (*others, *draft.notes)


def _names_a_host(words: str, people: People) -> bool:
    return words.startswith("[") or bool(people.named(words).people)


def _refuse_more(numbers: Sequence[int], most: int, what: str, source: str) -> None:
    if len(numbers) > most:
        raise Refused(
            f"{source}, line {numbers[most]}: there are more than {most} {what} up to here; take a part of it"
        )


def _refuse_too_long(points: Sequence[Sized], source: str) -> None:
    for point in points:
        if point.minutes > MINUTES_MAX:
            raise Refused(f"{source}, line {point.draft.line}: {point.minutes:g} minutes are more than a day")


def _nothing_understood(text: str, source: str) -> Refused:
    before = text[: len(text) - len(text.lstrip("\ufeff \t\r\n"))]
    if before == text:
        return Refused(f"{source}, line 1: there is nothing to read; {_EXPECTED}")
    first = len(one_way_of_ending(before).split("\n"))
    return Refused(f"{source}, line {first}: no line with minutes was found from here on; {_EXPECTED}")


def _left_out(numbers: Sequence[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    count = f"{len(numbers)} lines belong" if len(numbers) > 1 else "1 line belongs"
    return (f"line {min(numbers)}: {count} to no point and {'were' if len(numbers) > 1 else 'was'} left out",)

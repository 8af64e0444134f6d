"""What a file brings in, item by item: captures that minutes propose, and names in a report of who was there."""

from collections.abc import Sequence

from lcterm.core.capture_words import LETTER_OF, due_words
from lcterm.core.events import Words
from lcterm.core.events_attendance import Stay
from lcterm.documents.attendance_lines import stay_words
from lcterm.intake.attendance_people import LeftOut
from lcterm.intake.minutes import Proposed
from lcterm.ui.line import Line, Span, row, title_line, wrap
from lcterm.ui.page import Page, chosen_line, of_items
from lcterm.ui.view import View

OPEN, KEPT, PASSED = "[ ] ", "[✓] ", "[–] "
HIDDEN = "The room can read along, and what comes in is not for the room."
NO_FILE = (
    "Which file? Minutes, as text or Markdown: what they call an action or a decision is offered here, one by one. Or "
    "Zoom's or Teams' report of who was there. Enter asks for it; nothing of it is kept but what you take."
)
_INDENT = len(OPEN)


def empty_page(width: int, *, veiled: bool) -> Page:
    """The page before a file was read; under the veil all there is."""
    title = title_line(width, "Bring in", "")
    return Page([title], [(), *((Span(part, "muted"),) for part in wrap(HIDDEN if veiled else NO_FILE, width))])


def minutes_page(
    view: View, items: Sequence[tuple[Proposed, Words, bool]], passed: frozenset[int], chosen: int, width: int
) -> Page:
    """The proposals, each with its words as they would be kept, whether they stand, and the numbers of those that were
    passed over."""
    left = sum(not stands and number not in passed for number, (_, _, stands) in enumerate(items))
    title = title_line(width, "Bring in minutes", f"{left} of {len(items)} to look at" if left else "all looked at")
    rows = [
        _proposal(view, one, words, KEPT if stands else PASSED if number in passed else OPEN, width)
        for number, (one, words, stands) in enumerate(items)
    ]
    nothing: list[Line] = [] if items else [(), (Span("Nothing in it is open any more.", "muted"),)]
    return of_items([title], _marked(rows, chosen, width), nothing)


def _proposal(view: View, one: Proposed, words: Words, sign: str, width: int) -> list[Line]:
    look = "text" if sign == OPEN else "muted"
    letter = LETTER_OF[words.kind]
    room = max(1, width - _INDENT - 2)
    first, *rest = wrap(words.text, room) or [""]
    lines = [
        row(width, [Span(sign, "turn" if sign == KEPT else "muted"), Span(f"{letter} ", "bold"), Span(first, look)])
    ]
    lines += [row(width, [Span(" " * (_INDENT + 2)), Span(part, look)]) for part in rest]
    owners = ", ".join(view.name(person) for person in words.owners)
    below = [words.kind, owners, due_words(words), f"line {one.line}"]
    if sign == OPEN:
        below += [f"{maybe.name}: {view.name(maybe.people[0])}? o says so" for maybe in one.maybe]
    told = wrap(" · ".join(part for part in below if part), room)
    return lines + [row(width, [Span(" " * (_INDENT + 2)), Span(part, "muted")]) for part in told]


def attendance_page(
    view: View, stays: Sequence[Stay], left_out: Sequence[LeftOut], *, done: bool, chosen: int, width: int
) -> Page:
    """Who would come in, then who would not, each with why; `done`: they are in."""
    coming = f"{len(stays)} come{'s' if len(stays) == 1 else ''} in"
    fact = f"{len(stays)} brought in" if done else f"{coming}, {len(left_out)} left out"
    title = title_line(width, "Bring in who was there", fact)
    rows = [_person(view, stay, width, done=done) for stay in stays]
    rows += [_stranger(view, one, width) for one in left_out]
    return of_items([title], _marked(rows, chosen, width))


def _person(view: View, stay: Stay, width: int, *, done: bool) -> list[Line]:
    room = max(1, width - _INDENT)
    first, *rest = wrap(f"{view.name(stay.person)}: {stay_words(stay, view.zone)}", room) or [""]
    sign = Span(KEPT if done else OPEN, "turn" if done else "muted")
    return [row(width, [sign, Span(first)]), *(row(width, [Span(" " * _INDENT), Span(part)]) for part in rest)]


def _stranger(view: View, one: LeftOut, width: int) -> list[Line]:
    room = max(1, width - _INDENT)
    way = f"{view.name(one.maybe[0])}? space says so, w says who else" if one.maybe else "w says who it is"
    lines = wrap(one.name, room) or [""]
    told = wrap(f"{one.why}, left out · {way} · line {one.line}", room)
    return [
        *(
            row(width, [Span(PASSED if at == 0 else " " * _INDENT, "muted"), Span(part)])
            for at, part in enumerate(lines)
        ),
        *(row(width, [Span(" " * _INDENT), Span(part, "muted")]) for part in told),
    ]


def _marked(rows: Sequence[list[Line]], chosen: int, width: int) -> list[list[Line]]:
    return [
        [chosen_line(line, width) for line in lines] if number == chosen else lines for number, lines in enumerate(rows)
    ]

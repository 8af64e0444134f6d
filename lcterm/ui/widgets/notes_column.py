"""Clock and floor beside large captures: in a column that is narrower than the board's, or in two rows on top."""

from collections.abc import Sequence

from lcterm.core.queueing import next_speaker
from lcterm.core.session import Hand
from lcterm.core.when import clock
from lcterm.ui.grid import Box, Grid
from lcterm.ui.line import Line, Span, cells, cut, cut_keep_number, line_cells, pad, row, title_line, wrap
from lcterm.ui.suggestion import suggested
from lcterm.ui.view import View
from lcterm.ui.widgets.block import block_lines, care_chip, exact_box, hands_from, turn_box
from lcterm.ui.widgets.floor import INSET, turn_width
from lcterm.ui.widgets.voices import SETTLING, SIGNS, room_lines
from lcterm.ui.widgets.waiting import waiting_lines

SLIM = 36
"""A column narrower than this has no room for what a hand is up for."""
EXACT = 18
"""Cells of the exact time in the two rows."""
BADGE = 3


def column_lines(view: View, grid: Grid) -> list[Line]:
    """The column of the clock: as on the board where that has room, else with fewer words."""
    first, inner = hands_from(grid), grid.block.w - 2 * INSET
    lines, height = block_lines(view, grid), grid.block.h - hands_from(grid)
    if grid.block.w >= SLIM and (len(view.session.hands) != height or view.session.mode in ("round", "pairs")):
        return lines
    lines = lines[:first]
    if grid.block.w >= SLIM:  # the hands before a word about one of them
        return lines + [(Span(" " * INSET), *line) for line in waiting_lines(view, inner, height + 1)[:height]]
    if view.session.turn is None:
        lines[first - 2] = (Span(" " * INSET), *row(inner, free_words(view)))
    return lines + [(Span(" " * INSET), *line) for line in _slim_hands(view, inner, height)]


def free_words(view: View) -> Line:
    """What stands for whoever has the floor while nobody has, in few words."""
    session, point = view.session, view.session.point
    if not session.live or point is None:
        return (Span("Nobody has the floor.", "muted"),)
    if point.mode == "none":
        return (Span("Nobody is counted now.", "muted"),)
    key = view.keys.shown("next-speaker")
    if point.mode == "pairs":
        return (Span(key, "bold"), Span(" signals the swap", "muted"))
    if following := next_speaker(session):
        return (Span(key, "bold"), Span(f" {view.short(following)}", "text"))
    return (Span("The round is complete." if point.mode == "round" else "The floor is free.", "muted"),)


def _slim_hands(view: View, width: int, height: int) -> list[Line]:
    if view.session.mode in ("round", "pairs"):
        return waiting_lines(view, width, height)
    hands, unheard = view.session.hands, _unheard(view)
    shown = hands if len(hands) <= height else hands[: max(0, height - 1)]
    lines = [_hand(view, place, hand, width, hand.person in unheard) for place, hand in enumerate(shown, 1)]
    if rest := hands[len(shown) :]:
        names = ", ".join(view.short(hand.person) for hand in rest)
        lines.append(row(width, [Span(f"  and {len(rest)}: {names}", "muted")]))
    hand = suggested(view)
    if hand is not None and len(lines) < height:  # the sign beside the hand says it, too
        key = f"{view.keys.shown('give')} {view.badge(hand.person)}".strip()
        lines.append(row(width, [Span(f"○ {view.short(hand.person)}: not heard", "private")], [Span(key, "bold")]))
    return lines


def _unheard(view: View) -> set[str]:
    return set() if view.veiled else {one.voice.person for one in view.voices.heard if one.mark == "not heard"}


def _hand(view: View, place: int, hand: Hand, width: int, unheard: bool) -> Line:
    first = hand.person == next_speaker(view.session)
    wait = view.waited(hand.since)
    right = [] if view.veiled else [Span(f"{wait:>6}", "muted")]
    mark = [Span(" ○", "private")] if unheard else []
    room = width - 2 - BADGE - line_cells(mark) - (line_cells(right) + 1 if right else 0)
    left = [
        Span(f"{place:<2}", "strong" if first else "muted"),
        Span(pad(view.badge(hand.person), BADGE), "bold"),
        Span(cut(view.short(hand.person), room), "strong" if first else "text"),
        *mark,
    ]
    return row(width, left, right)


def slim_marks(view: View, width: int, height: int) -> list[Line]:
    """Who has a mark, a row a mark, in a narrow column; before the start, and under the veil, who is here."""
    if view.veiled or view.session.status == "planned":
        return room_lines(view, width, height)
    lines: list[Line] = [title_line(width, "Voices", heads="only you see this" if width >= SLIM - 4 else "private")]
    for mark in ("not heard", "quiet", "dominant"):
        people = [one.voice.person for one in view.voices.heard if one.mark == mark]
        if people:
            lines.append(_marked(view, f"{SIGNS[mark]} ", people, mark, width))
    if len(lines) == 1 and view.voices.settling and view.session.live:
        lines += [(Span(part, "muted"),) for part in wrap(SETTLING, width)]
    return lines[:height]


def _marked(view: View, sign: str, people: Sequence[str], mark: str, width: int) -> Line:
    """As many of them as fit, and the word for the mark where it has room beside them all."""
    left = [Span(sign, "private")]
    for number, person in enumerate(people):
        rest = len(people) - number
        part = [Span(f"{view.badge(person)} ", "bold"), Span(f"{view.short(person)}  ", "private")]
        more = f"+{rest - 1}" if rest > 1 else ""
        if number == 0 and line_cells(left) + line_cells(part) + cells(more) > width + 2:
            room = max(1, width - line_cells(left) - line_cells(part[:1]) - cells(more) - 2)
            part[1] = Span(f"{view.within(person, room)}  ", "private")
        elif line_cells(left) + line_cells(part) > width + 2 - (4 if rest > 1 else 0):
            return row(width, [*left, Span(f"+{rest}", "private")])
        left += part
    word = [Span(mark, "private")]
    return row(width, left, word if line_cells(left) + line_cells(word) <= width else ())


# ── Two rows ────────────────────────────────────────────────────────────────────────────────────────────────────


def two_rows(view: View, grid: Grid) -> list[Line]:
    """Clock and floor, without what ticks: the point and what comes next; who has the floor and who waits."""
    return [_clock_row(view, grid), _floor_row(view, grid)]


def _clock_row(view: View, grid: Grid) -> Line:
    width, session, point = grid.block.w, view.session, view.session.point
    if session.status == "planned":
        return ()
    if session.status == "closed" or point is None:
        return row(width, [Span(" Closed", "strong")])
    chip = [Span(" paused ", "muted-chip"), Span(" ")] if session.status == "paused" else []
    chip = [care_chip(width // 4), Span(" ")] if session.care else chip
    left = [Span(" " * (1 + EXACT + 2)), *chip, Span(cut_keep_number(point.plan.title, width // 3), "strong")]
    following = next((one for one in view.table.rows if one.status == "ahead"), None)
    if following is None:
        return row(width, left, [Span("the last point ", "muted")])
    at = "next " if view.phase == "over" else f"next {clock(following.starts, view.zone)} "
    room = width - line_cells(left) - cells(at) - 3
    name = cut_keep_number(following.point.plan.title, room)
    return row(width, left, [Span(at, "muted"), Span(f"{name} ")], gap=2)


def _floor_row(view: View, grid: Grid) -> Line:
    """The bar, and beside it the next hands."""
    width, turn = grid.block.w, view.session.turn
    hands = _next_hands(view, width - _bar(width) - 2)
    if turn is None:
        return row(width, [Span(" "), *free_words(view)], [*hands, Span(" ")] if hands else (), gap=2)
    ticks = _clock_room(view)
    name = view.within(turn.person, _bar(width) - 3 - line_cells(ticks) - 1)
    bar = row(_bar(width), [Span(f" ► {name}", "bar")], ticks, look="bar")
    return row(width, [*bar, Span("  "), *hands])


def _clock_room(view: View) -> list[Span]:
    """Blanks where the turn's clock ticks."""
    return [] if view.veiled else [Span(" " * (turn_width(view) + 1), "bar")]


def _bar(width: int) -> int:
    return width * 13 // 30


def _next_hands(view: View, room: int) -> list[Span]:
    """As many of the hands as fit, then how many more."""
    hands: Sequence[Hand] = view.session.hands
    spans: list[Span] = []
    for number, hand in enumerate(hands, 1):
        more = f" +{len(hands) - number}" if number < len(hands) else ""
        part = [Span(f"{number} ", "muted"), Span(f"{view.badge(hand.person)} ", "bold"), Span(view.short(hand.person))]
        lead = [Span("  ")] if spans else []
        if not spans and line_cells(part) + cells(more) > room:  # the next one stands there, however long the name
            part[2] = Span(view.within(hand.person, max(1, room - line_cells(part[:2]) - cells(more))))
        if line_cells(spans) + line_cells(lead) + line_cells(part) + cells(more) > room:
            return [*spans, Span(f"{' ' if spans else ''}+{len(hands) - number + 1}", "muted")]
        spans += [*lead, *part]
    return spans


def ticking(view: View, grid: Grid) -> tuple[Box, Box]:
    """Where the exact time and the turn's clock stand."""
    if grid.layout != "narrow":
        return exact_box(view, grid), turn_box(view, grid)
    block, wide = grid.block, turn_width(view)
    room = EXACT if view.session.live else block.w - 2 if view.session.status == "planned" else 0
    return (
        Box(block.x + 1, block.y, room, 1),
        Box(block.x + _bar(block.w) - wide - 1, block.y + 1, wide, 1),
    )

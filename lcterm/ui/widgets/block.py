"""The loud part of the board: the clock, and below it the floor."""

from typing import NamedTuple

from lcterm.core.agenda import following
from lcterm.core.fold_floor import next_in_round
from lcterm.core.session import Hand, Point
from lcterm.core.telling import HAND_WORDS
from lcterm.core.when import ago, clock, countdown, minutes
from lcterm.ui.digits import DIGIT_ROWS, countdown_text, digits, digits_width, largest_rows
from lcterm.ui.gauge import time_gauge
from lcterm.ui.grid import Box, Grid
from lcterm.ui.line import Line, Span, cells, cut_keep_number, line_cells, pad, row, title_line
from lcterm.ui.view import View

CHIPS = {
    "soon": (("draw to a close", "to a close"), "soon-chip"),
    "close": (("last words",), "close-chip"),
    "over": (("over time",), "over-chip"),
}
INSET = 2
WORDS = 13
"""Cells that the figures leave for the words beside them, at least."""


def block_lines(view: View, grid: Grid) -> list[Line]:
    """Clock, gauge, floor and hands, downwards, without what ticks every second."""
    width, roomy = grid.block.w, grid.layout != "narrow"
    inner = width - 2 * INSET
    lines: list[Line] = [()] if roomy else []
    lines += _clock(view, grid.digits, inner, one_line=not roomy)
    lines += [(), _gauge(view, inner), (), _floor_title(view, inner)] if roomy else [_gauge(view, inner)]
    lines = [(Span(" " * INSET), *line) for line in lines]
    lines += _bar(view, width)
    left = grid.block.h - len(lines)
    return lines + [(Span(" " * INSET), *line) for line in hand_lines(view, inner, left)]


def exact_box(view: View, grid: Grid) -> Box:
    """Where the exact time stands: beside the last row of the digits."""
    x = INSET + _drawn(view, grid.digits, grid.block.w - 2 * INSET).width + 2
    y = grid.digits + (1 if grid.layout != "narrow" else 0) - 1
    return Box(grid.block.x + x, grid.block.y + y, grid.block.w - x - INSET, 1)


def hands_from(grid: Grid) -> int:
    """The row of the block, from its top, in which the first hand stands: below the three rows of the bar."""
    return grid.digits + (8 if grid.layout != "narrow" else 4)


def turn_box(grid: Grid) -> Box:
    """Where the turn's clock stands: at the right of the bar."""
    return Box(grid.block.x + grid.block.w - INSET - 8, grid.block.y + hands_from(grid) - 2, 8, 1)


def exact_line(view: View, width: int) -> Line:
    """`21:34 left of 35`: what ticks."""
    session, point = view.session, view.session.point
    if session.status == "planned":
        return row(width, [Span(_before(view), "muted")])
    if point is None or not session.live:
        return row(width, [Span("", "muted")])
    held = session.elapsed(point, view.now)
    if point.length <= 0:
        return row(width, [Span(countdown(held / 1000), "bold"), Span(", nobody is timed", "muted")])
    left, of = seconds_left(point.length - held), minutes(round(point.length / 60_000, 1))
    figure = Span(countdown(left), "bold") if left >= 0 else Span(f"+{countdown(left)}", "over-bold")
    words = f" left of {of}" if left >= 0 else f" over {of}"
    return row(width, [figure, Span(words if cells(figure.text + words) <= width else f" of {of}")])


def turn_line(view: View, width: int) -> Line:
    """How long the turn has run: counts up."""
    turn = view.session.turn
    if turn is None or view.veiled:
        return row(width, [], look="bar-text" if turn else "text")
    held = max(0, view.session.ran_by(view.now) - turn.ran)
    return row(width, [], [Span(countdown(held / 1000), "bar")], look="bar", gap=0)


def _before(view: View) -> str:
    left = view.session.starts - view.now
    at = clock(view.session.starts, view.zone)
    return f"starts at {at}, in {ago(left)}" if left > 0 else f"was to start at {at}"


def _clock(view: View, rows: int, inner: int, *, one_line: bool) -> list[Line]:
    """The digits with words beside them; the last row of the words is the exact time's."""
    drawn = _drawn(view, rows, inner)
    words = _words(view, rows, one_line=one_line, width=inner - drawn.width - 2)
    timed = view.session.status == "running" and view.phase != "untimed"
    look = "digits-muted" if not timed else "digits" if view.phase == "plenty" else f"digits-{view.phase}"
    return [
        row(inner, [Span(pad(text, drawn.width + 2), look), *words.get(index, ())])
        for index, text in enumerate(drawn.lines)
    ]


class Drawn(NamedTuple):
    """The large figures, `rows` high in all, and their width in cells."""

    lines: list[str]
    width: int


def _drawn(view: View, rows: int, inner: int) -> Drawn:
    """Minutes in the largest figures that leave room for the words beside them."""
    text = _figures(view)
    size = largest_rows(text, inner - 2 - WORDS, rows) or DIGIT_ROWS[0]
    if not text.strip():  # nothing is timed: the words have the room
        return Drawn([""] * rows, 0)
    return Drawn(digits(text, size) + [""] * (rows - size), digits_width(text, size))


def _figures(view: View) -> str:
    session, point = view.session, view.session.point
    if not session.live or point is None:
        return "  "
    held = session.elapsed(point, view.now)
    if point.length <= 0:
        return f"{min(99, held // 60_000):2}"
    return countdown_text(seconds_left(point.length - held))


def seconds_left(ms: int) -> int:
    """Whole seconds, rounded up while there is time, so that 0:00 stands there only when it is gone."""
    return -(-ms // 1000)


def _words(view: View, rows: int, *, one_line: bool, width: int) -> dict[int, list[Span]]:
    """What stands beside the digits, by row: the point, its place or state, what comes next and when."""
    session, point = view.session, view.session.point
    if session.status == "planned":
        return {0: [Span("Not started", "strong")], 1: [Span("t", "bold"), Span(" starts the clock", "muted")]}
    if session.status == "closed" or point is None:
        return {0: [Span("Closed", "strong")], 1: [Span("4", "bold"), Span(" the summary", "muted")]}
    title = cut_keep_number(point.plan.title, width)
    words: dict[int, list[Span]] = {0: [Span(title, "strong")], 1: [_state(view, point, width)]}
    after = following(session, point.id)
    if after is None:
        words[3] = [Span("the last point", "muted")]
        return words
    starts = next(one.starts for one in view.table.rows if one.point.id == after.id)
    when = f"next at {clock(starts, view.zone)}" if view.phase != "over" else "next"
    if one_line:
        words[3] = [Span(f"{when}: ", "muted"), Span(cut_keep_number(after.plan.title, max(6, width - len(when) - 2)))]
    else:
        words[rows // 2] = [Span(when, "muted")]
        words[rows // 2 + 1] = [Span(cut_keep_number(after.plan.title, width))]
    return words


def _state(view: View, point: Point, width: int) -> Span:
    if view.session.status == "paused":
        return Span(" paused ", "muted-chip")
    if view.phase in CHIPS:
        words, look = CHIPS[view.phase]
        return Span(f" {next((text for text in words if len(text) + 2 <= width), words[-1])} ", look)
    place = list(view.session.points).index(point.id) + 1
    return Span(f"{place} of {len(view.session.points)}", "muted")


def _gauge(view: View, width: int) -> Line:
    point = view.session.point
    if point is None or not view.session.live:
        return row(width, time_gauge(0, 0, width))
    held = view.session.elapsed(point, view.now)
    look = f"digits-{view.phase}" if view.phase in CHIPS else "text"
    return row(width, time_gauge(held, point.length, width, look))


def _floor_title(view: View, width: int) -> Line:
    session, point = view.session, view.session.point
    if point is None or not session.live:
        return title_line(width, "Floor")
    hands = len(session.hands)
    up = f", {hands} hand{'s' if hands != 1 else ''} up" if hands else ""
    closed = "" if point.queue_open else ", list closed"
    if point.mode == "round":
        left = len(next_in_round(session))
        return title_line(width, "Floor", heads=f"round, {left} to come" if left else "round, all have spoken")
    mode = "nobody is counted" if point.mode == "none" else point.mode
    return title_line(width, "Floor", heads=f"{mode}{up}{closed}")


def _bar(view: View, width: int) -> list[Line]:
    turn = view.session.turn
    if turn is None:
        words = _free(view)
        indent = min(INSET, max(0, width - line_cells(words)))
        return [(), row(width, [Span(" " * indent), *words]), ()]
    blank = row(width, [], look="bar")
    name = row(width, [Span(f"  ► {view.name(turn.person)}", "bar")], [Span(" " * 10, "bar")], look="bar")
    return [blank, name, blank]


def _free(view: View) -> list[Span]:
    session, point = view.session, view.session.point
    if not session.live or point is None:
        return [Span("Nobody has the floor.", "muted")]
    coming = next_in_round(session)
    if point.mode == "round":
        if not coming:
            return [Span("The round is complete.", "muted")]
        return [Span("space", "bold"), Span(f" gives the floor to {view.name(coming[0])}.", "muted")]
    if point.mode == "none":
        return [Span("Nobody is counted now.", "muted")]
    if session.hands:
        return [Span("space", "bold"), Span(f" gives the floor to {view.name(session.hands[0].person)}.", "muted")]
    return [Span("The floor is free; space waits for a hand.", "muted")]


def hand_lines(view: View, width: int, height: int) -> list[Line]:
    """Who waits, in their order; in a round who is to come, and who passed. Below it a suggestion, never by itself."""
    point = view.session.point
    if point is not None and point.mode == "round":
        return _round_lines(view, width, height)
    hands = view.session.hands
    suggestion = _suggestion(view, width)
    room = height - (1 if suggestion else 0)
    shown = hands if len(hands) <= room else hands[: max(0, room - 1)]
    lines = [_hand(view, place, hand, width) for place, hand in enumerate(shown, 1)]
    if len(shown) < len(hands):
        names = ", ".join(view.name(hand.person) for hand in hands[len(shown) :])
        lines.append(row(width, [Span(f"  and {len(hands) - len(shown)} more: {names}", "muted")]))
    if suggestion:
        lines += [(), suggestion] if len(lines) + 2 <= height else [suggestion]
    return lines


def _hand(view: View, place: int, hand: Hand, width: int) -> Line:
    first = place == 1
    mark = {one.voice.person: one.mark for one in view.voices.heard}.get(hand.person, "")
    wait = (view.now - hand.since) // 10_000 * 10_000
    name = pad(view.short(hand.person), max(4, width - 25))
    left = [
        Span(f"{place:<2}", "strong" if first else "muted"),
        Span(f"{view.badge(hand.person):<3}", "bold"),
        Span(name, "strong" if first else "text"),
        Span("○ " if mark == "not heard" and not view.veiled else "  ", "private"),
        Span(f"{HAND_WORDS[hand.hand]:<9}", "bold" if first else "text"),
    ]
    return row(width, left, [] if view.veiled else [Span(f" {ago(wait):>7}", "muted")], gap=0)


def _suggestion(view: View, width: int) -> Line:
    """Whoever waits longest of those not heard yet, if others stand before them: a reason and its key."""
    if view.veiled or view.session.turn is None:
        return ()
    marks = {one.voice.person: one.mark for one in view.voices.heard}
    quiet = [hand for hand in view.session.hands[1:] if marks.get(hand.person) == "not heard"]
    if not quiet:
        return ()
    hand = min(quiet, key=lambda one: one.since)
    wait = (view.now - hand.since) // 10_000 * 10_000
    key = f"g {view.badge(hand.person)}"
    texts = [f"○ {view.short(hand.person)}: not heard, {up} {ago(wait)}" for up in ("hand up", "up")]
    text = next((one for one in texts if cells(one) + cells(key) + 2 <= width), texts[-1])
    return row(width, [Span(text, "private")], [Span(key, "bold")], gap=2)


def _round_lines(view: View, width: int, height: int) -> list[Line]:
    point = view.session.point
    if point is None:
        return []
    coming = next_in_round(view.session)
    passed = [view.name(person) for person in dict.fromkeys(point.passed) if person not in coming]
    lines: list[Line] = []
    up = [view.name(hand.person) for hand in view.session.hands]
    for place, person in enumerate(coming[: max(0, height - bool(passed) - bool(up))], 1):
        again = "passed before" if person in point.passed else ""
        left = [
            Span(f"{place:<2}", "strong" if place == 1 else "muted"),
            Span(f"{view.badge(person):<3}", "bold"),
            Span(view.name(person), "strong" if place == 1 else "text"),
        ]
        lines.append(row(width, left, [Span(again, "muted")]))
    if passed:
        lines.append(row(width, [Span(f"passed: {', '.join(passed)}", "muted")]))
    if up:
        lines.append(row(width, [Span("hands up: ", "muted"), Span(", ".join(up))]))
    return lines[:height]

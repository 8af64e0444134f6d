"""The floor: its title, the bar of whoever has it, and the clock of the turn."""

from collections.abc import Sequence

from lcterm.core.queueing import next_speaker
from lcterm.core.rounds import next_in_round, seconds_each
from lcterm.core.session import Point
from lcterm.core.when import ago, countdown
from lcterm.ui.line import Line, Span, cells, line_cells, row, title_line
from lcterm.ui.view import UNDER_A_MINUTE, View

INSET = 2
TURN, TURN_OF = 8, 16
"""Cells of the turn's clock, and of one that names the limit too (`1:02:05 of 60:00`)."""
HALVES = ("first half", "second half")
LONG_SECONDS = 120
"""From here on the time for each is written in minutes."""


def floor_title(view: View, width: int) -> Line:
    """How people come to speak now, and who waits."""
    session, point = view.session, view.session.point
    if point is None or not session.live:
        return title_line(width, "Floor")
    return title_line(width, "Floor", heads=_longest(_heads(view, point), width - len("Floor") - 3))


def _longest(texts: Sequence[str], room: int) -> str:
    """The first of the texts that fits, else the last."""
    return next((text for text in texts if cells(text) <= room), texts[-1])


def _heads(view: View, point: Point) -> list[str]:
    """The title's words, the fullest first."""
    if point.mode == "round":
        return _of_round(view)
    if point.mode == "pairs":
        half = HALVES[point.swaps] if point.swaps < len(HALVES) else f"after {point.swaps} swaps"
        return [f"pairs, {half}"]
    count = len(view.session.hands)
    closed = "" if point.queue_open else ", list closed"
    mode = "nobody is counted" if point.mode == "none" else point.mode
    sorted_too = f"{mode} by kind" if view.session.sorted_by_kind and point.mode != "none" else mode
    ups = [f", {count} hand{'s' if count != 1 else ''} up", f", {count} up"] if count else [""]
    return [*(f"{sorted_too}{up}{closed}" for up in ups), f"{mode}{ups[-1]}{closed}"]


def _of_round(view: View) -> list[str]:
    left = len(next_in_round(view.session))
    if not left:
        return ["round, all have spoken"]
    seconds = seconds_each(view.session, view.now)
    if seconds is None:
        return [f"round, {left} to come"]
    each = f"{seconds} s" if seconds < LONG_SECONDS else countdown(seconds)
    return [f"round, {left} to come, {each} each", f"{left} to come, {each} each"]


def bar_lines(view: View, width: int, *, titled: bool = True) -> list[Line]:
    """Who has the floor, in three rows; in the last, whose turn a short question interrupts. Where the floor has no
    title above it (not `titled`), the first row says what there is to say of a round, of pairs, of kinds."""
    turn, aside = view.session.turn, view.session.aside
    head = "" if titled else _unusual(view, width - 2 * INSET)
    if turn is None:
        words = _free(view, width)
        indent = min(INSET, max(0, width - line_cells(words)))
        above = row(width, [], [Span(head, "muted"), Span(" " * INSET)]) if head else ()
        return [above, row(width, [Span(" " * indent), *words]), ()]
    above = row(width, [], [Span(head, "bar-text"), Span(" " * INSET, "bar")] if head else [], look="bar", gap=0)
    blank = row(width, [], look="bar")
    clock = TURN_OF if view.session.turn_limit else TURN
    name = row(width, [Span(f"  ► {view.name(turn.person)}", "bar")], [Span(" " * (clock + INSET), "bar")], look="bar")
    if aside is None:
        return [above, name, blank]
    back = f"    a short question, then back to {view.short(aside.person)}"
    back = back if cells(back) <= width else f"    then back to {view.short(aside.person)}"
    return [above, name, row(width, [Span(back, "bar-text")], look="bar")]


def _unusual(view: View, room: int) -> str:
    session, point = view.session, view.session.point
    if point is None or not session.live or not (session.sorted_by_kind or point.mode in ("round", "pairs")):
        return ""
    return _longest(_heads(view, point), room)


def _free(view: View, width: int) -> list[Span]:
    """What stands where the bar would: nobody has the floor, and what the key of the next speaker would do."""
    session, point = view.session, view.session.point
    if not session.live or point is None:
        return [Span("Nobody has the floor.", "muted")]
    if point.mode == "none":
        return [Span("Nobody is counted now.", "muted")]
    key = Span(view.keys.shown("next-speaker"), "bold")
    if point.mode == "pairs":
        return [*half_time(view), key, Span(" signals the swap.", "muted")]
    if following := next_speaker(session):
        name = view.name(following)
        return [key, Span(f" gives the floor to {name}{'' if name.endswith('.') else '.'}", "muted")]
    if point.mode == "round":
        return [Span("The round is complete.", "muted")]
    if session.hands:
        return [Span("Whoever has a hand up has dropped from the line.", "muted")]
    waits = f"The floor is free; {key.text} waits"
    return [Span(_longest([f"{waits} for a hand.", f"{waits}.", "The floor is free."], width), "muted")]


def half_time(view: View) -> list[Span]:
    """Words for the middle of the time for pairs, until the swap is signalled."""
    point = view.session.point
    if point is None or point.swaps or point.length <= 0:
        return []
    return [Span("Half the time: ")] if view.session.elapsed(point, view.now) * 2 >= point.length else []


def limit_passed(view: View) -> bool:
    """Whether the running turn is longer than turns shall be. Presenting is a turn without a limit."""
    turn, limit = view.session.turn, view.session.turn_limit
    if turn is None or not limit or view.session.mode == "presenter":
        return False
    return view.session.ran_by(view.now) - turn.ran >= (limit + 1) * 1000


def turn_width(view: View) -> int:
    """The cells of the turn's clock now."""
    return TURN_OF if limit_passed(view) else TURN


def turn_line(view: View, width: int) -> Line:
    """How long the turn has run: counts up; past a soft limit beside it."""
    turn = view.session.turn
    if turn is None or view.veiled:
        return row(width, [], look="bar-text" if turn else "text")
    spoken = max(0, view.session.ran_by(view.now) - turn.ran)
    held = countdown(spoken / 1000) if not view.by_minute else ago(spoken) if spoken >= 60_000 else UNDER_A_MINUTE
    if not limit_passed(view):
        return row(width, [], [Span(held, "bar")], look="bar", gap=0)
    words = f"{held} of {view.session.turn_limit // 60}:{view.session.turn_limit % 60:02}"
    return row(width, [], [Span(f" {words} " if cells(words) + 2 <= width else words, "soon-chip")], look="bar", gap=0)

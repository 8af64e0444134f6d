"""The upper part of the room screen: whose group, which point, how much time is left, who has the floor."""

from msgspec.structs import replace

from lcterm.core.when import countdown, minutes
from lcterm.ui.digits import countdown_text, digits, digits_width
from lcterm.ui.gauge import time_gauge
from lcterm.ui.grid import Box
from lcterm.ui.line import Line, Span, cells, cut, cut_keep_number, line_cells, row
from lcterm.ui.room_grid import BAR, SECONDS
from lcterm.ui.room_view import Coming, RoomFloor, RoomTime, RoomView

INDENT = 2
BEFORE_SECONDS = {14: 4, 9: 3, 7: 2, 5: 2}
"""Blank cells between minutes and seconds, by the rows of the minutes."""


def name_line(view: RoomView, width: int) -> Line:
    """The group's name, and the time of day."""
    return row(width, [Span(view.name, "bold")], [Span(view.time.now, "bold")] if view.time else [])


def title_row(view: RoomView, width: int, *, figures: bool = True) -> Line:
    """The point, and until when; without a clock the point alone, in spaced letters. Where the large figures had to
    make room (`figures` is False) the time left stands here."""
    if view.time is None:
        return row(width, [Span(_spaced(view.title, width), "strong")])
    until = Span(f"until {view.time.until}", "muted") if view.time.until else Span("")
    if view.time.paused:
        until = Span(" paused ", "muted-chip")
    right = [*([] if figures else _in_words(view.time)), until]
    return row(width, [Span(cut_keep_number(view.title, width - line_cells(right) - 2), "strong")], right, gap=2)


def _in_words(time: RoomTime) -> list[Span]:
    """The time left, or that it is over; nothing where nothing is timed."""
    if time.length <= 0:
        return []
    if time.left < 0:
        return [Span("our time is over   ", "muted")]
    return [Span(time_left(time), "bold"), Span(" left   ", "muted")]


def time_left(time: RoomTime) -> str:
    """What is left of the time, in figures."""
    return f"{time.left // 60} min" if time.by_minute else countdown(time.left)


def _spaced(title: str, width: int) -> str:
    """The title in spaced letters, where every letter stands for itself and there is room."""
    wide = " ".join(title)
    plain = title.isascii() or all(cells(letter) == 1 for letter in title)
    return wide if plain and cells(wide) <= width else cut_keep_number(title, width)


def fits(time: RoomTime | None, rows: int, width: int) -> bool:
    """Whether minutes and seconds of these rows fit."""
    text = countdown_text(time.left) if time and time.left >= 60 else "00"
    return digits_width(text, rows) + BEFORE_SECONDS[rows] + digits_width(":00", SECONDS[rows]) <= width


def figure_lines(time: RoomTime, rows: int, width: int) -> list[Line]:
    """The minutes left, large; in the last minute the seconds; words where the time is over or nothing is timed."""
    look = "digits-muted" if time.paused else "digits"
    if time.length <= 0:
        return []
    if time.left >= 0:
        return [(Span(line, look),) for line in digits(countdown_text(time.left), rows)]
    over = -time.left // 60
    much = f"{over} minute{'s' if over != 1 else ''}" if over else "A little"
    middle = max(0, rows // 2 - 1)
    words: list[Line] = [
        (Span(cut("The time we had set ourselves is over.", width), "strong"),),
        (Span(cut(f"{much} over so far.", width), "muted"),),
    ]
    return [*[()] * middle, *words]


def seconds_lines(time: RoomTime, rows: int) -> list[Line]:
    """The seconds, half as high and muted: what ticks."""
    return [(Span(line, "digits-muted"),) for line in digits(f":{time.left % 60:02}", SECONDS[rows])]


def figure_boxes(time: RoomTime, box: Box, rows: int) -> tuple[Box, Box | None]:
    """Where minutes and seconds stand: seconds beside them on the same foot, none in the last minute and over time,
    nor where the clock changes once a minute."""
    if time.length <= 0 or time.left < 60 or time.by_minute:
        return box, None
    width = digits_width(countdown_text(time.left), rows)
    x, half = width + BEFORE_SECONDS[rows], SECONDS[rows]
    seconds = Box(box.x + x, box.y + rows - half, digits_width(":00", half), half)
    return replace(box, w=width), seconds


def gauge_lines(view: RoomView, width: int) -> list[Line]:
    """How much of the time is gone; of how much; what comes then."""
    time = view.time
    if time is None:
        return []
    then = [Span(f"then {cut_keep_number(view.then, max(6, width // 2))}", "muted")] if view.then else []
    if time.length <= 0:
        return [(), row(width, [], then)]
    planned = minutes(round(time.length / 60_000, 1))
    unit = "minute" if planned == "1" else "minutes"
    words = f"left of {planned} {unit}" if time.left >= 0 else f"{planned} {unit} were planned"
    gauge = row(width, time_gauge(time.held, time.length, width, marks=False))
    return [gauge, row(width, [Span(words)], then, gap=2)]


def floor_lines(view: RoomView, width: int, height: int) -> list[Line]:
    """Who has the floor, in three rows or in one, and below who comes next."""
    floor, inner = view.floor, max(0, width - 2 * INDENT)
    lines = _bar(floor, width) if height > BAR else [_low_bar(floor, width)]
    lines += [()] * max(0, height - len(lines) - 1)
    if floor.coming:
        lines.append((Span(" " * INDENT), *next_line(floor.coming, inner)))
    return lines[:height]


def _bar(floor: RoomFloor, width: int) -> list[Line]:
    if not floor.speaker:
        return [(), row(width, [Span(" " * INDENT), Span(floor.free, "muted")]), ()]
    blank = row(width, [], look="bar")
    who = "has a short question" if floor.again else "has the floor"
    name = cut(floor.speaker, max(4, width - INDENT - 4 - cells(who)))
    lines = [blank, row(width, [Span(f"  ► {name} {who}", "bar")], look="bar"), blank]
    if floor.again:
        after = " has the floor again"
        again = cut(floor.again, max(4, width - INDENT - 9 - cells(after)))
        lines[2] = row(width, [Span(f"    then {again}{after}", "bar-text")], look="bar-text")
    return lines


def _low_bar(floor: RoomFloor, width: int) -> Line:
    if not floor.speaker:
        return row(width, [Span(" " * INDENT), Span(floor.free, "muted")])
    has = f"has a short question, then {floor.again} again" if floor.again else "has the floor"
    return row(width, [Span(f"  ► {floor.speaker} {has}", "bar")], look="bar")


def next_line(coming: tuple[Coming, ...], width: int) -> Line:
    """Those who come next and what for; names are shortened, and the last give way, where there is no room."""
    for people in (coming, *(coming[:count] for count in range(len(coming), 0, -1))):
        long = people is coming
        line = _next([one.name if long else one.short for one in people], people)
        if line_cells(line) <= width:
            return line
    return row(width, _next([coming[0].short], coming[:1]))


def _next(names: list[str], coming: tuple[Coming, ...]) -> Line:
    spans = [Span("next  ", "muted")]
    for place, (name, one) in enumerate(zip(names, coming, strict=True), 1):
        spans += [Span("    ")] if place > 1 else []
        spans += [Span(f"{place} ", "muted"), Span(name, "strong" if place == 1 else "text")]
        spans += [Span(f" {one.kind}", "muted")] if one.kind else []
    return tuple(spans)

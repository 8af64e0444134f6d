"""The agenda and what to do at this point, as lines."""

from lcterm.core.agenda import Row
from lcterm.core.questions import Asked, question_at
from lcterm.core.session import Point
from lcterm.core.when import clock, minutes
from lcterm.ui.charter_offers import prompts
from lcterm.ui.line import Line, Span, cells, cut_keep_number, pad, row, title_line, wrap
from lcterm.ui.point_offers import offer_line
from lcterm.ui.view import View

SIGNS = {"done": "✓", "running": "►", "skipped": "–", "ahead": " "}
FIXED = "="
LOOKS = {"done": "muted", "running": "strong", "skipped": "muted", "ahead": "text"}


def agenda_lines(view: View, width: int, height: int, cursor: int | None = None) -> list[Line]:
    """Points with their sign, number, start (actual or expected) and minutes (held or planned). The running point, or
    the cursor, stays in sight."""
    rows = view.table.rows
    running = next((index for index, one in enumerate(rows) if one.status == "running"), 0)
    first = window(len(rows), height - 1, running if cursor is None else cursor)
    lines = [title_line(width, "Agenda", heads="starts min")]
    for index, one in enumerate(rows[first : first + height - 1], first):
        lines.append(_point(view, one, width, chosen=index == cursor))
    return lines


def sign(point: Point) -> str:
    """What stands before a point: how it stands, and of those ahead which are fixed to the clock."""
    return FIXED if point.fixed and point.status == "ahead" else SIGNS[point.status]


def window(count: int, height: int, keep: int) -> int:
    """The first of `height` rows out of `count`, so that row `keep` is among them, in the middle where there is a
    choice."""
    return max(0, min(keep - height // 2, count - height))


def _point(view: View, one: Row, width: int, *, chosen: bool) -> Line:
    look = LOOKS[one.status]
    held = one.seconds is not None and one.status in ("done", "skipped")
    length = round((one.seconds or 0) / 60) if held else (one.point.plan.minutes + one.point.added)
    shown = "" if not length and not held else minutes(length)
    if one.status == "skipped" and not one.seconds:
        shown = ""
    title = pad(cut_keep_number(one.point.plan.title, width - 15), width - 15)
    text = f"{sign(one.point)} {one.number:2} {title}"
    times = f" {clock(one.starts, view.zone) if one.timed else '':>5}{shown:>4}"
    if chosen:
        return row(width, [Span(text + times, "chip")], look="chip")
    return row(width, [Span(text, look)], [Span(times, look)], gap=0)


def prompt_lines(view: View, width: int, height: int) -> list[Line]:
    """What to say and watch now: whole prompts or none; `y` has the rest."""
    session = view.session
    point = session.point or next((one for one in session.points.values() if one.status == "ahead"), None)
    name = "Afterwards" if session.status == "closed" else "At this point" if session.point else "To begin with"
    notes = list(point.plan.notes) if point and session.status != "closed" else []
    if point and session.status != "closed":
        notes = prompts(view, point, _asked(view, point))
    offer = offer_line(view, width)
    lines: list[Line] = [offer] if offer is not None else []
    for note in notes:
        wrapped = wrap(note, width - 2)
        if len(lines) + len(wrapped) > height - 1:
            break
        lines += [(Span("· " if not index else "  ", "muted"), Span(part)) for index, part in enumerate(wrapped)]
    rest = view.keys.shown("say")
    return [title_line(width, name, heads=f"{rest} more" if notes and rest else ""), *lines]


def _asked(view: View, point: Point) -> list[str]:
    """What the presenters ask, as they said beforehand."""
    asked = question_at(view.community, view.session, point)
    if not asked.briefed:
        return []
    asks = _ask_words(view, asked)
    return [f"{asks}: {question}" for question in asked.questions]


def _ask_words(view: View, asked: Asked) -> str:
    names = " and ".join(map(view.name, asked.people))
    return f"{names} {'asks' if len(asked.people) == 1 else 'ask'}" if names else ""


def rule_lines(view: View, width: int, height: int) -> list[Line]:
    """The ground rules, for the board under the veil."""
    lines: list[Line] = [title_line(width, "Ground rules")]
    rules = view.community.rules or ("None written down yet.",)
    for rule in rules:
        wrapped = wrap(rule, width - 2)
        if len(lines) + len(wrapped) <= height:
            lines += [(Span("· " if not index else "  ", "muted"), Span(part)) for index, part in enumerate(wrapped)]
    return lines


def question_lines(view: View, width: int, height: int) -> list[Line]:
    """The point's question, which the room may read."""
    point = view.session.point
    asked = question_at(view.community, view.session, point) if point else Asked()
    if not asked.questions:
        return []
    title = _ask_words(view, asked)
    title = title if title and cells(title) < width - 7 else "The question"
    words = wrap(" · ".join(asked.questions), width)
    return [title_line(width, title), *((Span(part),) for part in words[: height - 1])]

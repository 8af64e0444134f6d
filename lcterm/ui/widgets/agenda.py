"""The agenda and what to do at this point, as lines."""

from lcterm.core.agenda import Row
from lcterm.core.next_time import presenters_questions
from lcterm.core.session import Point
from lcterm.core.when import clock, minutes
from lcterm.ui.charter_offers import offers
from lcterm.ui.line import Line, Span, cells, cut_keep_number, pad, row, title_line, wrap
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
    times = f" {clock(one.starts, view.zone)}{shown:>4}"
    if chosen:
        return row(width, [Span(text + times, "chip")], look="chip")
    return row(width, [Span(text, look)], [Span(times, look)], gap=0)


def prompt_lines(view: View, width: int, height: int) -> list[Line]:
    """What to say and watch now: whole prompts or none; `y` has the rest."""
    session = view.session
    point = session.point or next((one for one in session.points.values() if one.status == "ahead"), None)
    name = "At this point" if session.point else "To begin with"
    notes = list(point.plan.notes) if point and session.status != "closed" else []
    if point and session.status != "closed":
        notes = [*offers(view, point), *_asked(view, point), *notes]
    lines: list[Line] = []
    for note in notes:
        wrapped = wrap(note, width - 2)
        if len(lines) + len(wrapped) > height - 1:
            break
        lines += [(Span("· " if not index else "  ", "muted"), Span(part)) for index, part in enumerate(wrapped)]
    rest = view.keys.shown("say")
    return [title_line(width, name, heads=f"{rest} more" if notes and rest else ""), *lines]


def _asked(view: View, point: Point) -> list[str]:
    """What the presenters ask, as they said beforehand."""
    asked = presenters_questions(view.community, view.session, point)
    return [f"{view.name(person)} asks: {question}" for person, questions in asked for question in questions]


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
    asked = presenters_questions(view.community, view.session, point) if point else []
    own = point.plan.question if point else ""
    question = own or " · ".join(one for _, questions in asked for one in questions)
    if not question:
        return []
    people = point.plan.presenters if own and point else [person for person, _ in asked]
    asks = " and ".join(map(view.name, people))
    title = f"{asks} asks" if asks and cells(asks) < width - 12 else "The question"
    return [title_line(width, title), *((Span(part),) for part in wrap(question, width)[: height - 1])]

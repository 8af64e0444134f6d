"""The room screen while no point runs, while all stands still with care, and where there is no room for its parts."""

from lcterm.core.how_it_went import Went
from lcterm.ui.line import Line, Span, line_cells, row, title_line, wrap
from lcterm.ui.room_view import RoomView
from lcterm.ui.widgets.room import next_line, time_left
from lcterm.ui.widgets.room_below import rule_lines
from lcterm.ui.widgets.room_deciding import plain_deciding

CALM = ("We are taking a moment.", "There is no hurry. We go on together when it is time.")
WENT, ASKED = "How the hour went", "To talk about"
THANKS = "Thank you for today."
STILL_OPEN = "When we meet again is still to be agreed."


def page_lines(view: RoomView, width: int, height: int) -> list[Line]:
    """A few quiet lines, about the middle of the screen; nothing else."""
    inset = max(0, min(9, width // 8))
    inner = max(1, width - 2 * inset)
    lines = _page(view, inner)
    if view.state == "planned" and view.rules:
        with_rules = [*lines, (), *rule_lines(view.rules, inner)]
        lines = with_rules if len(with_rules) + 2 <= height else lines
    if view.state == "closed":
        lines = _with_as_much_as_fits(lines, _went_lines(view.went, inner), height)
    above = max(0, (height - len(lines)) * 2 // 5)
    return [*[()] * above, *((Span(" " * inset), *line) for line in lines)][: max(1, height)]


def _went_lines(went: Went, width: int) -> list[list[Line]]:
    """How the hour went, and what to talk about: a part each."""
    said = [(Span(line),) for text in went.said for line in wrap(text, width)]
    asked = [(Span(line, "strong"),) for text in went.questions for line in wrap(text, width)]
    return [[title_line(width, title), *lines] for title, lines in ((WENT, said), (ASKED, asked)) if lines]


def _with_as_much_as_fits(lines: list[Line], parts: list[list[Line]], height: int) -> list[Line]:
    for part in parts:
        if len(lines) + len(part) + 3 <= height:
            lines = [*lines, (), *part]
    return lines


def _page(view: RoomView, width: int) -> list[Line]:
    match view.state:
        case "care":
            return _lines(CALM, width)
        case "closed":
            return [*_lines((view.name,), width, "bold"), (), *_lines((THANKS, *(view.again or (STILL_OPEN,))), width)]
        case _:
            return [*_lines((view.name,), width, "bold"), (), *_lines(("Welcome.", view.begins), width)]


def _lines(texts: tuple[str, ...], width: int, first: str = "strong") -> list[Line]:
    looks = [first, *["text"] * len(texts)]
    return [(Span(line, look),) for text, look in zip(texts, looks, strict=False) for line in wrap(text, width)]


def plain_lines(view: RoomView, width: int, height: int) -> list[Line]:
    """A live session on a small screen, a line a thing, the most important first."""
    floor, time = view.floor, view.time
    lines: list[Line] = [_title(view, width)]
    if floor.speaker:
        has = "has a short question" if floor.again else "has the floor"
        lines += [
            (Span(f"► {line}" if not place else f"  {line}", "strong"),)
            for place, line in enumerate(wrap(f"{floor.speaker} {has}", width - 2))
        ]
        lines += [(Span(line, "muted"),) for line in wrap(f"then {floor.again} again", width) if floor.again]
    else:
        lines += [(Span(line, "muted"),) for line in wrap(floor.free, width)]
    if floor.coming:
        lines.append(next_line(floor.coming, width))
    if time is not None and time.length > 0 and time.left < 0:
        lines += [(Span(line, "muted"),) for line in wrap("The time we had set ourselves is over.", width)]
    lines += [(Span(line),) for pair in floor.pairs for line in wrap(" and ".join(pair), width)]
    lines += _read(view, width)
    return [row(width, line) for line in lines[:height]]


def _title(view: RoomView, width: int) -> Line:
    time = view.time
    left: list[Span] = []
    if time is not None and time.length > 0 and time.left >= 0:
        left = [Span(time_left(time), "bold"), Span(" paused" if time.paused else " left", "muted")]
    return row(width, [Span(view.title, "strong")], left if line_cells(left) + 8 <= width else left[:1], gap=2)


def _read(view: RoomView, width: int) -> list[Line]:
    if view.deciding is not None:
        return plain_deciding(view.deciding, width)
    texts: tuple[str, ...] = ()
    match view.show:
        case "question":
            texts = (view.question,)
        case "rules":
            texts = view.rules
        case "charter":
            texts = (view.to_settle, *view.settled)
        case "captures":
            texts = tuple(f"{one.kind}: {one.text}{f' ({one.who})' if one.who else ''}" for one in view.captures)
        case "plain":
            pass
    return [(Span(line),) for text in filter(None, texts) for line in wrap(text, width)]

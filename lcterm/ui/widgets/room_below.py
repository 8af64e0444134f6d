"""The lower part of the room screen: pairs, the point's question, the rules, or the group's captures."""

from collections.abc import Iterable

from lcterm.ui.line import Line, Span, cells, cut, line_cells, pad, row, title_line, wrap
from lcterm.ui.room_deciding import RoomDeciding
from lcterm.ui.room_view import RoomCapture, RoomView
from lcterm.ui.widgets.room_deciding import deciding_lines, wanted

BETWEEN = "  ·  "
KIND = 10
WHO = 20
DUE = 11
DETAILED = 90
"""From so many cells on a capture has its kind, its owner and its day in columns."""
OWN_ROW = 70
"""From so many cells on the title above a question has a row of its own."""


def below_lines(view: RoomView, width: int, height: int) -> list[Line]:
    """What stands below the floor, in so many rows; rules in one row at the foot where they are not all there is."""
    lines = _chosen(view, width, height)
    if view.show not in ("rules", "plain") and not view.floor.pairs and len(lines) + 2 <= height:
        foot = rules_line(view.rules, width)
        if foot:
            lines = [*lines, *([()] if lines else []), foot]
    return lines[:height]


def wanted_rows(view: RoomView, width: int) -> int:
    """How many rows the lower part would like."""
    if view.deciding is not None:
        pairs = _pairs(view, width, 100) if view.deciding.task else []
        return wanted(view.deciding, width) + (len(pairs) + 1 if pairs else 0)
    return len(_chosen(view, width, 100))


def _chosen(view: RoomView, width: int, height: int) -> list[Line]:
    if view.deciding is not None:
        return _deciding(view, view.deciding, width, height)
    lines: list[Line] = _pairs(view, width, height)
    if lines:
        lines.append(())
    match view.show:
        case "question":
            lines += question_lines(view, width, height - len(lines))
        case "rules":
            lines += rule_lines(view.rules, width)
        case "captures":
            lines += capture_lines(view.captures, width, height - len(lines))
        case "charter":
            lines += charter_lines(view, width, height - len(lines))
        case "plain":
            pass
    return lines[:-1] if lines and not lines[-1] else lines


def _deciding(view: RoomView, deciding: RoomDeciding, width: int, height: int) -> list[Line]:
    """What is being decided; while the pairs talk also who talks with whom, where there is room for all of them."""
    lines = deciding_lines(deciding, width, height)
    pairs = _pairs(view, width, height) if deciding.task else []
    return [*lines, (), *pairs] if pairs and len(lines) + 1 + len(pairs) <= height else lines


def question_lines(view: RoomView, width: int, height: int) -> list[Line]:
    """The point's question, and who asks it; without room for a title of its own that stands beside it."""
    if not view.question:
        return []
    title = f"{view.asked_by} asks" if view.asked_by else "Our question"
    if width >= OWN_ROW:
        words = wrap(view.question, width)
        if len(words) < height:
            return [title_line(width, title), *((Span(line, "strong"),) for line in words)]
    title = cut(title, width // 3)
    lead = cells(title) + 2
    words = wrap(view.question, width - lead)
    heads = [Span(f"{title}  ", "muted"), *[Span(" " * lead)] * len(words)]
    return [(head, Span(line, "strong")) for head, line in zip(heads, words, strict=False)]


def rule_lines(rules: Iterable[str], width: int) -> list[Line]:
    """The rules in full."""
    lines: list[Line] = [title_line(width, "Our rules")]
    for rule in rules:
        first, *rest = wrap(rule, width - 2) or [""]
        lines += [(Span("· ", "muted"), Span(first, "strong")), *((Span(f"  {more}", "strong"),) for more in rest)]
    return lines if len(lines) > 1 else [*lines, (Span("We have not written any down yet.", "muted"),)]


def charter_lines(view: RoomView, width: int, height: int) -> list[Line]:
    """What is to be settled next, then what was settled: whole where all of it fits, else a row each, the latest of
    them."""
    question = [(Span(line, "strong"),) for line in wrap(view.to_settle, width)] if view.to_settle else []
    lines: list[Line] = [title_line(width, "To settle now" if question else "All of it is settled"), *question]
    if not view.settled:
        return lines
    room = max(0, height - len(lines) - 2)
    whole = [(Span(part),) for one in view.settled for part in wrap(one, width)]
    if len(whole) > room:
        whole = [(Span(cut(one, width)),) for one in view.settled[max(0, len(view.settled) - room) :]] if room else []
    return [*lines, (), title_line(width, "Settled", look="muted"), *whole] if whole else lines


def rules_line(rules: Iterable[str], width: int) -> Line:
    """The rules side by side, as many as fit whole."""
    kept: list[Span] = []
    for rule in rules:
        part = [Span(BETWEEN, "muted")] if kept else []
        part.append(Span(rule, "muted"))
        if line_cells([*kept, *part]) <= width:
            kept += part
    return tuple(kept)


def capture_lines(captures: tuple[RoomCapture, ...], width: int, height: int) -> list[Line]:
    """What the group wrote down: whole where all of it fits, else a row each, the latest of them."""
    lines: list[Line] = [title_line(width, "What we wrote down")]
    if not captures:
        return [*lines, (Span("Nothing for the room yet.", "muted"),)]
    whole = [line for one in captures for line in _capture(one, width)]
    if len(whole) < height:
        return lines + whole
    room = max(1, height - 1)
    shown = captures if len(captures) <= room else captures[len(captures) - room :]
    earlier = len(captures) - len(shown)
    lines = [title_line(width, "What we wrote down", f"and {earlier} earlier" if earlier else "")]
    return lines + [_capture(one, width, whole=False)[0] for one in shown]


def _capture(one: RoomCapture, width: int, *, whole: bool = True) -> list[Line]:
    text = f"“{one.text}”" if one.kind == "quote" else f"✓ {one.text}" if one.done else one.text
    if width >= DETAILED:
        room = width - KIND - WHO - DUE - 2
        right = [Span(pad(cut(one.who, WHO - 2), WHO), "text"), Span(pad(one.due, DUE), "muted")]
    else:
        beside = ", ".join(part for part in (one.who, one.due) if part)
        right = [Span(f"  {cut(beside, width // 3)}", "muted")] if beside else []
        room = width - KIND - line_cells(right)
    words = wrap(text, room) if whole else [cut(text, room)]
    lines = [row(width, [Span(pad(one.kind, KIND), "muted"), Span(words[0] if words else "", "strong")], right)]
    return lines + [(Span(" " * KIND), Span(more, "strong")) for more in words[1:]]


def _pairs(view: RoomView, width: int, height: int) -> list[Line]:
    """Who talks with whom, side by side, as many to a row as fit; how many more there are, where not all have room."""
    lines: list[list[Span]] = []
    counts: list[int] = []
    for group in view.floor.pairs:
        names = " and ".join([", ".join(group[:-1]), group[-1]] if len(group) > 1 else group)
        part = Span(cut(names, width), "strong")
        if lines and line_cells([*lines[-1], Span(BETWEEN), part]) <= width:
            lines[-1] += [Span(BETWEEN, "muted"), part]
            counts[-1] += 1
        else:
            lines.append([part])
            counts.append(1)
    if view.floor.pairs and len(lines) >= height:
        kept = max(0, height - 2)
        lines = [*lines[:kept], [Span(f"and {sum(counts[kept:])} more", "muted")]]
    return [title_line(width, "Who talks with whom"), *(tuple(line) for line in lines)] if lines else []

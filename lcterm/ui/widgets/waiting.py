"""Below the bar: who waits, and a suggestion; in a round who is to come; in pairs who talks with whom."""

from msgspec import Struct

from lcterm.core.queueing import HAND_WORDS, next_speaker
from lcterm.core.rounds import next_in_round
from lcterm.core.session import Hand, Point
from lcterm.ui.line import Line, Span, cells, pad, row
from lcterm.ui.suggestion import suggested
from lcterm.ui.view import View

DROPPED = "line down"


class Waiting(Struct, frozen=True):
    """What of the queue has room: the hands shown, how many more there are, and whether a blank row stands before the
    suggestion."""

    shown: tuple[Hand, ...]
    more: int
    suggestion: Hand | None
    blank: bool


def waiting(view: View, height: int) -> Waiting:
    """The queue in so many rows."""
    hands, suggestion = view.session.hands, suggested(view)
    room = height - (1 if suggestion else 0)
    shown = hands if len(hands) <= room else hands[: max(0, room - 1)]
    more = len(hands) - len(shown)
    taken = len(shown) + (1 if more else 0)
    return Waiting(shown, more, suggestion, taken + 2 <= height)


def waiting_lines(view: View, width: int, height: int) -> list[Line]:
    """What stands below the bar."""
    point = view.session.point
    if point is not None and point.mode == "round":
        return _round_lines(view, point, width, height)
    if point is not None and point.mode == "pairs":
        from lcterm.ui.widgets.pair_lines import pair_lines

        return pair_lines(view, point, width, height)
    one = waiting(view, height)
    unheard = {heard.voice.person for heard in view.voices.heard if heard.mark == "not heard"}
    lines = [_hand(view, place, hand, width, hand.person in unheard) for place, hand in enumerate(one.shown, 1)]
    if one.more:
        names = ", ".join(view.name(hand.person) for hand in view.session.hands[len(one.shown) :])
        lines.append(row(width, [Span(f"  and {one.more} more: {names}", "muted")]))
    if one.suggestion:
        line = _suggestion(view, one.suggestion, width)
        lines += [(), line] if one.blank else [line]
    return lines


def waiting_at(view: View, height: int, y: int) -> Hand | None:
    """Whose hand, or whose suggestion, stands in this row; None where nobody's does."""
    if view.session.mode in ("round", "pairs"):
        return None
    one = waiting(view, height)
    if 0 <= y < len(one.shown):
        return one.shown[y]
    last = len(one.shown) + (1 if one.more else 0) + (1 if one.blank else 0)
    return one.suggestion if y == last else None


def _hand(view: View, place: int, hand: Hand, width: int, unheard: bool) -> Line:
    reachable = hand.person not in view.seated or view.seated[hand.person].reachable
    first = hand.person == next_speaker(view.session)
    wait = view.waited(hand.since)
    name = pad(view.short(hand.person), max(4, width - 25))
    kind = HAND_WORDS[hand.hand] if reachable else DROPPED
    left = [
        Span(f"{place:<2}", "strong" if first else "muted"),
        Span(f"{view.badge(hand.person):<3}", "bold"),
        Span(name, "strong" if first else "text" if reachable else "muted"),
        Span("○ " if unheard and not view.veiled else "  ", "private"),
        Span(f"{kind:<9}", "bold" if first else "text" if reachable else "muted"),
    ]
    return row(width, left, [] if view.veiled else [Span(f" {wait:>7}", "muted")], gap=0)


def _suggestion(view: View, hand: Hand, width: int) -> Line:
    """A reason, and the key that takes it."""
    wait = view.waited(hand.since)
    key = view.keys.shown("suggestion") or f"{view.keys.shown('give')} {view.badge(hand.person)}"
    texts = [f"○ {view.short(hand.person)}: not heard, {up} {wait}" for up in ("hand up", "up")]
    text = next((one for one in texts if cells(one) + cells(key) + 2 <= width), texts[-1])
    return row(width, [Span(text, "private")], [Span(key, "bold")], gap=2)


def way_round(view: View, point: Point) -> str:
    """Who begins the round, and which way it goes."""
    if point.starter not in view.seated:
        return ""
    return f"from {view.short(point.starter)}, {'the other way round' if point.backwards else 'in seat order'}"


def _round_lines(view: View, point: Point, width: int, height: int) -> list[Line]:
    """Who is to come; below them who passed, whose hand is up, and how the round goes, before it has begun."""
    session = view.session
    coming = next_in_round(session)
    over = {*coming, *point.spoke}
    passed = [view.name(person) for person in dict.fromkeys(point.passed) if person not in over]
    below: list[Line] = []
    if passed and height > 2:
        below.append(row(width, [Span(f"passed: {', '.join(passed)}", "muted")]))
    if session.hands:
        below.append(_hands_up(view, width))
    begun = session.turn is not None or bool(point.spoke) or bool(point.passed)
    way = way_round(view, point)
    if way and (not begun or len(coming) + len(below) + 2 <= height):
        below += [(), row(width, [Span(way, "muted")])] if begun else [row(width, [Span(way, "muted")])]
    below = below[: max(1, height - 1)] if session.hands else below[: max(0, height - 1)]
    lines: list[Line] = []
    for place, person in enumerate(coming[: max(0, height - len(below))], 1):
        again = "passed before" if person in point.passed else ""
        left = [
            Span(f"{place:<2}", "strong" if place == 1 else "muted"),
            Span(f"{view.badge(person):<3}", "bold"),
            Span(view.name(person), "strong" if place == 1 else "text"),
        ]
        lines.append(row(width, left, [Span(again, "muted")]))
    return [*lines, *below][:height]


def _hands_up(view: View, width: int) -> Line:
    """Whose hands are up, as many names as there is room for."""
    names = [view.short(hand.person) for hand in view.session.hands]
    lead = "hands up: "
    for shown in range(len(names), 0, -1):
        more = f" and {len(names) - shown} more" if shown < len(names) else ""
        text = ", ".join(names[:shown]) + more
        if cells(lead + text) <= width:
            break
    return row(width, [Span(lead, "muted"), Span(text)])

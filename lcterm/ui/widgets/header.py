"""The first row: whose session, what time it is, when it will end."""

from collections.abc import Sequence

from lcterm.core.agenda import BEHIND_MINUTES
from lcterm.core.when import clock, full_day, local
from lcterm.ui.grid import Layout
from lcterm.ui.line import Line, Span, cells, cut_line, line_cells, row
from lcterm.ui.view import View


def drift(view: View) -> Span:
    """How far behind the plan, in words: plain up to 4 minutes, coloured from 5, never red."""
    if view.session.status == "planned" and view.now < view.session.starts:
        return Span("not started", "muted")
    return _behind(view.table.drift)


def _behind(seconds: int) -> Span:
    minutes = abs(seconds) // 60
    if not minutes:
        return Span("on time", "text")
    amount = (
        f"{minutes} min" if minutes < 120 else f"{minutes // 60} h" if minutes < 2880 else f"{minutes // 1440} days"
    )
    if seconds < 0:
        return Span(f"{amount} ahead", "text")
    return Span(f"{amount} behind", "soon" if minutes >= BEHIND_MINUTES else "text")


def header_line(
    view: View,
    layout: Layout,
    width: int,
    unsaved: str,
    lands: int | None = None,
    carried: str = "",
    others: Sequence[str] = (),
) -> Line:
    """Name and session left; the time, the expected end, the planned end and the drift right. `unsaved` takes the
    name's place until everything is on the disk. `lands`: wall ms at which it would end by a landing plan. `carried`:
    how it goes with other laptops, and `others`: who sits at this one, in ever fewer words, where there is room for
    it."""
    session = view.session
    if not session.id and not session.points:
        return _between_line(view, width, unsaved)
    narrow = layout == "narrow"
    gaps = ("  ", "  ") if narrow else ("    ", "   ")
    wide = layout == "wide"
    right = [Span(clock(view.now, view.zone), "bold"), Span("    " if wide else "  " if narrow else "   ")]
    if session.status == "closed":
        ended = clock(session.ended, view.zone) if session.ended else ""
        right += [Span("closed ", "muted"), Span(ended, "bold")]
    else:
        right += _ends(view, lands)
        if wide:
            right += [Span(f"  planned {clock(view.table.planned_end, view.zone)}", "muted")]
        behind = drift(view) if lands is None else _behind(round((lands - view.table.planned_end) / 1000))
        right += [Span(gaps[0] if wide else gaps[1]), behind if lands is None else behind._replace(look="turn-bold")]
    if unsaved:
        left = [Span(f" {unsaved} ", "soon-chip")]
        return row(width, left, right if line_cells(left) + line_cells(right) + 2 <= width else ())
    left = [Span(view.community.name or "?", "bold"), Span("  " if not narrow else " "), Span(session.title, "muted")]
    room = width - line_cells(right) - 2
    for said in (others, (carried,)):
        ways = [[Span("  · "), Span(words, "muted")] for words in said if words]
        fits = next((way for way in ways if line_cells(left + way) <= room), None)
        if fits is None and said is others and ways:  # who is there before the name, which everybody knows
            left, fits = _brief(left, [way[-1] for way in ways], room), []
        left += fits or []
    return row(width, left, right, gap=2)


def _brief(left: Sequence[Span], others: Sequence[Span], room: int) -> list[Span]:
    """The names beside who is there in the fewest words; without the session's where that is too much, which leaves
    more of them."""
    ways = [(left, others[-1]), *((left[:1], said) for said in others)]
    for named, said in ways:
        if line_cells((*named, said)) + 1 <= room:
            return [*named, Span(" "), said]
    return [*cut_line(left[:1], max(1, room - cells(others[-1].text) - 1)), Span(" "), others[-1]]


def _between_line(view: View, width: int, unsaved: str) -> Line:
    """The first row where no session is open: whose community it is, day and time."""
    left = [Span(f" {unsaved} ", "soon-chip")] if unsaved else [Span(view.community.name or "?", "bold")]
    on = full_day(local(view.now, view.zone).date())
    right = [Span(on, "muted"), Span("   "), Span(clock(view.now, view.zone), "bold")]
    return row(width, left, right if line_cells(left) + line_cells(right) + 2 <= width else right[2:], gap=2)


def _ends(view: View, lands: int | None) -> list[Span]:
    """When it ends as things are, and when it would by the plan."""
    end = clock(view.table.expected_end or view.table.planned_end, view.zone)
    if lands is None:
        return [Span("ends ", "muted"), Span(end, "bold")]
    return [Span(f"ends {end} → ", "muted"), Span(clock(lands, view.zone), "turn-bold")]

"""Looking back at a session: the moment, the day with a mark at it, floor and queue then, who had spoken, what was
written. For the facilitators' eyes."""

from collections.abc import Sequence
from typing import NamedTuple

from lcterm.core.audience import readable
from lcterm.core.day_strip import Strip, longest_silence, ribbon
from lcterm.core.session import Hand
from lcterm.core.spoken import Stretch
from lcterm.core.when import clock, countdown, local
from lcterm.ui.line import Line, Span, cells, cut, cut_keep_number, line_cells, pad, row, title_line, wrap
from lcterm.ui.page import NOTHING, Page, of_items
from lcterm.ui.view import View
from lcterm.ui.widgets.so_far import axis, day_rows, legend, now_line, people_with_ribbon, person_words, ribbon_row

CAPTURES_SHOWN = 3
TALL = 24
"""Rows of the page from which on captures stand under the queue."""


class Moment(NamedTuple):
    """Where the replay stands: `view` of that moment (its `now` is the moment, wall ms), `strip` the whole day as it
    was, `stretches` who spoke when in all of it, `speed` how many times as fast as then, 0 for standing still."""

    view: View
    strip: Strip
    stretches: Sequence[Stretch]
    speed: int


def replay_page(moment: Moment, last: View, width: int, height: int, chosen: str) -> Page:
    """The moment. `last`: the session as it ended, which says who has a row at all."""
    view, strip = moment.view, moment.strip
    label, scale = axis(width)
    days = [*day_rows(last, strip, width, label, scale), now_line(view, strip, width, clock(view.now, view.zone))]
    head = [_moment_line(moment, width), *days, *_floor(view, width)]
    if height >= TALL:
        head += [*_captures(view, last, width), ()]
    head.append(title_line(width, "Who spoke when", heads=legend(width), look="private-bold"))
    come = strip.place(view.now, scale) + 1
    heard = {one.voice.person: one for one in view.voices.heard}
    rows = []
    for one in people_with_ribbon(last):
        spoke = ribbon(moment.stretches, one.voice.person, strip, scale)[:come]
        then = heard.get(one.voice.person)
        rows.append([ribbon_row(view, then or one, spoke, width, chosen=one.voice.person == chosen)])
    tail = [] if height >= TALL else [(), *_captures(view, last, width)]
    return of_items(head, rows, tail)


def _moment_line(moment: Moment, width: int) -> Line:
    view = moment.view
    session, point = view.session, view.session.point
    at = f"{local(view.now, view.zone):%H:%M:%S}"
    fast = f"{moment.speed} times as fast" if moment.speed > 1 else "as fast as it was"
    how = f"► {fast}" if moment.speed else "stands still"
    if session.status == "planned" and not session.recordings:
        what = "not begun"
    elif session.status == "closed" and not session.recordings:
        what = "over"
    elif point is not None:
        number = list(session.points).index(point.id) + 1
        held = countdown(session.elapsed(point, view.now) // 1000)
        what = f"{number} {point.plan.title}, {held}"
    else:
        what = "a recording"
    paused = [Span("  paused", "muted")] if session.status == "paused" else []
    right = [Span(how, "turn-bold" if moment.speed else "muted")]
    room = width - cells(at) - cells(how) - line_cells(paused) - 4
    return row(width, [Span(f"{at}  ", "strong"), Span(cut(what, max(8, room))), *paused], right)


def _floor(view: View, width: int) -> list[Line]:
    """Who had the floor then, and who waited."""
    session = view.session
    if session.turn is not None:
        seconds = max(0, view.now - session.turn.since) // 1000
        line = row(width, [Span(f"► {view.name(session.turn.person)}", "turn-bold")], [Span(countdown(seconds))])
    else:
        line = row(width, [Span("Nobody had the floor.", "muted")])
    hands = [f"{place} {view.short(hand.person)}{_asked_for(hand)}" for place, hand in enumerate(session.hands, 1)]
    waits = "   ".join(hands) if hands else "No hand was up."
    return [line, row(width, [Span(waits, "text" if hands else "muted")])]


def _asked_for(hand: Hand) -> str:
    """What it was up for; a new point is the plain case and needs no word."""
    return "" if hand.hand == "point" else f" {hand.hand}"


def _captures(view: View, last: View, width: int) -> list[Line]:
    """The latest of what had been written by then; what is not for this facilitator now was never theirs."""
    allowed = {one.id for one in readable("facilitators", last.session)}
    written = [one for one in view.session.captures.values() if one.id in allowed]
    lines: list[Line] = [title_line(width, "Written by then", fact=str(len(written)) if written else "none")]
    for one in written[-CAPTURES_SHOWN:]:
        look = "private" if one.words.kind == "note" or one.words.audience == "facilitators" else "text"
        lines.append(row(width, [Span(f"{one.words.kind:<9} ", "muted"), Span(one.words.text, look)]))
    return [*lines, *[()] * (CAPTURES_SHOWN - len(lines) + 1)]


# ── Figures ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def figures_page(last: View, stretches: Sequence[Stretch], width: int, chosen: str) -> Page:
    """Planned against actual by point, then turns, share and longest silence of each voice; who is chosen in words."""
    lines: list[Line] = [title_line(width, "Points", heads="planned   was   more  ")]
    for one in last.table.rows:
        was = f"{one.seconds / 60:.0f}" if one.seconds is not None and one.status != "ahead" else "–"
        planned = f"{one.point.plan.minutes:g}" if not one.point.inserted else "–"
        over = one.status == "done" and not one.point.inserted
        more = round((one.seconds or 0) / 60 - one.point.plan.minutes) if over else 0
        by = f"{more:+d}".replace("-", "−") if more else ""
        left = [Span(f"{one.number:>2} ", "muted"), Span(cut_keep_number(one.point.plan.title, max(8, width - 30)))]
        lines.append(row(width, left, [Span(f"{planned:>5} {was:>5} {by:>5}   ")]))
    begins, ends = last.session.began, last.session.ended or last.now
    lines += [(), title_line(width, "Voices", heads="turns  min  share  silent", look="private-bold")]
    rows: list[Line] = []
    for heard in people_with_ribbon(last):
        since, until = longest_silence(stretches, heard.voice.person, begins, max(begins, ends))
        share = f"{round(heard.share * 100)} %" if heard.voice.compared else ""
        silent = f"{round((until - since) / 60_000)} min"
        right = [Span(f"{heard.turns:>5} {heard.seconds / 60:>4.0f} {share:>6} {silent:>7}")]
        look = "chip" if heard.voice.person == chosen else "text"
        rows.append(row(width, [Span(pad(last.within(heard.voice.person, 20), 20), look)], right))
    about = next((one for one in people_with_ribbon(last) if one.voice.person == chosen), None)
    words = wrap(person_words(last, about, stretches), width) if about else []
    below: list[Line] = [(), *[(Span(part, "private"),) for part in words]]
    items = [*[NOTHING] * len(lines), *range(len(rows)), *[NOTHING] * len(below)]
    return Page([], [*lines, *rows, *below], items)

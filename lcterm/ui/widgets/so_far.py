"""The hour so far in pictures: the day as planned and as it is, and who spoke when along it, with the same in words."""

from collections.abc import Sequence

from lcterm.core.day_strip import Block, Spoke, Strip, day_strip, longest_silence, ribbon
from lcterm.core.spoken import Stretch
from lcterm.core.voices import Heard
from lcterm.core.when import clock
from lcterm.ui.gauge import voice_gauge
from lcterm.ui.line import Line, Span, cells, pad, row, title_line, wrap
from lcterm.ui.page import Page, of_items
from lcterm.ui.view import View
from lcterm.ui.widgets.voices import SIGNS, people_in_order

GAUGE = 9
"""Cells of the gauge that stands behind a ribbon where there is room."""
ROOMY, WIDE = 70, 100
ROOMY_ROWS = 18
LABEL, LABEL_WIDE = 12, 16
"""Cells before a row of time."""
SPOKE, BRIEFLY, APART, QUIET = "━", "╾", "═", "─"
SHORT = "·"
"""Where a point begins that is too short for its number."""
LEGEND = f"{SPOKE} spoke  {BRIEFLY} briefly  {APART} in a round, or presenting"
SHORT_LEGEND = f"{SPOKE} spoke {BRIEFLY} briefly {APART} round"
HIDDEN = "Who spoke when is not for the room; the veil hides it."
NOBODY = "Nobody has spoken yet."
_TICKS_MS = (5, 10, 15, 30, 60, 120, 240)


def so_far_page(view: View, stretches: Sequence[Stretch], width: int, height: int, chosen: str) -> Page:
    """The day on top, and below it a ribbon for each person, with one of them in words; under the veil the day alone.
    Where there are few rows the day gives way."""
    strip = day_strip(view.session, view.table, view.now)
    label, scale = axis(width)
    head = day_lines(view, strip, width, label, scale)
    if height >= ROOMY_ROWS or view.veiled:
        head += [*[(Span(part, "muted"),) for part in wrap(day_words(view), width)], ()]
    if view.veiled:
        return Page(head, [(Span(HIDDEN, "muted"),)])
    heard = people_with_ribbon(view)
    head.append(title_line(width, "Who spoke when", heads=legend(width), look="private-bold"))
    about = next((one for one in heard if one.voice.person == chosen), None)
    said = wrap(person_words(view, about, stretches) if about else NOBODY, width)
    kept = 2 if width >= ROOMY else 3  # as many rows for everyone, so that nothing moves
    head += [(Span(part, "private"),) for part in (said[:kept] + [""] * kept)[:kept]]
    come = strip.place(view.now, scale) + 1 if view.session.live else scale
    rows = []
    for one in heard:
        spoke = ribbon(stretches, one.voice.person, strip, scale)[:come]
        rows.append([ribbon_row(view, one, spoke, width, chosen=one.voice.person == chosen)])
    return of_items(head, rows)


def people_with_ribbon(view: View) -> list[Heard]:
    """Those who are here, or were heard, in the facilitator's order."""
    return [one for one in people_in_order(view) if one.voice.present or one.turns or one.last is not None]


def axis(width: int) -> tuple[int, int]:
    """Where a row of time begins, and how many cells it has."""
    label = LABEL_WIDE if width >= WIDE else LABEL
    end = 6 + GAUGE if width >= WIDE else 6 if width >= ROOMY else 0
    return label, max(8, width - label - end)


def legend(width: int) -> str:
    """What the signs of a ribbon say."""
    return LEGEND if width >= ROOMY + 10 else SHORT_LEGEND


# ── The day ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def day_lines(view: View, strip: Strip, width: int, label: int, scale: int) -> list[Line]:
    """Hours, planned, as it is, now."""
    lines = day_rows(view, strip, width, label, scale)
    return [*lines, now_line(view, strip, width, f"now {clock(view.now, view.zone)}")] if view.session.live else lines


def now_line(view: View, strip: Strip, width: int, said: str) -> Line:
    """A mark under the rows of time at the view's moment, with these words beside it."""
    label, scale = axis(width)
    place = strip.place(view.now, scale)
    text = f"{' ' * place}↑ {said}"
    if place + 2 + cells(said) > scale:
        text = f"{' ' * max(0, place - cells(said) - 1)}{said} ↑"
    return row(width, [Span(" " * label), Span(text, "turn-bold")])


def day_rows(view: View, strip: Strip, width: int, label: int, scale: int) -> list[Line]:
    """Hours, planned, as it is."""
    lines = [title_line(width, "The day", heads=f"{clock(strip.begins, view.zone)} to {clock(strip.ends, view.zone)}")]
    lines.append(row(width, [Span(" " * label), *_ticks(view, strip, scale)]))
    lines.append(row(width, [Span(pad("planned", label), "muted"), *_blocks(strip, strip.planned, scale, "muted")]))
    lines.append(row(width, [Span(pad("as it is", label)), *_blocks(strip, strip.actual, scale, "text")]))
    return lines


def _ticks(view: View, strip: Strip, scale: int) -> list[Span]:
    """Times of day, as close as they can stand."""
    every = next((one for one in _TICKS_MS if scale * one * 60_000 >= 9 * (strip.ends - strip.begins)), 480) * 60_000
    text = ""
    at = -(-strip.begins // every) * every
    while at < strip.ends:
        place = strip.place(at, scale)
        shown = clock(at, view.zone)
        if place >= len(text) + (1 if text else 0) and place + len(shown) <= scale:
            text = f"{text:<{place}}{shown}"
        at += every
    return [Span(text, "muted")]


def _blocks(strip: Strip, blocks: Sequence[Block], scale: int, look: str) -> list[Span]:
    """Each point from its first cell to its last, its number in front where it has room; what is behind us is heavy."""
    row = [(" ", look)] * scale
    for block in blocks:
        first, last = strip.place(block.start, scale), strip.place(max(block.start, block.end - 1), scale)
        come = strip.place(max(block.start, block.until - 1), scale)
        own = "turn" if block.status == "running" and look != "muted" else look
        if block.status == "ahead" and look != "muted":
            own = "muted"
        number = str(block.number)
        for cell in range(first, last + 1):
            heavy = look != "muted" and block.status != "ahead" and cell <= come
            row[cell] = (SPOKE if heavy else QUIET, own)
        if last - first > len(number):
            for offset, figure in enumerate(number):
                row[first + offset] = (figure, f"{own}-bold" if own == "turn" else "bold" if own == "text" else own)
        else:
            row[first] = (SHORT, own)
    return _joined(row)


def _joined(row: Sequence[tuple[str, str]]) -> list[Span]:
    spans: list[Span] = []
    for text, look in row:
        if spans and spans[-1].look == look:
            spans[-1] = Span(spans[-1].text + text, look)
        else:
            spans.append(Span(text, look))
    return spans


def day_words(view: View) -> str:
    """Where the hour went another way than planned: the points that took longest beyond it, or gave most."""
    table, session = view.table, view.session
    if session.status == "planned":
        return "It has not begun."
    over = [
        (round((one.seconds - one.point.plan.minutes * 60) / 60), one.point.plan.title)
        for one in table.rows
        if one.seconds is not None and one.status == "done" and one.point.plan.minutes
    ]
    longer = sorted((one for one in over if one[0] > 0), reverse=True)[:2]
    shorter = sorted(one for one in over if one[0] < 0)[:1]
    parts = [f"{title} took {by} min more" for by, title in longer]
    parts += [f"{title} {-by} min less" for by, title in shorter]
    late = round(table.drift / 60)
    end = f"it ends {late} min late" if late > 0 else f"it ends {-late} min early" if late < 0 else "it ends on time"
    if session.status == "closed":
        end = end.replace("ends", "ended")
    text = ", ".join([*parts, end])
    return f"{text[0].upper()}{text[1:]}."


# ── Who spoke ───────────────────────────────────────────────────────────────────────────────────────────────────────


def ribbon_row(view: View, one: Heard, spoke: Sequence[Spoke], width: int, *, chosen: bool) -> Line:
    """A person's name, when they spoke, and how much that was."""
    name = _ribbon_name(view, one, axis(width)[0], chosen)
    return row(width, [*name, *_joined([_cell(cell) for cell in spoke])], _ribbon_end(one, width), gap=0)


def _ribbon_name(view: View, one: Heard, label: int, chosen: bool) -> list[Span]:
    name = pad(view.within(one.voice.person, label - 3), label - 2)
    if chosen:
        return [Span(f"{SIGNS[one.mark]} {name}", "chip")]
    look = "strong" if one.speaking else "text" if one.voice.reachable else "muted"
    return [Span(f"{SIGNS[one.mark]} ", "private"), Span(name, look)]


def _ribbon_end(one: Heard, width: int) -> list[Span]:
    """The share of the talk, and its gauge against an even one, as far as there is room."""
    if width < ROOMY:
        return []
    share = f"{round(one.share * 100)} %" if one.voice.compared and one.share else ""
    gauge = voice_gauge(one.share, one.expected, GAUGE) if one.voice.compared else [Span(" " * GAUGE)]
    return [*(gauge if width >= WIDE else ()), Span(f"{share:>6}", "text")]


def _cell(spoke: Spoke) -> tuple[str, str]:
    if spoke.counted >= 0.5:
        return SPOKE, "private"
    if spoke.counted > 0 or spoke.noted:
        return (BRIEFLY, "private") if spoke.counted + 0.25 >= spoke.apart else (APART, "muted")
    return (APART, "muted") if spoke.apart else (QUIET, "rule")


def person_words(view: View, one: Heard, stretches: Sequence[Stretch]) -> str:
    """One person's row in words."""
    session, name = view.session, view.name(one.voice.person)
    own = [stretch for stretch in stretches if stretch.person == one.voice.person]
    if not own and not one.turns:
        return f"{name}: has not had the floor yet."
    turns = f"{one.turns} turn{'' if one.turns == 1 else 's'}" if one.turns else "no turn that counts"
    spoken = f"{round(one.seconds / 60)} min" if one.seconds >= 60 else f"{round(one.seconds)} s"
    parts = [f"{name}: {turns}, {spoken} of talk"]
    if one.voice.compared and one.expected:
        parts.append(f"{round(one.share * 100)} % where an even share is {round(one.expected * 100)} %")
    begins, ends = session.began, session.ended or view.now
    since, until = longest_silence(stretches, one.voice.person, begins, max(begins, ends))
    if until - since >= 60_000:
        at = f"{clock(since, view.zone)} to {clock(until, view.zone)}"
        parts.append(f"longest silence {round((until - since) / 60_000)} min, {at}")
    titles = {id: point.plan.title for id, point in session.points.items()}
    where = list(dict.fromkeys(titles[stretch.point] for stretch in own if stretch.point in titles))
    spoke_at = f" Spoke at: {', '.join(where)}." if where else ""
    return f"{'; '.join(parts)}.{spoke_at}"

"""The last three rows at the co-facilitator's seat, where a line is always ready and second keys run the floor."""

from lcterm.ui.grid import Layout
from lcterm.ui.key_names import drawn_key
from lcterm.ui.key_table import KeyTable
from lcterm.ui.line import Line, Span, cells, line_cells, row
from lcterm.ui.view import View
from lcterm.ui.widgets.foot import FEWER, KINDS, available, next_words

ALL_KINDS = 98
"""Cells in which all kinds have room."""
GAP = {"wide": "   ", "middle": "  ", "narrow": "  ", "plain": " "}
OUT = ("c", "Enter", "Esc")
STEPPED_OUT = " single keys act, as on the board;"
STEPPED_OUT_SHORT = " single keys act;"
RUNS_THE_FLOOR = ("hand", "spoke", "next-speaker", "next-point")
AND_MORE = ("undo", "give", "veil")
AFTERWARDS = ("undo", "veil")
"""The keys that run the floor, before and after the way to single keys; before the start the clock comes first."""


def ready_hint(view: View, width: int, beside: Line = ()) -> Line:
    """Below a line in which nothing stands: the first letters and what they make of it, and what stands `beside` them.
    Under the veil only that it is ready."""
    if view.veiled:
        return row(width, [Span("    "), Span("what you type stays dotted", "muted")])
    room = width - line_cells(beside) - 2 if beside else width
    spans: list[Span] = []
    for letter, word in KINDS:
        if room >= ALL_KINDS or letter in FEWER["middle" if room >= 70 else "narrow"]:
            spans += [Span("   " if spans else "    "), Span(letter, "text"), Span(f" {word}", "muted")]
    return row(width, spans, beside if line_cells(spans) <= room else ())


def line_footer(
    view: View, seconds: KeyTable, layout: Layout, width: int, ways: list[tuple[str, str]], last: tuple[str, str]
) -> Line:
    """While a line is ready or written: ways out of it, then the keys that run the floor until it is closed; what does
    not work now is dimmed, all commands close it."""
    gap = GAP[layout]
    closing = _closing(seconds, layout)
    spans: list[Span] = []
    words = [[Span(drawn_key(key), "bold"), Span(f" {text}", "muted")] for key, text in ways]
    first = ("veil",) if view.veiled else ("clock",) if view.session.status in ("planned", "paused") else ()
    floor, more = (RUNS_THE_FLOOR, AND_MORE) if view.session.status != "closed" else ((), AFTERWARDS)
    words += [part for id in (*first, *floor) if (part := _floor_word(view, seconds, id, layout))]
    words.append([Span(drawn_key(last[0]), "bold"), Span(f" {last[1]}", "muted")])
    words += [part for id in more if id not in first and (part := _floor_word(view, seconds, id, layout))]
    room = width - line_cells(closing) - len(gap)
    for part in words:
        lead = [Span(gap)] if spans else []
        if line_cells(spans) + line_cells(lead) + line_cells(part) <= room:
            spans += [*lead, *part]
    return row(width, spans, closing)


def _closing(seconds: KeyTable, layout: Layout) -> Line:
    key = seconds["palette"]
    words = "all" if layout == "narrow" else key.footer
    return (Span(drawn_key(key.label), "bold"), Span(f" {words}", "muted")) if key.label else ()


def _floor_word(view: View, seconds: KeyTable, id: str, layout: Layout) -> list[Span]:
    key = seconds[id]
    if not key.label:
        return []
    words = key.footer if layout == "wide" else key.short
    if id == "next-speaker":
        words = next_words(view) or words
    if id == "veil" and view.veiled:
        words = "lift veil"
    if id == "clock":
        words = "start" if view.session.status == "planned" else "go on"
    return [Span(drawn_key(key.label), "bold" if available(view, id) else "muted"), Span(f" {words}", "muted")]


def stepped_out_line(view: View, width: int, *, waits: bool) -> Line:
    """The line while single keys act: that they do, and which go on writing. A bar from end to end, as the line that
    takes words never is: whoever types words here runs the floor with them."""
    keys = ", ".join(filter(None, (view.keys.shown("capture"), *OUT[1:-1]))) + f" or {OUT[-1]}"
    goes_on = "goes on with your line" if waits else "writes"
    texts = (f"{STEPPED_OUT} {keys} {goes_on}", f"{STEPPED_OUT} {keys} writes", f"{STEPPED_OUT_SHORT} {keys} writes")
    text = next((one for one in texts if cells(one) <= width), texts[-1])
    return row(width, [Span(text, "soon-chip")], look="soon-chip")

"""The last three rows: the line, the message, the footer."""

from typing import NamedTuple

from lcterm.core.fold_floor import next_in_round
from lcterm.ui.grid import Layout
from lcterm.ui.keys import BY_ID
from lcterm.ui.line import Line, Span, line_cells, row
from lcterm.ui.view import View

KINDS = (
    ("a", "action"),
    ("l", "learning"),
    ("d", "decision"),
    ("q", "question"),
    ("p", "parked"),
    ("r", "report"),
    ("s", "story"),
    ("n", "only for us"),
)
FEWER = {"middle": "aldqn", "narrow": "alqn"}
FOOTER = ("next-speaker", "hand", "spoke", "next-point", "minutes", "capture", "undo", "veil", "captures", "agenda")
HELP = (Span("?", "bold"), Span(" keys", "muted"))


class Message(NamedTuple):
    """The message row: ✓ done, ! refused, or neither; the way back after it as key and words."""

    sign: str = ""
    text: str = ""
    way_back: tuple[tuple[str, str], ...] = ()
    private: bool = False


VEILED = Message("", "The veil is on: the room can read along. Every key still works.", (("v", "lifts it"),))
UNDO = (("u", "takes it back"),)


def idle_line(view: View, width: int) -> Line:
    """How a capture is begun; the kinds that fit."""
    left = [Span(" c ", "chip")]
    if view.veiled:
        return row(width, [*left, Span(" write down; what you type stays dotted", "muted")], look="muted")
    wide = width >= 100
    left += [Span(" write down ", "muted")] if wide else []
    for letter, word in KINDS:
        part = [Span(f"  {letter}", "text"), Span(f" {word}", "muted")]
        if (wide or letter in FEWER["middle" if width >= 70 else "narrow"]) and line_cells(left) + line_cells(
            part
        ) <= width:
            left += part
    return row(width, left, look="muted")


def message_line(view: View, message: Message, width: int) -> Line:
    """What happened, then the way back. Under the veil only what the room saw."""
    if view.veiled and (message.private or not message.text):
        message = VEILED if width >= 90 else VEILED._replace(text="The veil is on; every key works.")
    looks = {"✓": "turn", "!": "soon-bold"}
    left = [Span(f" {message.sign or ' '}  ", looks.get(message.sign, "text")), Span(message.text, "text")]
    for key, words in message.way_back:
        part = [Span(f"   {key}", "bold"), Span(f" {words}", "muted")]
        if line_cells(left) + line_cells(part) <= width:
            left += part
    return row(width, left)


def footer_line(view: View, layout: Layout, width: int) -> Line:
    """What works now, the first words that fit; what does not work is dimmed, and `? keys` is always there."""
    gap = "   " if layout == "wide" else "  "
    spans: list[Span] = []
    for id in dict.fromkeys(("veil", *FOOTER)) if view.veiled else FOOTER:
        part = _word(view, id, layout)
        lead = [Span(gap)] if spans else []
        if line_cells(spans) + line_cells(lead) + line_cells(part) + 8 <= width:
            spans += [*lead, *part]
    return row(width, spans, HELP)


def _word(view: View, id: str, layout: Layout) -> list[Span]:
    works = available(view, id)
    if id == "minutes":
        return [Span("+ −", "bold" if works else "muted"), Span(" 1 min" if layout == "wide" else " min", "muted")]
    key = BY_ID[id]
    words = key.footer if layout == "wide" else key.short
    if id == "veil" and view.veiled:
        words = "lift veil"
    shown = key.shown.split(" ")[0]
    return [Span(shown, "bold" if works else "muted"), Span(f" {words}", "muted")]


def available(view: View, id: str) -> bool:
    """Whether pressing this now does something; if not, pressing it says why."""
    session, point = view.session, view.session.point
    live = session.live and point is not None
    match id:
        case "next-speaker":
            round_goes_on = session.mode == "round" and bool(next_in_round(session))
            return live and (round_goes_on or (bool(session.hands) and session.mode != "round"))
        case "hand" | "spoke" | "give":
            return live and session.mode != "none"
        case "next-point" | "minutes":
            return live
        case _:
            return True

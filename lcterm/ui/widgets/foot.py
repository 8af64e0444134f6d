"""The last three rows: the line, the message, the footer."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from lcterm.core.queueing import next_speaker
from lcterm.ui.grid import Layout
from lcterm.ui.key_names import drawn_key
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.line import Line, Span, cut, line_cells, row, short_paths
from lcterm.ui.point_offers import KEY as OFFER
from lcterm.ui.point_offers import point_offer
from lcterm.ui.suggestion import suggested
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
FOOTER = (
    *(
        "next-speaker",
        "suggestion",
        "pass",
        "offer",
        "hand",
        "spoke",
        "next-point",
        "minutes",
        "capture",
        "undo",
        "veil",
    ),
    *("captures", "agenda"),
)

AFTERWARDS = ("summary", "read-back", "capture", "undo", "veil", "captures", "so-far", "agenda")
"""The footer's words once the session is closed: nobody speaks next, and no point follows."""

NAME_MOST = 12
"""Cells that a name may take in the footer."""


def help_words(keys: KeyTable) -> Line:
    """What closes every footer."""
    return (Span(keys.shown("help"), "bold"), Span(f" {keys['help'].footer}", "muted"))


HELP = help_words(SHIPPED)

EMPTIES = "ctrl+u"
"""On the board as in the line: away with what is in it."""


class Message(NamedTuple):
    """The message row: ✓ done, ! refused, or neither; the way back after it as key and words,
    the key by the id of the board's or as it is shown."""

    sign: str = ""
    text: str = ""
    way_back: tuple[tuple[str, str], ...] = ()
    private: bool = False


VEILED = Message("", "The veil is on: the room can read along. Every key still works.", (("veil", "lifts it"),))
UNDO = (("undo", "takes it back"),)


def idle_line(view: View, width: int, beside: Line = ()) -> Line:
    """How a capture is begun; the kinds that fit; and, while the group decides something, how to go on with it, else
    what stands `beside`."""
    deciding = deciding_words(view, width)
    right = deciding or beside
    room = max(0, width - line_cells(right) - 2) if right else width
    return row(width, _kinds_line(view, room, room if deciding else width), right)


def waiting_line(view: View, width: int) -> Line:
    """That a line was left unfinished, and the keys that go on with it and empty it."""
    key = view.keys.shown("capture")
    if not key:
        return _kinds_line(view, width, width)
    lead = [Span(f" {key} ", "chip"), Span(" a line is waiting", "soon")]
    goes_on = [Span(": "), Span(key, "bold"), Span(" goes on", "muted")]
    empties = [Span(", "), Span(EMPTIES, "bold"), Span(" empties it", "muted")]
    return row(width, [*lead, *goes_on, *empties])


def deciding_words(view: View, width: int) -> Line:
    """That a decision is under way, and its key; with much room what is being decided."""
    held, key = view.session.deciding, view.keys.shown("decide")
    if held is None or not key:
        return ()
    question = cut(held.question, width // 3) if width >= 140 else ""
    return (Span(key, "bold"), Span(f" deciding{': ' if question else ''}{question}", "turn"))


def _kinds_line(view: View, width: int, across: int) -> Line:
    """The kinds that fit, of those for a line `across` cells: what comes to stand beside them moves none."""
    return _kinds(view.keys.shown("capture"), view.veiled, width, across)


@lru_cache(16)
def _kinds(key: str, veiled: bool, width: int, across: int) -> Line:
    """The same, worked out once: nothing in it changes while people talk."""
    left = [Span(f" {key} ", "chip")]
    if veiled:
        return row(width, [*left, Span(" write down; what you type stays dotted", "muted")], look="muted")
    wide = across >= 100
    left += [Span(" write down ", "muted")] if wide else []
    for letter, word in KINDS:
        part = [Span(f"  {letter}", "text"), Span(f" {word}", "muted")]
        if (wide or letter in FEWER["middle" if across >= 70 else "narrow"]) and line_cells(left) + line_cells(
            part
        ) <= width:
            left += part
    return row(width, left, look="muted")


def message_line(view: View, message: Message, width: int) -> Line:
    """What happened, then the way back. Under the veil only what the room saw."""
    if view.veiled and (message.private or not message.text):
        message = VEILED if width >= 90 else VEILED._replace(text="The veil is on; every key works.")
    looks = {"✓": "turn", "!": "soon-bold"}
    text = short_paths(message.text, width - 4)
    left = [Span(f" {message.sign or ' '}  ", looks.get(message.sign, "text")), Span(text, "text")]
    for key, words in message.way_back:
        part = [Span(f"   {view.keys.shown(key)}", "bold"), Span(f" {words}", "muted")]
        if view.keys.shown(key) and line_cells(left) + line_cells(part) <= width:
            left += part
    return row(width, left)


def footer_line(view: View, layout: Layout, width: int) -> Line:
    """What works now, the first words that fit; what does not work is dimmed, and `? keys` is always there."""
    parts: list[Line] = []
    for id in dict.fromkeys(_wanted(view, layout)):
        if not at_hand(view, id) or (id == OFFER and layout == "wide" and not view.veiled):  # the prompts have it there
            continue
        if part := _word(view, id, layout):
            parts.append(tuple(part))
    return _fitting(tuple(parts), "   " if layout == "wide" else "  ", width, help_words(view.keys))


@lru_cache(16)
def _fitting(parts: tuple[Line, ...], gap: str, width: int, closing: Line) -> Line:
    """The first of these words that fit, and what closes the row: from one key to the next it is mostly the same."""
    spans: list[Span] = []
    for part in parts:
        lead = [Span(gap)] if spans else []
        if line_cells(spans) + line_cells(lead) + line_cells(part) + 8 <= width:
            spans += [*lead, *part]
    return row(width, spans, closing)


def ways_out(words: Sequence[tuple[str, str]], width: int, keys: KeyTable) -> Line:
    """The footer of a mode: keys, by the id of the board's or as they are shown, with what they do."""
    spans: list[Span] = []
    for key, text in words:
        part = [Span("   " if spans else ""), Span(keys.shown(key), "bold"), Span(f" {text}", "muted")]
        if line_cells(spans) + line_cells(part) + 8 <= width:
            spans += part
    return row(width, spans, help_words(keys))


def _wanted(view: View, layout: Layout) -> tuple[str, ...]:
    """The words from the left, once or more often each. Where what the point offers takes room, the next point comes
    before who spoke."""
    if view.session.status == "closed":
        return (*(("veil",) if view.veiled else ()), *AFTERWARDS)
    offering = layout != "wide" and at_hand(view, OFFER)
    first = ("next-speaker", "suggestion", "pass", OFFER, "hand", "next-point") if offering else ()
    return (*(("veil",) if view.veiled else ()), *first, *FOOTER)


def _word(view: View, id: str, layout: Layout) -> list[Span]:
    works = available(view, id)
    if id == "minutes":
        both = " ".join(key for key in (view.keys.shown("longer"), view.keys.shown("shorter")) if key)
        words = " 1 min" if layout == "wide" else " min"
        return [Span(both, "bold" if works else "muted"), Span(words, "muted")] if both else []
    key = view.keys[id]
    words = key.footer if layout == "wide" else key.short
    if id == "veil" and view.veiled:
        words = "lift veil"
    if id == "next-speaker":
        words = next_words(view) or words
    if id == OFFER and (offer := point_offer(view.session)) is not None:
        words = offer.short
    return [Span(drawn_key(key.label), "bold" if works else "muted"), Span(f" {words}", "muted")] if key.label else []


def at_hand(view: View, id: str) -> bool:
    """Whether the footer has a place for it now: a suggestion while one stands, passing in a round, what the point
    offers."""
    match id:
        case "suggestion":
            return suggested(view) is not None
        case "offer":
            return point_offer(view.session) is not None
        case "pass":
            return view.session.live and view.session.mode == "round" and view.session.aside is None
        case _:
            return True


def next_words(view: View) -> str:
    """What the key of the next speaker does now, where that is not what it is called."""
    session = view.session
    if session.aside is not None:
        return f"back to {cut(view.short(session.aside.person), NAME_MOST)}"
    return "swap" if session.live and session.mode == "pairs" else ""


def available(view: View, id: str) -> bool:
    """Whether pressing this now does something; if not, pressing it says why."""
    session, point = view.session, view.session.point
    live = session.live and point is not None
    match id:
        case "next-speaker":
            ready = session.mode == "pairs" or session.aside is not None or bool(next_speaker(session))
            return live and ready and session.mode != "none"
        case "hand" | "spoke" | "give":
            return live and session.mode != "none"
        case "next-point" | "minutes":
            return live
        case _:
            return True

"""The care card: what to say now, who can help near here, and what a facilitator can and cannot promise.

The words are ours. They give no legal advice: the law and the duty of care of the people's own workplace decide.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import TypeAlias

from lcterm.ui.line import Line, Span, row, title_line, wrap
from lcterm.ui.page import Page

SAY = (
    "Let us stop here for a moment. The clock can wait; nothing is more urgent than this.",
    "You need not say anything more, now or later.",
    "Would it help to go on, to sit quietly with us, or to step outside with somebody you choose?",
)
TO_THE_OTHERS = "To the others: “Ten minutes for all of us. Please leave with the person what was theirs to tell.”"
DANGER = "If somebody is in danger right now, call the emergency number first."
CAN = (
    "Nobody has to go on, to explain, or to stay.",
    "I ask everyone to keep it in this room, and nothing of it goes into our notes.",
    "If I have to speak to anyone else about it, you hear it from me first, wherever I can.",
)
CANNOT = (
    "That nobody in the room will ever repeat it: I can ask it of people, not answer for them.",
    "That it stays here if somebody may come to harm, or where I am bound to pass it on.",
    "That it is mine or the group's to decide: the law and my workplace's duty of care say when.",
)
BEFORE_MORE = "Say that before more is told: “There are things I could not keep to myself. I would tell you so first.”"
NO_CONTACTS = "None entered yet. e enters them, one a line."
BESIDE_FROM = 100
GAP = 4

Lines: TypeAlias = Sequence[Line]


def care_page(contacts: Sequence[str], state: str, width: int, height: int) -> Page:
    """The card; `state` says what the clocks do. Two columns where there is room for them."""
    head = [title_line(width, "Care", state)]
    if width < BESIDE_FROM:
        return Page(head, [(), *_now(contacts, width, ()), (), *_limits(width, ())])
    left = (width - GAP) // 2
    columns = _columns(contacts, left, width - GAP - left, [()])
    if max(map(len, columns)) + 2 > height:
        columns = _columns(contacts, left, width - GAP - left, ())
    pairs = zip_longest(*columns, fillvalue=())
    lines = [(*row(left, one), Span(" " * GAP), *row(width - GAP - left, other)) for one, other in pairs]
    return Page(head, [(), *lines])


def _columns(contacts: Sequence[str], left: int, right: int, air: Lines) -> tuple[Lines, Lines]:
    return [title_line(left, "Say now"), *air, *_now(contacts, left, air)], _limits(right, air)


def _now(contacts: Sequence[str], width: int, air: Lines) -> Lines:
    """What to say, then whom to call. `air`: what stands between the sentences."""
    lines: list[Line] = []
    for sentence in SAY:
        lines += [*((Span(part, "strong"),) for part in wrap(f"“{sentence}”", width)), *air]
    lines += [*_text(TO_THE_OTHERS, width), (), title_line(width, "Help near here"), *air]
    lines += [line for contact in contacts for line in _bulleted(contact, width, "strong")]
    if not contacts:
        lines += _text(NO_CONTACTS, width)
    return [*lines, *air, *_text(DANGER, width)]


def _limits(width: int, air: Lines) -> Lines:
    """What may be promised and what may not."""
    lines: list[Line] = [title_line(width, "You can promise"), *air]
    lines += [line for promise in CAN for line in (*_bulleted(promise, width), *air)]
    lines += [*(() if air else ((),)), title_line(width, "You cannot promise"), *air]
    lines += [line for promise in CANNOT for line in (*_bulleted(promise, width), *air)]
    return [*lines, *_text(BEFORE_MORE, width)]


def _text(text: str, width: int) -> list[Line]:
    return [(Span(part),) for part in wrap(text, width)]


def _bulleted(text: str, width: int, look: str = "text") -> list[Line]:
    parts = wrap(text, max(1, width - 2))
    return [(Span("· " if number == 0 else "  ", "muted"), Span(part, look)) for number, part in enumerate(parts)]

"""What is said below a capture line while it is written or mended: what looks like a slip, and who might read it."""

from collections.abc import Iterable

from lcterm.core.captures import Line as Read
from lcterm.core.captures import preview, readers, whose_words
from lcterm.core.events import Words
from lcterm.ui.line import Line, Span, cells, cut, line_cells, row
from lcterm.ui.view import View

WAYS_OUT = (
    ("Enter", "keep"),
    ("Esc", "leave, text stays"),
    ("Tab", "complete"),
    ("@", "who"),
    ("^", "when"),
    (">", "for whom"),
    ("↑", "earlier"),
)
GAP = 3


def understood(view: View, read: Read, width: int, also: Iterable[Span] = (), *, empty: bool) -> Line:
    """The row below a line: what it reads as, or what has to be mended; `also` stands before it. Under the veil only
    whether it reads well."""
    if view.veiled:
        return row(width, [Span("    "), Span("not yet" if read.problem else "reads well", "muted")])
    if not read.problem:
        lead = [Span("    "), *also, Span(preview(read.words, view.names), "text"), *stray(read.words)]
        return row(width, lead, third_party_hint(view, read.words, width - line_cells(lead) - GAP), gap=GAP)
    if empty:
        whose = whose_words(read.words, view.names)
        start = f"{whose}; the" if whose else "its"
        text = f"{start} first letter says what it is; without one it is a learning"
        return row(width, [Span("    "), Span(text, "muted")])
    return row(width, [Span(" !  ", "soon-bold"), Span(f"{read.problem} Your text stays.", "text")])


def asked_again(read: Read, room: int, *, veiled: bool) -> str:
    """Whether a word that fits nobody shall stay in the text, in as many words as there is room for."""
    if veiled:
        return "A word behind > fits nobody. Enter again keeps it."
    reason = read.unaddressed
    texts = (
        f"{reason}, so {readers(read.words)} would read this. Mend it, or Enter again keeps it as text.",
        f"{reason}: {readers(read.words)} would read this. Enter again keeps it.",
        f"{reason}. Mend it; Enter again keeps it.",
    )
    return next(
        (text for text in texts if cells(text) <= room), f"{cut(reason, max(4, room - 24))}. Enter again keeps it."
    )


def third_party_hint(view: View, words: Words, room: int) -> Line:
    """A gentle question where somebody outside the group seems to be named; it says as much as goes into the room."""
    from lcterm.ui.outsiders import ASKED, outsider

    found = outsider(view, words)
    if not found:
        return ()
    whole = f"{ASKED} clients stay nameless"
    asked = next((one for one in (f"{found}: {whole}", whole) if cells(one) <= room), ASKED)
    return (Span(asked, "soon"),)


def stray(words: Words) -> list[Span]:
    """A word that looks like a date or a recipient and is none."""
    stray = next((word for word in words.text.split() if word[0] in "^>" and len(word) > 1), "")
    return [Span(f"   {stray}", "soon"), Span(" stays in the text", "muted")] if stray else []

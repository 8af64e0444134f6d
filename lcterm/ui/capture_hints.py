"""What is said below a capture line while it is written or mended: what looks like a slip, and who might read it."""

from lcterm.core.captures import Line as Read
from lcterm.core.captures import readers
from lcterm.core.events import Words
from lcterm.ui.line import Line, Span, cells, cut
from lcterm.ui.outsiders import ASKED, outsider
from lcterm.ui.view import View


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

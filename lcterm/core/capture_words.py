"""A capture where it is listed: its letter, until when it is due, who it is for; as few words as fit a column."""

from lcterm.core.events import CaptureKind, Words
from lcterm.core.session import Capture
from lcterm.core.when import due

LETTERS: dict[str, CaptureKind] = {
    "a": "action",
    "l": "learning",
    "d": "decision",
    "q": "question",
    "p": "parked",
    "r": "report",
    "s": "story",
    "o": "outcome",
    "u": "quote",
    "f": "feedback",
    "n": "note",
}
LETTER_OF: dict[CaptureKind, str] = {kind: letter for letter, kind in LETTERS.items()}


def due_words(words: Words) -> str:
    """Fri 27 Nov, next time, or nothing."""
    return due(words.due) if words.due else "next time" if words.due_next else ""


def still_due(capture: Capture) -> str:
    """The same of a capture as it stands: what is done is not due next time any more."""
    return "" if capture.done and capture.words.due_next else due_words(capture.words)


def audience_words(words: Words, names: dict[str, str]) -> str:
    """Who it is for, in a word that fits a column."""
    match words.audience:
        case "facilitators":
            return "only us"
        case "other":
            return names.get(words.to, "someone")
        case audience:
            return audience

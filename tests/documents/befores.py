"""A session before the one that a test is about, as later ones know it."""

from lcterm.core.digest import Digest, digest
from tests.documents.meetings import PEOPLE, POINTS, Book

SESSION = "2026-10-20-aaaa"


def held_before(*actions: str) -> Digest:
    """A session with these actions, each of the person named behind it."""
    book = Book(PEOPLE, POINTS, id=SESSION, title="session 6")
    book.begin(-70)
    for text, owner in zip(actions[::2], actions[1::2], strict=True):
        book.write(-65, "action", text, owners=(owner,))
    return digest(book.meeting.session)

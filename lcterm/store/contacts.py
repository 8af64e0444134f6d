"""Whom to turn to near here: the list a community enters for the moment somebody needs more than the group can give."""

from collections.abc import Sequence

from lcterm.core.refusal import Refused
from lcterm.core.text import clean, folded

CONTACT_MAX = 160
CONTACTS_MAX = 30


def contacts_of(lines: Sequence[str]) -> tuple[str, ...]:
    """The contacts as they are kept, one a line, each once, without empty ones. Raises Refused for a line that is too
    long, and for more than anybody would read in such a moment."""
    kept: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        contact = clean(line, limit=CONTACT_MAX, what=f"contact {number}")
        if contact:
            kept.setdefault(folded(contact), contact)
    if len(kept) > CONTACTS_MAX:
        raise Refused(f"{len(kept)} contacts are more than anybody reads in such a moment; at most {CONTACTS_MAX} fit")
    return tuple(kept.values())

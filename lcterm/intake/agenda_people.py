"""Who presents: the last part of a line, if it names people of the community."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lcterm.core.text import folded, unaccented, words
from lcterm.intake.agenda_point import tidy

_AND = re.compile(r"\s*[,;&+/]\s*|\s+(?:and|with)\s+", re.IGNORECASE)
_DIVIDER = re.compile(
    r"\s+[-–—−|/·]\s+|\s*[–—]\s*|[:,;]\s+|\s+\((?=[^()]*\)$)|\s+(?:by|with|led by|presented by)\s+", re.IGNORECASE
)


class Named(NamedTuple):
    """A title and the people named behind it (ids). `unclear` are names that could be several people's."""

    title: str
    people: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


class People:
    """The members as they may be written in an agenda: in full, by one of their names, or as Sam K.; any case, with or
    without accents."""

    def __init__(self, members: Sequence[tuple[str, str]]) -> None:
        """`members` are ids of people and their names."""
        self._members = [(person, folded(name), [unaccented(word) for word in words(name)]) for person, name in members]

    def _called(self, written: str) -> list[str]:
        """Ids of everyone who could be meant, one alone if it is the whole name."""
        wanted = folded(written.lstrip("@"))
        whole = [person for person, name, _ in self._members if name == wanted]
        if whole:
            return whole
        parts = [unaccented(word) for word in words(written.lstrip("@"))]
        return [person for person, _, names in self._members if parts and _fits(parts, names)]

    def named(self, written: str) -> Named:
        """Who these words name: everyone in them, or nobody at all."""
        found: list[str] = []
        unclear: list[str] = []
        for part in filter(None, _AND.split(written.strip(" .()[]"))):
            called = self._called(part)
            if not called:
                return Named(written)
            if len(called) > 1:
                unclear.append(part)
            found += called[:1]
        return Named(written, () if unclear else tuple(dict.fromkeys(found)), tuple(unclear))

    def split(self, title: str) -> Named:
        """A title and the people behind its last divider; the title as it is where they are nobody here."""
        unclear: tuple[str, ...] = ()
        for divider in _DIVIDER.finditer(title):
            named = self.named(title[divider.end() :])
            before = tidy(title[: divider.start()])
            if named.people and before:
                return Named(before, named.people)
            unclear = unclear or named.unclear
        return Named(title, (), unclear)


def _fits(parts: list[str], names: list[str]) -> bool:
    """Whether one word is one of the names, or several are, in their order, the first in full and others begun."""
    if len(parts) == 1:
        return parts[0] in names
    rest = iter(names)
    return parts[0] in rest and all(any(name.startswith(part) for name in rest) for part in parts[1:])

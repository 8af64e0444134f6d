"""Verb + person: `h` asks who, letters narrow by badge or name, and a whole badge acts at once.

The letters that go on spelling the chosen name are held, so that `h jonas` is as harmless as `h j`; when the next key
breaks the spelling they are played after all, so that `h c h d` is two hands. No timers and no widgets here.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lcterm.core.text import letters

if TYPE_CHECKING:
    from lcterm.core.names import Known

HOLD_MS = 500
"""How long a letter may take to still belong to the name that was chosen."""


class Picking(NamedTuple):
    """What was typed so far after the verb, and who still matches, first the one that Enter takes."""

    typed: str
    matching: "tuple[Known, ...]"

    @property
    def chosen(self) -> "Known | None":
        """Who is meant already: a whole badge, or the last name left."""
        if not self.typed:
            return None
        whole = [one for one in self.matching if one.badge == self.typed]
        return whole[0] if whole else self.matching[0] if len(self.matching) == 1 else None


def picking(people: "Sequence[Known]", typed: str = "") -> Picking:
    """Who matches what was typed: badges that begin so, then names, then later words of names."""

    def rank(one: "Known") -> int | None:
        if one.badge.startswith(typed):
            return 0
        whole, words = _spelled(one.name)
        if whole.startswith(typed):
            return 1
        return 2 if any(word.startswith(typed) for word in words) else None

    ranked = [(place, one) for one in people if (place := rank(one)) is not None]
    return Picking(typed, tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0])))


@lru_cache(1024)
def _spelled(name: str) -> tuple[str, tuple[str, ...]]:
    """The letters of a name, and of each of its words."""
    return letters(name), tuple(map(letters, name.split()))


class Trail(NamedTuple):
    """The rest of a chosen name, what of it was typed since and is held, and when the last key came (ms, any clock)."""

    rest: str
    held: str
    at: int

    def in_time(self, at: int) -> bool:
        """Whether a key that comes at `at` may still belong to the name."""
        return at - self.at <= HOLD_MS

    def follow(self, letter: str, at: int) -> "Followed":
        """The next letter or blank: held as long as it spells the name in time. When it breaks the spelling, a lone
        letter held before was a key after all and is played first; more of them were the name."""
        if not self.in_time(at):
            return Followed(None, self.overdue() + letter)
        rest = self.rest if self.rest.startswith(letter) else self.rest.removeprefix(" ")
        if letter and rest.startswith(letter) and (letter != " " or self.held):
            rest = rest[len(letter) :]
            return Followed(Trail(rest, self.held + letter, at) if rest else None, "")
        return Followed(None, self.overdue() + letter)

    def overdue(self) -> str:
        """What is played when nothing more comes: a lone letter was a key; more of them were the name."""
        return self.held if len(self.held) == 1 else ""


class Followed(NamedTuple):
    """What becomes of a key after a name was chosen: the trail that goes on, and the keys to play now."""

    trail: Trail | None
    play: str


def trail_after(chosen: "Known", typed: str, at: int) -> Trail | None:
    """What would go on spelling the chosen name, blanks between its words included."""
    spelled = " ".join(word for word in map(letters, chosen.name.split()) if word)
    rest = spelled[len(typed) :] if spelled.startswith(typed) else ""
    return Trail(rest, "", at) if rest else None

"""The badges of a session: the one or two letters that stand for a person after a key such as `h`.

A badge may never begin another, so that a whole one acts at once. Think of a tree: a badge is a leaf, and below a leaf
nothing grows. At every fork one branch is kept open, so that whoever comes in late finds a badge too.
"""

from collections.abc import Mapping, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from lcterm.core.refusal import Refused
from lcterm.core.text import letters, words

_SELDOM = "xqzyvwuokngjhpbfdceltirmsa"
"""Letters for people whose name gives none; those that few names begin with come first."""


class _Bearer(NamedTuple):
    """Someone who needs a badge: the name's words in a to z, and the letters wished for after the first."""

    person: str
    name: str
    words: tuple[str, ...]
    wishes: str

    @property
    def first(self) -> str:
        return self.words[0][0] if self.words else ""

    @property
    def last(self) -> str:
        """The initial of the last of several words."""
        return self.words[-1][0] if len(self.words) > 1 else ""


def badges(names: Sequence[tuple[str, str]], fixed: Mapping[str, str] | None = None) -> dict[str, str]:
    """A badge for each of `names`, pairs of person id and name: one letter if nobody else starts with it, else two
    (three where more than 25 share the first), a to z only, none beginning another.

    Those in `fixed` keep theirs and new ones fit round them. The same people in the same order get the same badges.
    Raises Refused when `fixed`, made elsewhere, leaves no room at all. Source of the rule: ours.
    """
    fixed = fixed or {}
    given = _Given(fixed)
    bearers = [_bearer(person, name) for person, name in names if person not in fixed]
    given.calls = {bearer.person: frozenset(bearer.words[:1]) | {"".join(bearer.words)} for bearer in bearers}
    groups: dict[str, list[_Bearer]] = {}
    for bearer in bearers:
        initial = bearer.first if given.has_room(bearer.first) else ""
        groups.setdefault(initial, []).append(bearer)
    strays = groups.pop("", [])
    lonely = [initial for initial, group in groups.items() if len(group) == 1 and given.is_free(initial)]
    crowded = [initial for initial in groups if initial not in lonely]
    for initial in crowded:
        given.spread(initial, groups[initial])
    for initial in lonely:
        given.spread("", groups[initial], initial)
    given.spread("", strays)
    return {person: given.of[person] for person, _ in names}


def _bearer(person: str, name: str) -> _Bearer:
    spelt = tuple(word for word in map(letters, words(name)) if word)
    last = spelt[-1][0] if len(spelt) > 1 else ""
    return _Bearer(person, name, spelt, "".join(dict.fromkeys(last + "".join(spelt)[1:])))


class _Given:
    """The badges given so far, while more are being found."""

    def __init__(self, fixed: Mapping[str, str]) -> None:
        self.of = dict(fixed)
        self.calls: dict[str, frozenset[str]] = {}
        self._leaves: set[str] = set()
        self._forks: set[str] = set()
        for badge in fixed.values():
            self._grow(badge)

    def is_free(self, code: str) -> bool:
        """Nothing begins with it, and it begins with no badge."""
        return code not in self._forks and not any(code[:length] in self._leaves for length in range(1, len(code) + 1))

    def has_room(self, code: str) -> bool:
        """A badge can still be found that begins with it."""
        if self.is_free(code):
            return True
        return code in self._forks and any(self.has_room(code + letter) for letter in ascii_lowercase)

    def spread(self, stem: str, bearers: Sequence[_Bearer], wanted: str = "") -> None:
        """Gives everyone a badge that begins with `stem`; `wanted` is a letter to follow it if it may."""
        if not bearers:
            return
        free = [letter for letter in ascii_lowercase if self.is_free(stem + letter)]
        forks = [letter for letter in ascii_lowercase if letter not in free and self.has_room(stem + letter)]
        if not free and not forks:
            raise Refused(f"No badge is left for {bearers[0].name}: every letter is taken in this session.")
        split = self._split(len(bearers), len(free), bool(forks))
        by_letter = self._share_out(stem, bearers, free, len(free) - split, wanted)
        below = [bearer for bearer in bearers if bearer.person not in by_letter]
        for bearer in bearers:
            if bearer.person in by_letter:
                self._give(bearer, stem + by_letter[bearer.person])
        left = [letter for letter in free if letter not in by_letter.values()]
        branches = _by_wish(left, [letter for bearer in below for letter in wanted or bearer.wishes])[:split] or forks
        for number, branch in enumerate(branches):
            self.spread(stem + branch, below[number :: len(branches)])

    @staticmethod
    def _split(people: int, free: int, open_forks: bool) -> int:
        """How many of the free letters become forks, so that all find a place and one branch stays open."""
        if people < free or (people == free and open_forks):
            return 0
        return min(free, max(1, -(-(people - free) // (len(ascii_lowercase) - 2))))

    def _share_out(
        self, stem: str, bearers: Sequence[_Bearer], free: Sequence[str], places: int, wanted: str
    ) -> dict[str, str]:
        """Who gets which letter behind `stem`, for as many as there are places: first those whose last initial tells
        them apart, then a letter of the name that no other has, then any."""
        shared: dict[str, str] = {}
        initials = [bearer.last for bearer in bearers]
        waiting = list(bearers)
        for bearer in bearers:
            apart = wanted or (bearer.last if stem and initials.count(bearer.last) == 1 else "")
            if apart in free and len(shared) < places and self._suits(bearer, stem + apart):
                shared[bearer.person] = apart
                waiting.remove(bearer)
        for bearer in waiting[: max(0, places - len(shared))]:
            left = [letter for letter in free if letter not in shared.values()]
            suited = [letter for letter in left if self._suits(bearer, stem + letter)] or left
            others = "".join(other.wishes for other in bearers if other is not bearer)
            wishes = [letter for letter in (bearer.first if not stem else "") + bearer.wishes if letter in suited]
            own = [letter for letter in wishes if letter not in others]
            shared[bearer.person] = (own or wishes or _by_wish(suited, _SELDOM))[0]
        return shared

    def _suits(self, bearer: _Bearer, code: str) -> bool:
        """Not what somebody else is called: typing Jo must not mean Jonas."""
        return not any(code in called for person, called in self.calls.items() if person != bearer.person)

    def _give(self, bearer: _Bearer, code: str) -> None:
        self.of[bearer.person] = code
        self._grow(code)

    def _grow(self, code: str) -> None:
        self._leaves.add(code)
        self._forks.update(code[:length] for length in range(len(code)))


def _by_wish(letters_left: Sequence[str], wishes: Sequence[str]) -> list[str]:
    """The letters, wished ones first."""
    rank = {letter: place for place, letter in reversed(list(enumerate(wishes)))}
    return sorted(letters_left, key=lambda letter: rank.get(letter, len(rank) + ord(letter)))

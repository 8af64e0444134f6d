"""Who the speakers of a recording are: by their exact names; else somebody whose name is much like it is asked about,
and nobody takes one person for another by themselves."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from lcterm.core.community import Member
from lcterm.core.refusal import Refused
from lcterm.core.text import folded, unaccented, words

_LIKE_AT_MOST = 3
_NOBODY: Mapping[str, str] = {}
_NONE: Mapping[str, tuple[str, ...]] = {}
_ALIKE = 0.85
"""The share of letters that two spellings of one name have in common (Dorota, Dorotha); source: ours."""

_SPELLING_MIN = 5
"""Letters; in shorter names one letter makes another person of it."""

_INITIAL, _NICKNAME = 1, 3
"""How short the beginning of a word may be that stands for the word: an initial, or Seb for Sebastian."""

_GIVEN_BY_MACHINES = re.compile(
    r"(?:unknown|unidentified)?[\s_-]*"
    r"(?:speaker|spk|sprecher|sprecherin|person|participant|guest|user|caller|voice|unknown)[\s_-]*[a-z]?[0-9]*"
)


_CODE = re.compile(r"[a-z]*[_-]?[0-9]+[a-z]?")
"""FEE005, m12: how those who keep recordings number who is in them."""


class Recognised(NamedTuple):
    """The speakers by label: who they are; who they may be, likeliest first; and those nobody here is like. `beside`:
    somebody new who may be another new speaker of the same recording (labels); `same`: who is said to be another."""

    known: dict[str, str]
    asked: dict[str, tuple[str, ...]]
    new: tuple[str, ...]
    beside: Mapping[str, tuple[str, ...]] = _NONE
    same: Mapping[str, str] = _NOBODY

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The speakers to be asked about, in no order that matters."""
        return (*self.asked, *self.beside)


def recognised(
    labels: Iterable[str],
    members: Iterable[Member],
    given: Mapping[str, str],
    new: Collection[str] = (),
    same: Mapping[str, str] = _NOBODY,
) -> Recognised:
    """Who is who. `given`: labels to people by hand; `new`: labels that are said to be somebody new; `same`: labels to
    the labels of those they are said to be. A name that a machine gives (Speaker 1) is somebody else in each recording,
    so having it is no proof of being the same. Raises Refused for somebody new who has the name of a member."""
    looks = [_look(member) for member in members if not member.forgotten]
    names = {folded(look.member.name): look.member for look in looks}
    known: dict[str, str] = {}
    asked: dict[str, tuple[str, ...]] = {}
    strangers: list[str] = []
    alias: dict[str, str] = {}
    for label in labels:
        namesake = names.get(folded(label))
        if label in given:
            known[label] = given[label]
        elif label in same:
            alias[label] = _last_of(label, same)
        elif label in new:
            if namesake is not None:
                raise Refused(_taken(label, namesake.name))
            strangers.append(label)
        elif namesake is not None and not given_by_machine(label):
            known[label] = namesake.person
        elif like := (namesake.person,) if namesake is not None else _resembling(label, looks):
            asked[label] = like
        else:
            strangers.append(label)
    beside = _beside(strangers, new)
    return Recognised(known, asked, tuple(label for label in strangers if label not in beside), beside, alias)


def _last_of(label: str, same: Mapping[str, str]) -> str:
    """Whom this one is in the end, where one is another and that one a third. Raises Refused for a circle."""
    passed = [label]
    while (label := same[label]) in same:
        if label in passed:
            after, before = same[label], passed[-1]
            raise Refused(f"{label} is said to be {after}, and {before} to be {label}: say who one of them is")
        passed.append(label)
    return label


def _beside(strangers: Sequence[str], new: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Those whose name is how another's begins, in whole words: Julian, where Julian Ma speaks as well."""
    found: dict[str, tuple[str, ...]] = {}
    spelt = {label: _name_words(label) for label in strangers}
    by_first: dict[str, list[str]] = {}
    for label, parts in spelt.items():
        if len(parts) > 1:
            by_first.setdefault(parts[0], []).append(label)
    for label, parts in spelt.items():
        if not parts or label in new or looks_given_by_machine(label):
            continue
        longer = [other for other in by_first.get(parts[0], ()) if _goes_on(parts, spelt[other])]
        if longer:
            found[label] = tuple(longer[:_LIKE_AT_MOST])
    return found


def _goes_on(beginning: tuple[str, ...], name: tuple[str, ...]) -> bool:
    longer = len(name) > len(beginning) and name[: len(beginning)] == beginning
    return longer and _figures(beginning) == _figures(name)


def given_by_machine(label: str) -> bool:
    """Whether this is how programs call people whose names they do not know: Speaker 1, SPEAKER_00, spk00."""
    return _GIVEN_BY_MACHINES.fullmatch(folded(label)) is not None


def looks_given_by_machine(label: str) -> bool:
    """The same, and a code such as FEE005: nobody would call a member so."""
    return given_by_machine(label) or _CODE.fullmatch(folded(label)) is not None


def _taken(label: str, name: str) -> str:
    return f"there is {name} already; add the other one first, as in {label} B., and say --as '{label}={label} B.'"


class _Look(NamedTuple):
    """A member's name made ready for comparing."""

    member: Member
    words: tuple[str, ...]


def _look(member: Member) -> _Look:
    return _Look(member, _name_words(member.name))


@lru_cache(maxsize=2048)
def _name_words(name: str) -> tuple[str, ...]:
    """Its words without accents; signs that stand for themselves are none."""
    found = (unaccented(word) for word in words(name))
    return tuple(word for word in found if any(map(str.isalnum, word)))


def _resembling(label: str, looks: Sequence[_Look]) -> tuple[str, ...]:
    """The people this may be, likeliest first, at most three."""
    spoken = _name_words(label)
    if not spoken or given_by_machine(label):
        return ()
    ranked = [(rank, look.member.person) for look in looks if (rank := _likeness(spoken, look.words)) is not None]
    ranked.sort(key=lambda one: one[0])
    return tuple(person for _, person in ranked[:_LIKE_AT_MOST])


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    """How much alike two names are, 0 most; None not so that one would ask. Figures are never alike but equal: who is
    told apart by a number is somebody else."""
    if _figures(one) != _figures(other) or not other:
        return None
    if sorted(one) == sorted(other) or "".join(one) == "".join(other):
        return 0
    shorter, longer = sorted((one, other), key=len)
    if _covered(shorter, longer):
        return 1
    return 2 if _spelt_alike("".join(one), "".join(other)) else None


def _figures(name: tuple[str, ...]) -> set[str]:
    return {word for word in name if any(map(str.isdecimal, word))}


def _covered(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether each word of the one stands in the other, one of them whole and the rest as its beginning at least."""
    left, whole = list(longer), False
    for word in sorted(shorter, key=len, reverse=True):
        found = next((held for held in left if held == word), None)
        whole = whole or (found is not None and len(word) > 1)
        found = found or next((held for held in left if _begins(word, held) or _begins(held, word)), None)
        if found is None:
            return False
        left.remove(found)
    return whole


def _begins(beginning: str, word: str) -> bool:
    return word.startswith(beginning) and (len(beginning) == _INITIAL or len(beginning) >= _NICKNAME)


def _spelt_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SPELLING_MIN or one[0] != other[0] or abs(len(one) - len(other)) > 2:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE

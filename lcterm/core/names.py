"""Who is meant by a typed name or badge."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from lcterm.core.refusal import Refused
from lcterm.core.text import clean, folded, unaccented, words

_TYPED_MAX = 100
_NAMED_AT_MOST = 4
_SQUEEZED_OUT = r"[\s.,'’()\-‐–]+"


class Known(NamedTuple):
    """Someone who can be named: the person's id, their name, their badge ("" while they have none)."""

    person: str
    name: str
    badge: str


class UnknownPerson(Refused):
    """Nobody here is called that."""


class UnclearPerson(Refused):
    """More than one could be meant."""


def find_person(typed: str, people: Sequence[Known]) -> str:
    """The id of the one person meant: by badge, by whole name, else by the beginning of the name, of a word in it or of
    the badge, if only one has it. Capitals never matter, blanks and full stops may be left out (`samk` is Sam K.),
    and so may accents. Raises UnknownPerson or UnclearPerson, both Refused, as sentences. Source of the rule: ours.
    """
    typed = clean(typed, limit=_TYPED_MAX, what="a name")
    if not typed:
        raise UnknownPerson("No name was given: write a name or a badge.")
    ranked = _ranked(typed, people)
    if not ranked:
        raise UnknownPerson(f"No one here is called {typed}. {_advice(typed, people)}")
    exact = [known for rank, known in ranked if rank == ranked[0][0]] if ranked[0][0] < _BEGINNING else []
    meant = exact or [known for _, known in ranked]
    if len(meant) > 1:
        raise UnclearPerson(f"{typed} could be {_listed(meant)}: write more of the name.")
    return meant[0].person


def matches(typed: str, people: Sequence[Known]) -> list[Known]:
    """Everyone who could be meant, best first: badge, whole name, beginning of the name, of a later word, of the badge;
    people of equal rank in the order given. Nothing typed matches everyone."""
    return [known for _, known in _ranked(typed, people)] if typed.strip() else list(people)


_BEGINNING = 5
"""The first of the ranks that are beginnings only: there one must be the only one."""


def _ranked(typed: str, people: Sequence[Known]) -> list[tuple[int, Known]]:
    ranks = [(rank, known) for known in people if (rank := _rank(typed, known)) is not None]
    return sorted(ranks, key=lambda one: one[0])


def _rank(typed: str, known: Known) -> int | None:
    """How well it fits, 0 best; None not at all."""
    exactly, loosely = _looks(typed)
    # Somebody who types an accent means it.
    look = 1 if loosely.key == exactly.key else 0
    wanted, name = _looks(typed)[look], _looks(known.name)[look]
    whole = _looks(known.name)[0]
    fits = (
        exactly.key == known.badge != "",
        exactly.key == whole.key,
        wanted.key == name.key,
        exactly.squeezed == whole.squeezed != "",
        wanted.squeezed == name.squeezed != "",
        name.key.startswith(wanted.key) or (wanted.squeezed != "" and name.squeezed.startswith(wanted.squeezed)),
        any(word.startswith(wanted.key) for word in name.words),
        known.badge.startswith(exactly.key),
    )
    return fits.index(True) if True in fits else None


class _Look(NamedTuple):
    """A name made ready for comparing: as a whole, without what may be left out, word by word."""

    key: str
    squeezed: str
    words: tuple[str, ...]


@lru_cache(maxsize=1024)
def _looks(name: str) -> tuple[_Look, _Look]:
    """The name with its accents and without."""
    spelt = (*words(name), *(_squeezed(word) for word in folded(name).split() if not {"(", ")"} & set(word)))
    return (
        _Look(folded(name), _squeezed(folded(name)), spelt),
        _Look(unaccented(name), _squeezed(unaccented(name)), tuple(map(unaccented, spelt))),
    )


def _squeezed(key: str) -> str:
    return re.sub(_SQUEEZED_OUT, "", key)


def _advice(typed: str, people: Sequence[Known]) -> str:
    called = {word: known.name for known in people for word in (*words(known.name), folded(known.name))}
    from difflib import get_close_matches

    close = get_close_matches(folded(typed), called, n=1, cutoff=0.7)
    return f"Did you mean {called[close[0]]}?" if close else "Mend the name."


def _listed(people: Sequence[Known]) -> str:
    names = [known.name for known in people]
    if len(names) > _NAMED_AT_MOST:
        rest = len(names) - (_NAMED_AT_MOST - 1)
        names = [*names[: _NAMED_AT_MOST - 1], f"{rest} more"]
    return f"{', '.join(names[:-1])} or {names[-1]}"

"""Where a person's name stands in what people wrote: as a whole word, whatever its capitals.

Looked for are the full names that somebody has had here, and the first word of each, as people are called; the first
word alone only where no other member's name has it too. A name that is also an everyday word (Will, May), or has but
two letters (No, Al), counts only where it has a capital; a single letter stands in every sentence, and is looked for
nowhere. Where a script leaves no blanks between words, or joins endings to names, no word's end is asked for. Source of
the rules: ours.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from lcterm.core.text import folded, unaccented, words

SOMEONE = "someone"
"""What stands in the place of a name."""


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_EVERYDAY = _set(
    "will may mark rose hope grace faith joy june april august summer dawn eve frank jack art bill dale grant guy "
    "miles pat penny ray rich rob robin ruby sandy sue ivy holly hazel olive pearl skip sunny clay cliff dean earl "
    "forest glen lane max nick rod stone wade ward an do so drew chance honour patience charity mercy iris lily daisy "
    "angel star sky rain bob chip dot lee melody merry page peg pip rusty see van young don else till"
)
_GAP, _NO_GAP = r"[\W_]{1,3}", r"[\W_]{0,3}"
_BEFORE, _BEHIND = r"(?<![^\W_])", r"(?![^\W_])"
_FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
_SHORTEST = 2
"""Letters; an initial alone is nobody's name."""
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "IDEOGRAPHIC")
"""Scripts, by how Unicode's names of their letters begin, in which words run on."""

_IDS = _set(
    "kind person capture point next before after turn writer seat zone community session by starter badge pairs "
    "presenters owners owner order groups lengths segments id arranger instead topic choice due captures wording "
    "deciding suggestion pair also"
)
"""The fields of events that hold ids, however a name may look like one."""

_POINTS = frozenset({"PointJumped", "PointReturned"})
"""Where `to` is a point; elsewhere it is a recipient."""


class Wanted(NamedTuple):
    """What is looked for. `searched` says it in words, as does `shared` of the first names that are left alone because
    others have them too."""

    pattern: "re.Pattern[str]"
    searched: tuple[str, ...]
    shared: tuple[str, ...] = ()
    small: "re.Pattern[str] | None" = None
    """A name that is an everyday word, written small: it may be meant, and is left alone."""
    too_short: tuple[str, ...] = ()
    """Names that nothing can be told by."""

    def may_stand_in(self, text: str) -> bool:
        """Whether there is a word in this text that may be the name, or an everyday word."""
        return self.small is not None and not self.stands_in(text) and bool(self.small.search(text))

    def stands_in(self, text: str) -> bool:
        """Whether the name stands in this text."""
        return any(found["kept"] is None for found in self.pattern.finditer(text))

    def taken_out(self, text: str) -> str:
        """The text with somebody else's word in the name's place."""
        return self.pattern.sub(lambda found: SOMEONE if found["kept"] is None else found[0], text)


def wanted(names: Sequence[str], others: Sequence[str] = ()) -> Wanted:
    """What to look for to find a person of these names among people called like the others. Where another's name holds
    it (Ana, and Ana B), that one is left alone."""
    every = [name for name in dict.fromkeys(" ".join(name.split()) for name in names) if name]
    full = [name for name in every if _tells(name)]
    taken = {word for other in others for word in (*words(other), *words(unaccented(other)))}
    firsts = [first for name in full if " " in name and len(first := name.split()[0].strip(".,")) >= _SHORTEST]
    shared = tuple(dict.fromkeys(first for first in firsts if {folded(first), unaccented(first)} & taken))
    searched = tuple(
        dict.fromkeys([*sorted(full, key=len, reverse=True), *(one for one in firsts if one not in shared)])
    )
    choices = "|".join(_pattern(name) for name in searched) or "(?!)"
    plain = re.compile(choices)
    kept = "|".join(_pattern(other) for other in sorted(others, key=len, reverse=True) if plain.search(other)) or "(?!)"
    small = "|".join(re.escape(folded(name)) for name in searched if everyday(name) and not _runs_on(name[0]))
    return Wanted(
        re.compile(f"(?P<kept>{kept})|{choices}"),
        searched,
        shared,
        re.compile(f"{_BEFORE}(?:{small}){_BEHIND}") if small else None,
        tuple(name for name in every if name not in full),
    )


def _tells(name: str) -> bool:
    """Whether anybody can be told by it: two signs of which one is a letter or a figure, or a picture."""
    pictures = any(unicodedata.category(sign) == "So" for sign in name)
    return pictures or (len(folded(name)) >= _SHORTEST and any(map(str.isalnum, name)))


def everyday(name: str) -> bool:
    """Whether this is a word that is written every day, or as short as these are, so that only a capital makes it a
    name."""
    key = folded(name)
    return key in _EVERYDAY or (len(key) <= _SHORTEST and key.isalpha())


def _pattern(name: str) -> str:
    before = "" if _runs_on(name[0]) else _BEFORE
    behind = "" if _runs_on(name[-1]) else _BEHIND
    if everyday(name) and not _runs_on(name[0]):
        return f"{before}(?:{re.escape(name[:1].upper() + name[1:])}|{re.escape(name.upper())}){behind}"
    first, *rest = name.split()
    pieces = [_word(first), *(f"{_NO_GAP if _runs_on(word[0]) else _GAP}{_word(word)}" for word in rest)]
    return f"{before}(?i:{''.join(pieces)}){behind}"


def _runs_on(letter: str) -> bool:
    """Whether words are written without blanks, or with endings joined to them, where this letter is used."""
    return unicodedata.name(letter, "").startswith(_UNSPACED)


def _word(word: str) -> str:
    """A word with its accents or without, however they are written."""
    forms = dict.fromkeys(
        unicodedata.normalize(form, way) for way in (word, folded(word), unaccented(word)) for form in _FORMS
    )
    return f"(?:{'|'.join(map(re.escape, forms))})"


def texts_in(event: dict[str, Any]) -> list[tuple[str, str]]:
    """What people wrote in an event in its stored form: each text with its path. Ids are left out."""
    points = event.get("kind") in _POINTS
    return [one for key, value in event.items() if not (points and key == "to") for one in _texts(key, value, key)]


def _texts(key: str, value: Any, path: str) -> list[tuple[str, str]]:
    if key in _IDS:
        return []
    if isinstance(value, str):
        return [(path, value)]
    if isinstance(value, dict):
        return [one for inner, held in value.items() for one in _texts(inner, held, f"{path}.{inner}")]
    if isinstance(value, list):
        return [one for place, held in enumerate(value) for one in _texts("", held, f"{path}.{place}")]
    return []

"""Words that look like a person outside the group: clients and other third parties stay nameless ([HB], DOMAIN §6).

A hint, never a verdict: it says so rarely that it is read when it does, and it refuses nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lcterm.core.text import folded, words


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_TITLES = _set(
    "mr mrs ms miss mx dr prof sir madam mister master frau herr mme madame monsieur mlle señor señora sr sra "
    "signor signora"
)
_CLIENTS = _set(
    "client clients patient patients tenant resident pupil student customer applicant claimant carer neighbour "
    "klient klientin patient patientin mieter mieterin bewohner bewohnerin"
)
_CALENDAR = _set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january "
    "february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec christmas easter ramadan eid diwali hanukkah passover lent pentecost whitsun advent "
    "spring summer autumn winter"
)
_NOT_PEOPLE = _set(
    "i english welsh scottish irish british german french spanish italian polish portuguese dutch arabic turkish "
    "chinese somali urdu bengali ukrainian russian european american african asian london england wales scotland "
    "ireland britain europe germany france berlin muslim christian jewish hindu sikh god covid brexit internet "
    "google excel word outlook teams zoom facebook instagram signal twitter ok okay yes no everyone everybody "
    "nobody somebody someone we you they he she it one plan"
)
_PLACES_AND_BODIES = _set(
    "street st road rd lane avenue square court house houses hall park place close terrace gardens estate tower "
    "block flat flats room centre center school college university hospital ward clinic surgery hospice church "
    "mosque temple library station bridge hill town city village county north south east west council government "
    "parliament ministry department office service services team group peers circle community network association "
    "union trust fund foundation charity society company ltd bank board committee panel act bill benefit credit "
    "allowance scheme programme project policy plan report review form letter code law tribunal day week month "
    "year phase stage part chapter section point item question"
)
_PLACE_BEFORE = _set("the in at near around outside across a an our their its this that")
_ASKING = _set(
    "ask tell call phone ring mail email write invite thank visit give send let remind bring meet show help see "
    "and but so then why when what how did does is was can could should would will has had"
)
"""Words that often stand before a name at the beginning of a sentence."""
_GERMAN = _set("und nicht ist sind wir ein eine einen einer der das für auf den dem sie wird haben")
"""Where all nouns have a capital, only a title or what stands before a name tells."""

_WORD = re.compile(r"[^\W\d_]+(?:['’\-‐.][^\W\d_]+)*\.?|[.!?:;…]+|[\"“”„»«()/–—•]|\S")
_NAMELIKE = re.compile(r"(?:Mc|Mac|[DO]['’])?[^\W\d_][^\W\d_]*(?:[-‐][^\W\d_]+)*", re.UNICODE)
_ENDS = re.compile(r"[.!?:;…\-‐\"“”„»«()/–—•*]+")
_HEADLINE = 0.5
"""From this share of capitals on they say nothing: a headline, or a language that has many."""


class _Word(NamedTuple):
    text: str
    first: bool
    """Whether a sentence begins with it."""

    @property
    def key(self) -> str:
        return folded(_bare(self.text))


def third_party(text: str, known_names: Iterable[str]) -> str:
    """The words that look like somebody outside the group, as they stand in the text; "" where nothing does.

    Looked for: a title with a name (Mrs Hall), `client` and the like with a name, and a word or a pair with capitals
    within a sentence that is no known name, day, month, place, body or acronym. `known_names`: the members', and
    whatever else is called something here.
    """
    known = _known_parts(tuple(known_names))
    parts = list(_parts(text))
    return _introduced(parts, known) or _named(parts, known)


@lru_cache(8)
def _known_parts(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(part for name in names for part in (*words(name), folded(name)))


def _parts(text: str) -> Iterator[_Word]:
    first = True
    for found in _WORD.finditer(text):
        part = found[0]
        if _ENDS.fullmatch(part):
            first = True
            continue
        yield _Word(part, first)
        title = folded(_bare(part)) in _TITLES
        first = first if not part[:1].isalpha() else part.endswith(".") and not title and len(part) > 2


def _bare(word: str) -> str:
    """The word without what hangs on it: a full stop, a possessive."""
    return re.sub(r"['’]s?$", "", word.rstrip("."))


def _introduced(parts: list[_Word], known: frozenset[str]) -> str:
    """A title, or what somebody is to us, and a name right behind it."""
    for place, part in enumerate(parts[:-1]):
        following = parts[place + 1]
        is_title = part.key in _TITLES and (part.text[:1].isupper() or part.key in ("frau", "herr"))
        if not (is_title or part.key in _CLIENTS) or following.first:
            continue
        initial = len(_bare(following.text)) == 1 and following.text.endswith(".")
        if (initial or _has_capital(following.text)) and not _is_known(following, known):
            if part.key in _CLIENTS and (following.key in _PLACES_AND_BODIES or _no_person(following)):
                continue
            return f"{part.text} {_bare(following.text)}"
    return ""


def _named(parts: list[_Word], known: frozenset[str]) -> str:
    """A word or a pair with capitals where no sentence begins."""
    within = [part for part in parts if not part.first and part.text[:1].isalpha()]
    capitals = [part for part in within if _has_capital(part.text)]
    if any(part.key in _GERMAN for part in parts) or (len(capitals) > 2 and len(capitals) > _HEADLINE * len(within)):
        return ""
    for run, before in _runs(parts):
        asked = [part for part in run if not _no_person(part) and not (part.first and part.key in _ASKING)]
        if any(part.key in _PLACES_AND_BODIES for part in run) or any(_is_known(part, known) for part in run):
            continue
        if all(part.first for part in asked) or (len(run) == 1 and before in _PLACE_BEFORE) or before == "the":
            continue
        return " ".join(_bare(part.text) for part in asked)
    return ""


def _runs(parts: list[_Word]) -> Iterator[tuple[list[_Word], str]]:
    """Words with capitals that stand together, and the word before them."""
    run: list[_Word] = []
    before = ""
    for part in [*parts, _Word("", True)]:
        capital = _has_capital(part.text)
        if run and (part.first or not capital):
            yield run, before
            before, run = run[-1].key, []
        if capital:
            run = [*run, part]
        else:
            before = part.key


def _has_capital(word: str) -> bool:
    """Written like a name: a capital, then small letters; no acronym, no trade mark."""
    bare = _bare(word)
    plain = re.sub(r"^(?:Mc|Mac(?=[A-Z])|[DO]['’])", "", bare)
    if not _NAMELIKE.fullmatch(bare) or not bare[:1].isupper() or len(bare) < 2:
        return False
    return all(part[:1].isupper() and part[1:].islower() for part in re.split(r"[-‐]", plain))


def _no_person(part: _Word) -> bool:
    return part.key in _CALENDAR or part.key in _NOT_PEOPLE


def _is_known(part: _Word, known: frozenset[str]) -> bool:
    key = part.key
    return key in known or any(piece in known for piece in re.split(r"[-‐]", key))

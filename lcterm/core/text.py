"""Where every human string enters the program: cleaned when typed or pasted, neutralised when read back.

Two more ways to look at a name live here: `folded`, to tell whether two are the same, and `letters`, its plain a to z.
"""

import re
import unicodedata
from collections.abc import Container

from lcterm.core.refusal import Refused

MARKS_MAX = 8
"""Accents and other combining marks on one letter; more is not writing."""

SLUG_MAX = 40

JOINERS = "\u200c\u200d"
"""The two invisible characters that real words need: Persian plurals, older Malayalam, joined emoji."""

_C1 = "\x80-\x9f"
_ESCAPE_SEQUENCE = (
    rf"(?:\x1b[P\]X^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b{_C1}]*(?:\x07|\x1b\\|\x9c)"  # DCS, OSC, SOS, PM, APC to their end
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI: colours, cursor keys, bracketed paste
    r"|(?:\x1b[NO]|[\x8e\x8f])[ -~]?"  # one character of another set, function keys
    r"|\x1b[ -/]*[0-~]?"  # everything else
)
_NEWLINES = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_NEVER_STORED = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_ACCENTS = "[\u0300-\u036f]"
_NO_JOINERS = dict.fromkeys(map(ord, JOINERS))
_BRACKETED = r"\([^()]*\)"
_LETTERS_OF = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n"}
)


def clean(text: str, *, lines: bool = False, limit: int = 500, what: str = "text") -> str:
    """The text as the program keeps it: NFC, nothing that steers a terminal, no blanks at either end.

    Removed: escape sequences as a whole, control characters (a tab becomes a blank), surrogates, private and
    unassigned characters, invisible ones but the two joiners, marks beyond eight in a row or without a letter. With
    `lines` line breaks stay, otherwise they become blanks. Cleaning what is clean changes nothing. Raises Refused
    when more than `limit` characters are left; `what` names the text in that message. Source of the rule: ours.
    """
    if not (text.isascii() and text.isprintable()):
        text = re.sub(_NEWLINES, "\n", re.sub(_ESCAPE_SEQUENCE, "", text)).replace("\t", " ")
        if not lines:
            text = text.replace("\n", " ")
        text = "".join(char for char in text if _may_stay(char))
        # Sorting marks takes time by the square of their number: most of them go before, what is left after.
        text = _few_marks(unicodedata.normalize("NFC", _few_marks(text, 64)), MARKS_MAX)
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = text.strip()
    if len(text) > limit:
        raise Refused(f"{what[:1].upper()}{what[1:]} is {len(text)} characters long, at most {limit} fit: shorten it.")
    return text


def neutralise(text: str) -> str:
    """Text read back from a file, safe to show: controls but the newline, bidi overrides and isolates, surrogates
    become U+FFFD. Nothing here depends on Python's Unicode version: two seats must fold alike."""
    return text if text.isascii() and text.isprintable() else re.sub(_NEVER_STORED, "\ufffd", text)


def folded(name: str) -> str:
    """A key for comparing names: any case, any way of writing the same characters, any blanks between words."""
    if name.isascii():  # nearly all of them, and nothing of what follows touches it
        return " ".join(name.lower().split())
    key = name
    for _ in range(2):  # Unicode's compatibility caseless match (D146) folds twice
        key = unicodedata.normalize("NFKD", key).casefold()
    key = unicodedata.normalize("NFKC", key)
    return " ".join(key.translate(_NO_JOINERS).split())


def unaccented(name: str) -> str:
    """`folded`, and without accents: what somebody types whose keyboard has none. The vowel signs of other scripts are
    no accents and stay."""
    apart = unicodedata.normalize("NFKD", folded(name).translate(_LETTERS_OF))
    return unicodedata.normalize("NFC", re.sub(_ACCENTS, "", apart))


def same(one: str, other: str) -> bool:
    """Whether the two are the same name."""
    return folded(one) == folded(other)


def letters(name: str) -> str:
    """The name's letters from a to z, accents dropped, small; "" when it has none."""
    return "".join(char for char in unaccented(name) if "a" <= char <= "z")


def words(name: str) -> list[str]:
    """The words of a name, folded: what stands in brackets (pronouns, a former name) is none unless it is all there
    is."""
    key = folded(name)
    return [word for word in re.split(r"[\s.,;:/'’\"()\-‐–]+", re.sub(_BRACKETED, " ", key)) if word] or key.split()


def telling_words(name: str) -> set[str]:
    """Those of its words that somebody can be told by; an initial tells of nobody."""
    return {word for word in words(name) if len(word) > 1}


def slug(name: str, taken: Container[str]) -> str:
    """The name as a word for commands and folders: a to z, digits and dashes, at most 40 characters, `community` when
    nothing of it is left; -2, -3 … when it is `taken`."""
    plain = re.sub(r"[^a-z0-9]+", "-", unaccented(name)).strip("-")
    stem = plain[:SLUG_MAX].rpartition("-")[0] or plain[:SLUG_MAX] if len(plain) > SLUG_MAX else plain
    stem = stem or "community"
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found


def quoted(name: str) -> str:
    """The name as one word for a shell, in double quotes where those do: in single ones an apostrophe is hard."""
    import shlex

    plain = re.fullmatch(r"[^\"$`\\!]+", name) is not None
    return f'"{name}"' if plain and shlex.quote(name) != name else shlex.quote(name)


def name_keys(name: str) -> frozenset[str]:
    """What a name is known by on lists: as it is, and, where it puts the surname first, turned round: `Lima, Ana`."""
    surname, comma, first = name.partition(",")
    turned = comma and surname.strip() and first.strip() and "," not in first
    return frozenset((folded(name), *((folded(f"{first} {surname}"),) if turned else ())))


def sentence(text: str) -> str:
    """A reason, which begins small and may have no end, as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _may_stay(char: str) -> bool:
    category = unicodedata.category(char)
    return not (category[0] == "C" or category in ("Zl", "Zp")) or char == "\n" or char in JOINERS


def _few_marks(text: str, most: int) -> str:
    """At most so many marks in a row (joiners count with them), and none at the start of a line, where it would sit
    on whatever stands beside the text."""
    kept: list[str] = []
    run, based = 0, False
    for char in text:
        if char in JOINERS or unicodedata.category(char)[0] == "M":
            run += 1
            if based and run <= most and not (char in JOINERS and kept[-1].isspace()):
                kept.append(char)
            continue
        run = 0
        based = char != "\n" and (based or not char.isspace())
        kept.append(char)
    return "".join(kept)

"""A small file that people write by hand, in TOML: read it whole, and say where a mistake in it stands."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, NoReturn

from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.store.durable import plain_reason
from lcterm.store.paths import shown
from lcterm.store.toml_lines import line_of

SIZE_MAX = 256 * 1024
LIST_MAX = 200
"""Texts in one list."""
DOTS_MAX = 500_000
"""The dots of a whole file, but for its texts, times those of the line that has most: of every part of a key Python
notes all before it, so that a quarter of a MiB can take gigabytes. Ours come to a few hundred, with their comments."""
_TEXT = re.compile(r"""\"(?:\\.|[^"\\])*"|'[^']*'""")


class Table(NamedTuple):
    """One table of such a file; `what` it is in a word or two, `name` and `number` which of several."""

    path: Path
    text: str
    values: Mapping[str, object]
    what: str
    name: str = ""
    number: int = 0

    def refuse(self, key: str, reason: str) -> NoReturn:
        """Raises Refused with the file and the line of the key."""
        line = line_of(self.text, self.name, self.number, key)
        raise Refused(f"{shown(self.path)}, line {line}: {reason}")

    def only(self, known: tuple[str, ...]) -> None:
        """Refuses any other key."""
        for key in self.values:
            if key not in known:
                from difflib import get_close_matches

                near = get_close_matches(key, known, n=1)
                advice = f"did you mean “{near[0]}”?" if near else f"{self.what} may have {', '.join(known)}"
                self.refuse(key, f"{self.what} has no “{_shown(key)}”; {advice}")

    def words(self, key: str, *, limit: int, needed: bool = False) -> str:
        """The text of a key, cleaned; "" where it is left out."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            self.refuse(key, f"“{key}” must be text in quotation marks, not {kind(value)}")
        words = self._clean(key, value, limit)
        if _cells(words) > limit:
            self.refuse(key, f"“{key}” is too wide: at most {limit} columns")
        if needed and not words:
            reason = f"“{key}” is empty" if key in self.values else f"“{key}” is missing"
            self.refuse(key, f'{reason}; write {key} = "…"')
        return words

    def several(self, key: str, *, limit: int, most: int = LIST_MAX) -> tuple[str, ...]:
        """The texts of a list, cleaned, without empty ones."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(key, f'“{key}” must be a list of texts, such as ["One thing.", "Another."]')
        if len(value) > most:
            self.refuse(key, f"“{key}” has {len(value)} texts; at most {most} fit")
        return tuple(words for item in value if (words := self._clean(key, item, limit)))

    def switch(self, key: str, *, otherwise: bool, meaning: str) -> bool:
        """A true or false; `meaning`: what it says."""
        value = self.values.get(key, otherwise)
        if not isinstance(value, bool):
            self.refuse(key, f"“{key}” must be true or false: {meaning}")
        return value

    def tables(self, name: str, what: str) -> list["Table"]:
        """The tables `[[name]]` of the file, none where there are none."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse(name, f"{what} begins with a line [[{name}]], in two pairs of brackets")
        return [self._replace(values=item, what=what, name=name, number=place) for place, item in enumerate(value)]

    def _clean(self, key: str, value: str, limit: int) -> str:
        try:
            return clean(value, limit=limit, what=f"“{key}”")
        except Refused as refused:
            self.refuse(key, refused.reason)


def kind(value: object) -> str:
    """What a value is, in everyday words."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "text"
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else "a date or time"


def _cells(words: str) -> int:
    """How many columns of a terminal the words take."""
    marks = ("Mn", "Me", "Cf")
    return sum(
        0 if unicodedata.category(sign) in marks else 1 + (unicodedata.east_asian_width(sign) in "WF") for sign in words
    )


def read_toml(path: Path, what: str) -> Table:
    """The file as one table; `what` it is supposed to be, "a card". Raises Refused with file, line and reason."""
    if not path.name.isprintable():
        raise Refused(f"{path.name!a} has signs in its name that cannot be shown; rename the file")
    text = _decoded(path, read_bytes(path, what)).replace("\r\n", "\n")
    return Table(path, text, _parsed(path, text), what)


def read_bytes(path: Path, what: str) -> bytes:
    """The file as it lies there. Raises Refused if it cannot be read or is too large for what it should be."""
    try:
        if not path.is_file():  # a pipe would keep us waiting for ever
            raise Refused(f"{shown(path)} is not there, or is no file")
        with path.open("rb") as file:
            content = file.read(SIZE_MAX + 1)
    except OSError as error:
        raise Refused(f"{shown(path)} cannot be read: {plain_reason(error)}") from error
    if len(content) > SIZE_MAX:
        raise Refused(f"{shown(path)} is larger than {SIZE_MAX // 1024} KiB; that is not {what}")
    return content


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused(f"{shown(path)}, line {line}: this is not UTF-8; save the file as UTF-8") from error


def dotted_without_end(text: str) -> int:
    """The line of a TOML text with more dots than any key needs, counted from 1; 0 for a text that can be read."""
    # A text of several lines may begin or end anywhere: in such a line every dot counts.
    plain = (line if '"""' in line or "'''" in line else _TEXT.sub("", line) for line in text.split("\n"))
    dots = [line.count(".") for line in plain]
    return dots.index(most) + 1 if (most := max(dots)) * sum(dots) > DOTS_MAX else 0


def _parsed(path: Path, text: str) -> dict[str, object]:
    import tomllib  # only what reads such a file pays for it

    if too_dotted := dotted_without_end(text):
        raise Refused(f"{shown(path)}, line {too_dotted}: there are more dots than can be read; write shorter keys")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise Refused(f"{shown(path)}, line 1: brackets are nested without end") from error
    except ValueError as error:
        reason = str(error)
        place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", reason)
        line = (place and place.group(1)) or (text.count("\n", 0, len(text.rstrip())) + 1 if place else 1)
        reason = reason[: place.start()] if place else "a number is too long"
        raise Refused(f"{shown(path)}, line {line}: this is not TOML: {_shown(reason)}") from error


def _shown(words: str) -> str:
    """A stranger's words, fit for one line of a message."""
    return clean(words[:60], limit=200)

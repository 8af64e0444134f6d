"""A template as it is written down, in TOML: what may stand there, and where a mistake is."""

import math
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple, NoReturn

from msgspec import Struct

from lcterm.core.agenda_plan import MINUTES_MAX, MODES, Mode
from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.store.durable import plain_reason
from lcterm.store.paths import shown
from lcterm.store.toml_lines import line_of

SIZE_MAX = 256 * 1024
POINTS_MAX = 200
TITLE_MAX = 80
NOTE_MAX = 300

_HEAD_KEYS = ("name", "about", "source", "point")
_POINT_KEYS = ("title", "minutes", "mode", "presenter", "notes", "question")


class TemplatePoint(Struct, frozen=True, kw_only=True):
    """A point of a template. `slot`: somebody is to be named as its presenter; a talk that is the facilitator's own
    has none. `minutes` may be a fraction, 0 is a moment. `question` is what the room may read."""

    title: str
    minutes: float
    mode: Mode = "open"
    notes: tuple[str, ...] = ()
    question: str = ""
    slot: bool = False


class TemplateText(NamedTuple):
    """What a template's file says."""

    name: str
    about: str
    source: str
    points: tuple[TemplatePoint, ...]


class _Table(NamedTuple):
    """One table of the file, with what is needed to say where a mistake in it stands."""

    path: Path
    text: str
    values: Mapping[str, object]
    name: str = ""
    number: int = 0

    def refuse(self, key: str, reason: str) -> NoReturn:
        line = line_of(self.text, self.name, self.number, key)
        raise Refused(f"{shown(self.path)}, line {line}: {reason}")

    def only(self, known: tuple[str, ...]) -> None:
        """Refuses any other key."""
        where = "a point" if self.name else "a template"
        for key in self.values:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                advice = f"did you mean “{near[0]}”?" if near else f"{where} may have {', '.join(known)}"
                self.refuse(key, f"{where} has no “{_shown(key)}”; {advice}")

    def words(self, key: str, *, limit: int, needed: bool = False) -> str:
        """The text of a key, cleaned; "" where it is left out."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            self.refuse(key, f"“{key}” must be text in quotation marks, not {_kind(value)}")
        words = self._clean(key, value, limit)
        if _cells(words) > limit:
            self.refuse(key, f"“{key}” is too wide: at most {limit} columns")
        if needed and not words:
            reason = f"“{key}” is empty" if key in self.values else f"“{key}” is missing"
            self.refuse(key, f'{reason}; write {key} = "…"')
        return words

    def several(self, key: str, *, limit: int) -> tuple[str, ...]:
        """The texts of a list, cleaned, without empty ones."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(key, f'“{key}” must be a list of texts, such as ["Say welcome.", "Watch the time."]')
        return tuple(words for item in value if (words := self._clean(key, item, limit)))

    def _clean(self, key: str, value: str, limit: int) -> str:
        try:
            return clean(value, limit=limit, what=f"“{key}”")
        except Refused as refused:
            self.refuse(key, refused.reason)


def read_bytes(path: Path) -> bytes:
    """A template's file as it lies there. Raises Refused if it cannot be read or is too large for one."""
    try:
        if not path.is_file():
            raise Refused(f"{shown(path)} is not there, or is no file")
        with path.open("rb") as file:
            content = file.read(SIZE_MAX + 1)
    except OSError as error:
        raise Refused(f"{shown(path)} cannot be read: {plain_reason(error)}") from error
    if len(content) > SIZE_MAX:
        raise Refused(f"{shown(path)} is larger than {SIZE_MAX // 1024} KiB; that is no template")
    return content


def read_template_text(path: Path) -> TemplateText:
    """What the file says. Raises Refused with file, line and reason for the first mistake."""
    if not path.name.isprintable():
        raise Refused(f"{path.name!a} has signs in its name that cannot be shown; rename the file")
    text = _decoded(path).replace("\r\n", "\n")
    head = _Table(path, text, _parsed(path, text))
    head.only(_HEAD_KEYS)
    return TemplateText(
        name=head.words("name", limit=TITLE_MAX, needed=True),
        about=head.words("about", limit=NOTE_MAX),
        source=head.words("source", limit=NOTE_MAX),
        points=tuple(_point(table) for table in _points(head)),
    )


def _decoded(path: Path) -> str:
    content = read_bytes(path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused(f"{shown(path)}, line {line}: this is not UTF-8; save the file as UTF-8") from error


def _parsed(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise Refused(f"{shown(path)}, line 1: brackets are nested without end; a template needs one level") from error
    except ValueError as error:
        reason = str(error)
        place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", reason)
        line = (place and place.group(1)) or (text.count("\n", 0, len(text.rstrip())) + 1 if place else 1)
        reason = reason[: place.start()] if place else "a number is too long"
        raise Refused(f"{shown(path)}, line {line}: this is not TOML: {_shown(reason)}") from error


def _points(head: _Table) -> list[_Table]:
    value = head.values.get("point", [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        head.refuse("point", "each point begins with a line [[point]], in two pairs of brackets")
    if not value:
        head.refuse("point", "there are no points; write at least one, beginning with a line [[point]]")
    tables = [head._replace(values=item, name="point", number=number) for number, item in enumerate(value)]
    if len(tables) > POINTS_MAX:
        tables[POINTS_MAX].refuse("", f"there are more than {POINTS_MAX} points")
    return tables


def _point(table: _Table) -> TemplatePoint:
    table.only(_POINT_KEYS)
    title = table.words("title", limit=TITLE_MAX, needed=True)
    minutes = _minutes(table)
    mode = _mode(table)
    return TemplatePoint(
        title=title,
        minutes=minutes,
        mode=mode,
        notes=table.several("notes", limit=NOTE_MAX),
        question=table.words("question", limit=NOTE_MAX),
        slot=_slot(table, mode),
    )


def _minutes(table: _Table) -> float:
    if "minutes" not in table.values:
        table.refuse("minutes", "“minutes” is missing; write minutes = 10, or 0 for a moment")
    value = table.values["minutes"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        table.refuse("minutes", f"“minutes” must be a number, such as 10, not {_kind(value)}")
    if not (math.isfinite(value) and 0 <= value <= MINUTES_MAX):
        table.refuse("minutes", f"“minutes” must lie between 0 and {MINUTES_MAX}, which is a day")
    return value


def _mode(table: _Table) -> Mode:
    value = table.values.get("mode", "open")
    named = [mode for mode in MODES if mode == value]
    if not named:
        table.refuse("mode", f"“mode” must be one of {', '.join(MODES)}, in quotation marks")
    return named[0]


def _slot(table: _Table, mode: Mode) -> bool:
    value = table.values.get("presenter", mode == "presenter")
    if not isinstance(value, bool):
        table.refuse("presenter", "“presenter” must be true or false: whether somebody is to be named for this point")
    if value and mode != "presenter":
        table.refuse("presenter", '“presenter” goes only with mode = "presenter"')
    return value


def _kind(value: object) -> str:
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


def _shown(words: str) -> str:
    """A stranger's words, fit for one line of a message."""
    return clean(words[:60], limit=200)

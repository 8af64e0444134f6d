"""A template as it is written down, in TOML: what may stand there, and where a mistake is."""

import math
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from lcterm.core.agenda_plan import MINUTES_MAX, MODES, Mode
from lcterm.store.toml_file import Table, kind, read_toml

POINTS_MAX = 200
TITLE_MAX = 80
NOTE_MAX = 300

_HEAD_KEYS = ("name", "about", "source", "point")
_POINT_KEYS = ("title", "minutes", "mode", "presenter", "notes", "question", "sums-up", "subject", "in-full")


class TemplatePoint(Struct, frozen=True, kw_only=True):
    """A point of a template. `slot`: somebody is to be named as its presenter; a talk that is the facilitator's own
    has none. `minutes` may be a fraction, 0 is a moment. `question` is what the room may read. `sums_up`: here the
    group sums up, so the room may see its captures."""

    title: str
    minutes: float
    mode: Mode = "open"
    notes: tuple[str, ...] = ()
    question: str = ""
    slot: bool = False
    sums_up: bool = False
    subject: bool = False
    """Here the group learns what it has chosen beforehand."""
    in_full: str = ""
    """What the point is called where there is room, and somebody reads who does not know the short title."""


class TemplateText(NamedTuple):
    """What a template's file says."""

    name: str
    about: str
    source: str
    points: tuple[TemplatePoint, ...]


def read_template_text(path: Path) -> TemplateText:
    """What the file says. Raises Refused with file, line and reason for the first mistake."""
    head = read_toml(path, "a template")
    head.only(_HEAD_KEYS)
    return TemplateText(
        name=head.words("name", limit=TITLE_MAX, needed=True),
        about=head.words("about", limit=NOTE_MAX),
        source=head.words("source", limit=NOTE_MAX),
        points=tuple(_point(table) for table in _points(head)),
    )


def _points(head: Table) -> list[Table]:
    tables = head.tables("point", "a point")
    if not tables:
        head.refuse("point", "there are no points; write at least one, beginning with a line [[point]]")
    if len(tables) > POINTS_MAX:
        tables[POINTS_MAX].refuse("", f"there are more than {POINTS_MAX} points")
    return tables


def _point(table: Table) -> TemplatePoint:
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
        sums_up=table.switch("sums-up", otherwise=False, meaning="whether the group sums up at this point"),
        in_full=table.words("in-full", limit=TITLE_MAX),
        subject=table.switch("subject", otherwise=False, meaning="whether the group's chosen subject belongs here"),
    )


def _minutes(table: Table) -> float:
    if "minutes" not in table.values:
        table.refuse("minutes", "“minutes” is missing; write minutes = 10, or 0 for a moment")
    value = table.values["minutes"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        table.refuse("minutes", f"“minutes” must be a number, such as 10, not {kind(value)}")
    if not (math.isfinite(value) and 0 <= value <= MINUTES_MAX):
        table.refuse("minutes", f"“minutes” must lie between 0 and {MINUTES_MAX}, which is a day")
    return value


def _mode(table: Table) -> Mode:
    value = table.values.get("mode", "open")
    named = [mode for mode in MODES if mode == value]
    if not named:
        table.refuse("mode", f"“mode” must be one of {', '.join(MODES)}, in quotation marks")
    return named[0]


def _slot(table: Table, mode: Mode) -> bool:
    named = "whether somebody is to be named for this point"
    slot = table.switch("presenter", otherwise=mode == "presenter", meaning=named)
    if slot and mode != "presenter":
        table.refuse("presenter", '“presenter” goes only with mode = "presenter"')
    return slot

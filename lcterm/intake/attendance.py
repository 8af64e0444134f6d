"""Who was in a meeting and when, as Zoom or Teams wrote it down, becomes people and stretches of time."""

import codecs
from collections.abc import Iterable
from datetime import UTC, date, tzinfo
from typing import NamedTuple

from lcterm.core.attendance import Span, joined, length
from lcterm.core.joining import NAME_MAX
from lcterm.core.refusal import Refused
from lcterm.core.text import clean, folded, neutralise
from lcterm.core.when import MINUTE, full_day
from lcterm.intake.attendance_rows import SeenRow, found_rows, has_headings
from lcterm.intake.attendance_times import Moment, Order, milliseconds, orders_that_fit
from lcterm.intake.files import MIB, Skipped, as_text, too_long

ATTENDANCE_BYTES = 4 * MIB
NAMES_MAX = 1000


class SeenName(NamedTuple):
    """A name in the report, as it stands there first, with its line. `spans` in wall ms, in order; none where only a
    length is told. `there`: ms in all. `addresses`: how many mail addresses stand beside it; none of them is kept."""

    name: str
    line: int
    spans: tuple[Span, ...]
    there: int
    addresses: int


class ReadAttendance(NamedTuple):
    """The names in the order of the report, each once, and the lines that gave nobody or were taken with a remark."""

    names: tuple[SeenName, ...]
    remarks: tuple[Skipped, ...]


def read_attendance(data: bytes, source: str, zone: tzinfo, near: date) -> ReadAttendance:
    """Who is in the report: Zoom's list of participants with or without the block about the meeting above it, and the
    report of Teams in the shapes it has had since 2020 (UTF-16 with tabs, or saved anew by a spreadsheet).

    Times are local to `zone` unless the report says UTC. Where 5/12 can be two days it is the one that lies near to
    `near`. Of a name that joins several times the stretches are joined; the report of Teams has them in its third
    section. Raises Refused, naming `source` and the line, for what is no such report, is cut off, or is too long.
    """
    source = " ".join(neutralise(source).split())
    if len(data) > ATTENDANCE_BYTES:
        raise Refused(too_long(source, ATTENDANCE_BYTES))
    rows, remarks = found_rows(as_text(_marked(data), source), source)
    gathered = _Gathered(zone, _order(rows, near, source), source)
    for row in rows:
        gathered.take(row)
    names = gathered.names()
    if not names:
        why = f" (line {gathered.remarks[0].line}: {gathered.remarks[0].why})" if gathered.remarks else ""
        raise Refused(f"{source}: nobody is in this report{why}; export it once more, with its participants.")
    if len(names) > NAMES_MAX:
        raise Refused(f"{source}: more than {NAMES_MAX} people are in this report; is it the right file?")
    return ReadAttendance(names, tuple(sorted((*remarks, *gathered.remarks), key=lambda one: one.line)))


def _marked(data: bytes) -> bytes:
    """UTF-16 that lost its mark on the way, with it."""
    return codecs.BOM_UTF16_LE + data if data[1:2] == data[3:4] == b"\0" and data[:1] > b"\0" else data


def _order(rows: Iterable[SeenRow], near: date, source: str) -> Order:
    """In which order day and month stand. Raises Refused where nothing tells."""
    moments = [(row.line, moment) for row in rows for moment in (row.joined, row.left) if moment is not None]
    orders = orders_that_fit((moment for _, moment in moments), near)
    if len(orders) == 1:
        return orders[0]
    if not moments:
        return "month first"
    if not orders:
        raise Refused(f"{source}: some days stand before their month, some behind it; export it once more.")
    line, moment = next((line, one) for line, one in moments if one.by_month != one.by_day)
    either = " or ".join(full_day(at.date()) for order in orders if (at := moment.read(order)) is not None)
    raise Refused(
        f"{source}, line {line}: that can be {either}, and the session is on {full_day(near)}; is it the right one?"
    )


class _Person:
    """What the rows say of one name."""

    def __init__(self, name: str, line: int) -> None:
        self.name, self.line = name, line
        self.summed: list[Span] = []
        self.detailed: list[Span] = []
        self.lengths = self.told = 0
        self.addresses: set[str] = set()
        self.since: int | None = None

    def seen(self) -> SeenName:
        spans = joined(self.detailed or self.summed)
        there = length(spans)
        if not spans:
            there = self.lengths
        elif not self.detailed and self.lengths and there - self.lengths >= MINUTE * self.told:
            there = self.lengths  # first and last alone are told, and that there were gaps between
        return SeenName(self.name, self.line, spans, there, len(self.addresses))


class _Gathered:
    """The report as it is gone through."""

    def __init__(self, zone: tzinfo, order: Order, source: str) -> None:
        self.remarks: list[Skipped] = []
        self._zone, self._order, self._source = zone, order, source
        self._people: dict[str, _Person] = {}
        self._open: list[tuple[_Person, int, int]] = []
        self._last = 0

    def take(self, row: SeenRow) -> None:
        """A row: somebody joined, left, or both."""
        name = self._name(row)
        if not name:
            return
        person = self._people.setdefault(folded(name), _Person(name, row.line))
        if row.address:
            person.addresses.add(row.address.casefold())
        begin, end = self._at(row.joined, row), self._at(row.left, row)
        self._last = max(self._last, begin or 0, end or 0)
        if row.comes_and_goes:
            self._came_or_went(person, row, begin, end)
        elif begin is not None and end is not None:
            if end < begin:
                raise Refused(f"{self._source}, line {row.line}: {name} leaves before joining; export it once more.")
            (person.detailed if row.detailed else person.summed).append((begin, end))
        elif begin is not None:
            self._open.append((person, row.line, begin))
        if row.length is not None and not row.detailed:
            person.lengths += row.length
            person.told += 1

    def names(self) -> tuple[SeenName, ...]:
        """All people, those who never left until the end of what is known."""
        for person in self._people.values():
            if person.since is not None:
                self._open.append((person, person.line, person.since))
        for person, line, begin in self._open:
            person.summed.append((begin, max(begin, self._last)))
            self.remarks.append(Skipped(line, f"{person.name} has no time of leaving, so until the end was taken"))
        return tuple(person.seen() for person in self._people.values())

    def _came_or_went(self, person: _Person, row: SeenRow, begin: int | None, end: int | None) -> None:
        if begin is not None:
            person.since = begin if person.since is None else person.since
        elif end is not None and person.since is not None:
            person.summed.append((person.since, max(person.since, end)))
            person.since = None

    def _name(self, row: SeenRow) -> str:
        """The name, or "" with a remark why there is none."""
        try:
            name = " ".join(clean(row.name, limit=NAME_MAX, what="the name").split())
        except Refused as refused:
            self.remarks.append(Skipped(row.line, refused.reason))
            return ""
        if not any(char.isalpha() for char in name):
            self.remarks.append(Skipped(row.line, "there is no name in it"))
            return ""
        return name

    def _at(self, moment: Moment | None, row: SeenRow) -> int | None:
        if moment is None:
            return None
        read = moment.read(self._order)
        zone = moment.offset or (UTC if row.utc else self._zone)
        try:
            at = -1 if read is None else milliseconds(read, zone)
        except (ValueError, OverflowError, OSError):
            at = -1
        if at < 0:
            raise Refused(f"{self._source}, line {row.line}: its time is in no year that is known here.")
        return at


def is_attendance(data: bytes) -> bool:
    """Whether this has the headings of such a report, whatever else may be amiss with it. Raises Refused for what is no
    text."""
    return has_headings(as_text(_marked(data), "the file"))

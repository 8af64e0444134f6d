"""A session on one sheet of A4, for when the laptop fails: what is to come, and room to note what happens.

It is the facilitator's, but it lies on the table: no mark, no note and nothing that was written down stands on it.
"""

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from lcterm.core.agenda import Row, timetable
from lcterm.core.roles import OUTSIDE, outside
from lcterm.core.seating import seated
from lcterm.core.session import Meeting, Voice
from lcterm.core.when import clock, full_day, local, zone_or_utc
from lcterm.documents.paper_parts import AGENDA_HEAD, SHAPES, WIDTH, Shape, agenda_line, people_rows
from lcterm.documents.wording import counted
from lcterm.documents.wrapping import cells, filled, wrapped

LINES = 60
POINTS_MAX = 30
ACTIONS_MIN, ACTIONS_MAX = 3, 12
PEOPLE_HEAD = "Who is here: a box for each time they speak, the line for hands"
ACTIONS_HEAD = f"{'Actions: what':<46}  {'who':<18}  by when"
ACTION_LINE = f"{'_' * 46}  {'_' * 18}  {'_' * 12}"
AFTERWARDS = "Back at the laptop, lcterm do ACT --at TIME takes in what happened meanwhile."


class Sheet(NamedTuple):
    """How much goes on the sheet: how people stand and how many, and how many lines of questions and of rules."""

    shape: Shape
    questions: int
    rules: int
    people: int


class Held(NamedTuple):
    """The session as it goes on the sheet, looked up once. `voices` in seat order."""

    meeting: Meeting
    now: int
    zone: tzinfo
    rows: tuple[Row, ...]
    voices: list[Voice]

    @property
    def circle(self) -> list[Voice]:
        """Those whose voices count."""
        return [voice for voice in self.voices if outside(voice.roles) is None]


class Page(NamedTuple):
    """The lines above those for actions, and below them."""

    above: list[str]
    below: list[str]


def paper(meeting: Meeting, now: int) -> str:
    """The session at `now` (wall, ms) in at most 60 lines of at most 80 cells, local times; a planned one as planned.
    What there is no room for is named at the end."""
    session = meeting.session
    rows = timetable(session, session.starts if session.status == "planned" else now).rows
    held = Held(meeting, now, zone_or_utc(session.zone), rows, list(seated(meeting).values()))
    page, room = Page([], []), 0
    for sheet in _sheets(len(held.circle)):
        page = _page(held, sheet)
        room = LINES - len(page.above) - len(page.below)
        if room >= ACTIONS_MIN:
            break
    return "\n".join([*page.above, *[ACTION_LINE] * min(ACTIONS_MAX, room), *page.below])


def _sheets(people: int) -> Iterator[Sheet]:
    """From the roomiest on: people come closer together, questions and rules become fewer, and last the people."""
    roomy, close, closest = SHAPES
    for shape, lines in ((roomy, 12), (close, 12), (close, 6), (close, 4), (closest, 6), (closest, 4), (closest, 2)):
        yield Sheet(shape, lines, lines, people)
    for fewer in range(people, -1, -closest.columns):
        yield Sheet(closest, 0, 0, fewer)


def _page(held: Held, sheet: Sheet) -> Page:
    rows, people = held.rows, held.circle
    questions, rules = _questions(rows), _rules(held.meeting)
    left_out = (
        counted(len(rows) - POINTS_MAX, "point") if len(rows) > POINTS_MAX else "",
        counted(len(people) - sheet.people, "person", "people") if len(people) > sheet.people else "",
        f"{'more' if sheet.questions else 'the'} questions" if len(questions) > sheet.questions else "",
        f"{'more' if sheet.rules else 'the'} rules" if len(rules) > sheet.rules else "",
    )
    above = [
        *_head(held),
        *_part([AGENDA_HEAD, *_agenda(held, rows[:POINTS_MAX])]),
        *_part(questions[: sheet.questions]),
        *_part(rules[: sheet.rules]),
        *_part(_people(held.meeting, people[: sheet.people], sheet.shape)),
        *_part([ACTIONS_HEAD]),
    ]
    told = ", ".join(filter(None, left_out))
    return Page(above, [AFTERWARDS, *([f"No room here for: {told}."] if told else [])])


def _part(lines: list[str]) -> list[str]:
    return ["", *lines] if lines else []


def _head(held: Held) -> Iterator[str]:
    session, community, zone = held.meeting.session, held.meeting.community, held.zone
    title = session.title
    if community.name.casefold() not in title.casefold():
        title = f"{community.name}: {title}" if title else community.name
    day = full_day(local(session.started or session.starts, zone).date())
    yield f"{filled(title or 'Session', WIDTH - len(day) - 2)}  {day}"
    zoned = zone.key if isinstance(zone, ZoneInfo) else "UTC"
    planned = f"Planned {clock(session.starts, zone)} to {clock(session.planned_end, zone)} ({zoned})"
    started = "" if session.started is None else f"; began {clock(session.started, zone)}"
    stood = f"; as it stood at {clock(held.now, zone)}" if session.live else ""
    yield f"{planned}{started}{stood}."
    roles = "; ".join(_of_role(held))
    if roles:
        yield filled(roles, WIDTH).rstrip()


def _of_role(held: Held) -> Iterator[str]:
    name = held.meeting.community.name_of
    for role in OUTSIDE:
        names = [name(one.person) for one in held.voices if outside(one.roles) == role]
        if names:
            yield f"{role.capitalize()}{'s' if len(names) > 1 else ''}: {', '.join(names)}"


def _agenda(held: Held, rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        yield agenda_line(held.meeting, row, held.zone)
    if any(row.point.fixed for row in rows):
        yield "* begins at this time, not before"


def _questions(rows: Sequence[Row]) -> list[str]:
    """What is still to be worked on, each with the numbers of its points."""
    asked: dict[str, list[str]] = {}
    for row in rows:
        if row.status in ("ahead", "running") and row.point.plan.question:
            asked.setdefault(row.point.plan.question, []).append(str(row.number))
    return [
        line
        for question, numbers in asked.items()
        for line in _wrapped(question, f"Question of {', '.join(numbers)}: ")
    ]


def _rules(meeting: Meeting) -> list[str]:
    return _wrapped("; ".join(meeting.community.rules), "Rules: ") if meeting.community.rules else []


def _wrapped(text: str, first: str) -> list[str]:
    """The lines, none wider than the sheet, whatever there is in them that is never cut elsewhere."""
    lines = wrapped(text, first, "  ", WIDTH)
    return [line if cells(line) <= WIDTH else filled(line, WIDTH) for line in lines]


def _people(meeting: Meeting, people: Sequence[Voice], shape: Shape) -> list[str]:
    return [PEOPLE_HEAD, *people_rows(meeting, people, shape)] if people else []

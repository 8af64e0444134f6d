"""Agendas in tables: which column says what, and what a row then says."""

from collections.abc import Sequence

from lcterm.core.agenda_plan import MINUTES_MAX
from lcterm.intake.agenda_modes import mode_alone
from lcterm.intake.agenda_point import Timed, may_be_title, tidy, timed_text, whole_time
from lcterm.intake.agenda_times import When

_HEADINGS = {
    "when": "time at when start starts from clock begin begins end ends to until finish",
    "minutes": "min mins minutes duration length time(min) time(mins) time(minutes) duration(min) howlong",
    "title": "activity agenda item topic point what title subject session agendaitem suggestedagenda content theme",
    "who": "who presenter presenters lead leads speaker speakers by host hosts owner person name facilitator",
    "mode": "mode how format",
    "number": "# no no. nr nr. n number",
}
_ROLES = {heading: role for role, headings in _HEADINGS.items() for heading in headings.split()}


def columns(cells: Sequence[str]) -> tuple[str, ...]:
    """What each column of a table holds, by its heading: when, minutes, title, who, mode, number, "" for anything."""
    return tuple(_ROLES.get("".join(cell.casefold().split()), "") for cell in cells)


def is_heading(cells: Sequence[str]) -> bool:
    """Whether a row without a line under it is the table's heading all the same."""
    roles = columns(cells)
    return len([cell for cell in cells if cell]) > 1 and ("when" in roles or "minutes" in roles) and "title" in roles


def timed_row(cells: Sequence[str], roles: Sequence[str]) -> Timed | None:
    """What a row says, or None if it has no time. Cells are cleaned; further lines of a cell become notes."""
    found, others = _times(cells, roles)
    words = [(role, cell.split("\n")) for role, cell in others]
    titles = [cell for role, cell in words if role == "title"] or [cell for role, cell in words if role in ("", "when")]
    title = titles[0] if titles else [""]
    if not (found.start or found.end or found.minutes is not None):
        within = timed_text(title[0])
        if not within:
            return None
        found, title = within, [within.title, *title[1:]]
    named = tidy(title[0])
    if not may_be_title(named):
        return None
    rest = [(role, cell) for role, cell in words if not (titles and cell is titles[0])]
    modes = [mode_alone(cell[0]) for role, cell in rest if role in ("", "mode")]
    return found._replace(
        title=named,
        mode=found.mode or next((mode for mode in modes if mode), None),
        who=(*found.who, *(cell[0] for role, cell in rest if not mode_alone(cell[0]))),
        notes=(*title[1:], *(line for _, cell in rest for line in cell[1:])),
    )


def _times(cells: Sequence[str], roles: Sequence[str]) -> tuple[Timed, list[tuple[str, str]]]:
    """The times in a row, and its other cells with their roles."""
    found = Timed("")
    others: list[tuple[str, str]] = []
    after_clock = False
    for at, cell in enumerate(cells):
        role = roles[at] if at < len(roles) else ""
        time = None if role == "title" else whole_time(cell)
        number = cell.isdecimal() and len(cell) <= 4 and int(cell) <= MINUTES_MAX
        if time:
            found = _with(found, time)
        elif number and (role in ("minutes", "when") or (after_clock and not role)) and found.minutes is None:
            found = found._replace(minutes=int(cell))
        elif cell and role != "number" and not (number and not others):
            others.append((role, cell))
        after_clock = bool(time and time.start)
    return found, others


def _with(found: Timed, time: When) -> Timed:
    start, end = found.start or time.start, found.end or time.end
    if found.start and not end:
        end = time.start
    return found._replace(start=start, end=end, minutes=time.minutes if found.minutes is None else found.minutes)

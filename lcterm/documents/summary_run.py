"""How a session ran, in plain words: point by point with its times, or in one line where these tell nothing."""

from collections.abc import Sequence

from msgspec import Struct

from lcterm.core.when import minutes
from lcterm.documents.summary_parts import AgendaPoint
from lcterm.documents.wording import in_minutes

FEW = 3
"""So many points are a short list anyhow (ours)."""

NEAR_MINUTES = 1
"""Nobody speaks of a minute more or less (ours)."""


class Block(Struct, frozen=True):
    """A heading and the lines of its list."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = False


def run_of_it(agenda: Sequence[AgendaPoint]) -> Block:
    """The agenda, a line a point; one line for all of them where every point took its time, or none took any."""
    begun = [one for one in agenda if one.actual_minutes is not None]
    if len(agenda) > FEW and all(one.status == "done" for one in agenda):
        titles = ", ".join(map(_titled, agenda))
        if not any(round(one.actual_minutes or 0) for one in begun):
            return Block("Agenda", (f"Gone through within minutes: {titles}",))
        if all(abs((one.actual_minutes or 0) - one.planned_minutes) <= NEAR_MINUTES for one in agenda):
            return Block("Agenda", (f"All about as long as planned: {titles}",))
    return Block("Agenda", tuple(map(_point, agenda)), numbered=True)


def _titled(point: AgendaPoint) -> str:
    return point.title + (f" ({', '.join(point.presenters)})" if point.presenters else "")


def _point(point: AgendaPoint) -> str:
    title = _titled(point)
    planned = f"planned {minutes(point.planned_minutes)}" if point.planned_minutes else ""
    held = "" if point.actual_minutes is None else _about(point.actual_minutes)
    match point.status:
        case "planned":
            told = in_minutes(point.planned_minutes) if point.planned_minutes else ""
        case "running":
            told = ", ".join(filter(None, (f"{held} so far", planned)))
        case "done":
            told = ", ".join(filter(None, (held, planned)))
        case "skipped":
            told = f"skipped after {held}" if held else "skipped"
        case "not reached":
            told = "not reached"
    return f"{title}: {told}" if told else title


def _about(value: float) -> str:
    return in_minutes(round(value)) if round(value) else "under a minute"

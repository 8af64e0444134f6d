"""Signs that a refresh may be due ([HB]: attendance, no presenters, feedback; more of them ours): each with its figures
and no verdict. Where the figures have moved there are questions to ask; what they mean is for the group to say.

A refresh is the design session again, with the charter as it stands today.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from lcterm.core.carrying import Carried
from lcterm.core.community import Community
from lcterm.core.gatherings import Gathering
from lcterm.core.next_time import NextTime
from lcterm.core.text import folded

DESIGN = "design"
"""The id of the template of a design session, and so of a refresh."""

TITLE = "Refresh"
ABOUT = "A refresh: the design session again, with what stands in the charter today beside each point."
"""Said where a design session is planned for a community that has a charter."""
SPAN = 3
"""So many sessions are set beside as many before them (ours)."""

RECENT = 2 * SPAN
YEAR_DAYS = 365
"""[HB] has a refresh now and then; ours: after a year without one the question is worth asking."""

SignalId = Literal["attendance", "presenters", "feedback", "refresh", "unreached", "actions", "away"]
Figure = int | str | None | tuple[int, ...]


class Signal(Struct, frozen=True, kw_only=True):
    """Figures to look at, by name. `asks`: whether they have moved so far that the questions are worth asking; that is
    arithmetic, as told beside each rule below. `again`: titles of points and how often they were not held."""

    id: SignalId
    figures: dict[str, Figure]
    asks: bool
    again: tuple[tuple[str, int], ...] = ()


def is_refresh(community: Community, template: str) -> bool:
    """Whether a session by this template is a refresh: a design session of a community that has a charter already."""
    return template == DESIGN and bool(community.charter)


def signals(
    community: Community,
    held: Sequence[Gathering],
    coming: NextTime | None,
    actions: Sequence[Carried] | None,
    today: date,
) -> tuple[Signal, ...]:
    """All signs that there are figures for. `held`: oldest first; `coming`: the next time, as far as it is known;
    `actions`: all of these sessions, None where the charter does not let them be counted."""
    if not held:
        return ()
    found = [_attendance(held), _presenters(held, coming), _feedback(held), _since_refresh(held, today)]
    found += [_unreached(held), None if actions is None else _actions(held, actions), _away(community, held)]
    return tuple(one for one in found if one is not None)


def _attendance(held: Sequence[Gathering]) -> Signal:
    """Asks when a tenth fewer came, all told."""
    before, last = _spans([len(one.came) for one in held])
    fewer = bool(before) and sum(last) * 10 <= sum(before) * 9 and sum(before) > 0
    return Signal(id="attendance", figures={"before": before, "last": last}, asks=fewer)


def _presenters(held: Sequence[Gathering], coming: NextTime | None) -> Signal | None:
    """Asks, from the third session on, when nobody is agreed on for the next time or a presentation was not held.
    Nothing for a community that meets without presentations. A recording does not tell who presented."""
    recent = [one for one in held[-RECENT:] if not one.recorded]
    fell_out = sum(point.mode == "presenter" and bool(point.presenters) for one in recent for point in one.unreached)
    if not any(one.presenters for one in held) and not fell_out:
        return None
    agreed = 0 if coming is None else len(coming.presenters)
    without = sum(not one.presenters for one in recent)
    figures: dict[str, Figure] = {
        "agreed": agreed,
        "sessions": len(recent),
        "without": without,
        "fell_out": fell_out,
    }
    return Signal(id="presenters", figures=figures, asks=len(held) >= SPAN and (not agreed or fell_out > 0))


def _feedback(held: Sequence[Gathering]) -> Signal:
    """Asks when there were half as many sentences or fewer."""
    before, last = _spans([len(one.feedback) for one in held if not one.recorded])
    return Signal(
        id="feedback",
        figures={"before": before, "last": last},
        asks=bool(before) and sum(last) * 2 <= sum(before) and sum(before) > 0,
    )


def _since_refresh(held: Sequence[Gathering], today: date) -> Signal:
    """Asks a year after the last design session or refresh, or after the first session where there was none."""
    designed = [place for place, one in enumerate(held) if any(log.template == DESIGN for log in one.digests)]
    since = held[designed[-1]] if designed else held[0]
    days = max(0, (today - since.day).days)
    figures: dict[str, Figure] = {
        "last": since.day.isoformat() if designed else None,
        "title": since.first.title if designed else None,
        "days": days,
        "sessions": len(held) - 1 - designed[-1] if designed else len(held),
    }
    return Signal(id="refresh", figures=figures, asks=days >= YEAR_DAYS)


def _unreached(held: Sequence[Gathering]) -> Signal:
    """Asks when a point was not held in more than one of the latest sessions. A recording does not tell which were."""
    recent = [one for one in held[-RECENT:] if not one.recorded]
    times: dict[str, int] = {}
    shown: dict[str, str] = {}
    for one in recent:
        for title in dict.fromkeys(point.title for point in one.unreached):
            times[folded(title)] = times.get(folded(title), 0) + 1
            shown[folded(title)] = title
    again = tuple((shown[key], count) for key, count in times.items() if count > 1)
    points = sum(len(one.unreached) for one in recent)
    figures: dict[str, Figure] = {"sessions": len(recent), "points": points}
    return Signal(id="unreached", figures=figures, asks=bool(again), again=again)


def _actions(held: Sequence[Gathering], actions: Sequence[Carried]) -> Signal:
    """Asks when half of what was taken on before the latest sessions, or more, is open."""
    earlier = {log.session for one in held[:-SPAN] for log in one.digests}
    older = [one for one in actions if one.origin.session in earlier]
    open_ones = sum(one.open for one in older)
    figures: dict[str, Figure] = {"earlier": len(older), "open": open_ones, "sessions": len(held[:-SPAN])}
    return Signal(id="actions", figures=figures, asks=open_ones > 0 and open_ones * 2 >= len(older))


def _away(community: Community, held: Sequence[Gathering]) -> Signal | None:
    """Asks when anybody has not come for so many sessions; nothing before there were so many."""
    if len(held) < SPAN:
        return None
    figures: dict[str, Figure] = {"people": len(staying_away(community, held)), "sessions": SPAN}
    return Signal(id="away", figures=figures, asks=figures["people"] != 0)


def staying_away(community: Community, held: Sequence[Gathering]) -> tuple[str, ...]:
    """Members (ids) who had a seat in each of the latest sessions and came to none of them."""
    last = held[-SPAN:]
    if len(last) < SPAN:
        return ()
    here = {person for one in last for person in one.came}
    expected = [set(one.expected) for one in last]
    return tuple(
        one.person
        for one in community.active
        if one.person not in here and all(one.person in seats for seats in expected)
    )


def _spans(counts: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The three before the latest three, and these; none before where there were not so many."""
    last = tuple(counts[-SPAN:])
    before = tuple(counts[-RECENT:-SPAN])
    return (before if len(before) == SPAN else ()), last

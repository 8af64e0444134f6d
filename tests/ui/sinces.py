"""Boards with a session before them: one that left actions, a point that was not reached, an issue, a report."""

from pathlib import Path

from textual.pilot import Pilot

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.commands import AnyCommand, EndSession, NextPoint, StartSession, WriteCapture
from lcterm.core.community_events import ActionSettled
from lcterm.core.digest import Digest
from lcterm.core.events import Words
from lcterm.core.when import zone_or_utc
from lcterm.store.desk import Desk
from lcterm.store.register import change, plan
from lcterm.store.shelf import communities, read_session
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.since import SinceScreen
from tests.clock_program import TestClock
from tests.ui.beside import press, top, until
from tests.ui.boards import board_app

WEEK = 7 * 24 * 60 * 60
LETTERS = "Bring two letters that worked"
LEGAL = "Ask legal about the six-week rule"
PARKED = "Arrears at handover"
REPORT = "Handovers fail between departments"


def app_with_a_past(folder: Path, clock: TestClock, *, ended: bool = True, more: tuple[Words, ...] = ()) -> LcTerm:
    """The board of session 7, four weeks after session 6."""
    clock.advance(4 * WEEK)
    app = board_app(folder, clock)
    clock.step(-4 * WEEK)
    _held(app, clock, ended=ended, more=more)
    clock.step(4 * WEEK)
    return app


def _held(app: LcTerm, clock: TestClock, *, ended: bool, more: tuple[Words, ...]) -> None:
    (community,) = communities(app.home)
    people = list(community.members)
    points = [
        PlannedPoint(id="p1", title="First case", minutes=30, mode="presenter", presenters=(people[11],)),
        PlannedPoint(id="p2", title="Who decides", minutes=20, mode="queue", question="Who decides?"),
        PlannedPoint(id="p3", title="Second case", minutes=25, mode="presenter", presenters=(people[0],)),
    ]
    id = plan(app.home, clock, community, points, zone_or_utc("UTC"), "UTC", clock.now(), "session 6")
    desk = Desk(app.home, community.id, id, clock)
    captures = (
        Words(kind="action", text=LEGAL, owners=(people[1],), due="2026-12-24"),
        Words(kind="action", text=LETTERS, owners=(people[4], people[8]), due_next=True),
        Words(kind="parked", text=PARKED),
        Words(kind="report", text=REPORT, audience="sponsor"),
        *more,
    )
    wishes: list[AnyCommand] = [StartSession(), *map(WriteCapture, captures), NextPoint()]
    for wish in [*wishes, *([EndSession()] if ended else [])]:
        assert not desk.act(wish).refused
    desk.settle()


async def open_since(pilot: Pilot[None], app: LcTerm) -> None:
    """The screen, with what there is to come back to."""
    await press(pilot, "backslash")
    screen = since_of(app)
    await until(pilot, lambda: screen.since is not None)
    await pilot.pause()


def since_of(app: LcTerm) -> SinceScreen:
    screen = top(app)
    assert isinstance(screen, SinceScreen)
    return screen


def said(app: LcTerm, text: str) -> tuple[str, str, bool]:
    """What the stored log of the community says of this action: state, due, due next time."""
    (community,) = communities(app.home)
    session = read_session(app.home, community.id, before(app).session)
    (id,) = [one.id for one in session.captures.values() if one.words.text == text]
    found = community.settled.get((session.id, id))
    return ("", "", False) if found is None else (found.state, found.due, found.due_next)


def before(app: LcTerm) -> Digest:
    """The session before."""
    since = since_of(app).since
    assert since is not None
    assert since.last is not None
    return since.last


def elsewhere(app: LcTerm, clock: TestClock, capture: str, state: str) -> None:
    """Another laptop says this of an action."""
    (community,) = communities(app.home)
    fact = ActionSettled(session=before(app).session, capture=capture, state=state)  # type: ignore[arg-type]
    change(app.home, clock, community.id, [fact])

"""Homes to test on: the sample's as it stands mid-discussion, a bare one, one of people with awkward names."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.commands import AnyCommand
from lcterm.core.community import Community
from lcterm.core.joining import Newcomer
from lcterm.core.when import zone_named
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from lcterm.store.register import found, plan
from lcterm.store.shelf import communities
from lcterm.ui.app import LcTerm
from lcterm.ui.screens import home as home_module
from lcterm.ui.screens.home import HomeScreen
from tests.clock_program import TestClock
from tests.ui.samples import copied_sample

MOMENT = datetime(2026, 11, 24, 15, 7, 26, tzinfo=UTC)
ZONE = "Europe/London"
AWKWARD = ("[/oops]", "山田太郎", "אביגיל בן דוד", "👩🏽\u200d🚀 Ana", "Zoe\u0301 [bold]x", "W" * 60)
TALK = PlannedPoint(id="p1", title="Talk", minutes=30, mode="queue")


def in_london(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine is there, wherever the tests run."""
    monkeypatch.setattr(home_module, "machine_zone", lambda: ZONE)


def sample_app(folder: Path, clock: TestClock, theme: str = "dark") -> LcTerm:
    """The app on the sample's home, at 15:07 on a Tuesday, with the sample's session running."""
    clock.set(MOMENT)
    sample = copied_sample(folder / "demo", clock, ZONE)
    return LcTerm(sample.home, clock, {}, theme=theme)


def bare_app(folder: Path, clock: TestClock) -> LcTerm:
    """The app on a home that is not there yet."""
    clock.set(MOMENT)
    return LcTerm(Home(folder / "home"), clock, {}, theme="dark")


def founded(app: LcTerm, name: str = "Bees", people: Sequence[str] = ("Ana", "Ben")) -> Community:
    """A community in the app's home, made by another run of the program."""
    return found(app.home, app.clock, name, "", [Newcomer(one) for one in people])


def planned(app: LcTerm, community: Community, days: int = 0, title: str = "") -> str:
    """A session of it, so many days from now."""
    starts = app.clock.now() + days * 86_400_000
    return plan(app.home, app.clock, community, [TALK], zone_named(ZONE), ZONE, starts, title)


def home_of(app: LcTerm) -> HomeScreen:
    """The home screen, whatever lies over it."""
    screen = app.screen_stack[0]
    assert isinstance(screen, HomeScreen)
    return screen


def at_home(app: LcTerm) -> bool:
    """Whether nothing lies over the home screen."""
    return app.screen.__class__ is HomeScreen


def shown(app: LcTerm) -> str:
    """Everything that is on the screen."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def row_of(app: LcTerm, words: str) -> str:
    """The row of the screen with these words."""
    rows = [row for row in shown(app).split("\n") if words in row]
    assert rows, f"{words!r} is not on the screen:\n{shown(app)}"
    return rows[0]


async def fill(pilot: Pilot[None], field: str, text: str) -> None:
    """Put text into a field, as a paste would."""
    widget = pilot.app.screen.query_one(f"#{field}")
    assert isinstance(widget, Input | TextArea)
    if isinstance(widget, Input):
        widget.value = text
    else:
        widget.text = text
    await pilot.pause()


async def settle(pilot: Pilot[None]) -> None:
    """Until a key that goes round by the app has been dealt with: app, field, screen, app once more."""
    for _ in range(6):
        await pilot.pause()


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste where the focus is."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


def only(app: LcTerm) -> Community:
    """The one community in the app's home, as it is on the disk."""
    (community,) = communities(app.home)
    return community


def acted(app: LcTerm, community: str, session: str, *commands: AnyCommand) -> None:
    """Another run of the program has done this."""
    desk = Desk(app.home, community, session, app.clock)
    for command in commands:
        assert not desk.act(command).refused
    desk.settle()

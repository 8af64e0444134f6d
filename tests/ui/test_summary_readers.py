"""The summary screen for its readers: the group, the sponsor, the facilitators, and what the footer says of them."""

from pathlib import Path

import pytest

from lcterm.core.commands import ReleaseCapture
from lcterm.store.desk import Desk
from tests.clock_program import TestClock
from tests.ui.beside import press, text, write
from tests.ui.boards import board_app, board_of
from tests.ui.homes import planned


async def test_s_shows_what_was_released_to_the_sponsor(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "t")
        write(app, "l Letters help @ben >sponsor", "l Not for them")
        await press(pilot, "4", "s")
        shown = text(app)
        assert shown.startswith("Summary for the sponsor ─")
        assert "The group has not agreed to report anything" in shown
        assert "Letters help" not in shown
        desk = board_of(app).desk
        (capture, _) = desk.meeting.session.captures
        assert not desk.act(ReleaseCapture(capture)).refused
        await press(pilot, "m")
        shown = text(app)
        assert "·  Letters help\n" in f"{shown}\n"
        for hidden in ("Ben", "Not for them", "agreed to report anything", "Agenda"):
            assert hidden not in shown
        await press(pilot, "f")
        assert text(app).startswith("Summary for the facilitators ─")
        await press(pilot, "s", "s")
        assert text(app).startswith("Summary for the group ─")


async def test_the_next_session_is_told(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    desk = Desk(app.home, *(app._session or ("", "")), clock)
    planned(app, desk.meeting.community, days=28)
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "4")
        assert "We meet on " in text(app)
        await press(pilot, "s")
        assert "The next session is on " in text(app)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_the_footer_names_the_readers_at_every_size(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "4")
        footer = text(app, "footer")
        assert footer.startswith("Esc back")
        assert "Enter" in footer
        assert "s sponsor" in footer
        assert "f facilitators" in footer

"""The report on the screen: its pictures stand among its words, at every size; what is handed on is the text."""

from pathlib import Path

import pytest

from lcterm.core.community_events import NextAgreed
from lcterm.ui.line import line_cells
from lcterm.ui.screens.community_texts import pictures
from lcterm.ui.screens.reading import Reading
from tests.clock_program import TestClock
from tests.documents.diaries import diary
from tests.ui.beside import press, resize, text, top, until
from tests.ui.boards import board_app, board_of
from tests.ui.homes import in_london, sample_app, shown

SIZES = [(120, 36), (80, 24), (60, 20), (20, 5)]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


async def test_the_figures_are_drawn_and_can_be_scrolled_to_at_every_size(tmp_path: Path, clock: TestClock) -> None:
    app = sample_app(tmp_path, clock)
    async with app.run_test(size=SIZES[0]) as pilot:
        await press(pilot, "m", "f")
        await until(pilot, lambda: "Looking through" not in text(app))
        assert isinstance(app.screen, Reading)
        for size in SIZES:
            await resize(pilot, size)
            pane = top(app).panes["body"]
            assert max(map(line_cells, pane.lines)) <= pane.size.width
            if size[0] >= 60:
                await press(pilot, "home")
                seen = text(app)
                for _ in range(12):
                    await press(pilot, "pagedown")
                    seen += text(app)
                assert "█" in seen
                assert "had a seat" in seen
                assert "Planned and actual" in seen


def test_a_picture_has_looks_and_says_the_same_without_them() -> None:
    lines = pictures(diary(10), 60)
    assert {span.look for line in lines for span in line} == {"text", "bold", "muted", "turn"}
    assert max(map(line_cells, lines)) <= 60


async def test_what_is_read_over_a_board_goes_with_the_veil(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        board.desk.record_of_community(NextAgreed(presenters=(list(board.desk.meeting.community.members)[1],)))
        board.open_large("briefs")
        await press(pilot, "enter")
        await until(pilot, lambda: "Ben" in text(app))
        assert "v veil" in text(app, "footer")
        await press(pilot, "v")
        assert "not for the room" in text(app)
        assert "Ben" not in shown(app)
        assert "Enter" not in text(app, "footer")
        await press(pilot, "v")
        assert "Ben" in text(app)

"""What a board leaves undone, because nothing asks for it: found by the benchmarks, held here without a stop-watch."""

from pathlib import Path
from unittest.mock import Mock

import pytest

from lcterm.core.commands import RaiseHand, StartSession, Undo, WriteCapture
from lcterm.core.kept_captures import off_the_list
from lcterm.ui.app import LcTerm
from lcterm.ui.screens import striking
from lcterm.ui.screens.others import ALONE_SECONDS, LOOK_SECONDS
from lcterm.ui.view import shown_moment
from lcterm.ui.widgets import key_sheet
from tests.clock_program import TestClock
from tests.ui.beside import until
from tests.ui.boards import board_app, board_of
from tests.ui.seated import Other, learning

MINUTE = 60


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return board_app(tmp_path, clock)


async def test_a_board_alone_looks_seldom_and_beside_others_often(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        board = board_of(app)
        assert board.watcher.interval == ALONE_SECONDS
        other = Other(app)
        await until(pilot, lambda: board.watcher.interval == LOOK_SECONDS)
        other.leaves()
        await until(pilot, lambda: board.watcher.interval == ALONE_SECONDS)


async def test_over_time_the_panes_are_drawn_once_a_minute_and_when_it_is_new(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)):
        board = board_of(app)
        board.act(StartSession())  # five minutes of introductions
        board.desk.settle()
        seen: list[tuple[object, ...]] = []
        clock.advance(7 * MINUTE + 1)
        for _ in range(5):
            board.tick()
            seen.append(shown_moment(board.view))
            clock.advance(1)
        assert len(set(seen)) == 1
        before = board.panes["block"].lines
        clock.advance(MINUTE)
        board.tick()
        assert board.panes["block"].lines != before


async def test_an_undo_looks_for_words_only_where_there_were_some(app: LcTerm, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=(80, 24)):
        board = board_of(app)
        board.act(StartSession())
        asked = Mock(side_effect=off_the_list)
        monkeypatch.setattr(striking, "off_the_list", asked)
        board.act(RaiseHand(next(iter(board.view.community.members))))
        board.act(Undo())
        assert asked.call_count == 0
        board.act(WriteCapture(learning("Say early what we cannot promise")))
        board.act(Undo())
        assert asked.call_count == 1
        assert board.offered


def test_the_sheet_of_keys_measures_them_once_a_column(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Mock(side_effect=key_sheet._key_cells)
    monkeypatch.setattr(key_sheet, "_key_cells", asked)
    key_sheet.help_page(120, 40)
    assert asked.call_count == 4  # twice for the room that each of the two columns needs

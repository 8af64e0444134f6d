"""Writing on the board, key by key."""

from pathlib import Path

from lcterm.core.commands import InsertPoint, MendPoint
from tests.clock_program import TestClock
from tests.ui.beside import press
from tests.ui.boards import board_app, board_of, pane_text


async def test_a_capture_is_previewed_kept_mended_and_taken_back(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "c", *"a Ask ", "@", *"tr", "tab", *"^next >sponsor")
        hint = pane_text(board, "message")
        assert "action · Tracy · due next time · for the group and the sponsor, who gets no names" in hint
        await press(pilot, "enter")
        (capture,) = board.view.session.captures.values()
        assert (capture.words.kind, capture.words.text) == ("action", "Ask")
        assert "a action    Ask" in pane_text(board, "captures")
        await press(pilot, "e", "home", "delete", "d", "enter")
        (capture,) = board.view.session.captures.values()
        assert capture.words.kind == "decision"
        await press(pilot, "c", "up")
        assert board.writing._input is not None
        assert board.writing._input.value.startswith("d Ask")
        await press(pilot, "escape", "u", "u")
        assert not board.view.session.captures


async def test_a_line_that_is_left_keeps_its_text_and_a_wrong_name_keeps_it_too(
    tmp_path: Path, clock: TestClock
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "c", *"half a th", "escape", "h", "a", "c")
        assert board.writing._input is not None
        assert board.writing._input.value == "half a th"
        await press(pilot, *"ought @zoe", "enter")
        assert "No one here is called zoe" in pane_text(board, "message")
        assert board.writing._input.value == "half a thought @zoe"
        assert not board.view.session.captures


async def test_second_keys_run_the_floor_while_a_line_is_written(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3", "h", "b", "c", *"Say it", "ctrl+g")
        assert "► Ben" in pane_text(board, "block")
        await press(pilot, "f2", "d", *" early", "enter")
        assert [one.words.text for one in board.view.session.captures.values()] == ["Say it early"]
        assert [board.view.name(hand.person) for hand in board.view.session.hands] == ["Dorota"]


async def test_what_the_agenda_says_of_the_point_is_drawn_anew(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        assert "Hold the pause after it." in pane_text(board, "prompts")
        board.act(InsertPoint("Coffee", 10, "none", 1))
        assert "Hold the pause after it." not in pane_text(board, "prompts"), "it is not what it begins with"
        await press(pilot, "u", "t", "j", "3", "v")
        assert pane_text(board, "captures").startswith("Ben asks ")
        board.act(MendPoint(3, presenters=(next(iter(board.view.session.voices)),), question="Who tells them?"))
        assert pane_text(board, "captures").startswith("Amina asks ")
        assert "Who tells them?" in pane_text(board, "captures")

"""People on the board, key by key: picking, spelling, names, coming and going."""

from pathlib import Path

from tests.clock_program import TestClock
from tests.ui.beside import press
from tests.ui.boards import board_app, board_of, pane_text


async def test_picking_narrows_by_badge_and_name_and_escape_drops_it(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3", "h")
        assert "Hand: who?" in pane_text(board, "voices")
        await press(pilot, "s")
        assert "►sk" in pane_text(board, "voices").replace(" ", "")
        assert "Enter takes Sam K." in pane_text(board, "message")
        await press(pilot, "enter")
        assert [board.view.name(hand.person) for hand in board.view.session.hands] == ["Sam K."]
        await press(pilot, "h", "z")
        assert board.mode is not None
        await press(pilot, "escape")
        assert board.mode is None
        assert "Voices" in pane_text(board, "voices")


async def test_spelling_a_name_out_is_as_harmless_as_its_badge(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3", "h", *"jonas")
        assert [board.view.name(hand.person) for hand in board.view.session.hands] == ["Jonas"]
        assert board.order == "seat"
        await press(pilot, "h", "c", "h", "d")
        assert [board.view.name(hand.person) for hand in board.view.session.hands] == ["Jonas", "Chidi", "Dorota"]


async def test_capitals_do_the_same(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "T", "J", "3", "H", "D")
        assert [board.view.name(hand.person) for hand in board.view.session.hands] == ["Dorota"]


async def test_late_arrival_leaving_listening_and_order(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "x", "m", "t", "k", "s", "k")
        voices = pane_text(board, "voices")
        assert "– m  Marek" in voices
        assert "listening" in voices
        await press(pilot, "a", "m")
        assert "– m  Marek" not in pane_text(board, "voices")
        await press(pilot, "o")
        assert board.order == "quiet first"


async def test_a_verb_without_a_person_is_not_left_lying_about(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "h")
        assert board.keyboard._timer is not None
        board.leave_mode()
        assert board.keyboard._timer is None


async def test_a_name_of_several_words_typed_in_full_runs_nothing(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, names=["Dorota Nowak", "Tracy Yusuf", "Grace Lim", "Ben"])
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3", "h", *"dorota", "enter")
        await press(pilot, "h", *"tracy", "space", *"yusuf", "h", *"grace", "escape")
        assert [board.view.name(hand.person) for hand in board.view.session.hands] == [
            "Dorota Nowak",
            "Tracy Yusuf",
            "Grace Lim",
        ]
        assert board.mode is None
        assert board.view.session.status == "running"
        assert board.view.session.turn is None
        assert app.screen is board


async def test_long_names_are_short_in_narrow_columns_and_told_apart(tmp_path: Path, clock: TestClock) -> None:
    names = ["Dorota Nowakowska", "Samuel Kerr-Jones", "Samuel Obuya", "Ben"]
    app = board_app(tmp_path, clock, names=names)
    async with app.run_test(size=(120, 36)) as pilot:
        board = board_of(app)
        await press(pilot, "t", "j", "3", "h", "d")
        voices = pane_text(board, "voices")
        assert "Dorota " in voices
        assert "Samuel K." in voices
        assert "Samuel O." in voices
        assert "Dorota Nowakowska has a hand up" in pane_text(board, "message")

"""The cards, key by key, at every size."""

from pathlib import Path

import pytest

from lcterm.store.cards import cards, own_folder
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.cards import CardsScreen
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, top, well_drawn
from tests.ui.boards import board_app, board_of

BESIDE, BELOW, APART = (120, 36), (80, 24), (60, 20)


def shown(app: LcTerm) -> CardsScreen:
    screen = top(app)
    assert isinstance(screen, CardsScreen)
    return screen


@pytest.mark.parametrize("size", [BESIDE, BELOW])
async def test_the_card_stands_by_the_list_and_goes_with_the_cursor(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "6")
        assert text(app).startswith("Cards")
        assert "Somebody is silent" in chosen(app)
        assert "“You need not have an answer; a first thought helps us as well.”" in text(app)
        await press(pilot, "down")
        assert "Somebody takes much of the time" in chosen(app)
        assert "“Who has met this differently?”" in text(app)
        assert "Idea: Learning Communities Network" in text(app)
        await press(pilot, "6")
        assert isinstance(app.screen, Board)


async def test_in_a_narrow_window_a_card_has_its_own_page(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=APART) as pilot:
        await press(pilot, "6", "down")
        assert "“" not in text(app).splitlines()[2]
        for key in ("enter", "right"):
            await press(pilot, key)
            assert text(app).startswith("Somebody takes much of the time")
            assert "“Who has met this differently?”" in text(app)
            await press(pilot, "escape" if key == "enter" else "left")
            assert text(app).startswith("Cards")
            assert "Somebody takes much of the time" in chosen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, Board)


async def test_letters_narrow_the_list_and_are_no_commands(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=BESIDE) as pilot:
        await press(pilot, "t", "6", *"angr")
        assert shown(app).typed == "angr"
        assert "Strong feelings" in chosen(app)
        assert "1 of 20" in text(app)
        assert "find  angr_" in text(app, "line")
        await press(pilot, "backspace", "backspace", "backspace", "backspace", *"must", "space", *"sh")
        assert shown(app).typed == "must sh"
        assert "Deciding in pairs" in chosen(app)
        assert board_of(app).desk.meeting.session.point is not None
        assert not board_of(app).desk.meeting.session.hands


async def test_esc_clears_what_was_typed_then_leaves(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=BESIDE) as pilot:
        await press(pilot, "6", *"park")
        assert "Esc clear" in text(app, "footer")
        await press(pilot, "escape")
        assert shown(app).typed == ""
        assert "Park it" in chosen(app), "what was found stays chosen"
        await press(pilot, "escape")
        assert isinstance(app.screen, Board)


async def test_what_no_card_has_is_said(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=BELOW) as pilot:
        await press(pilot, "6", *"xyzzy")
        assert "No card has these words." in text(app)
        assert chosen(app) == ""
        await press(pilot, "down", "enter", "pagedown")
        well_drawn(app)
        await press(pilot, "escape")
        assert "Somebody is silent" in text(app)


async def test_a_long_card_is_read_on_with_the_page_keys(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    long = ", ".join(f'"Sentence number {number}."' for number in range(8))
    folder = own_folder(app.home)
    folder.mkdir(parents=True)
    tries = ", ".join(f'"Thing number {number}."' for number in range(12))
    (folder / "silent.toml").write_text(f'situation = "Long"\nsay = [{long}]\ntry = [{tries}]\n')
    async with app.run_test(size=BELOW) as pilot:
        await press(pilot, "6", *"long")
        assert "Thing number 11." not in text(app)
        assert "below" in text(app, "line")
        await press(pilot, "pagedown", "pagedown")
        assert "Thing number 11." in text(app)
        assert "above" in text(app, "line")
        await press(pilot, "pageup", "pageup")
        assert "Sentence number 0." in text(app)


async def test_a_card_that_cannot_be_read_says_why_and_hides_none(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    home = app.home
    own_folder(home).mkdir(parents=True)
    (own_folder(home) / "mine.toml").write_text('situation = "[/oops]"\nsay = "no list"\n')
    (own_folder(home) / "ours.toml").write_text('situation = "[/oops] 漢字漢字"\nsay = ["[bold]One[/bold] 👩🏽‍🚀."]\n')
    async with app.run_test(size=BESIDE) as pilot:
        await press(pilot, "6")
        assert "One card of yours cannot be read; why stands at the end of the list." in text(app, "message")
        await press(pilot, "end")
        assert "cannot be read" in chosen(app)
        told = " ".join(text(app).split())
        assert "mine.toml" in told.replace(" ", "")
        assert "line 2" in told
        await press(pilot, "up")
        assert "[/oops]" in chosen(app)
        assert "“[bold]One[/bold] 👩.”" in text(app)
        assert len(shown(app).known) == len(cards(home)[0]) + 1


@pytest.mark.parametrize("size", [(150, 40), BESIDE, (100, 30), BELOW, APART, (40, 10), (20, 5), (3, 2)])
async def test_every_row_fits_whatever_is_chosen(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "6")
        whole = size in (BESIDE, BELOW)
        for _ in range(len(shown(app).known) if whole else 3):
            well_drawn(app)
            if whole:
                assert shown(app)._drawn.below == 0, shown(app).card
            if not whole or shown(app).begins is None:
                await press(pilot, "enter")
                well_drawn(app)
            await press(pilot, "left", "down")


async def test_it_works_under_the_veil_and_the_care_key_too(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=BESIDE) as pilot:
        await press(pilot, "t", "v", "6", *"silent")
        assert "“You need not have an answer" in text(app)
        await press(pilot, "0")
        assert board_of(app).desk.meeting.session.care
        await press(pilot, "0")
        assert isinstance(app.screen, CardsScreen)
        assert board_of(app).desk.meeting.session.status == "running"


async def test_the_mouse_chooses_a_card(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=BESIDE) as pilot:
        await press(pilot, "6")
        await pilot.click(offset=(8, 6))
        await pilot.pause()
        assert "Somebody fears being put down" in chosen(app)

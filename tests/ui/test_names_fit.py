"""Names in their columns: whole where they fit, else as short as tells people apart, cut only then."""

from pathlib import Path

import pytest

from lcterm.core.joining import Newcomer, joining
from tests.clock_program import TestClock
from tests.ui.beside import press, text
from tests.ui.boards import board_app, board_of, pane_text

NAMES = ("Anna Klein", "Anna Lindqvist", "Bernd Vogel", "Eva", "David O'Neill", "Wilhelmina-Charlotte Bo")


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_voices_pane_shows_names_whole_where_they_fit(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock, names=NAMES[:4])
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "j", "3")
        voices = pane_text(board_of(app), "voices")
        assert "…" not in voices
        assert "Anna Klein " in voices
        assert "Anna Lindqvist " in voices or "Anna L. " in voices


async def test_where_not_even_the_short_name_fits_it_is_cut(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, names=NAMES)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "j", "3")
        rows = pane_text(board_of(app), "voices").splitlines()
        assert len([row for row in rows if "…" in row]) == 1
        assert any("Anna K" in row for row in rows)
        assert any("Anna L" in row for row in rows)


@pytest.mark.parametrize("size", [(100, 30), (120, 36), (160, 45)])
async def test_the_large_people_have_whole_names(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, names=NAMES)
    async with app.run_test(size=size) as pilot:
        desk = board_of(app).desk
        femi = Newcomer("Femi", "street work with young people")
        desk.record_of_community(joining(desk.meeting.community, [femi], lambda: "femi12"))
        await press(pilot, "t", "j", "3", "2")
        body = text(app)
        for name in NAMES[:5]:
            assert f" {name} " in body
        assert "practice" in body.splitlines()[0]
        assert "street" in body


async def test_nobodys_practice_has_no_column(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, names=NAMES)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "j", "3", "2")
        body = text(app).splitlines()
        assert "practice" not in body[0]
        assert all(any(f" {name} " in row for row in body) for name in NAMES)
        assert body[0].index("role") == body[1].index("member")
        assert body[0].index("place") == body[1].index("room")


@pytest.mark.parametrize("size", [(60, 20), (40, 15)])
async def test_narrow_large_people_shorten_before_they_cut(
    tmp_path: Path, clock: TestClock, size: tuple[int, int]
) -> None:
    app = board_app(tmp_path, clock, names=NAMES[:5])
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "j", "3", "2")
        assert "…" not in "\n".join(text(app).splitlines()[1:6])

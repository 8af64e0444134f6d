"""People brought in from a file: into a community that is there, or a new one."""

from pathlib import Path

import pytest

from lcterm.store.shelf import communities
from tests.clock_program import TestClock
from tests.ui.homes import bare_app, fill, founded, in_london, only, shown


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


async def test_a_file_for_a_new_community(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    (tmp_path / "people.csv").write_text("name;area\nAna;visits\nBen;\n;\nAna;x\n")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("i")
        await fill(pilot, "path", str(tmp_path / "people.csv"))
        await pilot.press("enter")
        assert "2 people: Ana, Ben" in shown(app)
        assert "Line 5 left out: Ana is on line 2 already" in shown(app)
        await pilot.press(*"Bees", "enter")
        assert "✓  Bees is here, 2 people." in shown(app)
    assert [one.name for one in only(app).active] == ["Ana", "Ben"]


async def test_a_file_for_the_community_chosen(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app, "Ants")
    bees = founded(app)
    (tmp_path / "people.txt").write_text("Ben\nChidi\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "i", "p")
        await fill(pilot, "path", f" '{tmp_path / 'people.txt'}' ")
        await pilot.press("enter", "enter")
        assert "✓  1 person joined Bees; 1 person in the file belonged already." in shown(app)
        await pilot.press("i", "p")
        await fill(pilot, "path", str(tmp_path / "people.txt"))
        await pilot.press("enter", "enter")
        assert "!  Everybody in this file belongs to Bees already." in shown(app)
    assert [one.name for one in next(c for c in communities(app.home) if c.id == bees.id).active] == [
        *("Ana", "Ben"),
        "Chidi",
    ]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("", "!  Which file?"),
        ("nowhere.csv", "nowhere.csv: there is no such file."),
        (".", "is a folder: name a file in it."),
        ("~nobody-of-that-name/x", "nobody knows whose folder ~ is"),
        ("a\0b", "cannot be read"),
    ],
)
async def test_a_path_that_leads_nowhere_is_told(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch, path: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("i")
        await fill(pilot, "path", path)
        await pilot.press("enter")
        assert told in shown(app)
        await pilot.press("ctrl+g")
        assert told in shown(app)

"""The pages that the home screen opens: what is filled in becomes a community and its people; nothing is lost."""

from pathlib import Path

import pytest
from textual import events

from lcterm.store.shelf import communities
from tests.clock_program import TestClock
from tests.ui.homes import (
    AWKWARD,
    at_home,
    bare_app,
    fill,
    founded,
    in_london,
    only,
    paste,
    planned,
    row_of,
    settle,
    shown,
)


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


# ── A new community ─────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_community_from_a_list_of_names(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Bees", "enter", *"honey", "enter")
        await paste(pilot, "- Ana, estate visits\n- Ben\n\n- Ana\n")
        assert "2 people: Ana, Ben; line 4 left out: Ana is on line 1 already" in shown(app)
        await pilot.press("ctrl+g")
        assert at_home(app)
        assert "✓  Bees is here, 2 people." in shown(app)
        assert "► Bees" in shown(app)
    made = only(app)
    assert (made.name, made.purpose) == ("Bees", "honey")
    assert [(one.name, one.area) for one in made.active] == [("Ana", "estate visits"), ("Ben", "")]


async def test_a_table_pasted_with_its_headings(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Bees", "tab", "tab")
        await paste(pilot, "First name\tLast name\tRole\nAna\tLi\tvisits\nBen\tOh\tletters\n")
        await pilot.press("ctrl+g")
    assert [(one.name, one.area) for one in only(app).active] == [("Ana Li", "visits"), ("Ben Oh", "letters")]


async def test_what_is_refused_is_one_line_and_nothing_typed_is_lost(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("n", "ctrl+g")
        assert "!  A community needs a name." in shown(app)
        await pilot.press(*"bees")
        await fill(pilot, "people", "Ana\nBen")
        await pilot.press("ctrl+g")
        assert "!  There is a community called bees already" in shown(app)
        await pilot.press("escape")
        assert at_home(app)
        await pilot.press("n")
        assert "bees" in shown(app)
        assert "2 people: Ana, Ben" in shown(app)
    assert only(app).name == "Bees"


async def test_after_it_is_made_the_page_is_empty_again(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Bees", "ctrl+g")
        assert "nobody in it yet" in shown(app)
        await pilot.press("n")
        assert "Bees" not in shown(app)


async def test_pasted_escape_codes_do_not_reach_the_terminal(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await paste(pilot, "Be\x1b[31mes\x07\u202e")
        await pilot.press("tab", "tab")
        await paste(pilot, "A\x1b]0;title\x07na\x9b2J")
        assert "\x1b" not in shown(app)
        await pilot.press("ctrl+g")
    assert (only(app).name, only(app).active[0].name) == ("Bees", "Ana")


async def test_a_list_of_nobody_is_refused(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("n", *"Bees")
        await fill(pilot, "people", "1234\n# 5\n")
        await pilot.press("ctrl+g")
        assert "!  The list: no names found" in shown(app)
    assert communities(app.home) == []


async def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    app.home.path.write_text("a file, not a folder")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("n", *"Bees", "ctrl+g")
        said = " ".join(shown(app).split())  # the path's length decides where it is wrapped
        assert "! " in said
        assert "a file stands where a folder should be" in said
        assert "Bees" in shown(app)


# ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_people_are_added_and_those_who_belong_are_passed_over(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("a")
        assert "a   Ana" in shown(app)
        await pilot.press("tab")
        await paste(pilot, "Ana\nChidi, visits")
        assert "1 person: Chidi; Ana is a member already" in shown(app)
        await pilot.press("ctrl+g")
        assert "✓  1 person joined; 1 person of the list belonged already." in shown(app)
        assert "c   Chidi · visits" in shown(app)
        await pilot.press("ctrl+g")
        assert "!  Nobody is written down to be added" in shown(app)
        await paste(pilot, "Ben")
        await pilot.press("ctrl+g")
        assert "!  Everybody on this list is a member already." in shown(app)
        await pilot.press("escape")
        assert row_of(app, "► Bees").split()[2] == "3"
    assert [one.name for one in only(app).active] == ["Ana", "Ben", "Chidi"]


async def test_roles_are_given_and_taken(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "down", "enter")
        assert "✓ member" in shown(app)
        await pilot.press("space", "down", "enter", "ctrl+g")
        assert "✓  Ben: facilitator." in shown(app)
        assert "b   Ben · facilitator" in shown(app)
        await pilot.press("enter", "down", "space", "ctrl+g")
        assert "✓  Ben: member." in shown(app)
        await pilot.press("enter", "down", "space", "escape")
        assert "Ben · facilitator" not in shown(app)
    assert only(app).active[1].roles == ("member",)


async def test_nobody_yet(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app, people=())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        assert "Nobody yet." in shown(app)
        await pilot.press(*"Ana", "ctrl+g")
        assert "a   Ana" in shown(app)


# ── The page itself ─────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_click_on_a_word_of_the_footer_is_its_key(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await pilot.click("#form-foot", offset=(2, 0))
        await settle(pilot)
        assert "!  A community needs a name." in shown(app)
        await pilot.click("#form-foot", offset=(row_of(app, "Esc leave").index("Esc"), 0))
        await settle(pilot)
        assert at_home(app)


@pytest.mark.parametrize("key", ["n", "a", "p", "i", "question_mark"])
@pytest.mark.parametrize("size", [(120, 36), (60, 20), (3, 2)], ids=str)
async def test_every_page_opens_at_every_size(
    tmp_path: Path, clock: TestClock, key: str, size: tuple[int, int]
) -> None:
    app = bare_app(tmp_path, clock)
    bees = founded(app)
    planned(app, bees)
    async with app.run_test(size=size) as pilot:
        await pilot.press("left", key)
        assert not at_home(app)
        await pilot.press("tab", "tab", "ctrl+g")
        if size[0] >= 60:
            assert shown(app).split("\n")[-1].strip()
        await pilot.press("escape", "escape")


async def test_what_is_typed_ahead_reaches_the_page_it_was_meant_for(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in "nBees":
            app.post_message(events.Key(key, key))
        await settle(pilot)
        assert row_of(app, "Bees").strip() == "Bees"


@pytest.mark.parametrize("key", ["n", "a", "p", "i"])
async def test_awkward_names_open_every_page(tmp_path: Path, clock: TestClock, key: str) -> None:
    app = bare_app(tmp_path, clock)
    for name in AWKWARD:
        founded(app, name, AWKWARD)
    async with app.run_test(size=(60, 20)) as pilot:
        for _ in AWKWARD:
            await pilot.press(key, "tab", "tab", "down", "ctrl+g", "escape", "escape", "down")
        assert at_home(app)

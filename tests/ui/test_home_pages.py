"""The pages that the home screen opens: what is filled in becomes a community, a session, people; nothing is lost."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList

from lcterm.core.community import Community
from lcterm.core.when import local, zone_named
from lcterm.store.shelf import communities, sessions
from lcterm.ui.app import LcTerm
from tests.clock_program import TestClock
from tests.ui.homes import AWKWARD, ZONE, at_home, bare_app, fill, founded, home_of, in_london, planned, row_of, shown


@pytest.fixture(autouse=True)
def _zone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_london(monkeypatch)


def only(app: LcTerm) -> Community:
    (community,) = communities(app.home)
    return community


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


# ── A new community ─────────────────────────────────────────────────────────────────────────────────────────────────


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
        assert "!" in row_of(app, "a file stands where a folder")
        assert "Bees" in shown(app)


# ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── Planning ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_enter_plans_an_ordinary_session_at_the_next_full_five_minutes(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p")
        assert "2026-11-24 15:10" in shown(app)
        assert "Discussion 1" in shown(app)
        await pilot.press("enter")
        assert at_home(app)
        assert "✓  session 1 is planned." in shown(app)
        assert home_of(app).view.cursor.column == "sessions"
        assert "Enter open" in shown(app)
    (held,) = sessions(app.home, only(app))
    assert local(held.session.starts, zone_named(ZONE)).strftime("%d %H:%M") == "24 15:10"
    assert (held.session.zone, held.session.template, len(held.session.points)) == (ZONE, "ordinary", 13)


async def test_when_and_who_are_understood_as_typed(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p")
        await fill(pilot, "starts", "fri 9:30")
        await fill(pilot, "presenters", "b, ana")
        assert f"Fri 27 Nov 2026, 09:30, {ZONE}" in shown(app)
        assert "   Ben" in shown(app)
        await fill(pilot, "presenters", "b, zoe")
        assert "No one here is called zoe" in shown(app)
        await pilot.press("enter")
        assert "!  No one here is called zoe" in shown(app)
        await fill(pilot, "presenters", "ben, ana")
        await fill(pilot, "starts", "some day")
        await pilot.press("tab", "enter")
        assert "!  The start 'some day' is no time" in shown(app)
        await pilot.press("escape", "p")
        await fill(pilot, "starts", "2026-12-15 14:00")
        await pilot.press("enter")
    (held,) = sessions(app.home, only(app))
    names = [only(app).name_of(person) for point in held.session.points.values() for person in point.plan.presenters]
    assert names == ["Ben", "Ana"]
    assert local(held.session.starts, zone_named(ZONE)).strftime("%d %b %H:%M") == "15 Dec 14:00"


async def test_another_template(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "down", "down")
        assert "Just under three hours" in shown(app)
        await pilot.press("enter")
    assert sessions(app.home, only(app))[0].session.template == "design"


AGENDA = """# Spring meeting
10 min - Welcome
Talk (20 min) - Ana [presenter]
 a note
14:50 What we keep (15 min)
"""


async def test_a_pasted_agenda_is_shown_as_it_was_understood(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p", "end")
        assert "Paste your agenda into the field" in shown(app)
        await pilot.press("enter")
        await paste(pilot, AGENDA)
        assert "Spring meeting" in shown(app)
        assert "?" in row_of(app, " 1 Welcome")
        assert "presenter " in row_of(app, " 2 Talk")
        await pilot.press("ctrl+g")
        assert "✓  Spring meeting is planned." in shown(app)
    (held,) = sessions(app.home, only(app))
    assert [point.plan.title for point in held.session.points.values()] == ["Welcome", "Talk", "What we keep"]
    assert held.session.title == "Spring meeting"


async def test_an_agenda_nobody_can_read_names_its_line_and_stays(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p", "end", "enter")
        await paste(pilot, "hello\nworld")
        await pilot.press("ctrl+g")
        assert "!  The agenda, line 1: no line with minutes was found" in shown(app)
        await pilot.press("escape", "p")
        assert app.screen.query_one("#agendas", OptionList).highlighted_option is not None
        assert "hello" in shown(app)
        assert "world" in shown(app)
    assert sessions(app.home, only(app)) == []


async def test_a_template_of_ones_own_that_cannot_be_read_is_told(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    app.home.templates.mkdir()
    (app.home.templates / "mine.toml").write_text("name = 3")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p")
        assert "mine.toml" in row_of(app, "!  ")
        await pilot.press("enter")
        assert "✓  session 1 is planned." in shown(app)


async def test_the_time_prefilled_is_new_each_time_unless_one_was_typed(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    founded(app)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("p", "escape")
        clock.advance(3600)
        await pilot.press("p")
        assert "2026-11-24 16:10" in shown(app)
        await fill(pilot, "starts", "2026-12-01 14:00")
        await pilot.press("escape", "p")
        assert "2026-12-01 14:00" in shown(app)


# ── Bringing in ─────────────────────────────────────────────────────────────────────────────────────────────────────


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
        await pilot.press("down", "i")
        await fill(pilot, "path", f" '{tmp_path / 'people.txt'}' ")
        await pilot.press("enter", "enter")
        assert "✓  1 person joined Bees; 1 person in the file belonged already." in shown(app)
        await pilot.press("i")
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


# ── The page itself ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_click_on_a_word_of_the_footer_is_its_key(tmp_path: Path, clock: TestClock) -> None:
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await pilot.click("#form-foot", offset=(2, 0))
        assert "!  A community needs a name." in shown(app)
        await pilot.click("#form-foot", offset=(row_of(app, "Esc leave").index("Esc"), 0))
        assert at_home(app)


@pytest.mark.parametrize("key", ["n", "a", "p", "i", "question_mark"])
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (20, 5), (3, 2)], ids=str)
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
        await pilot.pause()
        await pilot.pause()
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

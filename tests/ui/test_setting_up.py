"""The setting up, from the home screen."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from lcterm.core.community_events import SetupNoted
from lcterm.store.charter import setting_up
from lcterm.store.register import change
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.setting_up import SettingUpScreen
from tests.clock_program import TestClock
from tests.ui.homes import at_home, bare_app, fill, founded, in_london, only, settle, shown

HOSTILE = ("[/red] 漢字漢字", "[@click=app.bell]x[/]", "漢" * 200, "👩‍👩‍👧‍👦 אביגיל")


@pytest.fixture
def app(tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch) -> LcTerm:
    in_london(monkeypatch)
    app = bare_app(tmp_path, clock)
    founded(app)
    return app


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def test_states_go_round_and_are_kept(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "s")
        assert isinstance(app.screen, SettingUpScreen)
        assert "0 of 18 settled" in shown(app)
        assert "Mentoring: One person wants to learn" in shown(app), "what may serve better stands beside the question"
        await press(pilot, "down", "space", "space")
        assert only(app).setup["permission"].state == "settled"
        assert "1 of 18 settled" in shown(app)
        await press(pilot, "space", "space")
        assert only(app).setup == {}


async def test_what_is_typed_is_kept_when_the_cursor_goes_on_and_on_the_way_out(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "s", "down")
        await fill(pilot, "who", "Grace")
        await fill(pilot, "note", "ask in May")
        await press(pilot, "down")
        assert (only(app).setup["permission"].who, only(app).setup["permission"].note) == ("Grace", "ask in May")
        assert app.screen.query_one("#who", Input).value == ""
        assert "Whoever must permit it has done so · Grace" in shown(app)
        await fill(pilot, "when", "by June")
        await press(pilot, "escape")
        assert at_home(app)
        assert only(app).setup["supervision"].when == "by June"
        assert len(only(app).setup) == 2


async def test_what_is_too_long_stays_and_says_so(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "s")
        await fill(pilot, "note", "x" * 401)
        await press(pilot, "down")
        assert "at most 400 fit" in shown(app)
        assert app.screen.query_one("#items", OptionList).highlighted == 0
        assert app.screen.query_one("#note", Input).value == "x" * 401
        await press(pilot, "escape")
        assert isinstance(app.screen, SettingUpScreen)
        assert only(app).setup == {}


async def test_the_brief_goes_to_the_clipboard_with_what_was_noted(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "s")
        app.screen.query_one("#items", OptionList).highlighted = [one.id for one in setting_up()].index("first")
        await settle(pilot)
        await fill(pilot, "who", "Ana")
        await press(pilot, "b")
        assert "Dear Ana," in shown(app)
        assert app.clipboard == "", "it is read first"
        await press(pilot, "enter")
        assert app.clipboard.startswith("Dear Ana,")
        assert only(app).setup["first"].who == "Ana"


async def test_without_a_community_the_way_is_said(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_london(monkeypatch)
    app = bare_app(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "s")
        assert at_home(app)
        assert "There is no community yet." in shown(app)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_whatever_people_write_the_page_stands(app: LcTerm, size: tuple[int, int]) -> None:
    events = [
        SetupNoted(item=item.id, state="under way", note=words, who=words, when=words)
        for item, words in zip(setting_up(), HOSTILE, strict=False)
    ]
    change(app.home, app.clock, only(app).id, events)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s")
        for key in ("down", "space", "down", "down", "down", "tab", "x", "escape"):
            assert all(row.isprintable() for row in shown(app).split("\n"))
            assert "Esc" in shown(app)
            await press(pilot, key)
        assert at_home(app)
        kept = only(app).setup
        assert [kept[item.id].who for item in setting_up()[:4]] == list(HOSTILE), "what was only looked at stays"


async def test_a_day_is_kept_as_the_one_it_means_and_other_words_as_they_are(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "s", "down")
        await fill(pilot, "when", "fri")
        await press(pilot, "ctrl+g")
        assert only(app).setup["permission"].when == "2026-11-27"
        assert "Fri 27 Nov" in shown(app)
        await fill(pilot, "when", "before the summer")
        await press(pilot, "ctrl+g")
        assert only(app).setup["permission"].when == "before the summer"


async def test_a_long_note_is_seen_from_its_beginning(app: LcTerm) -> None:
    note = "The chair says yes, if " + "and if ".join(["it is cheap "] * 12)
    change(app.home, app.clock, only(app).id, [SetupNoted(item="permission", note=note)])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "s", "down")
        field = app.screen.query_one("#note", Input)
        assert field.render_line(0).text.startswith("The chair says yes")
        field.focus()
        await settle(pilot)
        assert field.cursor_position == len(field.value)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_community_that_has_not_met_is_set_up_and_designs_itself_first(
    app: LcTerm, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        assert "s set up" in shown(app)
        await press(pilot, "p")
        agendas = app.screen.query_one("#agendas", OptionList)
        assert agendas.highlighted_option is not None
        assert agendas.highlighted_option.id == "design"

"""The people, large, key by key."""

from pathlib import Path

from lcterm.ui.screens.asking import Asking
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, top
from tests.ui.boards import board_app, board_of


def row(screen: str, name: str) -> str:
    return next(line for line in screen.splitlines() if f" {name} " in line)


async def test_everyone_with_what_they_are_doing(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "j", "3", "g", "c", "h", "d", "h", "j", "x", "m")
        clock.advance(90)
        await press(pilot, "2")
        screen = text(app)
        assert len([line for line in screen.splitlines() if " member " in line]) == 12
        assert "has the floor" in row(screen, "Chidi")
        assert "1:30" in row(screen, "Chidi")
        assert "hand up, 2nd" in row(screen, "Jonas")
        assert row(screen, "Marek").startswith("– m")
        assert "away" in row(screen, "Marek")
        assert "No marks in the first 15 minutes of talk" in screen


async def test_enter_and_the_verbs_take_the_chosen_person(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "j", "3", "2", "down", "enter")
        session = lambda: board_of(app).desk.meeting.session  # noqa: E731
        name = board_of(app).view.name
        assert [name(hand.person) for hand in session().hands] == ["Ben"]
        assert "Ben has a hand up.   u takes it back" in text(app, "message")
        await press(pilot, "down", "h", "space")
        assert session().turn is not None
        assert "► Ben" not in text(app)
        assert "has the floor" in row(text(app), "Ben")
        await press(pilot, "w")
        assert not session().hands
        await press(pilot, "x")
        assert "Chidi is away." in text(app, "message")
        await press(pilot, "x")
        assert "! Chidi is away already." in " ".join(text(app, "message").split())
        await press(pilot, "a", "k")
        assert "listening" in row(text(app), "Chidi")
        assert "Chidi" in chosen(app)
        await press(pilot, "u", "u")
        assert "away" in row(text(app), "Chidi")


async def test_the_order_changes_and_the_cursor_stays_on_its_person(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "j", "3", "g", "a")
        clock.advance(60)
        await press(pilot, "2")
        assert "Amina" in chosen(app)
        await press(pilot, "o")
        assert "Voices, quiet first." in text(app, "message")
        assert text(app).splitlines()[12].split()[1] == "Amina"
        assert "Amina" in chosen(app)


async def test_somebody_new_joins_and_takes_a_seat(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "2", "n", "B", "e")
        assert "here already: Ben" in text(app, "message")
        assert "Esc never mind" in text(app, "footer")
        await press(pilot, "n", "enter")
        assert "There is Ben already; add a letter" in text(app, "message")
        screen = top(app)
        assert isinstance(screen, Asking)
        assert screen.entry.value == "Ben"
        await press(pilot, "space", "Z", "enter")
        assert "Ben Z is here." in text(app, "message")
        meeting = board_of(app).desk.meeting
        person = next(one.person for one in meeting.community.active if one.name == "Ben Z")
        assert meeting.session.voices[person].present
        assert "Ben Z" in chosen(app)
        await press(pilot, "h")
        assert "no hand" not in text(app, "message"), "keys are keys again"


async def test_esc_drops_what_was_typed_and_stays_here(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2", "n", "Z", "o", "e", "escape")
        assert text(app).startswith("People")
        assert "Zoe" not in str(board_of(app).desk.meeting.community)
        await press(pilot, "n", "enter")
        assert text(app).startswith("People"), "an empty line is no name"
        await press(pilot, "escape")
        assert app.screen is board_of(app)


async def test_before_the_start_a_newcomer_is_expected_and_one_may_be_away(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2", "n", "Z", "o", "e", "enter")
        assert "Zoe is one of the community now." in text(app, "message")
        assert "Zoe" in chosen(app)
        await press(pilot, "x")
        assert "away" in chosen(app)
        await press(pilot, "a")
        assert "away" not in chosen(app)


async def test_a_member_without_a_seat_can_be_seated(tmp_path: Path, clock: TestClock) -> None:
    from lcterm.core.joining import Newcomer, joining

    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        desk = board_of(app).desk
        desk.record_of_community(joining(desk.meeting.community, [Newcomer("Zoe")], lambda: "zoe123"))
        await press(pilot, "2", "end")
        assert "Zoe" in chosen(app)
        assert "no seat yet" in chosen(app)
        await press(pilot, "a")
        assert desk.meeting.session.voices["zoe123"].badge == "z"


async def test_the_reasons_stand_below_with_the_figures(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "j", "3", "g", "a")
        clock.advance(16 * 60)
        await press(pilot, "2")
        assert "○ Chidi, Dorota" in text(app), "the hour is about what Ben presented"
        assert "1 turn in 16:00, 100 %" in text(app, "line")
        await press(pilot, "down")
        assert "Ben  member  0 turns in 0:00, 0 %" in text(app, "line")


async def test_under_the_veil_only_who_is_here(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t", "j", "3", "g", "a", "h", "b")
        clock.advance(16 * 60)
        await press(pilot, "2", "v")
        everything = text(app) + text(app, "line") + text(app, "message")
        assert "12 here" in everything
        assert "hand up, 1st" in everything
        for private in ("not heard", "%", "turn", "16:00", "Why", "practice"):
            assert private not in everything
        await press(pilot, "down", "down", "h")
        assert "Chidi has a hand up." in text(app, "message")
        await press(pilot, "n", "Q")
        screen = top(app)
        assert isinstance(screen, Asking)
        assert screen.entry.password
        assert text(app, "message") == ""

"""Reading back, key by key: what is listed, what is mended on the spot, what the room and the veil see."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.core.commands import MendPoint, PassFacilitation, StrikeCapture
from lcterm.core.session import Capture
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.board import Board
from lcterm.ui.screens.read_back import ReadBack
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, top, until, well_drawn, write
from tests.ui.boards import board_app, board_of
from tests.ui.homes import acted

LINES = (
    "l Say it early",
    "r Handovers fail between departments",
    "a Ask the council @tracy @ben ^next >sponsor",
    "u We should have phoned @farida",
    "a Bring letters",
)


@pytest.fixture
def app(tmp_path: Path, clock: TestClock) -> LcTerm:
    return board_app(tmp_path, clock)


def captures(app: LcTerm) -> list[Capture]:
    return list(board_of(app).desk.meeting.session.captures.values())


def rows(app: LcTerm) -> list[str]:
    return [line.strip() for line in text(app).splitlines()]


async def opened(pilot: Pilot[None], app: LcTerm, *lines: str) -> None:
    """The read-back of these captures, at a point where the group sums up."""
    await press(pilot, "t")
    assert board_of(app).act(MendPoint(1, sums_up=True))
    write(app, *lines)
    await press(pilot, "5")


async def test_what_lacks_something_first_then_by_kind(app: LcTerm) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await opened(pilot, app, *LINES)
        assert rows(app)[0].startswith("Read back  5 since the start, 2 to settle ─")
        wanted = [
            "Still to settle",
            "a action    Bring letters",
            "no owner · no date",
            "r report    Handovers fail between departments",
            "to whom? >sponsor",
            "Actions",
            "a action    Ask the council",
            "Ben, Tracy · next time · not released yet",
            "Learning",
            "l learning  Say it early",
            "Quotes",
            "u quote     We should have phoned",
            "Farida's words · waits for Farida's yes",
        ]
        shown = [row.replace("Tracy, Ben", "Ben, Tracy") for row in rows(app)[1:] if row]
        assert [row[: len(want)] for row, want in zip(shown, wanted, strict=True)] == wanted
        assert "Bring letters" in chosen(app)


async def test_a_gap_is_mended_on_the_spot_and_the_next_is_chosen(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, *LINES)
        await press(pilot, "@", "b", "e")
        assert "action · Ben · for the group" in text(app, "message")
        assert text(app, "footer").startswith("Enter keep  Esc never mind  Tab complete")
        await press(pilot, "tab", "enter")
        assert "no date" in chosen(app)
        await press(pilot, "^", *"next", "enter")
        assert "Handovers" in chosen(app), "the next gap"
        await press(pilot, ">", *"sponsor", "enter")
        assert "to settle" not in rows(app)[0]
        words = captures(app)[4].words
        assert (words.text, len(words.owners), words.due_next) == ("Bring letters", 1, True)
        assert captures(app)[1].words.audience == "sponsor"


async def test_e_opens_the_whole_line_and_esc_leaves_it(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, *LINES)
        await press(pilot, "end", "e")
        assert top(app).entry.value == "u We should have phoned @f"  # type: ignore[attr-defined]
        await press(pilot, *" her", "escape")
        assert captures(app)[3].words.text == "We should have phoned"
        await press(pilot, "enter", *" her", "enter")
        assert captures(app)[3].words.text == "We should have phoned her"
        assert captures(app)[3].words.by, "it stays a quote of hers"


async def test_a_line_that_cannot_be_kept_stays(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, *LINES)
        await press(pilot, "@", *"zoe", "enter")
        assert "No one here is called zoe." in text(app, "message")
        assert top(app).entry.value == "a Bring letters @zoe"  # type: ignore[attr-defined]
        assert not captures(app)[4].words.owners
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, Board)


async def test_a_long_capture_can_be_mended_too(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "a " + "long words " * 80)
        await press(pilot, "@", *"ben", "enter")
        assert captures(app)[0].words.owners
        assert len(captures(app)[0].words.text) > 800


async def test_release_yes_drop_and_strike(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, *LINES)
        await press(pilot, "down", "r")
        assert "It says nobody who gets it; write >sponsor, or a name after >." in text(app, "message")
        assert not captures(app)[1].released
        await press(pilot, ">", *"sponsor", "enter", "r")
        assert captures(app)[1].released
        assert "released" in chosen(app)
        await press(pilot, "end", "y")
        assert captures(app)[3].agreed
        assert "Farida said yes" in chosen(app)
        await press(pilot, "up", "up", "x")
        assert [one.words.text for one in captures(app)].count("Say it early") == 0
        await press(pilot, "home", "d", "enter")
        clock.advance(0.3)
        await press(pilot, "enter")
        assert "Struck: the words are gone, from the disk too." in text(app, "message")
        assert [one.words.kind for one in captures(app)] == ["report", "action", "quote"]


async def test_o_opens_the_captures_to_the_room_and_closes_them(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, app, *LINES)
        await press(pilot, "o")
        assert board_of(app).desk.meeting.session.room == "captures"
        assert "the room sees the captures" in rows(app)[0]
        assert "o hide in the room" in text(app, "footer")
        await press(pilot, "o")
        assert board_of(app).desk.meeting.session.room == "question"
        board_of(app).act(MendPoint(1, sums_up=False))
        await press(pilot, "o")
        assert text(app, "message").startswith(" !  ")
        assert board_of(app).desk.meeting.session.room == "question"


async def test_only_what_came_since_and_all_of_it(app: LcTerm, clock: TestClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "l before")
        clock.advance(180)
        await press(pilot, "escape", "n", "5")
        assert rows(app)[0].startswith("Read back  nothing since Introductions ─")
        assert "Nothing was written down since Introductions." in rows(app)
        await press(pilot, "r")
        assert "Nothing new is there to read back." in text(app, "message")
        await press(pilot, "a")
        assert "before" in text(app)
        await press(pilot, "a")
        assert "before" not in text(app)
        clock.advance(180)
        write(app, "l after")
        await press(pilot, "down")
        assert "after" in text(app)
        assert "before" not in text(app)


async def test_nothing_at_all(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5")
        assert "Nothing written down yet. c starts a line" in text(app)
        await press(pilot, "d")
        assert "Nothing is written down yet." in text(app, "message")
        await press(pilot, "5")
        assert isinstance(app.screen, Board), "the key that opens it closes it"


async def test_notes_are_not_read_aloud(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "n hushed", "l said")
        assert "hushed" not in text(app)
        board_of(app).act(PassFacilitation(board_of(app).view.people[0].person))
        top(app).draw()
        assert "hushed" not in text(app)
        assert "said" in text(app)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 12)])
async def test_under_the_veil_nothing_of_the_words_shows(app: LcTerm, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app, *LINES)
        await press(pilot, "v")
        seen = ""
        for keys in (("down",), ("end",), ("d",), ("enter",), ("escape",), ("@", "b"), ("z",), ("enter",), ("escape",)):
            await press(pilot, *keys)
            seen += "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        for hidden in ("early", "Handovers", "council", "phoned", "letters", "Farida", "Tracy", "no owner", "settle"):
            assert hidden not in seen
        assert "quote" in seen, "what would be struck is named by kind and time"


@pytest.mark.parametrize("size", [(150, 40), (120, 36), (80, 24), (60, 20), (20, 5)])
async def test_every_row_is_as_wide_as_it_should_be(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, ("[/oops]", "漢字漢字漢字漢字漢字漢字", "👩‍👩‍👧‍👦 Family", "W" * 60))
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app, "a [/b] 漢字 " + "word " * 60, "u [link=x]y @[/oops]", "r " + "x" * 300, "f [red]z")
        for key in ("down", "end", "r", "d", "enter", "escape", "@", "escape", "v", "d", "escape", "o", "a"):
            await press(pilot, key)
            well_drawn(app)


async def test_words_struck_at_another_seat_do_not_stay_in_the_line(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, app, "l secret", "l plain")
        screen, meeting = top(app), board_of(app).desk.meeting
        assert isinstance(screen, ReadBack)
        screen.chosen = captures(app)[0].id
        await press(pilot, "e")
        assert screen.entry.value == "l secret"
        acted(app, meeting.community.id, meeting.session.id, StrikeCapture(captures(app)[0].id))
        await until(pilot, lambda: len(captures(app)) == 1)
        screen.tick()
        assert not screen.asking
        assert screen.entry.value == ""
        assert "At another seat those words were taken away." in text(app, "message")


async def test_a_note_does_not_stay_in_the_line_when_the_seat_is_handed_over(app: LcTerm) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, app, "n mine alone")
        screen = top(app)
        assert isinstance(screen, ReadBack)
        screen._mend(captures(app)[0])
        board_of(app).desk.act(PassFacilitation(board_of(app).view.people[1].person))
        screen.tick()
        assert screen.entry.value == ""


async def test_somebody_outside_is_asked_about_before_it_goes_to_the_room(app: LcTerm) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await opened(pilot, app, "l We asked Mrs Halloway too late", "n Mrs Halloway was angry", "l Ben said so")
        assert "names somebody?" in rows(app)
        assert text(app).count("names somebody?") == 1
        (asked,) = [line for line in top(app).panes["body"].lines if any("names somebody?" in one.text for one in line)]
        assert [one.look for one in asked if one.text.strip()] in (["muted"], ["chip"])
        await press(pilot, "v")
        assert "names" not in text(app)
        await press(pilot, "v", "escape", "3")
        assert text(app).count("names somebody?") == 1


async def test_what_is_unsettled_stays_and_n_goes_on(app: LcTerm) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app, "r Handovers fail", "l Say it early")
        await press(pilot, "n")
        assert board_of(app).desk.meeting.session.running == "p2"
        assert rows(app)[0].startswith("Read back  nothing since Introductions, 1 to settle ─")
        assert "Handovers fail" in chosen(app)
        assert "Say it early" not in text(app)

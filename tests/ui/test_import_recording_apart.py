"""Recordings that are called alike, speakers who are one person, and what the key would really take back."""

from pathlib import Path

from lcterm.core.commands import BringInAttendance
from lcterm.core.events import Stay
from tests.clock_program import TestClock
from tests.intake.transcripts import Heard
from tests.ui.beside import chosen, press, text, until, well_drawn
from tests.ui.boards import board_of
from tests.ui.recordings import NAMES, call, idle, name_file, people, planned, read, voices


async def test_a_second_recording_of_the_same_name_is_another(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    (tmp_path / "b").mkdir()
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, app, call(tmp_path, (Heard(0, 1000, "Ben"),)))
        await press(pilot, "i")
        await idle(pilot, app)
        await press(pilot, "f")
        await name_file(pilot, app, call(tmp_path / "b", (Heard(0, 4000, "Chidi"), Heard(4000, 5000, "Zoe"))))
        shown = text(app)
        assert "all clear" in shown.splitlines()[0]
        assert "[+] Zoe" in shown
        assert "Another recording is called june already" in shown
        well_drawn(app)
        await press(pilot, "i")
        await idle(pilot, app)
        assert "june-2 is in: 2 turns" in text(app, "message")
        assert "is in" in text(app).splitlines()[0]
    assert voices(app) == {"Ben": 1, "Chidi": 1, "Zoe": 1}


async def test_the_key_is_offered_only_where_it_takes_the_turns_back(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, call(tmp_path, (Heard(0, 1000, "Ben"),)))
        await press(pilot, "i")
        await idle(pilot, app)
        await press(pilot, "enter")
        assert "u takes the turns back" in text(app, "message")
        board = board_of(app)
        person = board.desk.meeting.community.active[0].person
        board.act(BringInAttendance((Stay(person=person, there=60_000),)))
        await press(pilot, "enter")
        assert "It is in" in text(app, "message")
        assert "takes the turns back" not in text(app, "message")


async def test_a_name_that_begins_another_is_asked_about(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    heard = (Heard(0, 5000, "Julian"), Heard(5000, 9000, "Julian Ma"))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, app, call(tmp_path, heard))
        assert "1 to ask about" in text(app)
        assert "Julian Ma, who speaks here too?" in chosen(app)
        well_drawn(app)
        await press(pilot, "i")
        assert "Nothing comes in before this is said." in text(app, "message")
        await press(pilot, "n")
        assert "all clear" in text(app)
        await press(pilot, "f")
        await name_file(pilot, app, tmp_path / "june.vtt")
        await press(pilot, "enter")
        assert "is Julian Ma, as you say" in text(app)
        await press(pilot, "i")
        await idle(pilot, app)
        assert "is Julian Ma" in text(app)
    assert voices(app) == {"Julian Ma": 1}
    assert people(app) == [*NAMES, "Julian Ma"]


async def test_a_name_that_a_machine_gave_is_asked_about(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    path = tmp_path / "a.rttm"
    path.write_text(
        "".join(f"SPEAKER a 1 {at}.0 1.0 <NA> <NA> {who} <NA> <NA>\n" for at, who in enumerate(("FEE005", "spk1")))
    )
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, app, path)
        assert "2 to ask about" in text(app)
        assert "a name that a machine gave" in chosen(app)
        await press(pilot, "enter")
        assert "Nobody can tell from that name." in text(app, "message")
        await press(pilot, "p")
        screen.entry.value = "ben"
        await press(pilot, "enter")
        await press(pilot, "n")
        assert "all clear" in text(app)
        await press(pilot, "i")
        await until(pilot, lambda: voices(app) == {"Ben": 1, "spk1": 1})

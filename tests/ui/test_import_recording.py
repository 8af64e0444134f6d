"""A recording brought in on the screen: who is who is said first, then all of it comes in, and goes as one."""

from pathlib import Path

import pytest

from lcterm.core.commands import StartSession
from lcterm.store.filler import SegmentFiller
from lcterm.ui.recording_file import found_in
from lcterm.ui.screens.import_recording import RecordingNews
from tests.clock_program import TestClock
from tests.intake import transcripts
from tests.intake.transcripts import Heard
from tests.ui.beside import chosen, press, text, until, well_drawn
from tests.ui.boards import board_of
from tests.ui.recordings import (
    NAMES,
    call,
    files,
    idle,
    name_file,
    open_screen,
    people,
    planned,
    read,
    screen_of,
    voices,
)


async def test_what_came_in_is_shown_and_who_has_to_be_said(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    path = call(tmp_path)
    path.write_bytes(path.read_bytes() + b"00:20.000 --> 00:19.000\r\nBen: no\r\n")
    async with app.run_test(size=(120, 36)) as pilot:
        before = files(tmp_path)
        await read(pilot, app, path)
        said = text(app)
        assert "june.vtt: WebVTT, 3 min, 4 cues, 4 speakers, 1 line left out." in said
        assert "[=] Ana Becker" in said
        assert "[?] Ben Ortiz" in said
        assert "[+] Zoe" in said
        assert "line 19: it ends before it begins" in said
        assert "1 to ask about" in said
        assert "like Ben? Enter: Ben" in chosen(app)
        well_drawn(app)
        assert files(tmp_path) == before


async def test_a_suggestion_taken_and_all_of_it_in_and_taken_back(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, call(tmp_path))
        await press(pilot, "i")
        assert "Nothing comes in before this is said." in text(app, "message")
        assert voices(app) == {}
        await press(pilot, "enter")
        assert "All speakers are clear." in text(app, "message")
        await press(pilot, "i")
        await idle(pilot, app)
        assert "✓  june is in: 4 turns, 3 min; new here: Zoe." in text(app, "message")
        assert "u takes the turns back" in text(app, "message")
        assert "is in" in text(app).splitlines()[0]
        assert voices(app) == {"Ana Becker": 2, "Ben": 1, "Zoe": 1}
        assert people(app) == [*NAMES, "Zoe"]
        await press(pilot, "u")
        await until(pilot, lambda: voices(app) == {})
        assert "Taken back" in text(app, "message")
        assert people(app) == [*NAMES, "Zoe"]
        assert "all clear" in text(app)


async def test_a_suggestion_declined_is_somebody_new(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, app, call(tmp_path))
        await press(pilot, "n", "i")
        await idle(pilot, app)
    assert voices(app) == {"Ana Becker": 2, "Ben Ortiz": 1, "Zoe": 1}


async def test_another_member_by_name(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, app, call(tmp_path))
        await press(pilot, "p")
        assert "Who is Ben Ortiz?" in text(app, "line")
        screen.entry.value = "nobody"
        await press(pilot, "enter")
        assert "No one here is called nobody" in text(app, "message")
        screen.entry.value = "chi"
        await press(pilot, "enter")
        assert "is Chidi, as you say" in text(app)
        await press(pilot, "end", "p")
        screen.entry.value = "samk"
        await press(pilot, "enter")
        await press(pilot, "i")
        await idle(pilot, app)
    assert voices(app) == {"Ana Becker": 2, "Chidi": 1, "Sam K.": 1}
    assert people(app) == list(NAMES)


async def test_somebody_new_never_takes_a_members_name(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, call(tmp_path))
        await press(pilot, "home", "n")
        assert "Somebody is called Ana Becker already" in text(app, "message")
        await press(pilot, "enter")
        assert "That one is clear; this one is not." in text(app, "message")
        assert "Ben Ortiz" in chosen(app)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "there is nothing in it."),
        (b"Once upon a time\nthere was a meeting\n", "no recording that can be read here"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nnobody says this\n", "it names no speaker"),
        (b"PK\x03\x04abc", "a spreadsheet or another packed file"),
        (b"00:01:02\tAna:\thello\n", "this is a chat"),
    ],
)
async def test_a_file_that_is_none_is_told_in_a_line(
    tmp_path: Path, clock: TestClock, content: bytes, told: str
) -> None:
    app = planned(tmp_path, clock)
    path = tmp_path / "x.vtt"
    path.write_bytes(content)
    async with app.run_test(size=(160, 36)) as pilot:
        screen = await open_screen(pilot, app)
        before = files(tmp_path)
        await name_file(pilot, app, path)
        assert told in text(app, "message")
        assert "--" not in text(app, "message")
        assert screen.asking
        assert screen.entry.value == str(path)
        await name_file(pilot, app, tmp_path / "nowhere")
        assert "there is no such file" in text(app, "message")
        await press(pilot, "escape", "escape")
        assert app.screen is board_of(app)
        assert files(tmp_path) == before


async def test_a_file_with_several_recordings_asks_which(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    path = tmp_path / "all.rttm"
    lines = [f"SPEAKER {name} 1 0.0 {length} <NA> <NA> Ben <NA> <NA>" for name, length in (("may", 5), ("june", 70))]
    path.write_text("\n".join(lines))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, app, path)
        assert "which of them was this session?" in text(app)
        await press(pilot, "down", "enter")
        await idle(pilot, app)
        assert "all.rttm: RTTM, 1 min, 1 cue, 1 speaker." in text(app)
        await press(pilot, "t")
        assert "no lines to quote" in text(app, "message")
        await press(pilot, "i")
        await idle(pilot, app)
        assert "june is in" in text(app, "message")
    assert voices(app) == {"Ben": 1}


async def test_escape_at_each_step_leaves_all_as_it_was(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_screen(pilot, app)
        before = files(tmp_path)
        await press(pilot, "escape")
        assert "Which file?" in text(app)
        await press(pilot, "escape")
        assert app.screen is board_of(app)
        await read(pilot, app, call(tmp_path))
        await press(pilot, "p", "escape")
        assert "like Ben?" in text(app)
        await press(pilot, "f", "escape", "escape")
        assert app.screen is board_of(app)
        assert files(tmp_path) == before


async def test_what_is_read_when_it_was_left_is_not_shown(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_screen(pilot, app)
        monkeypatch.setattr(screen, "run_worker", lambda *one, **more: None)
        screen.entry.value = str(call(tmp_path))
        await press(pilot, "enter")
        assert "It is being read" in text(app, "message")
        late = screen._round
        await press(pilot, "escape")
        found = found_in(str(tmp_path / "june.vtt"))
        screen.post_message(RecordingNews(late, found))
        await pilot.pause()
        assert screen.speakers is None


async def test_a_session_that_runs_takes_its_recording_afterwards(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        board_of(app).act(StartSession())
        await open_screen(pilot, app)
        title = board_of(app).desk.meeting.session.title
        assert f"{title} is running; end it first" in text(app)
        await name_file(pilot, app, call(tmp_path, (Heard(0, 1000, "Ben"),)))
        assert "all clear" not in text(app)
        assert f"{title} is running; end it first" in text(app)
        await press(pilot, "enter", "i")
        assert "is running; end it first" in text(app, "message")
    assert voices(app) == {}


async def test_the_same_recording_comes_in_once(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    heard = (Heard(0, 1000, "Ben"),)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, call(tmp_path, heard))
        await press(pilot, "i")
        await idle(pilot, app)
        await press(pilot, "enter")
        assert "It is in" in text(app, "message")
        await press(pilot, "f")
        (tmp_path / "again.srt").write_text(transcripts.srt(heard))
        await name_file(pilot, app, tmp_path / "again.srt")
        assert "has these turns already, as june" in text(app)
        await press(pilot, "i")
        await pilot.pause()
    assert voices(app) == {"Ben": 1}


async def test_a_disk_that_refuses_keeps_all_as_it_was(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = planned(tmp_path, clock)

    def full(*args: object) -> int:
        raise OSError(28, "No space left on device")

    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, call(tmp_path))
        await press(pilot, "n")
        with monkeypatch.context() as broken:
            broken.setattr(SegmentFiller, "put", full)
            await press(pilot, "i")
            await idle(pilot, app)
        assert "nothing came in" in text(app, "message")
        assert people(app) == list(NAMES)
        await press(pilot, "i")
        await idle(pilot, app)
    assert voices(app) == {"Ana Becker": 2, "Ben Ortiz": 1, "Zoe": 1}


async def test_nothing_of_it_shows_under_the_veil(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, call(tmp_path))
        await press(pilot, "v")
        for key in ("enter", "n", "i", "t", "down"):
            await press(pilot, key)
            everything = "".join(text(app, name) for name in screen_of(app).panes)
            assert not any(word in everything for word in ("Ben", "Ana", "Zoe", "june", "WebVTT"))
        await press(pilot, "v")
        assert "[?] Ben Ortiz" in text(app)
    assert voices(app) == {}

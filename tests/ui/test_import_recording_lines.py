"""The lines of a transcript on the screen: some are kept as captures, the rest is nowhere when they are left."""

import gc
from pathlib import Path

import pytest

from lcterm.core.session import Capture
from lcterm.intake.transcript_lines import Said
from lcterm.ui import line as line_module
from lcterm.ui.app import LcTerm
from lcterm.ui.screens import import_recording_lines
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, resize, text, well_drawn
from tests.ui.boards import board_of
from tests.ui.recordings import files, idle, lines, planned, read, screen_of, stored

SAID = (
    ("Ana Becker", "A letter without a name is read by nobody."),
    ("Ana Becker", "Nobody at all."),
    ("Ben Ortiz", "Yes."),
    ("Zoe", "Yes."),
    ("Ben", " ".join(f"word{number}" for number in range(120))),
)


def spoken(folder: Path, said: tuple[tuple[str, str], ...] = SAID) -> Path:
    cues = (
        f"00:{number:02}:00.000 --> 00:{number:02}:30.000\n{who}: {words}\n\n"
        for number, (who, words) in enumerate(said)
    )
    path = folder / "june.vtt"
    path.write_text(f"WEBVTT\n\n{''.join(cues)}01:00:00.000 --> 01:00:01.000\nthis is nobody's\n", encoding="utf-8")
    return path


def captures(app: LcTerm) -> list[Capture]:
    return list(board_of(app).desk.meeting.session.captures.values())


async def test_a_line_is_kept_as_a_quote_and_ticked_until_it_is_taken_back(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, spoken(tmp_path))
        await lines(pilot, app)
        assert "1 of 6" in text(app)
        await press(pilot, "enter")
        assert "✓ 0:00:00  Ana Becker: A letter" in text(app)
        (kept,) = captures(app)
        assert (kept.words.kind, kept.words.text, kept.agreed) == ("quote", SAID[0][1], False)
        assert kept.words.by == next(
            p for p, one in stored(app).meeting.community.members.items() if one.name[0] == "A"
        )
        await press(pilot, "c")
        assert "kept already" in text(app, "message")
        await press(pilot, "u")
        assert captures(app) == []
        assert "✓" not in text(app)


async def test_learning_has_no_name_and_a_quote_needs_one(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, spoken(tmp_path))
        await press(pilot, "enter")  # Ben Ortiz is Ben
        await lines(pilot, app)
        await press(pilot, "end", "c")
        assert "Nobody is named here, and a quote needs its speaker's yes." in text(app, "message")
        await press(pilot, "l")
        await press(pilot, "up", "up", "c")
        assert "Zoe is no member yet" in text(app, "message")
        await press(pilot, "up", "c")
        assert [(one.words.kind, one.words.text, bool(one.words.by)) for one in captures(app)] == [
            ("learning", "this is nobody's", False),
            ("quote", "Yes.", True),
        ]
        rows = [row for row in text(app).splitlines() if "Yes." in row]
        assert [row.startswith("✓") for row in rows] == [True, False]


async def test_who_came_in_with_the_turns_can_be_quoted(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, spoken(tmp_path))
        await press(pilot, "n", "i")
        await idle(pilot, app)
        await lines(pilot, app)
        await press(pilot, "down", "down", "down", "enter")
        (kept,) = captures(app)
        assert stored(app).meeting.community.name_of(kept.words.by) == "Zoe"


async def test_the_cursor_goes_by_lines_and_by_speakers(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, app, spoken(tmp_path))
        await lines(pilot, app)
        for keys, begins in (
            ("n", "0:02:00  Ben Ortiz"),
            ("n", "0:03:00  Zoe"),
            ("b", "0:02:00  Ben Ortiz"),
            ("b", "0:00:00  Ana"),
            ("end", "1:00:00  ?"),
            ("n", "1:00:00  ?"),
            ("b", "0:04:00  Ben"),
            ("home", "0:00:00  Ana"),
            ("up", "0:00:00  Ana"),
            ("pagedown", "1:00:00  ?"),
        ):
            await press(pilot, keys)
            assert begins in chosen(app), keys


async def test_a_line_longer_than_the_screen_is_read_to_its_end(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(60, 20)) as pilot:
        await read(pilot, app, spoken(tmp_path))
        await lines(pilot, app)
        await press(pilot, "end", "up")
        seen = chosen(app)
        for _ in range(30):
            if "word119" in seen:
                break
            await press(pilot, "down")
            seen += chosen(app)
        assert all(f"word{number}" in seen for number in range(120))
        assert "word119" in chosen(app)
        well_drawn(app)
        await press(pilot, "down")
        assert "nobody's" in chosen(app)


async def test_lines_too_long_and_too_many_are_refused(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = planned(tmp_path, clock)
    monkeypatch.setattr(import_recording_lines, "PICKED_MAX", 1)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, spoken(tmp_path, (("Ben", "long " * 300), ("Ben", "short"), ("Ben", "third"))))
        await lines(pilot, app)
        await press(pilot, "enter")
        assert "at most 1000 fit" in text(app, "message")
        await press(pilot, "down", "enter", "down", "enter")
        assert "1 lines are kept" in text(app, "message")
        assert [one.words.text for one in captures(app)] == ["short"]


async def test_leaving_drops_the_words(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    secret = "quokka"
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, app, spoken(tmp_path, (("Ana Becker", f"{secret} ü {secret}"), ("Ben", secret))))
        await lines(pilot, app)
        assert secret in text(app)
        assert any(isinstance(one, Said) for one in gc.get_objects())
        await press(pilot, "escape")
        assert "Bring in a recording" in text(app)
        gc.collect()
        assert not [one for one in gc.get_objects() if isinstance(one, Said)]
        assert line_module._wrapped.cache_info().currsize < 20
        await lines(pilot, app)
        await press(pilot, "escape", "escape")
        assert app.screen is board_of(app)
        assert not any(secret.encode() in content for content in files(tmp_path).values())


async def test_a_file_that_is_gone_by_then_is_told(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, spoken(tmp_path))
        (tmp_path / "june.vtt").unlink()
        await press(pilot, "t")
        await idle(pilot, app)
        assert "there is no such file" in text(app, "message")
        assert "[?] Ben Ortiz" in text(app)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (30, 8)])
async def test_both_pages_are_well_drawn_at_every_size(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = planned(tmp_path, clock)
    names = (("[/oops]", "[bold]x"), ("山田太郎", "山田 " * 60), ("W" * 60, "x" * 300), ("👩🏽\u200d🚀 Ana", "שלום"))
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot, app, spoken(tmp_path, names))
        await resize(pilot, size)
        for _ in range(3):
            well_drawn(app)
            await press(pilot, "down")
        await press(pilot, "t")
        await idle(pilot, app)
        for _ in range(5):
            well_drawn(app)
            await press(pilot, "down")
        await press(pilot, "v")
        well_drawn(app)
        assert "太郎" not in "".join(text(app, name) for name in screen_of(app).panes)


async def test_ten_thousand_turns_are_read_shown_and_brought_in(tmp_path: Path, clock: TestClock) -> None:
    app = planned(tmp_path, clock)
    path = tmp_path / "long.srt"
    cues = (
        f"{(at := f'{one // 3600:02}:{one // 60 % 60:02}:{one % 60:02}')},000 --> {at},900\n"
        f"{'Ben' if one % 2 else 'Chidi'}: word {one}\n\n"
        for one in range(10_000)
    )
    path.write_text("".join(cues))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot, app, path)
        await lines(pilot, app)
        await press(pilot, "end")
        assert "10000 of 10000" in text(app)
        assert "9983 above" in text(app, "line")
        await press(pilot, "escape", "i")
        await idle(pilot, app)
        assert "long is in: 10000 turns" in text(app, "message")

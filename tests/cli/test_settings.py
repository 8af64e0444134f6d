"""`lcterm settings`: what is set and where that comes from."""

from pathlib import Path

import pytest

from tests.cli.running import Shell


def test_they_are_listed_a_sentence_each(shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir(mode=0o700)
    (home / "settings.toml").write_text('clock = "minutes"\n', encoding="utf-8")
    monkeypatch.setenv("LCTERM_BELL", "on")
    lines = shell.answer("settings").split("\n")
    assert [line for line in lines if not line.startswith(" ")] == [
        "theme is usual.",
        "room-theme is usual.",
        "motion is full.",
        "clock is minutes, from settings.toml.",
        "signs is usual.",
        "bell is on, from LCTERM_BELL.",
        "spoken-time is moments.",
    ]


def test_as_json(shell: Shell) -> None:
    held = {one["name"]: one for one in shell.json("settings", "--json")}
    assert held["motion"]["value"] == "full"
    assert held["motion"]["from"] == "shipped"
    assert held["motion"]["choices"] == ["full", "reduced"]
    assert held["motion"]["variable"] == "LCTERM_MOTION"


def test_a_copy_to_edit_is_written_once_and_named(shell: Shell, home: Path) -> None:
    assert "lcterm settings --copy" in shell.answer("settings")
    assert shell.answer("settings", "--copy") == str(home / "settings.toml")
    assert "lcterm settings --copy" not in shell.answer("settings")
    assert "is there already" in shell.refusal("settings", "--copy")


def test_what_is_wrong_is_said_beside_the_list(shell: Shell, home: Path) -> None:
    home.mkdir(mode=0o700)
    (home / "settings.toml").write_text('bell = "often"\n', encoding="utf-8")
    told = shell("settings")
    assert told.status == 0
    assert told.err.startswith("lcterm: settings.toml, line 1: “bell” may be off or on, not “often”. ")
    assert "bell is off." in told.out


def test_a_theme_that_there_is_not_is_said_with_those_there_are(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LCTERM_THEME", "nope")
    told = shell("settings")
    themes = "usual, dark, light, high contrast, projector or colourless"
    assert told.status == 0
    assert told.err == f"lcterm: LCTERM_THEME may be {themes}, not “nope”; no screen opens until that is mended.\n"
    monkeypatch.setenv("LCTERM_THEME", "high-contrast")
    assert shell("settings").err == ""

"""settings.toml: what holds, where it comes from, and that nothing in it ever keeps a session from opening."""

import re
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.store.paths import Home
from lcterm.store.settings import (
    AS_SHIPPED,
    SETTINGS,
    THEMES,
    settings,
    settings_file,
    to_edit,
    write_settings,
)
from lcterm.ui.colours import PALETTES

NAMES = ", ".join(setting.name for setting in SETTINGS)


@pytest.fixture
def place(tmp_path: Path) -> Home:
    return Home(tmp_path)


def written(place: Home, text: str) -> Home:
    settings_file(place).write_text(text, encoding="utf-8")
    return place


def test_without_a_file_all_is_as_shipped(place: Home) -> None:
    held = settings(place, {})
    assert held == AS_SHIPPED
    assert (held.theme(), held.theme(room=True), held.still, held.by_minute, held.bell) == ("", "", False, False, False)
    assert (held.plain_signs, held.spoken_time) == (False, "moments")


def test_the_themes_are_those_that_there_are() -> None:
    assert set(THEMES) == set(PALETTES)


def test_the_file_holds_and_says_that_it_does(place: Home) -> None:
    text = 'theme = "High-Contrast"\nroom-theme = "light"\nclock = "minutes"\nbell = true\nsigns = "plain"\n'
    held = settings(written(place, text), {})
    assert (held.theme(), held.theme(room=True), held.by_minute, held.still) == ("high contrast", "light", True, False)
    assert (held.bell, held.plain_signs, held.troubles) == (True, True, ())
    assert (held.sources["bell"], held.sources["motion"]) == ("settings.toml", "shipped")


def test_less_motion_means_a_clock_in_minutes_as_well(place: Home) -> None:
    held = settings(written(place, 'motion = "reduced"'), {})
    assert held.still
    assert held.by_minute


def test_the_environment_wins_for_one_run(place: Home) -> None:
    written(place, 'motion = "reduced"\ntheme = "light"\nbell = "on"\n')
    held = settings(
        place, {"LCTERM_MOTION": "Full", "LCTERM_THEME": "usual", "LCTERM_BELL": "", "LCTERM_CLOCK": "minutes"}
    )
    assert (held.still, held.by_minute, held.theme(), held.bell) == (False, True, "", True)
    assert (held.sources["motion"], held.sources["theme"], held.sources["bell"]) == (
        "LCTERM_MOTION",
        "LCTERM_THEME",
        "settings.toml",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nmotion = "slow"', "settings.toml, line 2: “motion” may be full or reduced, not “slow”"),
        ("clock = true", "settings.toml, line 1: “clock” may be seconds or minutes, not “true”"),
        ("bell = 3", "settings.toml, line 1: “bell” must be text in quotation marks, not a number"),
        ('theme = ""', 'settings.toml, line 1: “theme” is empty; write theme = "…"'),
        ('bel = "on"', "settings.toml, line 1: a file of settings has no “bel”; did you mean “bell”?"),
        ("zebra = 1", f"settings.toml, line 1: a file of settings has no “zebra”; a file of settings may have {NAMES}"),
        (
            '[keys]\nx = "y"',
            "settings.toml, line 1: a file of settings has no headings; take the line [keys] away",
        ),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_line_and_the_others_hold(place: Home, text: str, said: str) -> None:
    text = f"{text}\n" if "[" in text else f'{text}\nspoken-time = "never"\n'
    held = settings(written(place, text), {"LCTERM_SIGNS": "plain"})
    (trouble,) = held.troubles
    assert trouble.startswith(said)
    assert trouble.endswith(" The others hold.")
    assert "?." not in trouble
    assert trouble.isprintable()
    kept = {"spoken-time": "never"} if "[" not in text else {}
    assert held.values == {**AS_SHIPPED.values, "signs": "plain", **kept}


def test_less_motion_outlasts_a_slip_in_another_line(place: Home) -> None:
    held = settings(written(place, 'motion = "reduced"\ntheme = "drak"\nbel = "on"\n'), {})
    assert held.still
    assert len(held.troubles) == 2


@pytest.mark.parametrize(
    "text", ['theme = "light', 'theme = "\x1b[31m"', "motion = reduced", 'bell = "on"\nbell = "off"']
)
def test_of_a_file_that_is_no_toml_nothing_holds_and_a_line_is_shown_as_it_should_be(place: Home, text: str) -> None:
    held = settings(written(place, f"{text}\n"), {"LCTERM_CLOCK": "minutes"})
    (trouble,) = held.troubles
    assert "this is not TOML" in trouble
    assert trouble.endswith('; a line reads like motion = "reduced". The settings are as shipped.')
    assert held.values == {**AS_SHIPPED.values, "clock": "minutes"}


def test_a_file_that_is_no_text_or_a_folder_is_said(place: Home) -> None:
    settings_file(place).write_bytes(b'theme = "\xff"\n')
    assert settings(place, {}).troubles[0].startswith("settings.toml, line 1: this is not UTF-8")
    settings_file(place).unlink()
    settings_file(place).mkdir()
    assert "is no file" in settings(place, {}).troubles[0]


def test_a_variable_that_cannot_be_taken_is_passed_over(place: Home) -> None:
    held = settings(place, {"LCTERM_BELL": "loud\x1b"})
    assert held.values == AS_SHIPPED.values
    (trouble,) = held.troubles
    assert trouble.startswith("LCTERM_BELL may be off or on, not “loud")
    assert trouble.endswith("it is passed over.")
    assert trouble.isprintable()


def test_the_file_to_edit_says_nothing_until_a_line_is_taken_out_of_its_comment(place: Home) -> None:
    path = write_settings(place, to_edit())
    assert settings(place, {}) == AS_SHIPPED
    path.write_text(re.sub(r"^# ([\w-]+ = )", r"\1", to_edit(), flags=re.MULTILINE), encoding="utf-8")
    held = settings(place, {})
    assert (held.values, held.troubles) == (AS_SHIPPED.values, ())
    assert set(held.sources.values()) == {"settings.toml"}


def test_a_file_is_never_overwritten(place: Home) -> None:
    write_settings(place, to_edit())
    with pytest.raises(Refused, match="is there already"):
        write_settings(place, to_edit())

"""The name of a file as somebody types it, or drags it into the terminal."""

from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.ui.typed_path import typed_path


@pytest.mark.parametrize("way", ["{}", " {} ", "'{}'", '"{}"', '  "{}"  '])
def test_quotes_and_blanks_around_it_are_left_out(tmp_path: Path, way: str) -> None:
    assert typed_path(way.format(tmp_path / "my call.vtt")) == tmp_path / "my call.vtt"


def test_a_tilde_is_ones_own_folder(nobody_at_home: Path) -> None:
    assert typed_path("~/june.vtt") == nobody_at_home / "june.vtt"
    with pytest.raises(Refused, match="nobody knows whose folder"):
        typed_path("~nobody-of-that-name/x")


def test_what_a_terminal_makes_of_a_dragged_file(tmp_path: Path) -> None:
    path = tmp_path / "my (call) ü.vtt"
    assert typed_path(path.as_uri()) == path
    escaped = str(path).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    assert typed_path(escaped) == Path(escaped)
    path.write_text("")
    assert typed_path(escaped) == path


def test_a_backslash_in_a_name_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "a\\b.vtt"
    path.write_text("")
    (tmp_path / "ab.vtt").write_text("")
    assert typed_path(str(path)) == path


def test_what_no_file_can_be_called_is_left_to_the_reader() -> None:
    assert typed_path("a\0\\b").name == "a\0\\b"

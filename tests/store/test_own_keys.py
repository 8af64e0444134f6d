"""A facilitator's own keys, as they are written down."""

import os
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.store.own_keys import keys_file, read_own_keys, write_own_keys
from lcterm.store.paths import Home


def home_with(folder: Path, text: str | bytes) -> Home:
    home = Home(folder)
    keys_file(home).write_bytes(text if isinstance(text, bytes) else text.encode())
    return home


def test_no_file_is_no_wish(tmp_path: Path) -> None:
    assert read_own_keys(Home(tmp_path)) == {}
    assert read_own_keys(Home(tmp_path / "not" / "there")) == {}
    (tmp_path / "file").touch()
    assert read_own_keys(Home(tmp_path / "file")) == {}


def test_one_key_a_list_of_them_or_none(tmp_path: Path) -> None:
    home = home_with(tmp_path, '[keys]\nundo = "x"\nnext-point = ["PgUp", "+"]\nlate = []\n')
    assert read_own_keys(home) == {"undo": ("x",), "next-point": ("PgUp", "+"), "late": ()}


@pytest.mark.parametrize("text", ["", "# nothing\n", "[keys]\n", b"\xef\xbb\xbf[keys]\r\n"])
def test_an_empty_file_is_no_wish(tmp_path: Path, text: str | bytes) -> None:
    assert read_own_keys(home_with(tmp_path, text)) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('undo = "x"\n', 'keys.toml: "undo" stands outside [keys]; put [keys] on a line above all keys'),
        ('[kyes]\nundo = "x"\n', 'keys.toml: "kyes" stands outside [keys]; put [keys] on a line above all keys'),
        ("keys = 3\n", "keys.toml: keys must be a table; put [keys] on a line above all keys"),
        ("[keys]\nundo = 3\n", "keys.toml: undo must be a key in quotation marks, or a list of them"),
        ('[keys]\nundo = ["x", 3]\n', 'or a list of them: undo = ["x", "PgDn"]'),
        ("[keys]\nundo = x\n", "at line 2, column 8"),
        ('[keys]\nundo = "x"\nundo = "y"\n', 'a line reads like next-point = "x"'),
        (b"[keys]\nundo = '\xff'\n", "keys.toml is not written in UTF-8; save it as UTF-8"),
        ("#" * 70_000, "keys.toml cannot be read: it is larger than"),
        ("[keys]\n" + "a." * 5000 + "b = 1\n", "keys.toml"),
        ("x = " + "[" * 20_000, "keys.toml has brackets in brackets without end"),
    ],
    ids=range(11),
)
def test_what_is_not_written_as_it_should_be_is_refused_in_one_line(
    tmp_path: Path, text: str | bytes, told: str
) -> None:
    with pytest.raises(Refused) as refused:
        read_own_keys(home_with(tmp_path, text))
    assert told in refused.value.reason
    assert refused.value.reason.startswith("keys.toml")
    assert "\n" not in refused.value.reason


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    keys_file(Home(tmp_path)).mkdir()
    with pytest.raises(Refused, match=r"keys\.toml cannot be read: it is not an ordinary file"):
        read_own_keys(Home(tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(keys_file(Home(tmp_path)))
    with pytest.raises(Refused, match="not an ordinary file"):
        read_own_keys(Home(tmp_path))


def test_a_file_to_edit_is_made_once(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    path = write_own_keys(home, "[keys]\n")
    assert path.read_text() == "[keys]\n"
    with pytest.raises(Refused, match=r"keys.toml is there already; edit it, or move it away"):
        write_own_keys(home, "other")
    assert path.read_text() == "[keys]\n"


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(Refused, match=r"keys.toml cannot be written"):
        write_own_keys(Home(tmp_path / "home"), "")

"""Names for files that every system takes, made of whatever people call things."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.documents.saving import NAME_BYTES, file_name

DEVICES = ("CON", "prn", "Aux", "NUL", "com1", "COM9", "lpt0", "COM\u00b9", "CONIN$", "conout$")


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("ending", ["", ".txt", ".", " "])
def test_no_device_of_windows(device: str, ending: str) -> None:
    assert file_name(device + ending, "csv").startswith(f"_{device}")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("session 7", "session-7.csv"),
        ('a<b>c:"d/e\\f|g?h*i', "a-b-c-d-e-f-g-h-i.csv"),
        ("../../etc/passwd", "etc-passwd.csv"),
        ("done. ", "done.csv"),
        (".hidden", "hidden.csv"),
        ("\x00\x1b[31m\u202eevil\u2066", "[31mevil.csv"),
        (" . ", "session.csv"),
        ("", "session.csv"),
        ("Konsole", "Konsole.csv"),
        ("Größe 李", "Größe-李.csv"),
    ],
)
def test_what_is_made_of_a_text(text: str, name: str) -> None:
    assert file_name(text, "csv") == name


def test_what_it_is_called_where_nothing_is_left() -> None:
    assert file_name("???", "json", "turns") == "turns.json"


@given(st.text(max_size=300))
def test_any_text_makes_a_name_that_every_system_takes(text: str) -> None:
    name = file_name(text, "rttm")
    stem = name.removesuffix(".rttm")
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f\s]', name)
    assert stem
    assert stem == stem.strip("-. ")
    assert stem.partition(".")[0].rstrip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}
    assert len(name.encode()) <= NAME_BYTES + 10
    assert file_name(stem, "rttm") == name or stem.startswith("_")

"""Digits look as they were drawn, and keep their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.ui.digits import DIGIT_ROWS, countdown_text, digits, digits_width, largest_rows

EVERYTHING = "0123456789+: "

PICTURED = {
    ("21", 5): """
█████▄   ▄██
    ██  ████
██████    ██
██        ██
▀█████  ██████
""",
    (":34", 5): """
    █████▄  ██  ██
██      ██  ██  ██
    ██████  ██████
██      ██      ██
    █████▀      ██
""",
    ("21", 7): """
███████▄   ▄███
     ███  █████
     ███  ▀▀███
████████    ███
███         ███
███         ███
▀███████  ████████
""",
    ("+2", 7): """
          ███████▄
               ███
  ███          ███
████████  ████████
  ███     ███
          ███
          ▀███████
""",
    (":34", 7): """
     ███████▄  ███  ███
███       ███  ███  ███
          ███  ███  ███
     ████████  ████████
          ███       ███
███       ███       ███
     ███████▀       ███
""",
    ("21", 9): """
███████████▄      ▄███
         ███    ▄█████
         ███    ▀▀▀███
         ███       ███
████████████       ███
███                ███
███                ███
███                ███
▀███████████   ████████████
""",
    ("21", 14): """
██████████████████▄           ▄█████
████████████████████        ▄███████
               █████      ▄█████████
               █████      ██████████
               █████      ▀▀▀▀▀█████
               █████           █████
████████████████████           █████
████████████████████           █████
█████                          █████
█████                          █████
█████                          █████
█████                          █████
████████████████████    ████████████████████
 ▀██████████████████    ████████████████████
""",
    ("69", 5): """
▄█████  ▄████▄
██      ██  ██
██████  ██████
██  ██      ██
▀████▀  █████▀
""",
    ("0578", 7): """
▄██████▄  ▄███████  ███████▄  ▄██████▄
███  ███  ███            ███  ███  ███
███  ███  ███            ███  ███  ███
███  ███  ████████       ███  ████████
███  ███       ███       ███  ███  ███
███  ███       ███       ███  ███  ███
▀██████▀  ███████▀       ███  ▀██████▀
""",
    ("19:20", 3): """
▄█   ▄▀▀▄ ▄ ▀▀▀▄ ▄▀▀▄
 █   ▀▀▀█   █▀▀▀ █  █
▄█▄▄ ▄▄▄▀ ▀ ▀▄▄▄ ▀▄▄▀
""",
}


@pytest.mark.parametrize(("text", "rows"), PICTURED)
def test_digits_look_as_drawn(text: str, rows: int) -> None:
    assert [line.rstrip() for line in digits(text, rows)] == PICTURED[text, rows][1:-1].split("\n")


@pytest.mark.parametrize("rows", DIGIT_ROWS)
def test_no_two_signs_look_alike(rows: int) -> None:
    assert len({tuple(digits(sign, rows)) for sign in EVERYTHING}) == len(EVERYTHING)


@given(st.text(EVERYTHING, max_size=5), st.sampled_from(DIGIT_ROWS))
def test_drawn_lines_are_of_one_width(text: str, rows: int) -> None:
    drawn = digits(text, rows)
    assert len(drawn) == rows
    assert {len(line) for line in drawn} == {digits_width(text, rows)}
    assert set("".join(drawn)) <= set("█▀▄ ")


@pytest.mark.parametrize(
    ("rows", "one", "two", "last_minute"), [(3, 4, 9, 11), (5, 6, 14, 18), (7, 8, 18, 23), (9, 12, 27, 33)]
)
def test_widths(rows: int, one: int, two: int, last_minute: int) -> None:
    assert [digits_width(text, rows) for text in ("8", "88", ":88")] == [one, two, last_minute]


@pytest.mark.parametrize(
    ("remaining", "shown"),
    [
        (21 * 60 + 34, "21"),
        (600, "10"),
        (599, " 9"),
        (60, " 1"),
        (59, ":59"),
        (45, ":45"),
        (5, ":05"),
        (0, ":00"),
        (-1, "+0"),
        (-59, "+0"),
        (-60, "+1"),
        (-130, "+2"),
        (-130.9, "+2"),
        (-0.1, "+0"),
        (59.9, ":59"),
        (0.0, ":00"),
        (-900, "+15"),
        (125 * 60, "125"),
    ],
)
def test_what_a_countdown_shows(remaining: float, shown: str) -> None:
    assert countdown_text(remaining) == shown


@pytest.mark.parametrize("rows", DIGIT_ROWS)
def test_nothing_moves_when_ten_minutes_become_nine(rows: int) -> None:
    assert digits_width(countdown_text(600), rows) == digits_width(countdown_text(599), rows)
    assert digits(countdown_text(599), rows) == digits(" 9", rows)


def test_the_largest_size_that_fits() -> None:
    assert largest_rows(":45", 38 - 2 - 13) == 7
    assert largest_rows("+12", 38 - 2 - 13) == 5
    assert largest_rows("21", 102) == 14
    assert largest_rows("21", 102, height=9) == 9
    assert largest_rows("21", 8) == 0


@pytest.mark.parametrize(
    ("text", "rows", "why"), [("7", 4, "rows high"), ("", 4, "rows high"), ("a", 3, "drawn large")]
)
def test_what_cannot_be_drawn_is_refused(text: str, rows: int, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        digits(text, rows)

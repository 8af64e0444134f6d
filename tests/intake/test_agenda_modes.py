"""Modes that titles suggest, and those that are written behind them."""

import pytest

from lcterm.core.agenda_plan import MODES
from lcterm.intake.agenda_modes import guess_mode, is_close, mode_alone, take_mode


@pytest.mark.parametrize(
    ("title", "mode"),
    [
        ("Introductions", "round"),
        ("Registration and introductions", "round"),
        ("Kick-off, check-ins", "round"),
        ("Check-out", "round"),
        ("How was it for you", "round"),
        ("Closing round", "round"),
        ("Discussion 1", "queue"),
        ("Case discussion", "queue"),
        ("Discussion and close", "queue"),
        ("Q&A", "queue"),
        ("Presentation 1", "presenter"),
        ("A case from the north", "presenter"),
        ("Talk: what we heard", "presenter"),
        ("Introduction to our rules", "presenter"),
        ("Break", "none"),
        ("Coffee break", "none"),
        ("Short break", "none"),
        ("Lunch", "none"),
        ("☕ Break", "none"),
        ("Break: coffee and a talk", "none"),
        ("Lunch talk", "presenter"),
        ("Close", "none"),
        ("Thanks and close", "none"),
        ("Pairs", "pairs"),
        ("Breakout discussion", "pairs"),
        ("Break-out groups", "pairs"),
        ("Next date, roles", "open"),
        ("Team time", "open"),
        ("Weekend plans", "open"),
        ("", "open"),
    ],
)
def test_a_title_suggests_a_mode(title: str, mode: str) -> None:
    assert guess_mode(title, presented=False) == mode


def test_somebody_named_presents_unless_the_title_says_otherwise() -> None:
    assert guess_mode("Homes on the hill", presented=True) == "presenter"
    assert guess_mode("Discussion", presented=True) == "queue"


@pytest.mark.parametrize("mode", MODES)
def test_a_mode_behind_a_title_is_taken(mode: str) -> None:
    assert take_mode(f"Title [{mode}]") == ("Title", mode)
    assert take_mode(f"Title [ {mode.upper()} ]  ") == ("Title", mode)
    assert mode_alone(f"{mode}*") == mode


def test_other_brackets_are_left() -> None:
    for words in ("Title [draft]", "[round] Title", "Title (round)", "round"):
        assert take_mode(words) == (words, None)
    assert mode_alone("round and round") is None


def test_closing_words() -> None:
    assert is_close("Thanks and close")
    assert not is_close("Disclosure")

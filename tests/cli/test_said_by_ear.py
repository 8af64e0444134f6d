"""Slips of somebody who hears what went wrong: the cure first, a list only where there is none."""

import pytest

from tests.cli.running import Shell


@pytest.mark.parametrize(("typed", "meant"), [("giv ben", "give"), ("nxt", "next"), ("Rsume", "resume")])
def test_a_slip_of_an_act_is_answered_with_the_act(running: Shell, typed: str, meant: str) -> None:
    word = typed.split()[0]
    said = running.refusal("do", *typed.split())
    assert said == f"{word!r} is no act; did you mean {meant}? `lcterm do --help` lists all"


def test_a_session_that_is_called_nearly_like_an_act_is_meant(running: Shell) -> None:
    running.answer("plan", "--starts", "2026-12-08 14:00", "--title", "Gives")
    assert running.refusal("do", "gives", "nosuch").startswith("'nosuch' is no act")
    assert running.answer("do", "gives", "leave", "Ana") == "Ana is away."


def test_words_that_no_line_or_several_lines_have(running: Shell) -> None:
    for text in ("a Ask the council", "l The council answers late"):
        running.answer("capture", text)
    said = running.refusal("do", "finish", "zebra")
    assert said == "no line has 'zebra'; give words that one line alone has, or last; `lcterm show` reads all"
    several = running.refusal("capture", "--mend", "council", "l New")
    assert several.startswith("2 lines have 'council'; give more of the words, or an id: “Ask the council” is ")

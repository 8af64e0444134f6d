"""chronicle: what the community has learned, and nothing that is not the group's to keep."""

from pathlib import Path

import pytest

from tests.cli.running import Shell

AGENDA = "10 min - Case - Ana [presenter]\n30 min - Discussion [queue]\n5 min - Round [round]\n"
SHOWN = ("Say it early", "The flat, told whole", "They phone us first", "We meet on Tuesdays", "We knew it")
DENIED = ("roomlearning", "ournote", "notyetquote", "feedbackwords", "actionwords", "strucklearning", "draftreflection")


def captured(shell: Shell, text: str) -> str:
    """The id of the capture with this text."""
    return next(str(one["id"]) for one in shell.json("show", "--json")["captures"] if text in one["text"])


@pytest.fixture
def told(peers: Shell) -> Shell:
    """A session of theirs that is over, with something of every kind, and of everything that is not for the group."""
    peers.answer("rules", "--add", "What is said here stays here")
    peers.answer("plan", "--agenda", "-", "--starts", "2026-12-01 14:00", "--zone", "UTC", stdin=AGENDA)
    peers.answer("do", "start")
    peers.answer("do", "next")
    for line in (
        "l Say it early @ben",
        "s The flat, told whole",
        "o They phone us first",
        "d We meet on Tuesdays",
        "u We knew it @chidi",
        "l roomlearning >room",
        "n ournote",
        "u notyetquote @ben",
        "f feedbackwords @ben",
        "a actionwords @ana ^fri",
        "l strucklearning",
    ):
        peers.answer("capture", line)
    peers.answer("do", "agree", captured(peers, "We knew it"))
    peers.answer("strike", captured(peers, "strucklearning"))
    peers.answer("do", "end")
    peers.answer("reflect", "draftreflection")
    return peers


@pytest.mark.parametrize("form", ["md", "html"])
def test_it_holds_what_the_group_keeps_and_nothing_else(told: Shell, form: str) -> None:
    text = told.answer("chronicle", "--format", form, "--to", "-")
    assert [words for words in SHOWN if words not in text] == []
    assert [words for words in DENIED if words in text] == []
    assert "presenting: Ana" in text
    assert "Chidi" in text
    assert "What is said here stays here" in text


def test_markdown_says_who_and_when(told: Shell) -> None:
    lines = told.answer("chronicle", "housing", "--to", "-").split("\n")
    for line in (
        "# Housing peers: our chronicle",
        "We met once, on Tue 1 Dec 2026.",
        "- Say it early (Ben)",
        "> “We knew it” (Chidi)",
        "- We meet on Tuesdays (Tue 1 Dec 2026)",
        "- Tue 1 Dec 2026: session 1; 5 members; presenting: Ana",
        "Ben and Chidi",
    ):
        assert line in lines, line


def test_it_goes_to_the_clipboard_and_a_file(told: Shell, home: Path, clipboard: list[str]) -> None:
    said = told.answer("chronicle")
    (path,) = home.glob("communities/*/summaries/chronicle.md")
    assert clipboard[-1] == path.read_text("utf-8")
    assert str(path) in said
    assert "chronicle" in said.lower()


def test_it_goes_to_a_file_of_yours_but_not_over_a_folder(told: Shell, tmp_path: Path) -> None:
    mine = tmp_path / "ours.html"
    assert told.answer("chronicle", "--format", "html", "--to", str(mine)) == f"The chronicle is in {mine}."
    assert mine.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert "is a folder; name a file in it" in told.refusal("chronicle", "--to", str(tmp_path))


def test_a_community_that_has_not_met_has_one_too(peers: Shell) -> None:
    text = peers.answer("chronicle", "--to", "-")
    assert "We have not met yet." in text
    assert "Nothing has been kept yet." in text


def test_a_strike_takes_the_saved_one_away(told: Shell, home: Path) -> None:
    told.answer("chronicle", "--format", "html")
    (path,) = home.glob("communities/*/summaries/chronicle.html")
    assert "chronicle.html: removed" in told.answer("strike", captured(told, "Say it early"))
    assert not path.exists()
    assert "Say it early" not in told.answer("chronicle", "--to", "-")


def test_who_asked_to_be_forgotten_is_named_nowhere(told: Shell, home: Path) -> None:
    told.answer("capture", "s Ben told how it began")
    told.answer("chronicle")
    assert "chronicle.md: made from the logs: the file goes" in told("forget", "Ben").out
    told.answer("forget", "Ben", "--yes")
    assert not list(home.glob("communities/*/summaries/chronicle.*"))
    for form in ("md", "html"):
        text = told.answer("chronicle", "--format", form, "--to", "-")
        assert "Ben" not in text
        assert "asked to be forgotten" not in text
        assert "Say it early" in text, "what they gave stays, without the name"


def test_who_left_and_who_has_another_name(told: Shell) -> None:
    told.answer("members", "--rename", "Chidi=Chidi A.")
    told.answer("members", "--leave", "Ben")
    text = told.answer("chronicle", "--to", "-")
    assert "> “We knew it” (Chidi A.)" in text
    assert "With us for a time: Ben" in text
    assert "- Say it early (Ben)" in text

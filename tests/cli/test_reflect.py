"""reflect: the facilitator's own, in one file on this laptop and nowhere else."""

from pathlib import Path

import pytest

from tests.cli.running import Shell

CANARY = "zqcanary"


@pytest.fixture
def over(running: Shell) -> Shell:
    """A shell with a session that is over."""
    running.answer("capture", "l Kettlestreet is ours")
    running.answer("do", "end")
    return running


def session(shell: Shell) -> str:
    return str(shell.json("sessions", "--json")[0]["id"])


def holding(home: Path, word: str = CANARY) -> list[str]:
    files = (path for path in home.rglob("*") if path.is_file())
    return sorted(str(path.relative_to(home)) for path in files if word.encode() in path.read_bytes())


def test_without_a_text_it_asks(over: Shell) -> None:
    said = over.answer("reflect")
    assert "It stays on this laptop" in said
    assert said.count("?\n") >= 4
    assert f'Nothing is written yet; `lcterm reflect {session(over)} "…"` adds to it.' in said
    assert "?" not in over.answer("reflect", "--show")


def test_it_is_added_to_and_shown_with_its_time(over: Shell, home: Path) -> None:
    over.answer("reflect", "I", "spoke", "too much")
    over.answer("reflect", session(over), "-", stdin=f"{CANARY}, first\nsecond line\n\nThird\n")
    assert over.answer("reflect", "--show").split("\n") == [
        "Tue 1 Dec 2026, 14:00",
        "I spoke too much",
        "",
        "Tue 1 Dec 2026, 14:00",
        f"{CANARY}, first",
        "second line",
        "",
        "Tue 1 Dec 2026, 14:00",
        "Third",
        "",
    ]
    assert holding(home) == [f"private/reflections/{session(over)}.json"]


def test_it_goes_when_asked(over: Shell, home: Path) -> None:
    over.answer("reflect", CANARY)
    assert over.answer("reflect", "--remove") == "Removed."
    assert holding(home) == []
    assert "Nothing was written" in over.answer("reflect", "--remove")


def test_what_is_unclear_is_refused(over: Shell) -> None:
    assert "one of them at a time" in over.refusal("reflect", "words", "--remove")
    assert "one of them at a time" in over.refusal("reflect", "--show", "--remove")
    assert "no session is called '2020-01-01-zzzz'" in over.refusal("reflect", "2020-01-01-zzzz")
    assert "nothing was written" in over.refusal("reflect", "-", stdin="\n")
    assert "Nothing is written yet" in over.answer("reflect")


def test_nothing_that_leaves_has_it(over: Shell, home: Path, tmp_path: Path) -> None:
    over.answer("reflect", CANARY)
    for audience in ("group", "sponsor", "facilitators"):
        for form in ("md", "text", "html", "json"):
            assert CANARY not in over.answer("summary", "--audience", audience, "--format", form, "--to", "-")
    for command in (
        ["show"],
        ["show", "--json"],
        ["show", "--paper"],
        ["chronicle", "--to", "-"],
        ["digest", "--to", "-"],
        ["charter"],
        ["actions", "--all"],
        ["sessions"],
    ):
        assert CANARY not in over.answer(*command)
    archive = tmp_path / "archive.json"
    over.answer("export", "housing", str(archive))
    assert CANARY not in archive.read_text("utf-8")
    assert len(holding(home)) == 1


def test_strike_and_forget_reach_it(over: Shell, home: Path) -> None:
    over.answer("reflect", "Was “kettlestreet IS ours” mine to write? Ben looked away.")
    only = over.json("show", "--json")["captures"][0]["id"]
    assert f"reflections/{session(over)}.json: your own reflection" in over.answer("strike", only)
    assert "Was “…” mine to write? Ben looked away." in over.answer("reflect", "--show")
    ran = over("forget", "Ben")
    assert f"reflections/{session(over)}.json: your own file: the name becomes “someone”" in ran.out
    assert ran.status == 1
    over.answer("forget", "Ben", "--yes")
    assert "someone looked away." in over.answer("reflect", "--show")
    assert holding(home, "Ben") == []


def test_check_says_what_is_wrong_with_one(over: Shell, home: Path) -> None:
    over.answer("reflect", "One")
    (path,) = home.glob("private/reflections/*.json")
    path.write_bytes(path.read_bytes()[:-4])
    assert "it is damaged, or no reflection" in over("check").out
    assert "check --repair" in over.refusal("reflect", "Two")
    over("check", "--repair")
    over.answer("reflect", "Two")
    assert list(home.glob("private/reflections/set-aside/*"))

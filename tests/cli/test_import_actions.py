"""`lcterm import actions`: what became of actions comes back from a file of todo.txt, all of it or none."""

from pathlib import Path

import pytest

from lcterm.intake.todotxt import TODO_BYTES
from tests.cli.running import Shell
from tests.cli.test_actions import two as two


@pytest.fixture
def todo(two: Shell, tmp_path: Path) -> Path:
    """All actions, as they went out."""
    path = tmp_path / "todo.txt"
    path.write_text(two.answer("actions", "--all", "--format", "todotxt") + "\n", "utf-8")
    return path


def mended(path: Path, *pairs: tuple[str, str]) -> str:
    """The file with other words in it; its name."""
    text = path.read_text("utf-8")
    for before, after in pairs:
        assert before in text, before
        text = text.replace(before, after)
    path.write_text(text, "utf-8")
    return str(path)


def line_of(path: Path, words: str) -> str:
    return next(line for line in path.read_text("utf-8").splitlines() if words in line)


def state(shell: Shell) -> list[dict[str, object]]:
    found: list[dict[str, object]] = shell.json("actions", "--all", "--format", "json")
    return found


def test_what_went_out_comes_in_and_changes_nothing(two: Shell, todo: Path) -> None:
    before = state(two)
    ran = two("import", "actions", str(todo))
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "lcterm: nothing is different; nothing was changed\n"
    assert state(two) == before


def test_done_dropped_going_another_date_and_another_owner(two: Shell, todo: Path) -> None:
    legal, letters, board, figures = (line_of(todo, one) for one in ("legal", "letters", "board", "figures"))
    name = mended(
        todo,
        (legal, f"x 2026-12-09 {legal}"),
        (letters, letters.replace("@Sam_O.", "@ben").replace("when:next-session", "due:2027-01-15")),
        (board, f"x 2026-12-09 {board} state:dropped"),
        (figures, f"(B) {figures} state:going @Sam_K."),
    )
    dry = two("import", "actions", name, "--dry-run")
    assert state(two)[0]["state"] == "open"
    said = two.answer("import", "actions", name)
    assert said.split("\n") == [
        "Done: Ask legal.",
        "Open: Bring two letters. Due Fri 15 Jan. Owner: Ana, Ben.",
        "Dropped: Write to the board.",
        "Still going: Find the old figures. Owner: Sam K..",
    ]
    assert dry.out.removesuffix("\n") == said
    assert "nothing was changed" in dry.err
    after = {str(one["text"]): one for one in state(two)}
    assert {text: one["state"] for text, one in after.items()} == {
        "Ask legal": "done",
        "Bring two letters": "open",
        "Write to the board": "dropped",
        "Find the old figures": "going",
    }
    assert after["Bring two letters"]["owners"] == ["Ana", "Ben"]
    assert after["Find the old figures"]["owners"] == ["Sam K."]
    ran = two("import", "actions", name)
    assert (ran.out, ran.err) == ("", "lcterm: nothing is different; nothing was changed\n")


def test_an_old_file_reopens_nothing_unless_it_says_so(two: Shell, todo: Path) -> None:
    two.answer("actions", "--done", "legal")
    assert two.answer("import", "actions", str(todo)) == ""
    legal = line_of(todo, "legal")
    assert two.answer("import", "actions", mended(todo, (legal, f"{legal} state:open"))) == "Open: Ask legal."


def test_a_date_that_is_missing_and_words_that_differ_stay_and_are_told(two: Shell, todo: Path) -> None:
    ran = two("import", "actions", mended(todo, (" due:2026-12-24", ""), ("Ask legal", "Ask the lawyer")))
    assert ran.out == ""
    assert "line 1: its words differ from those here, which stay" in ran.err
    assert "line 1: it has no date there; the one that was agreed stays" in ran.err
    assert (state(two)[0]["text"], state(two)[0]["due"]) == ("Ask legal", "2026-12-24")


def test_a_context_that_is_nobody_leaves_the_owners(two: Shell, todo: Path) -> None:
    ran = two("import", "actions", mended(todo, ("@Ben", "@phone")))
    assert ran.out == ""
    assert "line 1: nobody here is called phone; whose it is stays as it was" in ran.err


def test_new_lines_come_in_only_where_a_session_is_named(two: Shell, todo: Path) -> None:
    second = str(state(two)[2]["session"])
    name = mended(
        todo, ("2026-12-01 Ask legal", "Buy tea @chidi due:2027-02-01\nx 2026-12-09 Sweep up\n2026-12-01 Ask legal")
    )
    ran = two("import", "actions", name)
    assert ran.out == ""
    assert "lines 1, 2: no id of an action; --new SESSION writes them down there" in ran.err
    assert len(state(two)) == 4
    assert two.answer("import", "actions", name, "--new", second) == "New: Buy tea\nNew: Sweep up"
    tea, sweep = (next(one for one in state(two) if one["text"] == text) for text in ("Buy tea", "Sweep up"))
    assert (tea["owners"], tea["due"], tea["state"], tea["session"]) == (["Chidi"], "2027-02-01", "open", second)
    assert sweep["state"] == "done"
    before = state(two)
    assert two.answer("import", "actions", name, "--new", second) == ""
    assert state(two) == before


def test_from_a_pipe(two: Shell, todo: Path) -> None:
    text = todo.read_text("utf-8").replace("2026-12-01 Ask", "x 2026-12-01 Ask")
    assert two.answer("import", "actions", "housing", "-", stdin=text) == "Done: Ask legal."


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("due:2026-12-24", "due:2026-13-45", "line 1: '2026-13-45' is no date; write it like 2026-12-24"),
        ("due:2026-12-24", "due:soon", "line 1: 'soon' is no date"),
        ("due:2026-12-24", "due:2026-12-24 due:2026-12-25", "line 1: it says due: twice"),
        ("Ask legal", "Ask legal state:sleeping", "line 1: state:sleeping is none"),
        ("2026-12-01 Ask", "2026-99-01 Ask", "line 1: '2026-99-01' is no date"),
        ("Ask legal", "a" * 20_000, "line 1: it is 20"),
    ],
)
def test_one_bad_line_and_nothing_comes_in(two: Shell, todo: Path, before: str, after: str, reason: str) -> None:
    then = state(two)
    board = line_of(todo, "board")
    name = mended(todo, (board, f"x 2026-12-09 {board}"), (before, after))
    assert reason in two.refusal("import", "actions", name)
    assert state(two) == then


def test_two_lines_that_disagree(two: Shell, todo: Path) -> None:
    legal = line_of(todo, "legal")
    assert two("import", "actions", mended(todo, (legal, f"{legal}\n{legal}"))).out == ""
    name = mended(todo, (f"{legal}\n{legal}", f"{legal}\nx {legal}"))
    assert "line 2: line 1 says something else of the same action" in two.refusal("import", "actions", name)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "there is no task in it"),
        (b"\n\n", "there is no task in it"),
        (b"Buy tea\n", "no line has the id of an action"),
        (b"PK\x03\x04", "a spreadsheet or another packed file"),
        (b"\x00\x01\x02\x03" * 10, "is not text that can be read"),
        (b"a" * (TODO_BYTES + 1), "is longer than 4 MiB"),
    ],
    ids=["empty", "blank", "no ids", "packed", "binary", "huge"],
)
def test_a_file_that_is_none(two: Shell, tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(content)
    assert reason in two.refusal("import", "actions", str(path))


def test_a_folder_none_and_a_session_of_others(two: Shell, tmp_path: Path, todo: Path) -> None:
    assert "is a folder" in two.refusal("import", "actions", str(tmp_path))
    assert "no such file" in two.refusal("import", "actions", str(tmp_path / "none"))
    two.answer("new", "Others")
    theirs = two.answer("plan", "others", "--template", "blank", "--starts", "2026-12-20 14:00", "--zone", "UTC")
    assert "is no session of Housing peers" in two.refusal("import", "actions", "housing", str(todo), "--new", theirs)
    ran = two("import", "actions", "others", str(todo))
    assert "line 1: no action of Others has this id; passed over" in ran.err

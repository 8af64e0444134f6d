"""import members: people from a list or a table; those the community has are passed over."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
TRUTH = SHARED / "members-truth.json"
LISTS = sorted(json.loads(TRUTH.read_text("utf-8"))) if TRUTH.is_file() else []


def names(shell: Shell) -> list[str]:
    return [one["name"] for one in shell.json("members", "--json")]


def test_who_is_new_joins_and_what_was_left_out_is_said(peers: Shell, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Name,Area\nAna,North\nDorota,Harbour\nDorota,West\n,\nEmil,\n", "utf-8")
    ran = peers("import", "members", str(table))
    assert ran.out == "Dorota, Harbour\nEmil\n2 people joined Housing peers.\n"
    assert ran.err == (
        f"lcterm: {table}, line 4, left out: Dorota is on line 3 already\n"
        "lcterm: Ana is a member already; nothing changed for them\n"
    )
    assert names(peers)[-2:] == ["Dorota", "Emil"]


def test_a_name_with_the_surname_first_is_the_same_name(peers: Shell) -> None:
    ran = peers("import", "members", "-", stdin='"Nakamura, Yuki"\nYuki Nakamura\n')
    assert (ran.out, "line 2, left out: Yuki Nakamura is on line 1 already" in ran.err) == (
        "Nakamura, Yuki\n1 person joined Housing peers.\n",
        True,
    )
    ran = peers("import", "members", "-", stdin="yuki nakamura\nDorota Lis\n")
    assert ran.out == "Dorota Lis\n1 person joined Housing peers.\n"
    assert peers.answer("import", "members", "-", stdin='"Lis, Dorota"\n"Ana, Ben"\n').startswith("Ana, Ben\n1 person")


def test_another_kind_of_file_is_refused_with_who_takes_it(peers: Shell, tmp_path: Path) -> None:
    path = tmp_path / "june.vtt"
    path.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nAna: hello\n", "utf-8")
    told = f"{path}: this looks like a transcript, not a list of people; `lcterm import turns` takes those."
    for argv in (
        ("import", "members", str(path)),
        ("members", "--import", str(path)),
        ("new", "X", "--members", str(path)),
    ):
        assert peers.refusal(*argv) == told
    assert len(names(peers)) == 5


def test_a_dry_run_changes_nothing(peers: Shell) -> None:
    said = peers.answer("import", "members", "--dry-run", "-", stdin="Dorota\n")
    assert said == "Dorota\n1 person would join Housing peers."
    assert "Dorota" not in names(peers)


def test_a_second_run_finds_nobody_new(peers: Shell) -> None:
    peers.answer("import", "members", "housing", "-", stdin="Dorota\nEmil\n")
    ran = peers("import", "members", "housing", "-", stdin="Dorota\nEmil\n")
    assert (ran.status, ran.out) == (0, "0 people joined Housing peers.\n")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("a", "b", "c"), "write it like: lcterm import members [COMMUNITY] FILE"),
        (("/nowhere.csv",), "/nowhere.csv: there is no such file. Check the name and the folder."),
        (("/",), "/ is a folder: name a file in it."),
        (("nobody", "-"), "no community is called 'nobody'; there is housing-peers"),
    ],
)
def test_what_cannot_be_taken_in_is_refused(peers: Shell, argv: tuple[str, ...], said: str) -> None:
    assert peers.refusal("import", "members", *argv) == said
    assert len(names(peers)) == 5


@pytest.mark.parametrize("name", LISTS or [pytest.param("", marks=pytest.mark.skip("no ../shared/data/members"))])
def test_lists_that_other_programs_wrote(clock: TestClock, tmp_path: Path, name: str) -> None:
    truth = json.loads(TRUTH.read_text("utf-8"))[name]["names"]
    for number, argv in enumerate((("new", "Peers", "--members"), ("import", "members"), ("members", "--import"))):
        shell = Shell(clock, tmp_path / f"home-{number}")
        if argv[0] != "new":
            shell.answer("new", "Peers")
        ran = shell(*argv, str(SHARED / name))
        left_out = [one for one in truth if one not in names(shell)]
        assert ran.status == 0
        assert names(shell) == [one for one in truth if one not in left_out]
        assert all(f"left out: {one}" in ran.err for one in left_out)
        assert len(left_out) <= 1

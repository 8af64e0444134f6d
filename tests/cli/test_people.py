"""new and members: communities and their people."""

from pathlib import Path

import pytest

from tests.cli.running import Shell

ESCAPE = "\x1b]0;owned\x07\x1b[31mZoe\x1b[0m\u202e"
COLOURED = "\x1b[1mBen\x1b[0m\n"


def names(shell: Shell) -> list[str]:
    return [one["name"] for one in shell.json("members", "--json")]


def test_new_prints_the_slug_alone(shell: Shell) -> None:
    assert shell("new", "Zoë & the Others!") == (0, "zoe-the-others\n", "")
    assert shell("new", "Zoe the others") == (0, "zoe-the-others-2\n", "")


def test_new_takes_a_list_a_line_each_and_from_standard_input(shell: Shell, tmp_path: Path) -> None:
    plain = tmp_path / "people.txt"
    plain.write_text("\ufeffAna\n\n  Ben \nBen\n", encoding="utf-8")
    assert shell.answer("new", "Peers", "--members", str(plain)) == "peers"
    assert names(shell) == ["Ana", "Ben"]


def test_new_takes_a_table_with_semicolons_and_names_in_two_parts(shell: Shell, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_bytes("\ufeffFirst name;Last name;Area\r\nAna;Lund;North\r\nBen;Okafor;\r\n".encode())
    shell.answer("new", "Peers", "--members", str(table))
    assert [(one["name"], one["area"]) for one in shell.json("members", "--json")] == [
        ("Ana Lund", "North"),
        ("Ben Okafor", ""),
    ]


@pytest.mark.parametrize("name", ["housing PEERS", " Housing   peers "])
def test_a_second_community_of_that_name_is_refused(peers: Shell, name: str) -> None:
    assert "give this one a name of its own" in peers.refusal("new", name)


def test_a_community_needs_a_name_of_some_length(shell: Shell, home: Path) -> None:
    assert shell.refusal("new", "  ") == "a community needs a name"
    assert "at most 80 fit" in shell.refusal("new", "x" * 81)
    assert not home.exists()


def test_a_list_that_cannot_be_read_founds_nothing(shell: Shell, tmp_path: Path, home: Path) -> None:
    assert "there is no such file" in shell.refusal("new", "Peers", "--members", str(tmp_path / "absent.csv"))
    assert "is a folder" in shell.refusal("new", "Peers", "--members", str(tmp_path))
    assert shell.refusal("new", "Peers", "--members", "-", stdin=b"\x00\x01\x02\xff").startswith("standard input")
    assert not home.exists()


def test_too_much_on_standard_input_is_refused(shell: Shell) -> None:
    said = shell.refusal("new", "Peers", "--members", "-", stdin=b"x\n" * 10_000_000)
    assert said.startswith("standard input is longer than")


def test_pasted_escape_codes_reach_neither_the_store_nor_the_terminal(shell: Shell, home: Path) -> None:
    shell.answer("new", f"Peers {ESCAPE}", "--members", "-", stdin=f"Ana\n{COLOURED}")
    said = shell.answer("members", "--add", ESCAPE) + shell.answer("members", "--json") + shell.answer("members")
    assert "Zoe" in said
    assert "Ben" in said
    stored = "".join(path.read_text("utf-8") for path in home.rglob("*.json"))
    for text in (said, stored):
        assert not {"\x1b", "\x07", "\u202e", "\\u001b"} & set(text)
        assert "\\u001b" not in text
    assert "\x1b" not in shell.refusal("members", f"nobody{ESCAPE}")
    assert "\x1b" not in shell.refusal("members", "--role", f"{ESCAPE} Q=sponsor")


def test_members_are_listed_with_badge_area_and_role(shell: Shell) -> None:
    shell.answer("new", "Peers", "--members", "-", stdin="Name,Area\nAna,North\nSam K.,\nSam O.,Harbour\n")
    shell.answer("members", "--role", "Ana=facilitator,rules-keeper")
    assert shell.answer("members").split("\n") == [
        "a   Ana · North · facilitator, rules keeper",
        "sk  Sam K.",
        "so  Sam O. · Harbour",
    ]
    assert shell.json("members", "--json")[0] == {
        "name": "Ana",
        "badge": "a",
        "area": "North",
        "roles": ["facilitator", "rules keeper"],
        "active": True,
    }
    assert [one["badge"] for one in shell.json("members", "--json")] == ["a", "sk", "so"]


def test_a_community_without_members_says_how_to_add_them(shell: Shell) -> None:
    shell.answer("new", "Peers")
    assert shell.answer("members") == "Peers has no members yet; lcterm members --add NAME, or --import FILE."
    assert shell.json("members", "--json") == []


def test_members_are_added_and_imported_at_once(peers: Shell, tmp_path: Path) -> None:
    more = tmp_path / "more.txt"
    more.write_text("Ben\nFarida\n", "utf-8")
    ran = peers("members", "HOUSING", "--add", "Dorota", "--add", "Emil", "--import", str(more))
    assert (ran.status, ran.err) == (0, "lcterm: Ben is a member already; nothing changed for them\n")
    assert names(peers) == ["Ana", "Ben", "Chidi", "Sam K.", "Sam O.", "Dorota", "Emil", "Farida"]
    assert "Gül" in peers.answer("members", "--import", "-", stdin="Gül\n")


def test_a_second_of_that_name_is_refused_with_advice_and_nobody_joins(peers: Shell) -> None:
    assert peers.refusal("members", "--add", "Dorota", "--add", "ANA") == (
        "there is Ana already; add a letter, as in ANA B."
    )
    assert "Dorota" not in names(peers)


def test_a_role_is_given_anew_and_several_add_up(peers: Shell) -> None:
    def roles() -> list[str]:
        roles: list[str] = peers.json("members", "--json")[0]["roles"]
        return roles

    peers.answer("members", "--role", "ana=Facilitator", "--role", "a=sponsor")
    assert roles() == ["facilitator", "sponsor"]
    peers.answer("members", "--role", "Ana=observer")
    assert roles() == ["observer"]


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Ana", "--role 'Ana': write it like Ana=facilitator"),
        ("Ana=", "--role 'Ana=': write it like Ana=facilitator"),
        ("Ana=king", "'king' is no role; there is member, facilitator,"),
        ("Nobody=sponsor", "No one here is called Nobody."),
        ("Sam=sponsor", "Sam could be Sam K. or Sam O.: write more of the name."),
    ],
)
def test_a_role_that_cannot_be_given_changes_nothing_at_all(peers: Shell, role: str, said: str) -> None:
    before = peers.json("members", "--json")
    assert peers.refusal("members", "--add", "Dorota", "--role", "Ben=sponsor", "--role", role).startswith(said)
    assert peers.json("members", "--json") == before


def test_a_newcomer_gets_a_role_in_the_same_breath(peers: Shell) -> None:
    peers.answer("members", "--add", "Dorota", "--role", "Dorota=facilitator")
    assert peers.json("members", "--json")[-1]["roles"] == ["facilitator"]

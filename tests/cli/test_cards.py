"""`lcterm cards`: the list, one in full, one made yours."""

from pathlib import Path

from tests.cli.running import Shell


def test_the_list_then_one_in_full(shell: Shell) -> None:
    lines = shell.answer("cards").splitlines()
    assert lines[0].split(maxsplit=1) == ["silent", "Somebody is silent"]
    assert len(lines) >= 20
    full = shell.answer("cards", "strong", "feelings")
    assert full.startswith("Strong feelings\n\n“")
    assert "\n- Slow down." in full
    assert full.endswith("Idea: our own")
    assert all(len(line) <= 72 for line in full.splitlines())


def test_an_id_means_that_card_whatever_else_has_the_word(shell: Shell) -> None:
    assert shell.answer("cards", "they").startswith("“I” has become “they”")
    assert len(shell.answer("cards", "decision").splitlines()) > 3
    assert shell.refusal("cards", "xyzzy") == "no card has 'xyzzy' in it; `lcterm cards` lists them all"


def test_a_copy_is_yours_and_takes_the_place_of_the_shipped_one(shell: Shell, home: Path) -> None:
    path = Path(shell.answer("cards", "silent", "--copy"))
    assert path == home / "cards" / "silent.toml"
    path.write_text(path.read_text().replace("Somebody is silent", "A quiet one"))
    assert shell.answer("cards").splitlines()[0].split(maxsplit=1) == ["silent", "A quiet one (yours)"]
    assert "is yours already" in shell.refusal("cards", "silent", "--copy")
    assert shell.refusal("cards", "--copy").startswith("--copy takes one card, and ")


def test_a_bad_file_is_one_line_and_the_others_show(shell: Shell, home: Path) -> None:
    (home / "cards").mkdir(parents=True)
    (home / "cards" / "mine.toml").write_text('situation = "X"\nsay = 1\n')
    ran = shell("cards")
    assert ran.status == 0
    assert len(ran.out.splitlines()) >= 20
    assert ran.err.count("\n") == 1
    assert f"{home / 'cards' / 'mine.toml'}, line 2: “say” must be a list of texts" in ran.err

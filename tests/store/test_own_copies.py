"""Old copies of the facilitator's own files: they read again as they did when a name was taken out."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lcterm.store.own_copies import cuts, note_reworded, reword_again, reworded_by
from lcterm.store.paths import Home

WORDS = st.lists(st.sampled_from([b"Zo\xc3\xab", b"someone", b" ", b"\n", b'"', b"a", b"b", b"\xff", b"12"]))


def kept(home: Home, *files: tuple[str, bytes, str, bytes]) -> list[Path]:
    note_reworded(
        home, "bees", [(home.path / old, before, home.path / new, after) for old, before, new, after in files]
    )
    return [home.path / old for old, *_ in files]


def put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


@given(WORDS, WORDS)
def test_cuts_make_one_of_the_other(before: list[bytes], after: list[bytes]) -> None:
    assert reworded_by(b"".join(before), cuts(b"".join(before), b"".join(after))) == b"".join(after)


def test_nothing_of_the_text_is_in_what_is_kept(tmp_path: Path) -> None:
    home = Home(tmp_path)
    kept(home, ("templates/zoë.toml", "Ask Zoë early".encode(), "templates/someone.toml", b"Ask someone early"))
    (note,) = home.private.iterdir()
    for word in ("Zo", "Ask", "early"):
        assert word not in note.read_text("utf-8")


def test_an_old_copy_reads_again_as_it_did_and_is_called_so(tmp_path: Path) -> None:
    home = Home(tmp_path)
    (old,) = kept(home, ("templates/zoe.toml", b"Ask Zoe", "templates/someone.toml", b"Ask someone"))
    put(old, b"Ask Zoe")
    (now,) = reword_again(home, "bees", [old])
    assert (now.name, now.read_bytes(), old.exists()) == ("someone.toml", b"Ask someone", False)
    assert list(reword_again(home, "bees", [now])) == []
    assert list(reword_again(home, "wasps", [put(old, b"Ask Zoe")])) == []


def test_what_was_written_since_stays_beside_it(tmp_path: Path) -> None:
    home = Home(tmp_path)
    (old,) = kept(home, ("templates/zoe.toml", b"Ask Zoe", "templates/someone.toml", b"Ask someone"))
    written = put(home.path / "templates/someone.toml", b"Ask everybody")
    (now,) = reword_again(home, "bees", [put(old, b"Ask Zoe")])
    assert (now.name, now.read_bytes()) == ("someone-2.toml", b"Ask someone")
    assert written.read_bytes() == b"Ask everybody"
    (again,) = reword_again(home, "bees", [put(old, b"Ask Zoe")])
    assert again == now, "a copy that reads alike is not kept twice"


def test_a_copy_that_lies_elsewhere_or_reads_otherwise(tmp_path: Path) -> None:
    home = Home(tmp_path)
    kept(home, ("a.txt", b"Ask Zoe", "a.txt", b"Ask someone"))
    elsewhere, other = put(tmp_path / "b.txt", b"Ask Zoe"), put(tmp_path / "a.txt", b"Ask Zoe again")
    assert list(reword_again(home, "bees", [elsewhere, other, tmp_path / "gone.txt"])) == [elsewhere]
    assert (elsewhere.read_bytes(), other.read_bytes()) == (b"Ask someone", b"Ask Zoe again")


def test_a_note_that_is_damaged_mends_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path)
    (old,) = kept(home, ("a.txt", b"Ask Zoe", "a.txt", b"Ask someone"))
    (note,) = home.private.iterdir()
    note.write_bytes(b"{")
    assert list(reword_again(home, "bees", [put(old, b"Ask Zoe")])) == []

"""Files beside the logs: which hold a name, in whatever form, and what becomes of them."""

import json
from pathlib import Path

import pytest

from lcterm.core.name_search import wanted
from lcterm.store.name_files import files_beside, remove_derived, reword_own, reworded, text_holds
from lcterm.store.paths import Home
from lcterm.store.removed_files import note_removed, remove_again

ZOE = wanted(["Zoë O'Neil"], ["Ben"])


@pytest.mark.parametrize(
    "text",
    [
        "Zoë",
        "<p>Zo&euml; O&#x27;Neil</p>",
        "Zoë O\\'Neil",
        '{"a": "zo\\u00eb"}',
        "ATTENDEE:Zo\r\n ë O'Neil",
        "ZOE",
    ],
)
def test_it_is_found_in_every_form(text: str) -> None:
    assert text_holds(text.encode(), ZOE)


@pytest.mark.parametrize("text", ["", "Zoëlla", "Ben", "\xff\x00", "O'Neil alone"])
def test_other_words_are_not(text: str) -> None:
    assert not text_holds(text.encode("latin-1"), ZOE)


def test_json_stays_json_and_bad_bytes_stay(tmp_path: Path) -> None:
    stored = {"Zoë": ["Zoë's", {"n": 1, "x": None}]}
    assert json.loads(reworded(json.dumps(stored).encode(), ZOE)) == {"Zoë": ["someone's", {"n": 1, "x": None}]}
    assert reworded(b"\xff Zoe \xfe", ZOE) == b"\xff someone \xfe"
    assert reworded(b'{ "a" : 1 }', ZOE) == b'{ "a" : 1 }'


def test_what_is_made_from_the_logs_goes_and_what_is_own_is_reworded(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    ours, theirs = home.summaries("bees"), home.summaries("wasps")
    for folder in (ours, theirs, home.templates, home.private / "runs", home.community_log("bees")):
        folder.mkdir(parents=True)
    for path in (
        ours / "s.md",
        theirs / "s.md",
        home.templates / "zoë.toml",
        home.templates / "someone.toml",
        home.templates / ".zoë.toml.0123abcd.tmp",
        home.private / "device.json",
        home.private / "draft-elsewhere.json",
        home.private / "reflection.txt",
        home.path / "keys.toml",
    ):
        path.write_text("Zoë", "utf-8")
    beside = files_beside(home, "bees", ZOE)
    assert [path.name for path in beside.derived] == ["s.md", ".zoë.toml.0123abcd.tmp"]
    assert sorted(path.name for path in beside.own) == ["keys.toml", "reflection.txt", "someone.toml", "zoë.toml"]
    note_removed(home, "bees", beside.derived)
    assert [one.path for one in remove_derived(beside.derived)] == list(beside.derived)
    assert list(remove_derived(beside.derived)) == []
    named = {one.path.name: one.done for one in reword_own(beside.own, ZOE)}
    assert set(named) == {"keys.toml", "reflection.txt", "someone.toml", "someone-2.toml"}
    assert set(named.values()) == {"the name in it is “someone” now"}
    assert (home.templates / "someone-2.toml").read_text() == "someone"
    assert files_beside(home, "bees", ZOE) == ((), ())
    assert (theirs / "s.md").read_text("utf-8") == "Zoë"
    (ours / "again.md").write_text("Zoë", "utf-8")
    (ours / "other.md").write_text("Ben", "utf-8")
    assert [path.name for path in remove_again(home, "bees", sorted(ours.iterdir()))] == ["again.md"]
    assert remove_again(home, "wasps", theirs.iterdir()) == []

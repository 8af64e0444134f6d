"""Cards for situations: those that ship, one's own beside them, and files that are no cards."""

import os
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.store.card_file import load_card
from lcterm.store.cards import OWN_MAX, cards, copy_card, matching, own_folder
from lcterm.store.paths import Home
from lcterm.store.toml_file import SIZE_MAX

CARD = 'situation = "Ours"\nsay = ["One thing."]\n'
SITUATIONS = {
    *("silent", "dominating", "put-down", "stuck", "gossip", "they", "clash", "heard-right", "move-on", "feelings"),
    *("flat", "short", "decide", "traffic-light", "must-should-could", "what-else", "park", "questions", "members"),
}
"""What the field has a card for, by the ids of ours."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def _write(home: Home, text: str | bytes, name: str = "mine.toml") -> Path:
    own_folder(home).mkdir(parents=True, exist_ok=True)
    path = own_folder(home) / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _reason(home: Home, text: str | bytes) -> str:
    """Why this is no card, without its path; the shipped ones are there all the same."""
    path = _write(home, text)
    known, (reason,) = cards(home)
    assert {card.id for card in known} > SITUATIONS
    assert "\n" not in reason
    assert reason.isprintable()
    assert reason.startswith(str(path))
    return reason.removeprefix(str(path))


# ── Shipped ──


def test_every_situation_has_a_card_with_words_to_say_and_where_the_idea_is_from(home: Home) -> None:
    known, reasons = cards(home)
    assert reasons == []
    assert {card.id for card in known} >= SITUATIONS
    for card in known:
        assert 2 <= len(card.say) <= 4, card.id
        assert card.do, card.id
        assert card.source, card.id
        assert not card.own
        assert len(card.situation) <= 36, f"{card.id} is cut in the list of a wide screen"


def test_no_shipped_card_names_a_person_who_might_be_in_the_room(home: Home) -> None:
    names = {"amina", "ben", "chidi", "dorota", "farida", "grace", "jonas", "leila", "marek", "sam", "tracy"}
    for card in cards(home)[0]:
        words = " ".join((*card.say, *card.do)).lower().replace("'", " ").split()
        assert not names & {word.strip(",.;:?!“”") for word in words}, card.id


def test_cards_of_one_group_stand_together(home: Home) -> None:
    groups = [card.group for card in cards(home)[0]]
    changes = [group for number, group in enumerate(groups) if number == 0 or groups[number - 1] != group]
    assert len(changes) == len(set(changes))


# ── Finding ──


def _found(home: Home, typed: str) -> list[str]:
    return [card.id for card in matching(cards(home)[0], typed)]


def test_beginnings_of_words_narrow_the_list(home: Home) -> None:
    assert _found(home, "silen")[0] == "silent"
    assert _found(home, "Traffic LI") == ["traffic-light", "decide"]
    assert _found(home, "angry")[0] == "feelings", "people type what they see, not what the card is called"
    assert _found(home, "they")[0] == "they"
    assert _found(home, "horseshoe") == []
    assert len(_found(home, "")) == len(cards(home)[0])
    assert _found(home, "  ") == _found(home, "")


def test_what_is_only_in_the_text_comes_last(home: Home) -> None:
    _write(home, 'situation = "Tea time"\nsay = ["Yes."]\n')
    assert _found(home, "tea") == ["feelings", "mine", "stuck"], "by the words beside it, by name, then by its text"


# ── One's own ──


def test_an_own_card_stands_in_the_place_of_the_shipped_one(home: Home) -> None:
    _write(home, CARD + 'group = "Who speaks"\n', "silent.toml")
    known, reasons = cards(home)
    assert reasons == []
    assert (known[0].id, known[0].situation, known[0].own) == ("silent", "Ours", True)
    assert [card.id for card in known].count("silent") == 1


def test_an_own_card_of_a_known_group_joins_it_and_others_come_last(home: Home) -> None:
    _write(home, CARD + 'group = "Deciding"\n', "dice.toml")
    _write(home, CARD, "ours.toml")
    ids = [card.id for card in cards(home)[0]]
    assert ids.index("park") < ids.index("dice") < ids.index("questions")
    assert ids[-1] == "ours"
    assert cards(home)[0][-1].group == "Yours"


def test_a_copy_is_word_for_word_and_never_overwrites(home: Home) -> None:
    card = cards(home)[0][0]
    path = copy_card(card, home)
    assert path == own_folder(home) / f"{card.id}.toml"
    assert path.read_bytes() == card.path.read_bytes()
    with pytest.raises(Refused, match="is yours already"):
        copy_card(card, home)
    with pytest.raises(Refused, match="is yours already"):
        copy_card(load_card(path), home)


# ── Files that are no cards ──


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ", line 1: “situation” is missing"),
        ("\n\nsituation = \n", ", line 3: this is not TOML"),
        ('situation = "X"\n', ", line 1: there is nothing to say and nothing to try"),
        ('situation = "X"\nsay = "One."\n', ", line 2: “say” must be a list of texts"),
        ('situation = "X"\nsay = [1]\n', ", line 2: “say” must be a list of texts"),
        ('situation = ["X"]\nsay = ["One."]\n', ", line 1: “situation” must be text"),
        (CARD + 'sya = ["x"]\n', ", line 3: a card has no “sya”; did you mean “say”?"),
        (CARD + '"\\u001b[31m" = 1\n', ", line 1: a card has no “”; a card may have situation"),
        (f'situation = "{"x" * 61}"\nsay = ["One."]\n', ", line 1: “situation” is 61 characters long"),
        (f'situation = "X"\nsay = {["x"] * 9}\n', ", line 2: “say” has 9 texts; at most 8 fit"),
        (f'situation = "X"\ntry = ["{"y" * 301}"]\n', ", line 2: “try” is 301 characters long"),
        (b'situation = "\xff"\n', ", line 1: this is not UTF-8"),
        pytest.param("x = " + "[" * 5000, ", line 1: brackets are nested without end", id="endless"),
        pytest.param("#" * (SIZE_MAX + 1), " is larger than 256 KiB; that is not a card", id="too large"),
    ],
)
def test_a_bad_file_is_one_line_with_its_place_and_hides_nothing(home: Home, text: str | bytes, said: str) -> None:
    reason = _reason(home, text)
    assert reason.startswith(said), reason


def test_a_broken_own_one_leaves_the_shipped_one_of_its_name(home: Home) -> None:
    _write(home, "say = [", "silent.toml")
    known, reasons = cards(home)
    assert known[0].id == "silent"
    assert not known[0].own
    assert len(reasons) == 1


def test_what_steers_a_terminal_does_not_come_through(home: Home) -> None:
    _write(home, 'situation = "Ta\\u202Elk\\u001b[2J"\nsay = ["a\\nb"]\nsource = "[red]x"\n')
    card = next(card for card in cards(home)[0] if card.id == "mine")
    assert (card.situation, card.say, card.source) == ("Talk", ("a b",), "[red]x")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_pipes_folders_and_dead_links_are_said_and_nobody_waits(home: Home) -> None:
    folder = own_folder(home)
    folder.mkdir(parents=True)
    os.mkfifo(folder / "pipe.toml")
    (folder / "folder.toml").mkdir()
    (folder / "dead.toml").symlink_to("nowhere")
    (folder / "loop.toml").symlink_to("loop.toml")
    (folder / "strange\x1b[31m.toml").write_text(CARD)
    known, reasons = cards(home)
    assert len(known) == len(cards(Home(home.path / "none"))[0])
    assert len(reasons) == 5
    assert all(reason.isprintable() for reason in reasons)


def test_a_file_where_the_folder_should_be(home: Home) -> None:
    home.path.mkdir()
    own_folder(home).write_text("x")
    known, (reason,) = cards(home)
    assert known
    assert "cannot be read as a folder of cards" in reason


def test_only_so_many_own_cards_are_read(home: Home) -> None:
    for number in range(OWN_MAX + 1):
        _write(home, CARD, f"c{number:03}.toml")
    known, (reason,) = cards(home)
    assert sum(card.own for card in known) == OWN_MAX
    assert "only the first 200 are read" in reason

"""A facilitator's own keys: what they mean, and what is refused."""

import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from lcterm.core.refusal import Refused
from lcterm.store.own_keys import keys_file, read_own_keys
from lcterm.store.paths import Home
from lcterm.ui.key_names import key_name, shown_key
from lcterm.ui.key_table import SHIPPED, KeyTable
from lcterm.ui.own_keys import NEVER_WITHOUT, key_table, remapped, to_edit

README = Path(__file__).resolve().parents[2] / "README.md"


def refusal(**wishes: tuple[str, ...]) -> str:
    with pytest.raises(Refused) as refused:
        remapped({id.replace("_", "-"): keys for id, keys in wishes.items()})
    return refused.value.reason


# ── What is taken ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_wishes_the_keys_are_the_shipped_ones(tmp_path: Path) -> None:
    assert key_table(Home(tmp_path)) is SHIPPED


def test_the_keys_of_an_id_are_replaced_all_of_them() -> None:
    table = remapped({"next-point": ("x", "Pgdn"), "leave": ("N",)})
    assert table["next-point"].keys == ("x", "pagedown")
    assert [table.by_key(key).id for key in ("x", "pagedown", "n")] == ["next-point", "next-point", "leave"]  # type: ignore[union-attr]
    assert table.by_key("ctrl+n") is None
    assert table["leave"].shown == "n …"
    assert [key.id for key in table.keys] == [key.id for key in SHIPPED.keys]


def test_a_clicker_can_be_turned_round() -> None:
    table = remapped({"next-point": ("n", "PgUp"), "back": ("b", "PgDn")})
    assert [table.by_key(key).id for key in ("pageup", "pagedown")] == ["next-point", "back"]  # type: ignore[union-attr]


def test_a_clicker_can_give_the_floor() -> None:
    table = remapped({"next-point": ("n",), "next-speaker": ("space", "PgDn"), "back": ("b",), "undo": ("u", "PgUp")})
    assert [table.by_key(key).id for key in ("pageup", "pagedown")] == ["undo", "next-speaker"]  # type: ignore[union-attr]


def test_a_key_can_be_taken_away() -> None:
    table = remapped({"late": ()})
    assert table.by_key("z", "z") is None
    assert (table["late"].label, table.shown("late")) == ("", "")


@pytest.mark.parametrize("id", NEVER_WITHOUT)
def test_help_and_the_way_out_always_have_a_key(id: str) -> None:
    assert refusal(**{id: ()}) == (
        f"keys.toml: {id} needs a key, or nobody finds the way; leave the line out, or give it another key"
    )


# ── What keys are called ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("character", [chr(code) for code in range(0x20, 0x7F)] + list("öéñłд−"))
def test_a_character_is_the_key_that_textual_makes_of_it(character: str) -> None:
    assert key_name(character) == (_character_to_key(character.lower()) if character != "−" else "minus")


@pytest.mark.parametrize("key", sorted({name for key in SHIPPED.keys for name in key.keys} - {"enter"}))
def test_every_shipped_key_can_be_written_as_it_is_called_and_as_it_is_shown(key: str) -> None:
    assert key_name(key) == key_name(shown_key(key)) == key_name(key.upper()) == key


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Esc", '"Esc" cannot be had, as Esc steps out of things'),
        ("enter", "as Enter ends what is typed"),
        ("ctrl+c", "as ctrl+c belongs to the terminal"),
        ("ctrl+i", "as terminals send it for Tab as well"),
        ("alt+x", "does not reach the program in every terminal"),
        ("pagedwn", 'did you mean "pagedown"?'),
        ("", 'keys are written like "x", "+", "PgDn", "f5" or "ctrl+g"'),
        ("hello", '"hello" is no key'),
        ("ctrl+1", "is no key"),
        ("\x1b[2J", "is no key"),
        ("h\nh" * 99, "is no key"),
    ],
)
def test_what_is_no_key_to_be_had_is_refused_by_name(written: str, why: str) -> None:
    reason = refusal(undo=("y", written))
    assert reason.startswith("keys.toml: undo: ")
    assert why in reason
    assert reason.isprintable()
    assert len(reason) < 200


@given(st.text(max_size=12))
def test_any_text_is_a_key_or_is_refused(written: str) -> None:
    try:
        name = key_name(written)
    except Refused:
        return
    assert name
    assert all(unicodedata.category(one)[0] != "C" for one in shown_key(name))


# ── Clashes ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_clash_is_refused_by_name() -> None:
    assert refusal(next_point=("x",)) == (
        'keys.toml: "x" is both leaves (leave) and next point (next-point); give one of them another key'
    )
    assert refusal(jump=("PgDn",)) == (
        'keys.toml: "PgDn" is both next point (next-point) and jump; give one of them another key'
    )


def test_what_is_called_as_its_id_is_named_once() -> None:
    assert (
        refusal(hand=("j",), spoke=("j",), jump=())
        == 'keys.toml: "j" is both hand and spoke; give one of them another key'
    )


def test_two_that_change_places_do_not_clash() -> None:
    table = remapped({"undo": ("r",), "redo": ("u",)})
    assert (table["undo"].label, table["redo"].label) == ("r", "u")


def test_an_unknown_id_is_refused_with_the_nearest() -> None:
    assert refusal(next_pint=("x",)) == 'keys.toml: there is nothing called "next-pint"; did you mean "next-point"?'
    assert refusal(zzzzzz=("x",)) == 'keys.toml: there is nothing called "zzzzzz"; `lcterm keys` lists what there is'


KEYS = st.sampled_from([*"abcdefghijklmnopqrstuvwxyz0123456789+-?:,.", "PgDn", "PgUp", "f2", "f12", "ctrl+g", "tab"])
IDS = st.sampled_from([key.id for key in SHIPPED.keys])


@given(st.dictionaries(IDS, st.lists(KEYS, max_size=3).map(tuple), max_size=6))
def test_a_table_that_is_taken_has_every_id_and_no_key_twice(wishes: dict[str, tuple[str, ...]]) -> None:
    try:
        table = remapped(wishes)
    except Refused:
        return
    assert [key.id for key in table.keys] == [key.id for key in SHIPPED.keys]
    assert table.clashes() == []
    for key in table.keys:
        assert all(table.by_key(name) is key for name in key.keys)
        assert key.id in wishes or key is SHIPPED[key.id]


# ── The file to edit ────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_file_to_edit_changes_nothing_until_it_is_edited() -> None:
    assert tomllib.loads(to_edit()) == {"keys": {}}


def test_the_file_to_edit_has_every_key_as_it_is() -> None:
    head, _, lines = to_edit().partition("[keys]\n")
    taken = [line.removeprefix("# ") for line in lines.splitlines() if " = " in line]
    told = tomllib.loads("\n".join(["[keys]", *taken]))
    wishes = {id: (keys,) if isinstance(keys, str) else tuple(keys) for id, keys in told["keys"].items()}
    assert [key.keys for key in remapped(wishes).keys] == [key.keys for key in SHIPPED.keys]
    assert all(line.startswith("#") for line in head.splitlines() if line)


def test_the_example_in_the_readme_is_taken(tmp_path: Path) -> None:
    example = README.read_text(encoding="utf-8").partition("```toml\n[keys]\n")[2].partition("```")[0]
    keys_file(Home(tmp_path)).write_text(f"[keys]\n{example}", encoding="utf-8")
    assert len(read_own_keys(Home(tmp_path))) >= 3
    assert isinstance(key_table(Home(tmp_path)), KeyTable)


def test_a_key_that_cannot_be_had_is_never_the_advice() -> None:
    for key in ("enter", "backspace", "ctrl+i"):
        with pytest.raises(Refused) as refused:
            remapped({"jump": (key,)})
        assert "did you mean" not in refused.value.reason

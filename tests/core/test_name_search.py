"""Which words count as somebody's name, and what stands in their place."""

import unicodedata
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.events import AnyEvent
from lcterm.core.name_search import texts_in, wanted


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ask Amina Hall's team", "Ask someone's team"),
        ("amina hall, AMINA: (amina)", "someone, someone: (someone)"),
        ("write to amina.hall@example.org or amina@x", "write to someone@example.org or someone@x"),
        ("amina_notes", "someone_notes"),
        ("Aminata and Hall stay", "Aminata and Hall stay"),
        ("Amina\u00a0Hall", "someone"),
        ("", ""),
    ],
)
def test_whole_words_whatever_their_capitals(text: str, after: str) -> None:
    sought = wanted(["Amina Hall"], ["Ben", "Chidi"])
    assert sought.taken_out(text) == after
    assert sought.stands_in(text) == (after != text)


def test_the_first_name_alone_only_where_nobody_else_has_it() -> None:
    sought = wanted(["Amina Hall"], ["Amina B", "Ben"])
    assert (sought.searched, sought.shared) == (("Amina Hall",), ("Amina",))
    assert sought.taken_out("Amina, Amina B, Amina Hall") == "Amina, Amina B, someone"


def test_a_name_within_another_member_s_name_is_that_one_s() -> None:
    sought = wanted(["Amina"], ["Amina B", "Ben"])
    assert sought.taken_out("Amina B asked Amina") == "Amina B asked someone"
    assert not sought.stands_in("amina b said so")


def test_former_names_are_looked_for_too() -> None:
    sought = wanted(["Ana Novak", "Ana Horvat", "Ana Novak"])
    assert sought.searched == ("Ana Horvat", "Ana Novak", "Ana")
    assert sought.taken_out("Ana Horvat, ana") == "someone, someone"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_may_be_written_in_any_way_or_left_out(form: str) -> None:
    sought = wanted(["José Álvarez"])
    for text in ("José Álvarez", "JOSÉ", "jose alvarez", "Jose"):
        assert sought.taken_out(unicodedata.normalize(form, text)) == "someone"  # type: ignore[arg-type]


def test_an_everyday_word_is_a_name_only_with_a_capital() -> None:
    sought = wanted(["Will Stone"])
    assert sought.taken_out("Will will ask WILL, will stone") == "someone will ask someone, someone"
    assert sought.may_stand_in("we will see")
    assert not sought.may_stand_in("Will will see")
    assert not wanted(["Amina"]).may_stand_in("amina")


def test_an_initial_alone_is_nobody() -> None:
    assert wanted(["J. Hall"]).searched == ("J. Hall",)


def test_a_name_of_two_letters_only_with_a_capital_and_a_single_letter_never() -> None:
    sought = wanted(["Alpha", "A", "No"])
    assert sought.searched == ("Alpha", "No")
    assert sought.too_short == ("A",)
    assert sought.taken_out("A plan for a house, no doubt; No and alpha") == (
        "A plan for a house, no doubt; someone and someone"
    )
    assert wanted(["--", "-", "🙂"]).searched == ("🙂",)
    nothing = wanted(["A"])
    assert nothing.taken_out("A plan, a house") == "A plan, a house"
    assert not nothing.stands_in("")
    assert not nothing.stands_in("A")


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("李明", "李明说我们没有时间", "someone说我们没有时间"),
        ("山田 太郎", "山田さんと山田太郎、山田 太郎", "someoneさんとsomeone、someone"),
        ("김민수", "김민수가 말했다", "someone가 말했다"),
        ("สมชาย", "คุณสมชายพูด", "คุณsomeoneพูด"),
    ],
)
def test_where_words_run_on_a_name_is_found_within_them(name: str, text: str, after: str) -> None:
    sought = wanted([name])
    assert sought.taken_out(text) == after
    assert not sought.stands_in(after)


def test_where_words_run_on_a_longer_name_is_another_s() -> None:
    assert wanted(["李明"], ["李明华"]).taken_out("李明华和李明") == "李明华和someone"


@given(st.text(max_size=60), st.sampled_from(["Amina Hall", "Will", "山田太郎", "O'Neil (she)", "a.b*c [x"]))
def test_what_was_taken_out_is_out(text: str, name: str) -> None:
    sought = wanted([name])
    assert not sought.stands_in(sought.taken_out(f"{text} {name} {text}"))
    assert sought.taken_out(text) == text or sought.stands_in(text)


def test_ids_are_no_words_and_the_recipient_is_one() -> None:
    assert texts_in({"kind": "PointJumped", "point": "amina", "to": "amina"}) == []
    words = {"kind": "action", "text": "Go", "owners": ["amina"], "to": "Amina"}
    assert texts_in({"kind": "CaptureWritten", "words": words, "point": "amina"}) == [
        ("words.text", "Go"),
        ("words.to", "Amina"),
    ]
    assert texts_in({"kind": "RulesAgreed", "rules": ["a", "b"]}) == [("rules.0", "a"), ("rules.1", "b")]


WRITTEN_BY_PEOPLE = (
    "answer area contacts item items label name note notes place purpose question questions recording rules section "
    "slug subject template text texts title to when who"
)


def test_every_field_of_an_event_is_known_as_an_id_or_as_words_of_people() -> None:
    """A new field has to be looked at: words of people in it must be found when somebody is to be forgotten."""
    found = {
        (event.__name__, next(step for step in reversed(path.split(".")) if not step.isdecimal()))
        for event in get_args(AnyEvent)
        for path, _ in texts_in({"kind": event.__name__, **_filled(msgspec.inspect.type_info(event))})
    }
    assert {(event, field) for event, field in found if field not in WRITTEN_BY_PEOPLE.split()} == set()
    assert ("CaptureWritten", "text") in found


def _filled(struct: msgspec.inspect.Type) -> dict[str, object]:
    assert isinstance(struct, msgspec.inspect.StructType)
    return {field.encode_name: _value(field.type) for field in struct.fields}


def _value(kind: msgspec.inspect.Type) -> object:
    match kind:
        case msgspec.inspect.StrType():
            return "words"
        case msgspec.inspect.StructType():
            return list(_filled(kind).values()) if kind.array_like else _filled(kind)
        case msgspec.inspect.VarTupleType():
            return [_value(kind.item_type)]
        case msgspec.inspect.UnionType():
            return _value(kind.types[0])
        case _:
            return None

"""Stored text reaches nobody's terminal as it is; clean text costs nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.store.neutral import neutral_json, neutral_line, neutral_text

HOSTILE = [
    *map(chr, range(32)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
]
TO_A_SCREEN = [one for one in HOSTILE if one != "\n"]
ANYTHING = st.text(st.characters() | st.characters(categories=["Cs", "Cc", "Cf"]))
CLEAN = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="".join(HOSTILE)))


@pytest.mark.parametrize("character", HOSTILE)
@pytest.mark.parametrize("escaped", [True, False])
def test_each_hostile_character_is_replaced_however_it_is_written(character: str, escaped: bool) -> None:
    content = json.dumps({"a": f"x{character}y"}, ensure_ascii=escaped).encode()
    assert json.loads(neutral_json(content)) == {"a": "x\ufffdy"}


@pytest.mark.parametrize("code", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_half_a_surrogate_pair_is_replaced_however_it_is_written(code: int) -> None:
    surrogate = chr(code)
    assert json.loads(neutral_json(json.dumps([surrogate]).encode())) == ["\ufffd"]
    raw = neutral_json(b'["' + surrogate.encode("utf-8", "surrogatepass") + b'"]')
    assert set(json.loads(raw)[0]) == {"\ufffd"}


@pytest.mark.parametrize("text", ["ä", "日本", "🙂", "👩\u200d💻", "שלום", 'a "quoted" \\ word', "C:\\temp", "\u200e"])
@pytest.mark.parametrize("escaped", [True, False])
def test_all_else_stays_as_it_is(text: str, escaped: bool) -> None:
    assert json.loads(neutral_json(json.dumps([text], ensure_ascii=escaped).encode())) == [text]


@given(CLEAN)
def test_clean_bytes_come_back_as_the_same_object(text: str) -> None:
    content = json.dumps([text.replace("\\", "")], ensure_ascii=False).encode()
    assert neutral_json(content) is content


@given(
    st.recursive(ANYTHING, lambda inner: st.lists(inner) | st.dictionaries(ANYTHING, inner), max_leaves=8),
    st.booleans(),
)
def test_nothing_hostile_comes_through(value: object, escaped: bool) -> None:
    content = json.dumps([value], ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    text = neutral_json(content).decode()
    assert not set(json.dumps(json.loads(text), ensure_ascii=False)) & (
        set(HOSTILE) | set(map(chr, range(0xD800, 0xE000)))
    )
    assert not any(f"\\u{ord(one):04x}" in text for one in HOSTILE)


@given(ANYTHING)
def test_text_is_made_harmless_once_and_for_all(text: str) -> None:
    assert neutral_text(neutral_text(text)) == neutral_text(text)
    assert len(neutral_text(text)) == len(text)
    assert not set(neutral_text(text)) & set(TO_A_SCREEN)
    assert not set(neutral_line(text)) & set(HOSTILE)
    assert neutral_text("one\ntwo") == "one\ntwo"


@pytest.mark.parametrize(
    "content",
    [
        b'["\x1b","\\u0000"]',
        b'["\\u00',
        b'["\\u0000",NaN]',
        b'["\\u0000",-Infinity]',
        b'\xef\xbb\xbf["\\u0000"]',
        b"\\u0000",
    ],
)
def test_what_is_no_json_is_a_value_error(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        neutral_json(content)


def test_endless_nesting_is_a_recursion_error() -> None:
    with pytest.raises(RecursionError):
        neutral_json(b'["\\u001b",' + b"[" * 100_000)

"""What a browser may say over its socket."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.serving.messages import COLUMNS, Focused, Pinged, Resized, Typed, Unfit, asked, understood

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        (["stdin", "hj"], Typed(b"hj")),
        (["stdin", ""], Typed(b"")),
        (["stdin", "李"], Typed("李".encode())),
        (["resize", {"width": 80, "height": 24}], Resized(80, 24)),
        (["resize", {"width": -4, "height": 10**9}], Resized(1, 300)),
        (["focus"], Focused(True)),
        (["blur"], Focused(False)),
        (["ping", "17"], Pinged("17")),
    ],
)
def test_the_five_things(message: list[object], meant: object) -> None:
    assert understood(json.dumps(message)) == meant


@pytest.mark.parametrize(
    "message",
    [
        "",
        "{",
        "[]",
        '"stdin"',
        '["stdin"]',
        '["stdin", 4]',
        '["stdin", "a", "b"]',
        '["resize", {"width": "80", "height": 24}]',
        '["resize", {"width": 80}]',
        '["ping", "' + "x" * 65 + '"]',
        '["quit"]',
        '["stdin", "\\ud800"]',
        "[" * 100_000,
    ],
)
def test_anything_else_is_unfit(message: str) -> None:
    with pytest.raises(Unfit):
        understood(message)


@given(ANYTHING)
def test_whatever_is_said_is_one_of_them_or_unfit(said: object) -> None:
    try:
        meant = understood(json.dumps(said))
    except Unfit:
        return
    assert isinstance(meant, Typed | Resized | Focused | Pinged)


@given(st.none() | st.text() | st.integers().map(str))
def test_a_number_in_an_address_stays_within_bounds(text: str | None) -> None:
    assert COLUMNS[0] <= asked(text, 80, COLUMNS) <= COLUMNS[1]


def test_a_number_in_an_address() -> None:
    assert (asked("120", 80, COLUMNS), asked("x", 80, COLUMNS), asked("²", 80, COLUMNS)) == (120, 80, 80)

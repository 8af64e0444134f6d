"""What once made a reader fall over is read; and so are a few files, mangled anew each time."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcterm.core.refusal import Refused
from lcterm.store.reading import Unreadable
from tests.faults.fuzz import LARGEST, SEEDS, mangled, seeds, smallest, wrong_with
from tests.faults.fuzz_targets import TARGETS, Target, try_one

KEPT = list(seeds())


@pytest.mark.parametrize(("reader", "name"), [(reader, path.name) for reader, path in KEPT])
def test_what_was_kept_is_read(reader: str, name: str) -> None:
    assert try_one(TARGETS[reader], (SEEDS / name).read_bytes()) == ""


@pytest.mark.parametrize("reader", TARGETS)
def test_a_good_file_is_taken(reader: str) -> None:
    for data in TARGETS[reader].good:
        TARGETS[reader].read(data)


@pytest.mark.parametrize("reader", TARGETS)
@settings(max_examples=12)
@given(accident=st.integers(0, 2**32))
def test_a_mangled_file_is_read_or_refused_in_a_line(reader: str, accident: int) -> None:
    data = mangled(random.Random(accident), TARGETS[reader].good)
    assert try_one(TARGETS[reader], data) == "", data
    assert len(data) <= 4 * LARGEST


def test_the_look_sees_a_reader_that_falls_over() -> None:
    def read(data: bytes) -> None:
        if data == b"refused":
            raise Refused("it is \x1b[2J")
        if data == b"quiet":
            raise Unreadable("it is cut short")
        if b"x" in data:
            raise KeyError("x")

    target = Target(read, (b"",))
    assert "it is refused with" in wrong_with(target, b"refused")
    assert wrong_with(target, b"quiet") == wrong_with(target, b"good") == ""
    assert smallest(target, b"a long text with an x in it", "KeyError: 'x'") == b"x"

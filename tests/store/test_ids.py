"""Ids carry no names, are plain, and do not repeat."""

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.store.ids import is_plain, new_community_id, new_session_id, new_writer_id
from lcterm.store.segment import parse_segment_name, segment_name


def test_a_writer_id_is_ten_characters_of_base32_and_fresh_each_time() -> None:
    ids = {new_writer_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(re.fullmatch(r"[a-z2-7]{10}", one) for one in ids)
    assert all(parse_segment_name(segment_name(one, 1)) == (one, 1) for one in ids)


def test_a_session_id_begins_with_its_local_date() -> None:
    assert re.fullmatch(r"2026-12-01-[a-z0-9]{4}", new_session_id(date(2026, 12, 1)))
    assert re.fullmatch(r"0999-01-02-[a-z0-9]{4}", new_session_id(date(999, 1, 2)))
    assert re.fullmatch(r"2026-12-01-[a-z0-9]{4}", new_session_id(datetime(2026, 12, 1, 14, 0)))  # noqa: DTZ001
    assert len({new_session_id(date(2026, 12, 1)) for _ in range(200)}) > 195


def test_all_ids_are_plain() -> None:
    assert is_plain(new_community_id())
    assert is_plain(new_session_id(date(2026, 12, 1)))
    assert is_plain(new_writer_id())
    assert len({new_community_id() for _ in range(1000)}) == 1000


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", "A", "ä", "a b", "a\n", "a" * 65, "a.b", "\x00"])
def test_what_could_lead_elsewhere_is_not_plain(name: str) -> None:
    assert not is_plain(name)


@given(st.text())
def test_plain_names_never_hold_anything_else(name: str) -> None:
    assert is_plain(name) == bool(re.fullmatch(r"[a-z0-9-]{1,64}", name, re.ASCII))

"""Who may see what: the table, walked from end to end."""

from itertools import product
from typing import get_args

import pytest

from lcterm.core.audience import GRANTED, Matter, Reader, may_name, may_read, may_see
from lcterm.core.events import Audience, CaptureKind, Words
from lcterm.core.session import Capture

KINDS: tuple[CaptureKind, ...] = get_args(CaptureKind)
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
READERS: tuple[Reader, ...] = get_args(Reader)

TABLE: dict[Matter, str] = {
    # matter: room, group, sponsor, facilitators
    "points and clock": "++-+",
    "floor": "+--+",
    "names present": "-+-+",
    "headcount": "-+++",
    "rules": "++-+",
    "next time": "++++",
    "voices": "---+",
    "notices": "---+",
}


def capture(kind: CaptureKind = "learning", audience: Audience = "group") -> Capture:
    return Capture(id="1", words=Words(kind=kind, text="words", audience=audience), at=0)


def readers(captured: Capture) -> set[Reader]:
    return {reader for reader in READERS if may_read(reader, captured)}


def test_the_table_is_whole() -> None:
    assert set(GRANTED) == set(TABLE) == set(get_args(Matter))
    assert READERS == ("room", "group", "sponsor", "facilitators")


@pytest.mark.parametrize(("matter", "row"), TABLE.items())
def test_every_cell_of_the_table(matter: Matter, row: str) -> None:
    assert "".join("+" if may_see(reader, matter) else "-" for reader in READERS) == row


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("note", "quote")])
@pytest.mark.parametrize(
    ("audience", "who"),
    [
        ("group", {"group", "facilitators"}),
        ("room", {"facilitators"}),
        ("sponsor", {"group", "facilitators"}),
        ("other", {"group", "facilitators"}),
        ("facilitators", {"facilitators"}),
    ],
)
def test_a_capture_goes_to_whom_it_is_addressed(kind: CaptureKind, audience: Audience, who: set[Reader]) -> None:
    assert readers(capture(kind, audience)) == who


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("kind", ["note", "quote"])
def test_notes_and_quotes_go_to_nobody_but_the_facilitators(kind: CaptureKind, audience: Audience) -> None:
    assert readers(capture(kind, audience)) == {"facilitators"}


def test_nothing_reaches_the_sponsor_before_the_group_can_release_it() -> None:
    assert not [pair for pair in product(KINDS, AUDIENCES) if "sponsor" in readers(capture(*pair))]


def test_names_beside_captures() -> None:
    assert may_name("group", capture())
    assert not may_name("sponsor", capture())
    assert not may_name("group", capture("feedback"))
    assert all(may_name("facilitators", capture(kind)) for kind in KINDS)

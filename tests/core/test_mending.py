"""Two changes to one capture: nothing that only one of them changed is lost, and who may read it least of all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.events import Audience, Words
from lcterm.core.mending import PARTS, Part, part_reads, together

BASE = Words(kind="action", text="Bring two letters", owners=("ana",), due="2026-12-04")


def test_parts_that_only_one_changed_go_together() -> None:
    mine, theirs = replace(BASE, audience="room"), replace(BASE, owners=("ana", "ben"), text="Bring three letters")
    both = together(BASE, mine, theirs)
    assert both.words == replace(theirs, audience="room")
    assert both.taken == ("owners", "text")
    assert both.clashing == ()
    assert together(BASE, theirs, mine).words == both.words


def test_the_same_part_changed_by_both_clashes_and_reads_as_here() -> None:
    mine, theirs = replace(BASE, text="Mine", audience="sponsor"), replace(BASE, text="Theirs", audience="room")
    both = together(BASE, mine, theirs)
    assert both.clashing == ("audience", "text")
    assert both.words == mine
    assert together(BASE, mine, mine).clashing == ()


def test_a_note_stays_with_the_facilitators_whoever_made_it_one() -> None:
    note = replace(BASE, kind="note", audience="facilitators")
    room = replace(BASE, audience="room")
    for one, other in ((note, room), (room, note)):
        both = together(BASE, one, other)
        assert (both.words.kind, both.words.audience) == ("note", "facilitators")
        assert "audience" not in both.clashing
    once = together(note, replace(note, text="x"), replace(note, kind="learning", audience="group"))
    assert (once.words.kind, once.words.audience) == ("learning", "group")


@pytest.mark.parametrize(
    ("part", "words", "reads"),
    [
        ("audience", replace(BASE, audience="room"), ">room"),
        ("audience", BASE, "for the group"),
        ("owners", BASE, "@someone"),
        ("owners", replace(BASE, owners=()), "no owner"),
        ("due", BASE, "^2026-12-04"),
        ("due", replace(BASE, due=""), "no date"),
        ("text", BASE, "a Bring two letters"),
        ("kind", BASE, "action"),
    ],
)
def test_a_part_reads_as_in_the_line(part: Part, words: Words, reads: str) -> None:
    assert part_reads(part, words, ()) == reads


changed = st.builds(
    lambda audience, text, owners, due: replace(BASE, audience=audience, text=text, owners=owners, due=due),
    st.sampled_from(("group", "room", "sponsor")),
    st.sampled_from(("Bring two letters", "One", "Two")),
    st.sampled_from((("ana",), (), ("ben",))),
    st.sampled_from(("2026-12-04", "", "2026-12-05")),
)


@given(changed, changed)
def test_no_change_goes_unless_it_clashes(mine: Words, theirs: Words) -> None:
    both = together(BASE, mine, theirs)
    for part, names in PARTS.items():
        for name in names:
            was, own, other, came = (getattr(one, name) for one in (BASE, mine, theirs, both.words))
            assert came == (own if part in both.clashing or other == was else other)


@given(changed, st.sampled_from(("room", "sponsor")))
def test_who_may_read_it_is_never_what_only_one_changed_back(mine: Words, audience: Audience) -> None:
    both = together(BASE, mine, replace(BASE, audience=audience))
    assert both.words.audience == audience or mine.audience not in ("group", audience)

"""The checklist before a session, and what a group makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.community import Community
from lcterm.core.decide_plan import ITEM_MAX
from lcterm.core.refusal import Refused
from lcterm.store.checklist import (
    ITEMS_MAX,
    Item,
    added,
    done_of,
    find_item,
    items,
    lines_of,
    removed,
    reworded,
    shipped_checklist,
)
from lcterm.store.contacts import CONTACTS_MAX, contacts_of

LINES = ("# Before", "Ring the coordinator", "Ring the caretaker", "# The day", "Chairs")


def test_the_shipped_one_is_grouped_and_has_what_the_field_asks_for() -> None:
    listed = items(shipped_checklist())
    assert len({item.text for item in listed}) == len(listed), "ticks go by the words"
    assert {item.group for item in listed} == {"Days before", "Names, access and line", "On the day", "Laptop"}
    words = " ".join(item.text for item in listed).lower()
    for needed in ("coordinator", "sponsor", "horseshoe", "flipchart", "pronouns", "on the line", "mirrored", "needs"):
        assert needed in words, needed
    assert all(len(item.text) <= ITEM_MAX for item in listed)


def test_a_community_has_its_own_or_the_shipped_one() -> None:
    assert lines_of(Community()) == shipped_checklist()
    assert lines_of(Community(checklist=())) == ()
    assert lines_of(Community(checklist=LINES)) == LINES


def test_headings_are_no_items() -> None:
    assert items(LINES)[1:] == [Item("Ring the caretaker", "Before"), Item("Chairs", "The day")]
    assert done_of(LINES, ("Chairs", "# Before", "Gone")) == 1


def test_what_is_new_goes_behind_what_is_chosen() -> None:
    assert added(LINES, " Keys ", "Ring the coordinator")[2] == "Keys"
    assert added(LINES, "Keys")[-1] == "Keys"
    assert added(LINES, "Keys", "gone")[-1] == "Keys"
    assert added(LINES, "#Afterwards")[-1] == "# Afterwards"
    assert reworded(LINES, "Chairs", "Twelve chairs")[-1] == "Twelve chairs"
    assert reworded(LINES, "Chairs", "chairs")[-1] == "chairs"


def test_a_heading_goes_with_its_last_item() -> None:
    assert removed(LINES, "Chairs") == LINES[:3]
    assert removed(LINES, "Ring the caretaker") == ("# Before", "Ring the coordinator", "# The day", "Chairs")
    assert removed(removed(LINES, "Ring the caretaker"), "Ring the coordinator") == LINES[3:]


@pytest.mark.parametrize("text", ["", " \t", "#", "chairs", "# the DAY", "x" * (ITEM_MAX + 1)])
def test_what_is_no_line_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        added(LINES, text)
    with pytest.raises(Refused):
        reworded(LINES, "Ring the caretaker", text)


def test_what_somebody_else_removed_cannot_be_changed() -> None:
    for change in (lambda: removed(LINES, "gone"), lambda: reworded(LINES, "gone", "x")):
        with pytest.raises(Refused, match="somebody has changed it"):
            change()
    with pytest.raises(Refused, match="100 lines"):
        added(tuple(str(number) for number in range(ITEMS_MAX)), "one more")


def test_an_item_is_meant_by_number_words_or_a_part_of_them() -> None:
    assert find_item(LINES, "3") == "Chairs"
    assert find_item(LINES, "chairs") == "Chairs"
    assert find_item(LINES, "ring the co") == "Ring the coordinator"
    assert find_item(LINES, "caretaker") == "Ring the caretaker"
    for typed, said in (
        ("0", "there is no item 0"),
        ("4", "has 3"),
        ("ring", "could be"),
        ("zz", "nothing"),
        ("", "n"),
    ):
        with pytest.raises(Refused, match=said):
            find_item(LINES, typed)


@given(st.lists(st.sampled_from(["a", "b", "c", "# x", "# y", "d\x1b[31m", "E"]), max_size=12))
def test_whatever_is_added_stands_there_once_and_can_be_removed(texts: list[str]) -> None:
    lines: tuple[str, ...] = ()
    for text in texts:
        try:
            lines = added(lines, text)
        except Refused:
            continue
    assert len(set(lines)) == len(lines)
    assert all(line.isprintable() for line in lines)
    for item in items(lines):
        assert item.text not in removed(lines, item.text)


def test_contacts_are_kept_once_and_clean() -> None:
    assert contacts_of([" Helpline 1 ", "", "helpline 1", "Duty\x1b[31m desk"]) == ("Helpline 1", "Duty desk")
    with pytest.raises(Refused, match="Contact 2"):
        contacts_of(["x", "y" * 161])
    with pytest.raises(Refused, match="31 contacts"):
        contacts_of([str(number) for number in range(CONTACTS_MAX + 1)])

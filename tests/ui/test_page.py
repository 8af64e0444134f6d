"""A page is cut so that what is chosen stays in sight."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.ui.line import Line, Span
from lcterm.ui.page import NOTHING, Page, lay, of_items, rows_of


def lines(count: int, name: str = "line") -> list[Line]:
    return [(Span(f"{name} {number}"),) for number in range(count)]


pages = st.builds(
    lambda head, sizes, tail: of_items(lines(head, "head"), [lines(size) for size in sizes], lines(tail, "tail")),
    st.integers(0, 3),
    st.lists(st.integers(1, 6), max_size=12),
    st.integers(0, 4),
)


@given(pages, st.integers(0, 12), st.integers(-5, 60), st.integers(-1, 12))
def test_a_page_never_overflows_and_counts_what_is_hidden(page: Page, height: int, top: int, chosen: int) -> None:
    laid = lay(page, height, top, chosen)
    assert len(laid.lines) <= height
    head = len(page.head) if len(page.head) < height else 0
    assert laid.above + len(laid.lines) - head + laid.below == len(page.lines)
    assert len(laid.items) == len(laid.lines)


@given(pages, st.integers(1, 12), st.integers(-5, 60), st.integers(0, 12))
def test_the_chosen_item_is_in_sight_as_far_as_it_fits(page: Page, height: int, top: int, chosen: int) -> None:
    first, last = rows_of(page, chosen)
    if first == last:
        return
    laid = lay(page, height, top, chosen)
    room = height - (len(page.head) if len(page.head) < height else 0)
    assert laid.items.count(chosen) == min(last - first, room)


def test_a_page_moves_no_more_than_it_must() -> None:
    page = of_items((), [lines(1) for _ in range(20)])
    assert lay(page, 5, 3, 4).top == 3
    assert lay(page, 5, 3, 8).top == 4
    assert lay(page, 5, 3, 1).top == 1


def test_a_heading_comes_into_sight_with_the_item_below_it() -> None:
    page = Page((), lines(6), [NOTHING, 0, 1, NOTHING, 2, 3])
    assert lay(page, 3, 5, 0).top == 0
    assert lay(page, 3, 0, 2).top == 2
    assert lay(page, 3, 5, 2).top == 3


def test_the_foot_of_a_list_comes_into_sight_with_its_last_item() -> None:
    page = of_items((), [lines(1) for _ in range(5)], lines(2, "foot"))
    assert lay(page, 4, 0, 4).below == 0
    assert lay(page, 4, 0, 3).below == 3


def test_the_head_goes_when_there_is_room_for_nothing_else() -> None:
    page = of_items(lines(2, "head"), [lines(1), lines(1)])
    assert lay(page, 2, 0, 0).lines == lines(1) * 2
    assert lay(page, 3, 0, 0).lines[:2] == lines(2, "head")

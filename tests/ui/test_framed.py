"""The frame of the screens beside the board, at every size, and their footer."""

import pytest

from lcterm.ui.line import Line, cells, line_cells
from lcterm.ui.screens.framed import frame
from lcterm.ui.widgets.foot import HELP
from lcterm.ui.widgets.ways import Way, clicked_way, ways_line

WAYS = (Way("escape", "Esc", "back"), Way("", "↑ ↓", "choose"), Way("k", "k", "leave out"), Way("u", "u", "undo"))


@pytest.mark.parametrize("height", range(1, 50))
def test_nothing_lies_outside_the_terminal_or_over_something_else(height: int) -> None:
    for width in (1, 7, 20, 59, 60, 80, 100, 120, 200):
        where = frame(width, height)
        rows: list[int] = []
        boxes = [where.header, where.body, where.message, where.footer]
        boxes += [where.line] if where.line != where.message else []
        for box in boxes:
            if box is None or not box.h:
                continue
            assert box.x >= 0
            assert box.x + box.w <= width
            assert box.y + box.h <= height
            rows += range(box.y, box.y + box.h)
        assert len(rows) == len(set(rows))
        assert where.body.h >= 1


def test_the_body_has_all_rows_between_header_and_line() -> None:
    where = frame(120, 36)
    assert (where.body.y, where.body.h, where.line.y) == (2, 31, 33)
    assert frame(20, 5).header is None


def shown(line: Line) -> str:
    return "".join(span.text for span in line)


@pytest.mark.parametrize("width", range(4, 130, 3))
def test_the_footer_has_the_words_that_fit_and_always_the_way_to_the_keys(width: int) -> None:
    line = ways_line(WAYS, width)
    assert line_cells(line) == width
    assert shown(line).endswith("? keys"[-width:] if width >= 6 else "…")


def test_a_click_on_a_word_of_the_footer_is_its_key() -> None:
    line = shown(ways_line(WAYS, 78))
    assert clicked_way(WAYS, 78, line.index("leave")) == "k"
    assert clicked_way(WAYS, 78, line.index("Esc")) == "escape"
    assert clicked_way(WAYS, 78, line.index("choose")) == ""
    assert clicked_way(WAYS, 78, cells(line) - 1) == "question_mark"
    assert clicked_way(WAYS, 78, line.index("? keys") - 3) == ""
    assert clicked_way(WAYS, 78, 77, ()) == ""
    assert HELP[0].text == "?"

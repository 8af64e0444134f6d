"""README's pictures: what the terminal shows, at the place where it shows it, the same bytes each time."""

import xml.etree.ElementTree as ET

import pytest

from tests.terminal_screen import View
from tests.tools.screen_svg import CELL_HEIGHT, CELL_WIDTH, MARGIN, svg

SVG = "{http://www.w3.org/2000/svg}"


def picture(text: str, columns: int = 30, rows: int = 3) -> ET.Element:
    view = View(columns, rows)
    view.feed(text.encode())
    once, twice = svg(view.cells(), "A <title>"), svg(view.cells(), "A <title>")
    assert once == twice
    return ET.fromstring(once)


def left(column: int) -> float:
    return pytest.approx(MARGIN + column * CELL_WIDTH)


def top(row: int) -> float:
    return pytest.approx(MARGIN + row * CELL_HEIGHT)


def test_words_stand_at_their_columns_and_fill_their_cells() -> None:
    words = picture("Grace & <b>   29 %\r\n 漢字 x").findall(f".//{SVG}text")
    assert [word.text for word in words] == ["Grace", "&", "<b>", "29", "%", "漢字", "x"]
    assert [float(word.attrib["x"]) for word in words] == [left(n) for n in (0, 6, 8, 14, 17, 1, 6)]
    assert float(words[0].attrib["textLength"]) == pytest.approx(5 * CELL_WIDTH)
    assert float(words[5].attrib["textLength"]) == pytest.approx(4 * CELL_WIDTH)


def test_colours_weight_and_reverse() -> None:
    drawn = picture("\x1b[1;38;2;127;209;196mturn\x1b[0m \x1b[31;7mchip\x1b[0m \x1b[4mclose")
    turn, chip, close = drawn.findall(f".//{SVG}text")
    assert (turn.attrib["fill"], turn.attrib["font-weight"]) == ("#7fd1c4", "bold")
    ground = drawn.findall(f"{SVG}g")[0].findall(f"{SVG}rect")
    assert [(float(box.attrib["x"]), float(box.attrib["y"]), box.attrib["fill"]) for box in ground] == [
        (left(5), top(0), "#e06c75")
    ]
    assert chip.attrib["fill"] == "#14181b"
    assert close.attrib["text-decoration"] == "underline"


def test_blocks_and_lines_are_shapes_not_letters() -> None:
    drawn = picture("████▀ ━━╾─┼")
    assert drawn.findall(f".//{SVG}text") == []
    boxes = drawn.findall(f"{SVG}g")[1].findall(f"{SVG}rect")
    full, half, heavy = boxes[:3]
    assert float(full.attrib["width"]) == pytest.approx(4 * CELL_WIDTH)
    assert float(half.attrib["height"]) == pytest.approx(CELL_HEIGHT / 2)
    assert float(heavy.attrib["width"]) == pytest.approx(2 * CELL_WIDTH)
    assert len(boxes) == 3 + 2 + 1 + 4


def test_the_title_is_there_for_those_who_cannot_see_it() -> None:
    title = picture("x").find(f"{SVG}title")
    assert title is not None
    assert title.text == "A <title>"

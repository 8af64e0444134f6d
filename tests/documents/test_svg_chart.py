"""The pictures: zero is zero, what is higher is drawn higher, gaps stay gaps, words stay inside and apart."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.report import Report
from lcterm.core.series import over_time
from lcterm.documents.report_figures import MOST
from lcterm.documents.svg_chart import BOTTOM, HEIGHT, TOP, chart
from lcterm.documents.svg_parts import WIDTH, label, wide
from tests.documents.diaries import diary

SPACE = "{http://www.w3.org/2000/svg}"


def pictures(made: Report) -> dict[str, ElementTree.Element]:
    shown = over_time(made, MOST)
    return {one.id: ElementTree.fromstring(chart(one, shown, "Told.")) for one in shown.series}


def bars(picture: ElementTree.Element) -> list[ElementTree.Element]:
    return [one for one in picture.iter(f"{SPACE}rect") if float(one.get("y", "0")) >= TOP - 0.1]


def test_columns_stand_on_zero_and_are_as_high_as_figures_are_large() -> None:
    drawn = bars(pictures(diary(6))["attendance"])
    heights = [float(one.get("height", "0")) for one in drawn]
    feet = [float(one.get("y", "0")) + height for one, height in zip(drawn, heights, strict=True)]
    came = [one.came for one in diary(6).held]
    assert feet == pytest.approx([BOTTOM] * 6, abs=0.11)
    assert [height / heights[0] for height in heights] == pytest.approx([one / came[0] for one in came], abs=0.01)


def test_a_session_without_a_figure_leaves_its_place_empty_and_breaks_the_line() -> None:
    drawn = pictures(diary(10))
    assert len(bars(drawn["length"])) == 9, "one of ten came from a recording"
    even = drawn["evenness"]
    dots = [float(one.get("cx", "0")) for one in even.iter(f"{SPACE}circle")]
    ways = [one for one in even.iter(f"{SPACE}line") if one.get("class") == "way"]
    assert len(dots) == 8
    assert len(ways) < len(dots) - 1
    assert "–" in [one.text for one in even.iter(f"{SPACE}text")]


def test_what_became_of_actions_is_told_apart_by_pattern_and_by_word() -> None:
    picture = pictures(diary(10))["actions"]
    looks = {one.get("class") for one in bars(picture)}
    words = {one.text for one in picture.iter(f"{SPACE}text")}
    assert looks == {"full", "late", "open"}
    assert {"done", "late", "open"} <= words
    assert "dropped" not in words, "nobody dropped anything"


@given(st.integers(1, 80), st.integers(1, 40))
def test_every_word_stays_inside_its_picture_and_clear_of_its_neighbours(count: int, days: int) -> None:
    for picture in pictures(diary(count, days)).values():
        rows: dict[float, list[tuple[float, float]]] = {}
        for one in picture.iter(f"{SPACE}text"):
            taken = wide(one.text or "")
            x, y = float(one.get("x", "0")), float(one.get("y", "0"))
            start = x - taken * {"start": 0, "middle": 0.5, "end": 1}[one.get("text-anchor", "")]
            assert -0.1 <= start <= start + taken <= WIDTH + 0.1, one.text
            assert 8 <= y <= HEIGHT - 2, one.text
            rows.setdefault(y, []).append((start, start + taken))
        for row in rows.values():
            row.sort()
            assert all(end <= begin + 0.1 for (_, end), (begin, _) in pairwise(row)), row


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"&<>', "a\nb"])
def test_words_are_escaped(words: str) -> None:
    shown = over_time(diary(2), MOST)
    made = ElementTree.fromstring(chart(shown.series[0], shown, words))
    assert made.findtext(f"{SPACE}desc") == " ".join(words.split())
    drawn = ElementTree.fromstring(label(10, 10, words))
    assert drawn.text == " ".join(words.split())


def test_a_picture_is_never_wider_than_it_says() -> None:
    for count in (1, 2, 10, 36, 500):
        for picture in pictures(diary(count, 14)).values():
            assert picture.get("viewBox") == f"0 0 {WIDTH} {HEIGHT:g}"
            edges = [
                float(value)
                for one in picture.iter()
                for name, value in one.attrib.items()
                if re.fullmatch(r"x[12]?|cx", name)
            ]
            assert min(edges) >= 0
            assert max(edges) <= WIDTH


def test_nothing_is_drawn_before_the_first_session() -> None:
    assert pictures(diary(0)) == {}

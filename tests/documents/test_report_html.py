"""The report as a page: what it holds, that nothing in it acts, that hostile names stay text."""

import re

import pytest

from lcterm.core.refusal import Refused
from lcterm.core.report import report
from lcterm.documents import summary_html as page_module
from lcterm.documents.report_html import ROWS, report_html
from lcterm.store.shipped import shipped
from tests.core.counting import at, circle, held
from tests.documents.test_summary_html import HOSTILE, TAGS, Read

OURS = TAGS | {"table", "thead", "tbody", "tr", "th", "td", "span"}
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "class", "dir", "scope", "style"}


def page_of(*titles: str, feedback: tuple[str, ...] = ()) -> str:
    known = [held(7 * place, "abc", "d", title=title, feedback=feedback) for place, title in enumerate(titles)]
    return report_html(report(circle("abcd"), known, at(500)))


def test_it_is_one_page_that_fetches_and_runs_nothing() -> None:
    read = Read(page_of("session 1", "session 2"))
    assert read.seen <= OURS
    assert read.attributes <= ATTRIBUTES
    assert not [one for one in read.values if "://" in one or one.startswith("//")]
    assert not re.search(r"url\(|@import|expression\(", page_of("session 1"))
    assert "default-src 'none'" in page_of("session 1")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    read = Read(page_of(words, feedback=(words,)))
    assert read.seen <= OURS
    assert read.attributes <= ATTRIBUTES
    shown = " ".join(words.split())
    assert shown in [text for tag, text in read.texts if tag == "span"]
    assert f"“{shown}”" in [text for tag, text in read.texts if tag == "li"]


def test_bars_are_as_long_as_people_are_many() -> None:
    known = [held(0, "ab", "cd"), held(7, "abc", "defgh"), held(14, "", "")]
    page = report_html(report(circle("abcdefgh"), known, at(50)))
    bars = re.findall(r'class="seats" style="width: ([\d.]+)%"><span class="came" style="width: ([\d.]+)%"', page)
    assert bars == [("50.0", "50.0"), ("100.0", "37.5"), ("0.0", "0.0")]


def test_only_the_latest_have_a_row() -> None:
    page = page_of(*[f"session {number}" for number in range(60)])
    assert page.count('<span class="seats"') == ROWS
    assert "session 59" in page
    assert "session 35<" not in page
    assert "2026: 36 sessions more" in page


def test_before_the_first_session_there_is_no_table() -> None:
    page = report_html(report(circle(), [], at(0)))
    assert "<table>" not in page
    assert "No session has been held yet." in page


def test_colours_hold_no_red() -> None:
    style = shipped("styles", "report.css").read_text("utf-8")
    for red, green, blue in re.findall(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", style):
        assert not (int(red, 16) > 1.3 * int(green, 16) and int(red, 16) > 1.3 * int(blue, 16)), (red, green, blue)


def test_without_its_style_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*parts: str) -> object:
        raise Refused("it did not come with this lcterm")

    monkeypatch.setattr(page_module, "shipped", missing)
    with pytest.raises(Refused, match="did not come"):
        page_of("session 1")

"""The report as a page: what it holds, that nothing in it acts, that hostile names stay text."""

import re

import pytest
from msgspec.structs import replace

from lcterm.core.refusal import Refused
from lcterm.core.report import report
from lcterm.documents import summary_html as page_module
from lcterm.documents.report_html import ROWS, report_html
from tests.core.counting import HOUR, at, circle, held, kept
from tests.documents.test_summary_html import HOSTILE, TAGS, Read

OURS = (
    TAGS
    | {"table", "thead", "tbody", "tr", "th", "td", "span", "figure", "figcaption", "details", "summary"}
    | {"svg", "desc", "rect", "line", "circle", "text", "defs", "pattern"}
)
ATTRIBUTES = (
    {"lang", "charset", "name", "content", "http-equiv", "class", "dir", "scope", "role", "id", "aria-labelledby"}
    | {"aria-label", "aria-hidden", "viewbox", "xmlns", "width", "height", "patternunits", "patterntransform"}
    | {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "text-anchor"}
)
SVG = "http://www.w3.org/2000/svg"


def page_of(*titles: str, feedback: tuple[str, ...] = ()) -> str:
    known = [held(7 * place, "abc", "d", title=title, feedback=feedback) for place, title in enumerate(titles)]
    return report_html(report(circle("abcd"), known, at(500)))


def test_it_is_one_page_that_fetches_and_runs_nothing() -> None:
    read = Read(page_of("session 1", "session 2"))
    assert read.seen <= OURS
    assert read.attributes <= ATTRIBUTES
    assert {one for one in read.values if "://" in one or one.startswith("//")} == {SVG}, "a name, not an address"
    assert not re.search(r"url\((?!#)|@import|expression\(", page_of("session 1"))
    assert "default-src 'none'" in page_of("session 1")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    read = Read(page_of(words, feedback=(words,)))
    assert read.seen <= OURS
    assert read.attributes <= ATTRIBUTES
    shown = " ".join(words.split())
    assert shown in [text for tag, text in read.texts if tag == "span"]
    assert f"“{shown}”" in [text for tag, text in read.texts if tag == "li"]


def test_only_the_latest_have_a_row() -> None:
    page = page_of(*[f"session {number}" for number in range(60)])
    meetings = page.partition('<table class="meetings">')[2].partition("</table>")[0]
    assert meetings.count("<tr><td>") == ROWS
    assert "session 59" in page
    assert "session 35<" not in page
    assert "2026: 36 sessions more" in page


def test_before_the_first_session_there_is_no_table() -> None:
    page = report_html(report(circle(), [], at(0)))
    assert "<table" not in page
    assert "<svg" not in page
    assert "No session has been held yet." in page


def test_every_picture_has_its_words_and_its_numbers() -> None:
    known = [
        replace(held(day, "abc", "d", feedback=("Good",), actions=(kept(f"k{day}"),)), length=HOUR) for day in (0, 28)
    ]
    page = report_html(report(circle("abcd", actions="yes"), known, at(30)))
    pictures = re.findall(
        r'<svg role="img" aria-labelledby="(\S+) (\S+)".*?<title id="(\S+)">(.+?)</title>\s*'
        r'<desc id="(\S+)">(.+?)</desc>',
        page,
        re.DOTALL,
    )
    assert [one[3] for one in pictures] == ["Who came", "Planned and actual", "Feedback", "What became of actions"]
    assert all((title, told) == (first, second) for title, told, first, _, second, _ in pictures)
    assert pictures[0][5] == "3 came each time; 3 of 4 the last time. One column is one session."
    assert page.count("<figure>") == page.count("<details>") == len(pictures)
    assert len(set(re.findall(r' id="(\S+)"', page))) == page.count(' id="')


def test_the_page_for_others_names_nobody() -> None:
    known = [held(7 * place, "abc", "d", presented="a", feedback=("canaryword",)) for place in range(4)]
    page = report_html(report(circle("abcd"), known, at(50), reader="sponsor"))
    assert "For the sponsor: figures, without names." in page
    assert "Member" not in page
    assert "canaryword" not in page
    assert '<svg role="img"' in page


def test_without_its_style_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*parts: str) -> object:
        raise Refused("it did not come with this lcterm")

    monkeypatch.setattr(page_module, "shipped", missing)
    with pytest.raises(Refused, match="did not come"):
        page_of("session 1")

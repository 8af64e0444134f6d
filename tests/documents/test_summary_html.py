"""The summary as a page: what it holds, that nothing in it acts, that it can be read."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.documents.summary import summary
from lcterm.documents.summary_html import html
from lcterm.documents.summary_markdown import markdown
from lcterm.documents.summary_parts import Audience
from lcterm.documents.summary_words import layout
from lcterm.store.shipped import shipped
from tests.documents.meetings import MEMBER, POINTS, Book, at, closed

NASTY = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "nasty"
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "section"),
    *("h1", "h2", "p", "ul", "ol", "li"),
}
VOID = {"meta"}
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "class", "dir"}
HOSTILE = (
    "<script>alert(1)</script>",
    "</li></ul></style></title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "<!-- <b> -->&lt;b&gt; &amp;amp; &#60;",
    "{title} %s {0.__class__}",
)


class Read(HTMLParser):
    """What a browser would make of it: tags that fit into each other, texts by their tag."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.values: set[str] = set()
        self.declarations: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.values |= {value or "" for _, value in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def of(self, *tags: str) -> list[str]:
        return [text for tag, text in self.texts if tag in tags]


def page(book: Book, reader: Audience = "group") -> Read:
    read = Read(html(summary(book.meeting, at(80), reader)))
    assert read.seen <= TAGS
    assert read.attributes <= ATTRIBUTES
    assert read.declarations == ["DOCTYPE html"]
    return read


@pytest.mark.parametrize("reader", ["group", "sponsor", "facilitators"])
def test_it_holds_what_the_other_forms_hold(reader: Audience) -> None:
    document = layout(summary(closed().meeting, at(80), reader))
    read = page(closed(), reader)
    assert read.of("h1", "title") == [document.title] * 2
    assert read.of("p") == list(document.opening)
    assert read.of("h2") == [block.heading for block in document.blocks]
    assert read.of("li") == [line for block in document.blocks for line in block.lines]
    assert {"en", "utf-8", reader} <= read.values


def hostile(words: tuple[str, ...]) -> Book:
    """A session in which every place for words holds these."""
    whole = " ".join(words)
    book = Book({"Amina": MEMBER, whole: MEMBER}, POINTS, name=whole, title=whole, rules=words)
    book.begin(0)
    for text in words:
        book.write(1, "learning", text, owners=("amina",))
    return book


def test_hostile_words_are_words() -> None:
    read = page(hostile(HOSTILE), "facilitators")
    assert all(any(text in line for line in read.of("li")) for text in HOSTILE)
    assert read.of("h1") == [" ".join(HOSTILE)]
    assert not [value for value in read.values if "alert" in value]


@pytest.mark.skipif(not NASTY.is_dir(), reason="needs ../shared/data/nasty beside the checkout")
def test_the_nasty_strings_of_others_come_out_inert() -> None:
    texts = json.loads((NASTY / "blns" / "blns.json").read_text("utf-8"))
    texts += (NASTY / "csv-injection" / "payloadbox.txt").read_text("utf-8").splitlines()
    kept = tuple(dict.fromkeys(filter(None, (clean(text, limit=10_000) for text in texts))))
    assert len(kept) > 400
    book = Book({"Amina": MEMBER}, POINTS, rules=kept)
    read = page(book)
    told = read.of("li")
    assert [" ".join(text.split()) for text in kept] == told[-len(kept) :]


def test_nothing_is_fetched_and_nothing_runs() -> None:
    written = html(summary(closed().meeting, at(80), "group"))
    assert not re.search(r"https?:|//|url\(|@import|src=|href=|<script|\son\w+=", written)
    assert "default-src 'none'" in written


def test_paper_dark_and_phones_are_thought_of() -> None:
    written = html(summary(closed().meeting, at(80), "group"))
    for wanted in ("size: A4", "@media print", "prefers-color-scheme: dark", "width=device-width"):
        assert wanted in written


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_text_has_a_contrast_of_seven() -> None:
    style = shipped("styles", "summary.css").read_text("utf-8")
    themes = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block)) for block in re.findall(r":root \{(.*?)\}", style)]
    assert len(themes) == 3
    for theme in themes:
        for text in ("text", "quiet", "mark"):
            bright, dim = sorted((luminance(theme["page"]), luminance(theme[text])), reverse=True)
            assert (bright + 0.05) / (dim + 0.05) >= 7, (theme, text)
    used = set(re.findall(r"(?<![-\w])color: ([^;]+);", style))
    assert used == {"var(--text)", "var(--quiet)", "var(--mark)"}


def test_without_its_style_it_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from lcterm.store import shipped as module

    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "lcterm")
    with pytest.raises(Refused, match=r"styles/summary\.css did not come with this lcterm"):
        html(summary(closed().meeting, at(80), "group"))
    assert markdown(summary(closed().meeting, at(80), "group"))

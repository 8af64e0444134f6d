"""The chronicle as a page: what it holds, that nothing in it acts, that one finds one's way."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from lcterm.core.chronicle import Talk
from lcterm.core.community import Community
from lcterm.core.learned import LEARNED
from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.documents.chronicle import document
from lcterm.documents.chronicle_html import chronicle_html
from lcterm.documents.chronicle_markdown import chronicle_markdown
from lcterm.store.shipped import shipped
from tests.documents.test_chronicle import chapter, made, saying, year
from tests.documents.test_summary_html import ATTRIBUTES, HOSTILE, TAGS, Read

NASTY = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "nasty"
MORE_TAGS = TAGS | {"nav", "a", "h3", "article", "blockquote", "cite", "details", "summary"}
MORE_ATTRIBUTES = ATTRIBUTES | {"id", "href", "aria-label", "open"}


def read(page: str) -> Read:
    found = Read(page)
    assert found.seen <= MORE_TAGS
    assert found.attributes <= MORE_ATTRIBUTES
    assert found.declarations == ["DOCTYPE html"]
    return found


def test_it_holds_what_the_document_holds() -> None:
    page, found = document(year()), read(chronicle_html(year()))
    assert found.of("h1", "title") == [page.title] * 2
    assert found.of("h2") == [one.heading for one in page.parts]
    assert found.of("h3") == [passage.heading for one in page.parts for passage in one.passages]
    texts = " ".join(text for _, text in found.texts)
    for part in page.parts:
        for told in (*part.told, *(one for passage in part.passages for one in passage.told)):
            assert told.text in texts
            assert told.credit in texts
    assert [one.strip() for one in found.of("blockquote")] == ["“We knew”"]


def test_every_link_leads_to_a_place_on_the_page_and_headings_follow_each_other() -> None:
    page = chronicle_html(year())
    ids, links = re.findall(r' id="([^"]+)"', page), re.findall(r' href="#([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert {"session-s400", "session-s0", "part-1"} <= set(links)
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.count("<details open>") == 1
    assert page.count("<details>") == 1


def test_hostile_words_are_words() -> None:
    sayings = [saying(kind, words, words) for kind in LEARNED for words in HOSTILE]
    whole = " ".join(HOSTILE)
    held = made(
        chapter(0, *sayings, talks=(Talk(title=whole, names=(whole,)),), title=whole),
        community=Community(id="c", name=whole, purpose=whole),
        people=HOSTILE,
        rules=HOSTILE,
        voices=HOSTILE,
    )
    found = read(chronicle_html(held))
    told = found.of("li", "p", "blockquote")
    for words in HOSTILE:
        assert sum(words in text for text in told) >= len(LEARNED)
    assert not [value for value in found.values if "alert" in value]


@pytest.mark.skipif(not NASTY.is_dir(), reason="needs ../shared/data/nasty beside the checkout")
def test_the_nasty_strings_of_others_come_out_inert() -> None:
    texts = json.loads((NASTY / "blns" / "blns.json").read_text("utf-8"))
    kept = tuple(dict.fromkeys(filter(None, (clean(text, limit=10_000) for text in texts))))
    assert len(kept) > 300
    found = read(chronicle_html(made(chapter(0, *(saying("learning", text) for text in kept)))))
    told = found.of("li")
    assert [" ".join(text.split()) for text in kept] == [one for one in told if "session 0;" not in one]


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = chronicle_html(year())
    assert not re.search(r'https?:|//|url\(|@import|src=|href="[^#]|<script|\son\w+=|<link', page)
    assert "default-src 'none'" in page
    for wanted in ("size: A4", "@media print", "prefers-color-scheme: dark", "width=device-width", 'lang="en"'):
        assert wanted in page


def test_its_colours_are_those_whose_contrast_was_reckoned() -> None:
    style = shipped("styles", "chronicle.css").read_text("utf-8")
    used = set(re.findall(r"(?<![-\w])color: ([^;]+);", style))
    assert used <= {"var(--text)", "var(--quiet)", "var(--mark)", "inherit"}
    assert not re.search(r"#[0-9a-f]{3,6}\b", style)


def test_without_its_style_it_is_refused_and_markdown_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from lcterm.store import shipped as module

    chronicle_markdown(year())  # the topics of the charter are known by then
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "lcterm")
    with pytest.raises(Refused, match=r"styles/summary\.css did not come with this lcterm"):
        chronicle_html(year())
    assert chronicle_markdown(year())

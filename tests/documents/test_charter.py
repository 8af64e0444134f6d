"""The charter as a document: what it holds, that nothing in it acts."""

import json

import pytest

from lcterm.core.community import Community, Member
from lcterm.core.fold_charter import Answer
from lcterm.documents.charter import charter, charter_text
from lcterm.store.charter import Topic, topics
from tests.documents.meetings import at
from tests.documents.test_summary_html import ATTRIBUTES, HOSTILE, TAGS, Read


def first(topic: Topic) -> str:
    """Its first set answer, where it has any."""
    return topic.choices[0].id if topic.choices else ""


def settled(words: str) -> Community:
    """A community in which every place for words holds these."""
    return Community(
        id="c",
        name=f"Circle {words}",
        purpose=words,
        members={"a": Member(person="a", name=words, roles=("member", "rules keeper"))},
        rules=(words, f"second {words}"),
        charter={
            one.id: Answer(topic=one.id, answer=words, choice=first(one), at=at(0), session="s1") for one in topics()
        },
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_people_write_becomes_a_part_of_the_page(words: str) -> None:
    page = charter_text(charter(settled(words), at(0), "UTC"), "html")
    read = Read(page)
    assert read.seen <= TAGS
    assert read.attributes <= ATTRIBUTES
    assert sum(words in text for _, text in read.texts) >= len(topics())
    assert "http" not in page.replace("http-equiv", "")


def test_the_page_follows_the_markdown() -> None:
    held = charter(settled("plain words"), at(0), "UTC")
    page, text = (charter_text(held, form) for form in ("html", "md"))
    for line in text.splitlines():
        if line.startswith("## "):
            assert f"<h2>{line.removeprefix('## ').replace(chr(39), '&#x27;')}</h2>" in page
    assert "12 of 12 things settled" in text
    assert "Still to settle" not in text


def test_what_a_later_lcterm_has_settled_is_shown_and_kept() -> None:
    answers = {"parking": Answer(topic="parking", answer="behind the house", choice="", at=at(0))}
    answers["order"] = Answer(topic="order", answer="", choice="by-lot", at=at(0))
    held = charter(Community(id="c", name="C", charter=answers), at(0), "Nowhere/Such")
    text = charter_text(held, "md")
    assert "- parking: behind the house" in text
    assert "- Order of speaking: by-lot" in text
    assert "1 of 12 things settled" in text
    record = json.loads(charter_text(held, "json"))
    assert record["topics"][-1]["id"] == "parking"
    assert record["topics"][-1]["at"].startswith("2026-12-01T13:00:00")

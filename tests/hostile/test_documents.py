"""Every document with hostile words in every place: each form reads back by its own rules, and in it the words."""

import csv
import io
import json
from collections.abc import Sequence

import pytest
from icalendar import Calendar

from lcterm.core.text import clean
from lcterm.core.todo_words import name_back, name_word
from lcterm.intake.todotxt import read_todotxt
from lcterm.store.neutral import neutral_line
from tests.audience_documents import DOCUMENTS
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.hostile.foreign import PLAIN, Foreign
from tests.hostile.parsed import CONTROLS, Marked, Page

Hostile = tuple[Foreign, TestClock]
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
TAGS = frozenset((
    "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "p", "section",
    "ul", "ol", "li", "nav", "a", "details", "summary", "article", "blockquote", "cite", "table", "thead",
    "tbody", "tr", "th", "td", "span", "figure", "figcaption", "svg", "g", "path", "rect", "line", "circle",
    "text", "desc", "polyline",
))  # fmt: skip
ATTRIBUTES = frozenset((
    "lang", "charset", "name", "content", "http-equiv", "class", "dir", "id", "href", "aria-label", "open",
    "scope", "role", "viewbox", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "d", "r", "cx", "cy",
    "points", "text-anchor", "aria-labelledby", "aria-hidden", "focusable",
))  # fmt: skip
BLOCKS = frozenset(
    f"{block}_{end}" for block in ("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote")
    for end in ("open", "close")
) | {"inline", "text", "text_special", "softbreak", "hardbreak"}  # fmt: skip


def asked(hostile: Hostile, form: str, only: str = "") -> dict[str, str]:
    """What the commands give out in this form, by what each document is called; `only`: one of them."""
    made, clock = hostile
    shell = Shell(clock, made.home.path)
    known = {"{closed}": made.held, "{held}": made.held, "{coming}": made.coming, "{presenting}": PLAIN}
    wanted = {
        what: (command, *(known.get(word, word) for word in words))
        for command, forms in DOCUMENTS.items()
        for what, words in forms.items()
        if what.endswith(f", {form}") and only in ("", what)
    }
    assert wanted, form
    found = {}
    for what, words in wanted.items():
        ran = shell(*words)
        if words[0] != "turns" or form == "csv":
            assert ran.status == 0, (what, ran)
            found[what] = ran.out
    return found


def read(texts: Sequence[str]) -> list[str]:
    """The words of each as a reader of another form sees them: harmless, one blank apart."""
    return [" ".join(neutral_line(text).split()) for text in texts]


def test_a_page_is_only_what_we_made_it(foreign: Hostile) -> None:
    for what, text in asked(foreign, "html").items():
        page = Page(text)
        assert page.policies == [POLICY], what
        assert (page.odd, page.unclosed) == ([], []), what
        assert page.tags <= TAGS, (what, page.tags - TAGS)
        assert page.attributes <= ATTRIBUTES, (what, page.attributes - ATTRIBUTES)
        assert all(link.startswith("#") for link in page.links), (what, page.links)
        assert CONTROLS.search(text) is None, what


def test_every_word_stands_on_the_facilitators_page(foreign: Hostile) -> None:
    page = Page(asked(foreign, "html", "summary for facilitators, html")["summary for facilitators, html"])
    missing = [text for text in read(foreign[0].texts) if text and text not in page.text]
    assert missing == []


def test_markdown_has_no_marks_but_ours(foreign: Hostile) -> None:
    told = ""
    for what, text in asked(foreign, "md").items():
        marked = Marked(text)
        assert marked.made_of <= BLOCKS, (what, marked.made_of - BLOCKS)
        assert CONTROLS.search(text) is None, what
        if what == "summary for facilitators, md":
            told = marked.text
    missing = [text for text in read(foreign[0].texts) if text and text not in told]
    assert missing == []


def test_json_reads_back_word_for_word(foreign: Hostile) -> None:
    said = {what: json.loads(text) for what, text in asked(foreign, "json").items()}
    captures = [one["text"] for one in said["show, json"]["captures"]]
    kept = [neutral_line(text) for text in foreign[0].texts]
    assert captures[: len(kept)] == kept
    assert {one["name"] for one in said["members, json"]} <= {PLAIN, *kept}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_spreadsheet_of_any_country_finds_no_formula(foreign: Hostile, delimiter: str) -> None:
    for what, text in asked(foreign, "csv").items():
        for row in csv.reader(io.StringIO(text), delimiter=delimiter):
            for cell in row:
                assert cell.lstrip()[:1] not in tuple("=+-@\uff0b\uff0d\uff1d\uff20"), (what, cell)


def test_a_table_has_a_row_for_each(foreign: Hostile) -> None:
    said = asked(foreign, "csv")
    actions = asked(foreign, "json", "all actions, json")["all actions, json"]
    heads, *rows = csv.reader(io.StringIO(said["all actions, csv"]))
    assert {len(row) for row in rows} == {len(heads)}
    assert len(rows) == len(json.loads(actions))


def test_calendars_hold_the_words_as_one_value_each(foreign: Hostile) -> None:
    said = asked(foreign, "ics")
    actions = [one["text"] for one in json.loads(asked(foreign, "json", "all actions, json")["all actions, json"])]
    calendar = Calendar.from_ical(said["all actions, ics"])
    tasks = calendar.walk("VTODO")
    assert [component.name for component in calendar.subcomponents] == ["VTODO"] * len(actions)
    # The parser takes a byte order mark away, wherever it stands.
    wanted = [text.strip("\ufeff") for text in actions]
    assert [str(task["summary"])[: len(text)] for task, text in zip(tasks, wanted, strict=True)] == wanted
    invitation = Calendar.from_ical(said["calendar, ics"])
    assert [one.name for one in invitation.walk()] in (["VCALENDAR", "VEVENT"],)
    for text in said.values():
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        assert CONTROLS.search(text.replace("\r\n", "\n")) is None


def test_todo_txt_reads_back_as_the_same_actions(foreign: Hostile) -> None:
    written = asked(foreign, "todotxt", "all actions, todotxt")["all actions, todotxt"]
    tasks = read_todotxt(written.encode(), "todo.txt")
    actions = json.loads(asked(foreign, "json", "all actions, json")["all actions, json"])
    assert [task.id for task in tasks] == [one["id"] for one in actions]
    assert {task.session for task in tasks} == {foreign[0].held}
    for task, one in zip(tasks, actions, strict=True):
        owners = [clean(name_back(name_word(name))) for name in one["owners"]]
        assert task.owners == () or list(task.owners) == owners


def test_mails_hold_no_line_that_is_too_long(foreign: Hostile) -> None:
    for what, text in asked(foreign, "text").items():
        assert CONTROLS.search(text) is None, what
        if what.startswith("summary"):
            assert max(len(line) for line in text.split("\n")) <= 400, what

"""The summary as text and as JSON, and what its file is called."""

import json

import pytest

from lcterm.documents.summary import Audience, Form, file_name, summary
from lcterm.documents.summary_json import as_json
from lcterm.documents.summary_text import text
from tests.documents.meetings import at, closed


def test_text_is_wrapped_at_72_cells() -> None:
    book = closed()
    book.write(
        71, "decision", "We write to the council every month, in plain words, and say what we have heard from them"
    )
    document = text(summary(book.meeting, at(80), "group"))
    assert document.startswith(
        "Housing peers: session 7\n\n"
        "Tue 1 Dec 2026, 14:04 to 15:10, planned 14:00 to 15:05 (Europe/Berlin).\n\n"
        "Who was here\n- Amina, Ben, Chidi, Grace, Jonas (5)\n"
    )
    assert (
        "\n\nAgenda\n 1. Introductions: 5 minutes, planned 5\n 2. Presentation (Ben): 10 minutes, planned 10\n"
    ) in document
    assert (
        "\n\nDecisions\n"
        "- We write to the council every month, in plain words, and say what we\n"
        "  have heard from them\n\nActions\n"
    ) in document
    assert "\n\nFor next time\n- Grace: Bring two letters\n\nAgenda\n" in document
    assert document.endswith("\n 6. Close: 2 minutes\n")


def test_json_holds_the_same() -> None:
    told = json.loads(as_json(summary(closed().meeting, at(80), "facilitators")))
    assert (told["reader"], told["standing"], told["zone"]) == ("facilitators", "closed", "Europe/Berlin")
    assert (told["started"], told["ended"]) == ("2026-12-01T14:04:00+01:00", "2026-12-01T15:10:00+01:00")
    assert told["here"][0] == {"name": "Nina", "role": "facilitator"}
    assert told["away"] == ["Marek"]
    assert told["agenda"][2] == {
        "number": 3,
        "title": "Discussion",
        "presenters": [],
        "planned_minutes": 35,
        "actual_minutes": 40.0,
        "status": "done",
    }
    assert [one["heading"] for one in told["captures"]] == ["Actions", "Learning", "Feedback"]
    assert told["captures"][0]["items"][1] == {
        "kind": "action",
        "text": "Bring two letters",
        "owners": ["Grace"],
        "due": None,
        "due_next": True,
        "done": False,
        "audience": "sponsor",
        "released": False,
        "to": None,
        "by": None,
        "named": False,
        "at": "2026-12-01T14:35:00+01:00",
        "point": "Discussion",
    }
    assert [one["heading"] for one in told["kept_back"]] == ["Notes, for us alone"]
    assert (told["voices"]["evenness"], told["voices"]["meaning"]) == (0.558044, "a few had much of the talk")
    assert [one["name"] for one in told["voices"]["people"] if one["mark"]] == ["Amina", "Jonas"]


def test_json_for_the_group_has_no_key_for_what_is_not_theirs() -> None:
    told = json.loads(as_json(summary(closed().meeting, at(80), "group")))
    assert {"voices", "kept_back"} & set(told) == set()
    assert {"at": None, "point": None, "by": None}.items() <= told["captures"][2]["items"][0].items()


@pytest.mark.parametrize(
    ("session", "reader", "form", "name"),
    [
        ("2026-12-01-k3f9", "group", "md", "2026-12-01-k3f9-summary-group.md"),
        ("2026-12-01-k3f9", "facilitators", "text", "2026-12-01-k3f9-summary-facilitators.txt"),
        ("2026-12-01-k3f9", "sponsor", "html", "2026-12-01-k3f9-summary-sponsor.html"),
        ("NUL.txt", "group", "json", "nul-txt-summary-group.json"),
        ("../a:b\\c?*", "group", "md", "a-b-c-summary-group.md"),
        ("…", "group", "md", "session-summary-group.md"),
        ("a" * 300, "group", "md", "a" * 64 + "-summary-group.md"),
    ],
)
def test_file_names_are_safe_everywhere(session: str, reader: Audience, form: Form, name: str) -> None:
    assert file_name(session, reader, form) == name

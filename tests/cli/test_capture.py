"""capture: one line from anywhere, in the grammar that the board has too."""

from typing import Any

import pytest

from tests.cli.running import Shell

FIRST_LETTERS = {
    "a": "action",
    "l": "learning",
    "d": "decision",
    "q": "question",
    "p": "parked",
    "r": "report",
    "s": "story",
    "o": "outcome",
    "u": "quote",
    "f": "feedback",
    "n": "note",
}


def last(shell: Shell) -> dict[str, Any]:
    capture: dict[str, Any] = shell.json("show", "--json")["captures"][-1]
    return capture


@pytest.mark.parametrize(("letter", "kind"), FIRST_LETTERS.items())
def test_every_kind_by_its_letter(running: Shell, letter: str, kind: str) -> None:
    more = {
        "note": "; only for the facilitators",
        "report": "; to whom? >sponsor",
        "quote": "; waits for the speaker's yes",
    }
    assert running.answer("capture", f"{letter} In so many words") == f"Written down: {kind}{more.get(kind, '')}."
    assert (last(running)["kind"], last(running)["text"]) == (kind, "In so many words")


def test_owners_date_and_audience(running: Shell) -> None:
    said = running.answer("capture", "a Ask the council @ana @sk ^fri >sponsor for the list")
    assert said == (
        "Written down: action; Ana, Sam K.; due Fri 4 Dec; for the group and the sponsor; not released yet."
    )
    capture = last(running)
    assert capture["text"] == "Ask the council for the list"
    assert capture["owners"] == ["Ana", "Sam K."]
    assert (capture["due"], capture["due_next"]) == ("2026-12-04", False)
    assert (capture["audience"], capture["to"]) == ("sponsor", None)
    assert (capture["point"], capture["done"]) == ("Introductions", False)
    assert capture["at"] == "2026-12-01T14:00:00+00:00"


@pytest.mark.parametrize(
    ("line", "text", "due", "audience", "to"),
    [
        ("Bring letters ^next", "Bring letters", (None, True), "group", None),
        ("Bring letters ^12 Dec", "Bring letters", ("2026-12-12", False), "group", None),
        ("Bring letters ^2026-12-20 >room", "Bring letters", ("2026-12-20", False), "room", None),
        ("Tell them >ben", "Tell them", (None, False), "other", "Ben"),
        ("2 > 1 and x^2 @@home", "2 > 1 and x^2 @home", (None, False), "group", None),
        ("n a word with Ben >sponsor", "a word with Ben", (None, False), "facilitators", None),
    ],
)
def test_what_the_line_says(
    running: Shell, line: str, text: str, due: tuple[str | None, bool], audience: str, to: str | None
) -> None:
    running.answer("capture", line)
    capture = last(running)
    assert (capture["text"], (capture["due"], capture["due_next"])) == (text, due)
    assert (capture["audience"], capture["to"]) == (audience, to)


@pytest.mark.parametrize(
    ("line", "warned"),
    [
        ("l Tell >evva first", ">evva is nobody here and stays in the text; the group can read it"),
        ("l Tell >sam first", ">sam could be Sam K. or Sam O. and stays in the text; the group can read it"),
        ("l Tell >evva >room", ">evva is nobody here and stays in the text; the room can read it"),
    ],
)
def test_a_recipient_that_fits_nobody_stays_in_the_text_and_is_said(running: Shell, line: str, warned: str) -> None:
    done = running("capture", line)
    assert (done.status, done.out.split(";")[0].strip(".\n"), done.err) == (
        0,
        "Written down: learning",
        f"lcterm: {warned}\n",
    )
    assert line.split(" ")[2] in last(running)["text"]


def test_several_words_need_no_quotes(running: Shell) -> None:
    running.answer("capture", "q", "Who", "tells", "them?")
    assert (last(running)["kind"], last(running)["text"]) == ("question", "Who tells them?")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "Nothing is written yet."),
        ("a @ana", "There are no words yet."),
        ("a call @nobody", "No one here is called nobody. Mend the name. Or write @@ for a plain @."),
        ("a call @sam", "sam could be Sam K. or Sam O.: write more of the name. Or write @@ for a plain @."),
        ("l " + "x" * 1001, "A capture has at most 1000 characters, this one has 1001: shorten it."),
    ],
)
def test_what_cannot_be_kept_is_refused(running: Shell, line: str, said: str) -> None:
    assert running.refusal("capture", line) == said
    assert running.json("show", "--json")["captures"] == []


def test_a_capture_is_taken_before_the_start_and_after_the_end(planned: Shell) -> None:
    planned.answer("capture", "l Early")
    planned.answer("do", "start")
    planned.answer("do", "end")
    planned.answer("capture", "l Late")
    assert [(one["text"], one["point"]) for one in planned.json("show", "--json")["captures"]] == [
        ("Early", None),
        ("Late", None),
    ]


def test_a_capture_can_be_taken_back(running: Shell) -> None:
    running.answer("capture", "l Early and plainly")
    assert running.answer("do", "undo") == "Taken back: learning."
    assert running.json("show", "--json")["captures"] == []


def test_the_session_may_be_named_first(running: Shell) -> None:
    running.answer("plan", "--starts", "2026-12-08 14:00", "--title", "Letters evening")
    session = running.json("show", "--json")["session"]
    running.answer("capture", "letters-evening", "l For the coming one")
    running.answer("capture", session[:12], "l For the running one")
    running.answer("capture", "l", "letters", "evening")
    assert [one["text"] for one in running.json("show", "letters", "--json")["captures"]] == ["For the coming one"]
    assert [one["text"] for one in running.json("show", "--json")["captures"]] == [
        "For the running one",
        "letters evening",
    ]


def test_a_session_alone_is_no_capture_but_a_word_is(running: Shell) -> None:
    session = running.json("show", "--json")["session"]
    running.answer("capture", session)
    assert last(running)["text"] == session


def test_pasted_escape_codes_are_left_out(running: Shell) -> None:
    running.answer("capture", "l Say it \x1b[31mplainly\x1b[0m\x07\u202e")
    assert last(running)["text"] == "Say it plainly"
    assert "\x1b" not in running.answer("show")


def test_a_kind_alone_has_no_words_yet(running: Shell) -> None:
    assert running.refusal("capture", "a") == "There are no words yet."

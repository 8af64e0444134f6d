"""`lcterm invite` and `lcterm digest`: what is sent before a session and between two."""

from pathlib import Path

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]

from lcterm.documents import digest, handing_on
from lcterm.documents.clipboard import Copied
from tests.cli.running import Shell
from tests.clock_program import TestClock


def test_the_mail_holds_when_where_how_and_who(planned: Shell, clipboard: list[str]) -> None:
    planned.answer("next", "--place", "Hall, room 2", "--starts", "2026-12-08 14:00")
    text = planned.answer("invite", "--to", "-")
    for words in (
        "Housing peers: Tue 8 Dec 2026, 14:00, UTC",
        "We meet on Tue 8 Dec 2026, 14:00, UTC, until 17:00.",
        "Where: Hall, room 2",
        "Presenting: Ana, Ben",
        "14:20  Presentation 1, Ana (30 min)",
        "Something to bring",
    ):
        assert words in text
    assert "Please note" not in text
    assert "Invitation on the clipboard and in" in planned.answer("invite")
    assert clipboard[-1].rstrip("\n") == text


def test_a_change_is_said_and_raises_the_sequence_of_the_calendar_file(planned: Shell) -> None:
    def sequence() -> int:
        text = planned("invite", "--format", "ics", "--to", "-").out
        (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
        return int(event["SEQUENCE"])

    assert (sequence(), sequence()) == (0, 0)
    planned.answer("next", "--starts", "2026-12-08 14:00")
    assert "Please note the new time. Before, it was Tue 1 Dec 2026, 14:00, UTC." in " ".join(
        planned.answer("invite", "--to", "-").split()
    )
    assert (sequence(), sequence()) == (1, 1)
    planned.answer("next", "--place", "Library")
    assert sequence() == 2
    planned.answer("next", "--presenter", "chidi")
    assert sequence() == 2


def test_the_calendar_file_is_written_with_its_line_ends(planned: Shell, tmp_path: Path) -> None:
    file = tmp_path / "meeting.ics"
    assert planned.answer("invite", "--format", "ics", "--to", str(file)) == f"The calendar file is in {file}."
    data = file.read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_two_libraries_read_the_file_before_and_after_a_change(planned: Shell, tmp_path: Path) -> None:
    place = "Zunfthaus „Zur Brücke“; 2. Stock, Zimmer 7 (bitte läuten, die Tür ist verschlossen – ” und warten)"
    seen: list[tuple[str, int, str, str]] = []
    for number, change in enumerate(
        (("--zone", "Europe/Berlin"), ("--starts", "2026-12-09 15:30"), ("--place", place))
    ):
        planned.answer("next", *change)
        file = tmp_path / f"{number}.ics"
        planned.answer("invite", "--format", "ics", "--to", str(file))
        data = file.read_bytes()
        lines = data.removesuffix(b"\r\n").split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert not any(b"\r" in line or b"\n" in line for line in lines)
        assert b"TZID:Europe/Berlin" in lines
        (event,) = icalendar.Calendar.from_ical(data.decode()).walk("VEVENT")
        other = vobject.readOne(data.decode()).vevent
        starts = event["DTSTART"].dt
        assert (other.dtstart.value, other.uid.value) == (starts, event["UID"])
        assert other.dtend.value == event["DTEND"].dt
        assert "".join(one.value for one in other.contents.get("location", [])) == event.get("LOCATION", "")
        seen.append((event["UID"], int(event["SEQUENCE"]), f"{starts:%d %H:%M}", str(event.get("LOCATION", ""))))
    assert len({uid for uid, *_ in seen}) == 1
    assert [told for _, *told in seen] == [[0, "01 14:00", ""], [1, "09 15:30", ""], [2, "09 15:30", place]]


def test_what_could_not_be_handed_out_was_not_sent(planned: Shell, tmp_path: Path) -> None:
    assert "is a folder" in planned.refusal("invite", "--format", "ics", "--to", str(tmp_path))
    planned.answer("next", "--starts", "2026-12-08 14:00")
    assert "SEQUENCE:0" in planned.answer("invite", "--format", "ics", "--to", "-")


def test_who_is_invited_where_nobody_says(planned: Shell) -> None:
    planned.answer("do", "start")
    following = planned.answer("plan", "--starts", "2026-12-15 14:00", "--zone", "UTC")
    assert "Tue 15 Dec" in planned.answer("invite", "--to", "-")
    planned.answer("do", "end")
    held = next(one["id"] for one in planned.json("sessions", "--json") if one["id"] != following)
    assert "is over" in planned.refusal("invite", held)


# ── Between two sessions ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_digest_tells_the_group_what_was_agreed_and_what_comes(running: Shell, clock: TestClock) -> None:
    for line in (
        "d We meet in the mornings",
        "a Ask the council @ben ^12 Dec",
        "a Ring the bank @ana",
        "l Ask before helping >room",
        "n Ben looked tired",
        "u I was lost @chidi",
        "f Too long today",
        "q What is enough?",
    ):
        running.answer("capture", line)
    running.answer("do", "end")
    running.answer("next", "--starts", "15 Dec", "--place", "Library", "--presenter", "chidi")
    running.answer("brief", "chidi", "--question", "Who else knew?", "--state", "ready")
    text = running.answer("digest", "--to", "-")
    assert text.startswith("Housing peers: between two meetings\n\nLast time, on Tue 1 Dec 2026:\n\nWhat we agreed\n")
    for words in (
        "- We meet in the mornings",
        "- Ask the council (by Sat 12 Dec)",
        "- Ring the bank",
        "- What is enough?",
        "We meet on Tue 15 Dec 2026, 14:00, UTC.",
        "Where: Library",
        "Presenting: Chidi",
        "- Who else knew?",
        "Something to bring",
    ):
        assert words in text
    for words in ("Ben", "Ana", "Ask before helping", "tired", "lost", "Too long"):
        assert words not in text


def test_who_owes_what_stands_in_it_only_where_the_charter_says_so(
    running: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.answer("capture", "a Ring the bank @ana ^next")
    assert "- Ring the bank (by next time)" in running.answer("digest", "--to", "-")
    monkeypatch.setattr(digest, "allows", lambda community, matter: matter == "owners")
    assert "- Ring the bank (Ana, by next time)" in running.answer("digest", "--to", "-")


def test_the_digest_goes_to_the_clipboard_and_where_it_is_sent(
    running: Shell, tmp_path: Path, clipboard: list[str]
) -> None:
    assert "Digest on the clipboard and in" in running.answer("digest")
    assert "Nothing was written down for all of us last time." in clipboard[-1]
    assert "When we meet next is still open." in clipboard[-1]
    file = tmp_path / "digest.txt"
    running.answer("digest", "--to", str(file))
    assert file.read_text(encoding="utf-8") == clipboard[-1]


def test_struck_words_leave_the_digest_that_was_kept(running: Shell, clipboard: list[str], home: Path) -> None:
    running.answer("capture", "d The canary sings")
    running.answer("digest")
    capture = running.json("show", "--json")["captures"][0]["id"]
    running.answer("strike", capture)
    assert not [path for path in home.rglob("*-digest.txt") if "canary" in path.read_text(encoding="utf-8")]


def test_the_agenda_says_in_full_what_the_board_has_short(peers: Shell) -> None:
    peers.answer("plan", "--starts", "2026-12-15 14:00", "--zone", "UTC")
    text = peers.answer("invite", "--format", "text", "--to", "-")
    assert "14:05  What this is for, and our rules (5 min)" in text
    assert "What we keep, what we report (5 min)" in text
    assert "Philosophy, rules" not in text
    assert "Philosophy, rules" in peers.answer("show")


def test_without_a_clipboard_it_is_said_what_to_do(
    peers: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def nowhere(text: str, terminal: object) -> Copied:
        return Copied(pyperclip=False, osc52=False)

    monkeypatch.setattr(handing_on, "copy", nowhere)
    assert peers("brief", "ben", "--copy").err == ("lcterm: No clipboard here; add --to FILE to have it in a file.\n")
    target = tmp_path / "brief.txt"
    assert peers.answer("brief", "ben", "--to", str(target)) == f"The brief is in {target}."
    assert target.read_text().startswith("Dear Ben,")

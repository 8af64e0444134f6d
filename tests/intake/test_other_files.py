"""Files that were named for people or an agenda, and are something else: refused, with who takes them."""

from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.intake.agenda_text import read_agenda
from lcterm.intake.members import read_members
from tests.intake import transcripts
from tests.intake.transcripts import MEETING, SHARED

CHAT = "14:01:02\t From Ana Becker to Everyone:\n\tHello\n14:02:10\t From Ben to Everyone:\n\tIn 5 min - break\n"
OLD_CHAT = "00:01:02\tAna Becker:\thello\n00:02:09\tBen:\t10 min - later\n"
STM = "kitchen A Dorota 0.0 2.5 <o,f0> well then\nkitchen A Emil 2.5 3.25 <o,f0> yes\n"
SPOKEN = (
    (transcripts.zoom(MEETING), "a transcript"),
    (transcripts.teams(MEETING), "a transcript"),
    (transcripts.srt(MEETING), "a transcript"),
    (transcripts.rttm(MEETING), "a recording"),
    (STM, "a recording"),
    (CHAT, "the chat of a call"),
    (OLD_CHAT, "the chat of a call"),
)
MADE = (
    (transcripts.otter(MEETING), "a transcript; "),
    ('{"people": [{"name": "Ana"}, {"name": "Ben"}]}', "JSON"),
    ('{\n  "people": [\n    "Ana",', "JSON"),
    ('["Ana", "Ben"]', "JSON"),
    ("<!DOCTYPE html>\n<html><body>\n<li>Ana</li>\n", "a web page"),
    ("<svg>\n<text>Ana</text>\n</svg>\n", "a web page"),
    (f"# June\n## Who\nAna\n{'very ' * 16}\n## What\n{'well ' * 16}\n", "minutes"),
    ("10:01:02 <ana> hello\n10:01:09 <ben> I am here\n", "the chat of a call"),
    ("# Minutes of June's meeting\nAna\nBen\nACTION: Ana writes\nDECISION: we meet at ten\n", "minutes"),
)


@pytest.mark.parametrize(("text", "what"), [*SPOKEN, *MADE])
def test_no_member_comes_out_of_it(text: str, what: str) -> None:
    with pytest.raises(Refused) as refused:
        read_members(text.encode(), "list.txt")
    assert refused.value.reason.startswith("list.txt: this looks like ")
    assert what.removesuffix("; ") in refused.value.reason
    assert "not a list of people" in refused.value.reason
    if "transcript" in what or "recording" in what:
        assert "`lcterm import turns` takes those" in refused.value.reason


@pytest.mark.parametrize(("text", "what"), SPOKEN)
def test_no_agenda_comes_out_of_it(text: str, what: str) -> None:
    with pytest.raises(Refused) as refused:
        read_agenda(text, "agenda.txt", [])
    assert f"this looks like {what}" in refused.value.reason
    assert "not an agenda" in refused.value.reason


@pytest.mark.parametrize(
    "text",
    [
        "[x] Ana\n[ ] Ben\n",
        "[Ana]\n[Ben]\n",
        "Ana Becker <ana@example.org>\nBen <ben@example.org>\n",
        "<ana@example.org> Ana\nBen\n",
        "Members:\nAna\nBen\n",
        "# Wards\nAna\n# Kitchen\nBen\n",
        "Name,Joined,Left\nAna,10:00:03,11:00\nBen,10:01:04,11:00\n",
        "Ana: action research\nBen: decision making\n",
    ],
)
def test_lists_of_people_are_left_alone(text: str) -> None:
    found = [one.name for one in read_members(text.encode(), "list.txt").members]
    assert [name.strip("[]") for name in found][:1] == ["Ana Becker" if "Becker" in text else "Ana"]


@pytest.mark.parametrize(
    "text",
    [
        "14:00 Welcome\n14:10 From Ana: how it was\n15:00 End\n",
        "Welcome\t0:10\nRound\t0:30\n",
        "10 min - Introductions\n20 min - From theory to practice: talk\n",
    ],
)
def test_agendas_are_left_alone(text: str) -> None:
    assert read_agenda(text, "agenda.txt", []).points


def test_every_agenda_and_list_of_others_is_still_read() -> None:
    if not (SHARED / "members").is_dir():
        pytest.skip("shared/data is not beside this checkout")
    for path in sorted((SHARED / "members").iterdir()):
        assert read_members(path.read_bytes(), path.name).members


@pytest.mark.parametrize("ending", ["rttm", "stm", "vtt", "json"])
def test_no_recording_of_others_gives_members(ending: str) -> None:
    files = [path for folder in ("rttm", "transcripts") for path in sorted((SHARED / folder).rglob(f"*.{ending}"))]
    if not files:
        pytest.skip("shared/data is not beside this checkout")
    for path in files[:12]:
        with pytest.raises(Refused):
            read_members(_beginning(path), path.name)


def _beginning(path: Path) -> bytes:
    return path.read_bytes()[:100_000]

"""Transcripts as plain text: names and beginnings, without ends."""

import pytest

from lcterm.core.events import Segment
from lcterm.core.refusal import Refused
from lcterm.intake.files import Skipped
from lcterm.intake.recordings import Recording, read_recording, read_transcript
from tests.intake.transcripts import SHARED

SAMPLE = SHARED / "transcripts" / "otter" / "01-new-career-who-dis.md"


def read(text: str) -> Recording:
    return read_recording(text.encode(), "x.txt", None, None)


WAYS = {
    "otter": "Notes of ours\n\nAna B  0:03  \nWe met at 10:30\n\nBen\t1:00:05\nYes.\n",
    "bold": "**Ana B** [00:00:03] We met\n\n**Ben** (1:00:05): Yes.",
    "before": "[0:03] Ana B: We met\n[1:00:05] Ben: Yes.\n",
    "zoom captions": "[Ana B] 00:00:03\nWe met\n\n[Ben] 01:00:05\nYes.\n",
}


@pytest.mark.parametrize("way", WAYS)
def test_everybody_speaks_until_the_next_begins(way: str) -> None:
    found = read(WAYS[way])
    assert found.speakers == ("Ana B", "Ben")
    assert found.segments == (Segment(0, 3_000_000, 3_602_000_000), Segment(1, 3_605_000_000, 0))
    assert found.skipped == ()
    assert found.remark.startswith("x.txt says when people begin, not when they end")


def test_words_with_a_time_in_them_are_nobody() -> None:
    text = "**Ana** [00:00:03] First\nsee you  10:30\n[Ben] 00:00:10\n**Ben** [00:00:20] Second"
    assert read(text).speakers == ("Ana", "Ben")
    said = read_transcript(text.encode(), "x.txt", None).said
    assert [one.words for one in said] == ["First see you 10:30 [Ben] 00:00:10", "Second"]


def test_times_that_go_back_or_cannot_be_are_named() -> None:
    found = read("Ana  0:10\nBen  0:05\nAna  0:99\nBen  0:20.500\n")
    assert found.segments == (Segment(0, 10_000_000, 10_500_000), Segment(1, 20_500_000, 0))
    assert found.skipped == (
        Skipped(2, "its time lies before the one above"),
        Skipped(3, "its times have a minute or a second beyond 59"),
    )


def test_a_chat_is_no_transcript() -> None:
    with pytest.raises(Refused, match=r"x.txt, line 1: this is a chat, which says who wrote, not who spoke"):
        read("00:03:15\tAna:\tgood morning\n00:03:29\tBen:\thi\n")


def test_text_that_is_none_is_refused_by_line() -> None:
    with pytest.raises(Refused, match=r"x.txt, line 2: this looks like none of RTTM, STM, WebVTT, SRT, Otter's text"):
        read("\nAna spoke at 10:30\n")
    with pytest.raises(Refused, match=r"x.txt: no line says who spoke when; is it Otter's text"):
        read_recording(b"Ana spoke\n", "x.txt", "otter", None)


def test_a_real_one() -> None:
    if not SAMPLE.is_file():
        pytest.skip("no ../shared/data/transcripts/otter")
    found = read_recording(SAMPLE.read_bytes(), SAMPLE.name, None, None)
    assert (len(found.segments), len(found.speakers), found.skipped) == (99, 4, ())
    assert found.segments[1].start == 30_000_000
    assert sum(one.length for one in found.segments) == found.segments[-1].start

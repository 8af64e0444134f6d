"""RTTM and STM come in exactly, bad lines are named, and the figures equal those computed by others."""

import json
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.events import Segment
from lcterm.core.recordings import MICROSECONDS, seconds_by_speaker, tally, turns
from lcterm.core.refusal import Refused
from lcterm.intake.files import Skipped
from lcterm.intake.recordings import RECORDING_BYTES, Recording, read_recording

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
OWN = Path(__file__).parent / "recordings"


def own(name: str, recording: str | None = None) -> Recording:
    return read_recording((OWN / name).read_bytes(), name, None, recording)


def read(text: str, source: str = "stdin", recording: str | None = None) -> Recording:
    return read_recording(text.encode(), source, None, recording)


def spoke(start: str, length: str, speaker: str = "Ana", recording: str = "r") -> str:
    return f"SPEAKER {recording} 1 {start} {length} <NA> <NA> {speaker} <NA> <NA>\n"


def test_a_small_recording() -> None:
    found = own("board.rttm")
    assert found.recording == "board"
    assert found.speakers == ("Ana", "Ben", "Chidi")
    assert found.segments[0] == Segment(0, 0, 4_500_000)
    assert [segment.start for segment in found.segments] == [0, 4_250_000, 5_000_000, 12_500_000, 7_100_000, 19_700_000]
    assert found.skipped == ()
    # By start: Ana 0, Ben 4.25, Ana 5 and 7.1, Chidi 12.5, Ben 19.7. Ana 4.5 + 2.05 + 5.4, Ben 0.1 + 0, Chidi 7.125.
    assert [turn.speaker for turn in turns(found.segments)] == [0, 1, 0, 2, 1]
    assert seconds_by_speaker(found.segments) == {0: Decimal("11.95"), 1: Decimal("0.1"), 2: Decimal("7.125")}
    assert tally(found.segments)[0].last_end == 12_500_000


def test_one_of_two_recordings() -> None:
    kitchen = own("two-rooms.stm", "kitchen")
    assert kitchen.speakers == ("Dorota", "Emil")
    assert kitchen.segments == (
        Segment(0, 0, 1_500_000),
        Segment(1, 1_500_000, 750_000),
        Segment(0, 3_000_000, 750_000),
        Segment(0, 4_000_000, 500_000),
    )
    assert len(turns(kitchen.segments)) == 3
    assert own("two-rooms.stm", "garden").segments == (Segment(0, 0, 10_000_001),)


def test_which_of_two_recordings_has_to_be_said() -> None:
    with pytest.raises(
        Refused, match=r"two-rooms\.stm holds 2 recordings, kitchen, garden: choose one with --recording"
    ):
        own("two-rooms.stm")
    with pytest.raises(Refused, match=r"two-rooms\.stm has no recording attic: there is kitchen, garden\."):
        own("two-rooms.stm", "attic")


def test_tabs_a_mark_and_times_since_the_epoch() -> None:
    found = own("tabs-and-clock-times.rttm")
    assert found.speakers == ("Sam K.", "Jörg")
    assert found.segments == (Segment(0, 1_700_000_000_123_456, 1), Segment(1, 1_700_000_001_000_000, 10_000_000))


def test_damaged_lines_are_named() -> None:
    found = own("damaged.rttm", "d")
    assert found.segments == (Segment(0, 500_000, 1_500_000), Segment(1, 7_000_000, 250_000))
    assert [(one.line, one.why) for one in found.skipped] == [
        (2, "the start is below nothing: -1"),
        (3, "the length is below nothing: -0.5"),
        (4, "the start is not a number of seconds: nan"),
        (5, "the length is not a number of seconds: inf"),
        (6, "the start is too large: 1e300"),
        (7, "the length is too large: 9999999"),
        (8, "5 fields, at least 8 are needed"),
        (9, "it names no speaker"),
        (10, "not a line of RTTM: SPEAKR"),
        (12, "4 fields, at least 8 are needed"),
        (15, "the start is not a number of seconds: 6,5"),
        (16, "the start is not a number of seconds: 1_0"),
        (17, "the start is not a number of seconds: ٣"),
    ]
    assert [one.line for one in own("damaged.rttm", "other").skipped] == [10, 13]


def test_an_end_before_the_start() -> None:
    found = read("r 1 Ana 5 4 no\nr 1 Ana 5 5 yes\nr 1 Ana 0 2000000 long\nr 1 Ana 1\n", "a.stm")
    assert found.segments == (Segment(0, 5_000_000, 0),)
    assert found.skipped == (
        Skipped(1, "it ends before it begins"),
        Skipped(3, "it lasts longer than any recording"),
        Skipped(4, "4 fields, at least 5 are needed"),
    )


def test_the_format_by_ending_by_content_or_as_said() -> None:
    stm_line, rttm_line = "r 1 Ana 0 1 words\n", spoke("0", "1")
    assert read(stm_line).speakers == read(rttm_line).speakers == ("Ana",)
    assert read(f";; comment\n\n{rttm_line}").speakers == ("Ana",)
    # In a file ending in .stm this is a recording called SPEAKER of somebody called 1.
    assert read("SPEAKER r 1 0 1 <NA> <NA> Ana\n", "x.STM").speakers == ("1",)
    assert read_recording(stm_line.encode(), "x.rttm.txt", "stm", None).recording == "r"
    with pytest.raises(Refused, match=r"notes, line 1: this looks like none of RTTM, STM, .*: say which with --format"):
        read("Ana spoke first, then Ben.\n", "notes")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "x.rttm: no line says who spoke when; is it RTTM?"),
        (";; nothing\n", "x.rttm: no line says who spoke when; is it RTTM?"),
        (
            "\n" + spoke("soon", "1"),
            "x.rttm: no line says who spoke when (line 2: the start is not a number of seconds: soon); is it RTTM?",
        ),
        (spoke("0", "1", "\u200b"), "x.rttm: no line says who spoke when (line 1: it names no speaker)."),
        ("\x00\x01", "x.rttm is not text that can be read: save it as UTF-8 text or CSV."),
    ],
)
def test_nothing_to_read(text: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text, "x.rttm")
    assert refused.value.reason == said


def test_hostile_labels_are_cleaned_or_skipped() -> None:
    found = read(spoke("0", "1", "\x1b[31mAna\x1b[0m") + spoke("1", "1") + spoke("2", "1", "x" * 500))
    assert found.speakers == ("Ana",)
    assert [one.line for one in found.skipped] == [3]


def test_many_recordings_are_not_all_listed() -> None:
    with pytest.raises(Refused, match=r"holds 20 recordings, r0, .*, r7 and 12 more: choose"):
        read("".join(spoke("0", "1", recording=f"r{number}") for number in range(20)))


def test_more_speakers_than_any_meeting_has_are_refused() -> None:
    lines = "".join(spoke("0", "1", f"person{number}") for number in range(501))
    with pytest.raises(Refused, match="x has 501 speakers, at most 500 come in: is it the right file"):
        read(lines, "x")


def test_a_file_too_long_is_refused() -> None:
    with pytest.raises(Refused, match="is longer than 16 MiB"):
        read_recording(b"x" * (RECORDING_BYTES + 1), "x.rttm", None, None)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from("ABC")), min_size=1))
def test_microseconds_come_in_as_they_were_written(spoken: list[tuple[int, int, str]]) -> None:
    lines = "".join(
        spoke(str(Decimal(start) / 10**6), f"{Decimal(length) / 10**6:f}", who) for start, length, who in spoken
    )
    found = read(lines)
    assert [(one.start, one.length, found.speakers[one.speaker]) for one in found.segments] == spoken


def test_less_than_a_microsecond_goes_to_the_nearest() -> None:
    found = read(spoke("0.0000014", "0.0000016"))
    assert found.segments == (Segment(0, 1, 2),)


@given(st.binary(max_size=200) | st.text("SPEAKER r1 .0\n\t;<NA>-e", max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for form in ("rttm", "stm", None):
        try:
            found = read_recording(data, "x", form, None)
        except Refused:
            continue
        assert found.segments


def test_ten_thousand_segments_take_no_time() -> None:
    data = "".join(spoke(f"{number * 0.5:.3f}", "0.4", f"spk{number % 7}") for number in range(10_000)).encode()
    began = time.process_time()
    assert len(read_recording(data, "x", None, None).segments) == 10_000
    assert time.process_time() - began < 1


def truths() -> Iterator[str]:
    """The recordings whose figures others computed; one that is skipped where the shared data is absent."""
    truth = SHARED / "rttm-truth.json"
    yield from json.loads(truth.read_text(encoding="utf-8")) if truth.is_file() else [""]


@pytest.mark.parametrize("name", truths())
def test_figures_equal_those_computed_by_others(name: str) -> None:
    if not name:
        pytest.skip("shared/data/rttm-truth.json is not beside this checkout")
    truth = json.loads((SHARED / "rttm-truth.json").read_text(encoding="utf-8"))[name]
    file, _, recording = name.partition("#")
    found = read_recording((SHARED / file).read_bytes(), file, None, recording or None)
    assert found.skipped == ()
    assert len(found.segments) == truth["n_segments"]
    tallies = tally(found.segments)
    total = sum(one.microseconds for one in tallies.values())
    assert sum(one.turns for one in tallies.values()) == truth["n_turns"]
    assert total == round(truth["total_speaking_seconds"] * MICROSECONDS)
    assert max(one.last_end for one in tallies.values()) == round(truth["last_end"] * MICROSECONDS)
    by_name = {found.speakers[place]: one for place, one in tallies.items()}
    assert set(by_name) == set(truth["speakers"])
    for speaker, figures in truth["speakers"].items():
        assert by_name[speaker].turns == figures["turns"]
        assert by_name[speaker].microseconds == round(figures["seconds"] * MICROSECONDS)
        assert by_name[speaker].microseconds / total == pytest.approx(figures["share"], abs=1e-8)
    quiet = {name for name, one in by_name.items() if one.microseconds * len(by_name) * 2 < total}
    assert quiet == set(truth["quiet"])

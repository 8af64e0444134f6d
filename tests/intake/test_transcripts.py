"""Transcripts come in to the millisecond, whatever the format; whatever else a file holds, it is read or refused by
line."""

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.recordings import tally
from lcterm.core.refusal import Refused
from lcterm.intake.recordings import FORMS, Recording, read_recording, read_transcript
from tests.intake import transcripts
from tests.intake.transcripts import MEETING, SHARED, Heard

WRITERS: dict[str, Callable[[Sequence[Heard]], str]] = {
    "zoom.vtt": transcripts.zoom,
    "teams.vtt": transcripts.teams,
    "captions.srt": transcripts.srt,
    "machine.rttm": transcripts.rttm,
    "machine.stm": transcripts.stm,
}
TRUTH = SHARED / "transcript-truth.json"
ZOOM = [name for name in json.loads(TRUTH.read_text("utf-8")) if name.endswith(".vtt")] if TRUTH.is_file() else []
FOLDERS = ("transcripts", "peersuites/webvtt-py", "nasty")


def read(text: str, source: str) -> Recording:
    return read_recording(text.encode(), source, None, None)


def heard(found: Recording) -> list[Heard]:
    """The segments as they were said, names as STM can write them."""
    assert all(one.start % 1000 == one.length % 1000 == 0 for one in found.segments)
    return [
        Heard(one.start // 1000, (one.start + one.length) // 1000, found.speakers[one.speaker].replace(" ", "_"))
        for one in found.segments
    ]


@pytest.mark.parametrize("source", WRITERS)
def test_the_same_meeting_in_five_formats_has_the_same_milliseconds(source: str) -> None:
    found = read(WRITERS[source](MEETING), source)
    assert heard(found) == [one._replace(name=one.name.replace(" ", "_")) for one in MEETING]
    assert (found.skipped, found.remark) == ((), "")


@given(
    st.lists(
        st.builds(
            lambda start, length, name: Heard(start, start + length, name),
            st.integers(0, 359_999_999),
            st.integers(0, 3_600_000),
            st.sampled_from(["Ana Becker", "Ben", "O'Neill, Sinéad", "李 小龍", "speaker 12"]),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_any_meeting_has_the_same_milliseconds_in_all_of_them(meeting: list[Heard]) -> None:
    first, *others = (heard(read(write(meeting), source)) for source, write in WRITERS.items())
    assert [one[:2] for one in first] == [one[:2] for one in meeting]
    assert all(other == first for other in others)


@pytest.mark.parametrize("source", WRITERS)
def test_the_format_is_told_by_the_content_too(source: str) -> None:
    text = WRITERS[source](MEETING)
    assert read(text, "meeting.txt").segments == read(text, source).segments


def test_a_transcript_is_called_as_its_file_or_as_said() -> None:
    text = transcripts.zoom(MEETING)
    assert read(text, "/meetings/GMT2026_Recording.transcript.vtt").recording == "GMT2026_Recording.transcript"
    assert read(text, "C:\\meetings\\june.vtt").recording == "june"
    assert read_recording(text.encode(), "june.vtt", None, "June, the first half").recording == "June, the first half"


@pytest.mark.parametrize("name", ZOOM or [pytest.param("", marks=pytest.mark.skip("no ../shared/data/transcripts"))])
def test_speakers_cues_and_milliseconds_equal_those_counted_by_others(name: str) -> None:
    truth = json.loads(TRUTH.read_text("utf-8"))[name]
    found = read_recording((SHARED / name).read_bytes(), name, None, None)
    assert (len(found.segments), len(found.speakers), found.skipped) == (truth["n_cues"], truth["n_speakers"], ())
    assert sum(one.length for one in found.segments) == truth["total_ms"] * 1000
    assert min(one.start for one in found.segments) == truth["first_ms"] * 1000
    assert max(one.start + one.length for one in found.segments) == truth["last_ms"] * 1000
    by_name = {found.speakers[place]: one for place, one in tally(found.segments).items()}
    assert {who: (one.turns, one.microseconds) for who, one in by_name.items()} == {
        who: (one["turns"], one["ms"] * 1000) for who, one in truth["speakers"].items()
    }


def files() -> Iterator[str]:
    for folder in FOLDERS:
        yield from sorted(path.relative_to(SHARED).as_posix() for path in (SHARED / folder).rglob("*.*"))


OTHERS = list(files())


@pytest.mark.parametrize("name", OTHERS or [pytest.param("", marks=pytest.mark.skip("no ../shared/data"))])
def test_every_file_of_others_is_read_or_refused_in_a_line(name: str) -> None:
    data = (SHARED / name).read_bytes()
    for form in (None, *FORMS):
        for part in (data, data[: len(data) // 2], data[len(data) // 3 :], data[::-1]):
            refused_or_read(part, name, form)


def refused_or_read(data: bytes, name: str, form: str | None = None) -> str:
    """Why it is refused, "" where it is not."""
    try:
        found = read_recording(data, name, form, None)  # type: ignore[arg-type]
    except Refused as refused:
        said = refused.reason
    else:
        assert found.segments
        assert all(one.length >= 0 <= one.start for one in found.segments)
        return ""
    assert "\n" not in said
    assert said.startswith(name)
    return said


@pytest.mark.parametrize("name", [one for one in OTHERS if one.endswith((".vtt", ".srt", ".sbv", ".json"))])
def test_a_refusal_names_the_line(name: str) -> None:
    said = refused_or_read((SHARED / name).read_bytes(), name)
    assert (
        not said
        or re.search(r"line [0-9]+|is empty|nothing in it|is not text", said)
        or name.endswith("/no_captions.vtt")
    )


@given(
    st.lists(st.sampled_from([*WRITERS.values(), transcripts.otter]), min_size=1, max_size=3),
    st.lists(st.integers(0, 1200), min_size=2, max_size=6),
    st.sampled_from((None, *FORMS)),
    st.sampled_from(("meeting.vtt", "meeting.srt", "meeting.txt", "meeting.rttm", "meeting")),
)
def test_cut_and_mixed_files_are_read_or_refused(
    writers: list[Callable[[Sequence[Heard]], str]], cuts: list[int], form: str | None, source: str
) -> None:
    whole = "".join(write(MEETING) for write in writers).encode()
    mixed = b"".join(whole[start : start + 400] for start in cuts)
    refused_or_read(mixed, source, form)


@given(st.binary(max_size=300) | st.text("WEBVTT\n\r\t :->0123456789.,<v Ana>[]*", max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for form in FORMS:
        refused_or_read(data, "x", form)


@given(st.integers(0, 2000))
def test_what_stands_before_a_cut_comes_in(cut: int) -> None:
    data = transcripts.zoom(MEETING).encode()
    whole = read_recording(data, "x.vtt", None, None)
    try:
        found = read_recording(data[:cut], "x.vtt", None, None)
    except Refused:
        return
    assert found.segments == whole.segments[: len(found.segments)]


MIB = 1024 * 1024
LONG_LINES = {
    "blanks": (b"WEBVTT\n\n", b" ", b"x"),
    "tags": (b"WEBVTT\n\n00:00.000 --> 00:01.000\n", b"<v ", b""),
    "arrows": (b"WEBVTT\n\n", b"-->", b""),
    "digits": (b"WEBVTT\n\n", b"0", b" -->"),
    "name": (b"Ana", b" ", b"0:03x"),
    "stars": (b"", b"**A** ", b"[0:00:01]"),
    "bracket": (b"[0:00:01] ", b"a ", b":"),
}


@pytest.mark.parametrize("name", LONG_LINES)
@pytest.mark.parametrize("form", ["vtt", "srt", "otter"])
def test_a_megabyte_in_one_line_takes_no_time(name: str, form: str) -> None:
    begin, again, end = LONG_LINES[name]
    began = time.process_time()
    refused_or_read(begin + again * (MIB // len(again)) + end, "x", form)
    assert time.process_time() - began < 2


def test_seven_hundred_cues_of_twenty_people_take_no_time() -> None:
    call = [Heard(number * 4000, number * 4000 + 3210, f"Person {number % 20}") for number in range(700)]
    data = transcripts.zoom(call).encode()
    began = time.process_time()
    assert len(read_recording(data, "call.vtt", None, None).segments) == 700
    assert time.process_time() - began < 0.5


def test_words_are_there_for_those_who_ask_and_not_in_the_recording() -> None:
    data = transcripts.teams(MEETING).encode()
    said = read_transcript(data, "x.vtt", None).said
    assert [(one.number, one.speaker, one.words) for one in said[:2]] == [
        (1, "Ana Becker", "So: words and more"),
        (2, "Ben", "So: words and more"),
    ]
    assert "more" not in repr(read_recording(data, "x.vtt", None, None))
    with pytest.raises(
        Refused, match=r"x.rttm is RTTM: lines of words are there in WebVTT, SRT and Otter's text alone"
    ):
        read_transcript(transcripts.rttm(MEETING).encode(), "x.rttm", None)

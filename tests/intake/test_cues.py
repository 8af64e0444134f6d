"""WebVTT and SRT: what is a cue, whose it is, and which lines are named because they say nothing."""

import pytest

from lcterm.core.events import Segment
from lcterm.core.refusal import Refused
from lcterm.intake.cue_times import read_span
from lcterm.intake.files import Skipped
from lcterm.intake.recordings import Recording, read_recording, read_transcript

ASKED = "is it WebVTT, and does it name its speakers?"


def vtt(body: str) -> Recording:
    return read_recording(f"WEBVTT\n\n{body}".encode(), "x.vtt", None, None)


def cue(words: str, times: str = "00:01.000 --> 00:02.500") -> str:
    return f"{times}\n{words}\n\n"


@pytest.mark.parametrize(
    ("line", "start", "length"),
    [
        ("00:01.000 --> 00:02.500", 1_000_000, 1_500_000),
        ("01:00:00.001 --> 01:00:00.001", 3_600_001_000, 0),
        ("100:00:00,000-->100:00:00,999 align:start", 360_000_000_000, 999_000),
        ("\t0:59.999  -->\t1:00.000\tline:0", 59_999_000, 1000),
    ],
)
def test_times_to_the_millisecond(line: str, start: int, length: int) -> None:
    assert read_span(line) == (start, length)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("00:00:07.000 --> 00:00:1d.890", "its times are not like 00:01:02.500 --> 00:01:04.000"),
        ("00:07.5 --> 00:08.5", "its times are not like 00:01:02.500 --> 00:01:04.000"),
        ("00:07.5000 --> 00:08.5000", "its times are not like 00:01:02.500 --> 00:01:04.000"),
        ("٠٠:07.500 --> 00:08.500", "its times are not like 00:01:02.500 --> 00:01:04.000"),
        ("00:60.000 --> 01:00.000", "its times have a minute or a second beyond 59"),
        ("75:00.000 --> 76:00.000", "its times have a minute or a second beyond 59"),
        ("00:02.000 --> 00:01.999", "it ends before it begins"),
        ("00:00.000 --> 900:00:00.000", "it lasts longer than any recording"),
    ],
)
def test_times_that_cannot_be_are_said_in_words(line: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_span(line)
    assert vtt(cue("Ana: hi") + cue("Ben: ho", line)).skipped == (Skipped(6, said),)


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("<v Ana Becker>Hi</v>", ("Ana Becker",)),
        ("<v.loud.first Ana>Hi", ("Ana",)),
        ("<v Ana &amp; Ben>We think: yes", ("Ana & Ben",)),
        ("<v Ana>Hi</v>\n<v Ben>Ho</v> <v Ana>Hi again", ("Ana", "Ben")),
        ("Ana: hi", ("Ana",)),
        ("<b>Ana</b>: hi", ("Ana",)),
        (">> ANA BECKER: hi", ("ANA BECKER",)),
        ("- Ana: hi", ("Ana",)),
        ("Danuta F. - Roofs & Co: hi", ("Danuta F. - Roofs & Co",)),
        ("阿娜：你好", ("阿娜",)),
        ("Ana:\nhi", ("Ana",)),
        ("<v >Ana: hi", ("Ana",)),
    ],
)
def test_who_speaks(words: str, speakers: tuple[str, ...]) -> None:
    found = vtt(cue(words))
    assert found.speakers == speakers
    assert {(one.start, one.length) for one in found.segments} == {(1_000_000, 1_500_000)}
    assert found.skipped == ()


@pytest.mark.parametrize(
    "words",
    [
        "Hello there",
        "We meet at 10:30",
        "https://example.org: see there",
        "So? Then: no",
        "And what I have wanted to say for a long time: no",
        ": hi",
        "<i></i>",
        "hi\nAna: no first line",
        f"{'Ana ' * 30}: hi",
    ],
)
def test_words_that_name_nobody_are_skipped_by_line(words: str) -> None:
    found = vtt(cue("Ana: first") + cue(words))
    assert found.speakers == ("Ana",)
    assert found.skipped == (Skipped(6, "it names no speaker"),)


def test_a_file_with_voices_takes_no_words_before_a_colon_for_a_name() -> None:
    found = vtt(cue("<v Ana>Hi") + cue("The point is: we wait"))
    assert (found.speakers, found.skipped) == (("Ana",), (Skipped(6, "it names no speaker"),))


def test_blocks_that_nobody_says_are_passed_over_and_words_without_times_are_named() -> None:
    found = vtt(
        "NOTE a --> b\nmore\n\nSTYLE\n::cue {}\n\nREGION\nid:x\n\nlost words\nof two lines\n\n" + cue("Ana: hi")
    )
    assert found.segments == (Segment(0, 1_000_000, 1_500_000),)
    assert found.skipped == (Skipped(12, "it has words but no times"),)


def test_a_cue_that_lost_its_blank_line_costs_no_other() -> None:
    found = vtt("1\n00:01.000 --> 00:02.000\nAna: hi\n2\n00:02.000 --> 00:03.000\nBen: a --> b\n")
    assert (found.speakers, found.skipped) == (("Ana", "Ben"), ())
    said = read_transcript(
        b"WEBVTT\n\n00:01.000 --> 00:02.000\nAna: hi\n2\n00:02.000 --> 00:03.000\nBen: a --> b", "x.vtt", None
    ).said
    assert [one.words for one in said] == ["hi", "a --> b"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "x.vtt is empty: there is no line in it."),
        ("\n\nWEBVTTX\n", "x.vtt, line 3: a WebVTT file begins with WEBVTT; is it SRT? Then say --format srt."),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\nhi\n",
            f"x.vtt: no line says who spoke when (line 3: it names no speaker); {ASKED}",
        ),
        ("WEBVTT\n", f"x.vtt: no line says who spoke when; {ASKED}"),
    ],
)
def test_what_holds_no_turns_is_refused(data: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_recording(data.encode(), "x.vtt", None, None)
    assert refused.value.reason == said


def test_hostile_names_are_cleaned_or_skipped() -> None:
    found = vtt(cue("<v \x1b[31mAna\x1b[0m>hi") + cue(f"<v {'x' * 500}>hi") + cue("<v \u202eneB>hi"))
    assert found.speakers == ("Ana", "neB")
    assert [one.line for one in found.skipped] == [6]

"""Which format a file is in: by its ending, unless that cannot be, and by its first lines."""

import pytest

from lcterm.core.refusal import Refused
from lcterm.intake.recordings import Form, NobodyCanTell, form_of, has_words, recordings_in
from tests.intake.transcripts import MEETING, otter, rttm, srt, stm, zoom


@pytest.mark.parametrize(
    ("text", "form"),
    [(zoom(MEETING), "vtt"), (srt(MEETING), "srt"), (otter(MEETING), "otter"), (rttm(MEETING), "rttm")],
)
@pytest.mark.parametrize("source", ["x.vtt", "x", "x.txt"])
def test_webvtt_by_name_alone_is_read_as_what_it_is(text: str, form: Form, source: str) -> None:
    assert form_of(text.encode(), source) == form


def test_another_ending_is_believed() -> None:
    assert form_of(b"WEBVTT\n", "x.srt") == "srt"
    assert form_of(b"WEBVTT\n\n00:01.000 --> 00:02.000\nSPEAKER 1 a 0.0 1.0 b c d\n", "x.vtt") == "vtt"


def test_what_nobody_can_tell() -> None:
    with pytest.raises(NobodyCanTell):
        form_of(b"Once upon a time\n", "x.vtt")
    with pytest.raises(Refused, match="nothing in it"):
        form_of(b"", "x.vtt")


def test_the_recordings_of_a_file() -> None:
    both = (rttm(MEETING) + rttm(MEETING).replace("SPEAKER meeting", "SPEAKER other")).encode()
    assert recordings_in(both, "x", "rttm") == ["meeting", "other"]
    assert recordings_in(stm(MEETING).encode(), "x", "stm") == ["meeting"]
    assert recordings_in(zoom(MEETING).encode(), "x", "vtt") == []


def test_which_formats_have_lines_to_quote() -> None:
    assert [has_words(form) for form in ("vtt", "srt", "otter", "rttm", "stm")] == [True, True, True, False, False]

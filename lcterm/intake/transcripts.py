"""Transcripts: WebVTT, SRT and plain text with names and times. Turns come in from them, words do not."""

from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import Literal

from lcterm.intake import cues, otter
from lcterm.intake.transcript_lines import Transcript

TranscriptForm = Literal["vtt", "srt", "otter"]

_READERS = {"vtt": cues.read_vtt, "srt": cues.read_srt, "otter": otter.read_otter}
_LOOK_AT = 50


def read_lines(lines: Sequence[str], form: TranscriptForm, source: str) -> Transcript:
    """What these lines of a file say. Raises Refused, naming `source` and the line, for what is not that format."""
    return _READERS[form](lines, source)


def told_by_content(lines: Sequence[str]) -> TranscriptForm | None:
    """Which of the formats these lines are in, as far as the first of them tell."""
    first = [line for line in lines[: 4 * _LOOK_AT] if line.strip(" \t\ufeff")][:_LOOK_AT]
    if first and cues.begins_vtt(first[0]):
        return "vtt"
    if cues.has_span(first):
        return "srt"
    return "otter" if otter.reads_as_otter(first) else None


def called(source: str) -> str:
    """What a transcript is called, which says so nowhere in itself: as its file, without the ending."""
    name = PureWindowsPath(PurePosixPath(source).name).name
    return name.rpartition(".")[0] or name

"""WebVTT and SRT: captions with the stretch of time in which they are said.

Why not webvtt-py or pysubs2: both pass over what they cannot read without a word (or, webvtt-py when strict, give the
whole file up at the first such cue), and neither knows on which line of the file a cue stands. Who takes a transcript
in must be told which lines are missing, and why. Source of the rules: https://www.w3.org/TR/webvtt1/#file-parsing, and
files as Zoom, Teams and others write them.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lcterm.core.refusal import Refused
from lcterm.intake.cue_times import ARROW, Span, begins_span, is_span, read_span
from lcterm.intake.cue_words import has_voice, named, plain, voices
from lcterm.intake.files import Skipped
from lcterm.intake.transcript_lines import Said, Transcript

SIGNATURE = "WEBVTT"
_PASSED_OVER = ("NOTE", "STYLE", "REGION")
"""The blocks of WebVTT that nobody says."""

_NOBODY = "it names no speaker"


class _Cue(NamedTuple):
    """A cue as it stands in the file: the line of its times, these (or what is wrong with them), its words."""

    line: int
    span: Span | str
    words: list[str]


def read_vtt(lines: Sequence[str], source: str) -> Transcript:
    """The cues of a WebVTT file. Raises Refused, naming the line, for one that does not begin as WebVTT does."""
    first = next((place for place, line in enumerate(lines) if line.strip(" \t\ufeff")), None)
    if first is None:
        raise Refused(f"{source} is empty: there is no line in it.")
    if not begins_vtt(lines[first]):
        raise Refused(
            f"{source}, line {first + 1}: a WebVTT file begins with {SIGNATURE}; is it SRT? Then say --format srt."
        )
    begin = first + 1
    while begin < len(lines) and lines[begin].strip() and ARROW not in lines[begin]:
        begin += 1  # what stands under the signature belongs to it, as YouTube's language and styles do
    return _read(lines, begin, _PASSED_OVER)


def read_srt(lines: Sequence[str], source: str) -> Transcript:
    """The cues of an SRT file."""
    return _read(lines, 0, ())


def begins_vtt(line: str) -> bool:
    """Whether this is how WebVTT begins."""
    return line.lstrip("\ufeff").rstrip().partition(" ")[0].partition("\t")[0] == SIGNATURE


def has_span(lines: Sequence[str]) -> bool:
    """Whether the times of a cue stand in these lines."""
    return any(ARROW in line and is_span(line) for line in lines)


def _read(lines: Sequence[str], begin: int, passed_over: tuple[str, ...]) -> Transcript:
    cues, unread = _cues(lines, begin, passed_over)
    names: Callable[[Sequence[str]], list[tuple[str, str]]]
    names = voices if any(has_voice(cue.words) for cue in cues) else named
    said: list[Said] = []
    for number, cue in enumerate(cues, 1):
        if isinstance(cue.span, str):
            unread.append(Skipped(cue.line, cue.span))
            continue
        speakers = names(cue.words)
        said += [Said(number, cue.line, *cue.span, speaker, words) for speaker, words in speakers]
        if not speakers:
            said.append(Said(number, cue.line, *cue.span, "", plain(cue.words)))
            unread.append(Skipped(cue.line, _NOBODY))
    return Transcript(said, sorted(unread, key=lambda one: one.line))


def _cues(lines: Sequence[str], begin: int, passed_over: tuple[str, ...]) -> tuple[list[_Cue], list[Skipped]]:
    """The cues from this line on, and blocks that have words but no times. A line of times always begins a cue, so that
    one which lost its blank line costs no other."""
    cues: list[_Cue] = []
    unread: list[Skipped] = []
    cue: _Cue | None = None
    waiting: list[tuple[int, str]] = []
    for number, line in enumerate(lines[begin:], begin + 1):
        aside = (waiting[0][1] if waiting else line).startswith(passed_over)
        if ARROW in line and (begins_span(line) or (cue is None and not aside)):
            _without_times(waiting[:-1], passed_over, unread)  # the last may be the cue's name
            if cue is not None and cue.words and cue.words[-1].strip().isdecimal():
                cue.words.pop()
            cue, waiting = _Cue(number, _span(line), []), []
            cues.append(cue)
        elif not line or line.isspace():
            _without_times(waiting, passed_over, unread)
            cue, waiting = None, []
        elif cue is not None:
            cue.words.append(line)
        else:
            waiting.append((number, line))
    _without_times(waiting, passed_over, unread)
    return cues, unread


def _without_times(block: Sequence[tuple[int, str]], passed_over: tuple[str, ...], unread: list[Skipped]) -> None:
    if block and not block[0][1].startswith(passed_over):
        unread.append(Skipped(block[0][0], "it has words but no times"))


def _span(line: str) -> Span | str:
    try:
        return read_span(line)
    except ValueError as error:
        return str(error)

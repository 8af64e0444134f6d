"""One meeting written in every format that lcterm reads."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


class Heard(NamedTuple):
    """A stretch of speech in whole milliseconds."""

    start: int
    end: int
    name: str


MEETING = (
    Heard(1_000, 4_500, "Ana Becker"),
    Heard(4_500, 5_250, "Ben"),
    Heard(5_250, 5_251, "Ana Becker"),
    Heard(3_599_999, 3_600_001, "Łukasz (Housing)"),
    Heard(3_600_000, 3_605_007, "Ben"),
)


def zoom(meeting: Sequence[Heard]) -> str:
    """As Zoom saves it: numbered cues, CRLF, `Name: words`."""
    cues = (
        f"{number}\r\n{_time(one.start, '.')} --> {_time(one.end, '.')}\r\n{one.name}: Words, and: more.\r\n\r\n"
        for number, one in enumerate(meeting, 1)
    )
    return f"WEBVTT\r\n\r\n{''.join(cues)}"


def teams(meeting: Sequence[Heard]) -> str:
    """As Teams saves it: a mark, ids, `<v Name>`, words over two lines, and what WebVTT has beside cues."""
    cues = (
        f"1b4e28ba-2fa1/{number}-0\n{_time(one.start, '.')} --> {_time(one.end, '.')} align:start position:0%\n"
        f"<v {one.name}>So: words\nand more</v>\n\n"
        for number, one in enumerate(meeting, 1)
    )
    blocks = "STYLE\n::cue { color: red }\n\nNOTE\nDuration: 01:00:05 --> later\n\n"
    return f"\ufeffWEBVTT - a meeting\nLanguage: en\n\n{blocks}{''.join(cues)}"


def srt(meeting: Sequence[Heard]) -> str:
    """As SRT has it, with a comma."""
    return "".join(
        f"{number}\n{_time(one.start, ',')} --> {_time(one.end, ',')}\n{one.name}: <i>Words</i>\n\n"
        for number, one in enumerate(meeting, 1)
    )


def rttm(meeting: Sequence[Heard]) -> str:
    """The same as a machine writes it."""
    return "".join(
        f"SPEAKER meeting 1 {_seconds(one.start)} {_seconds(one.end - one.start)} <NA> <NA> {one.name} <NA> <NA>\n"
        for one in meeting
    )


def stm(meeting: Sequence[Heard]) -> str:
    """The same with words at the end; a name may have no blanks here."""
    return "".join(
        f"meeting 1 {one.name.replace(' ', '_')} {_seconds(one.start)} {_seconds(one.end)} <o> Words\n"
        for one in meeting
    )


def otter(meeting: Sequence[Heard]) -> str:
    """As Otter exports it: whole seconds, no ends."""
    return "A meeting\nTue, 1 Dec 2026\n\n" + "".join(
        f"{one.name}  {one.start // 60_000}:{one.start // 1000 % 60:02}\nWords, and more.\n\n" for one in meeting
    )


def _time(milliseconds: int, point: str) -> str:
    seconds = milliseconds // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{milliseconds % 1000:03}"


def _seconds(milliseconds: int) -> str:
    return f"{Decimal(milliseconds) / 1000:f}"

"""A recording before it comes in: what the file is, who its speakers are, which lines say nothing."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from lcterm.core.recordings import MICROSECONDS
from lcterm.core.session import Session
from lcterm.intake.files import Skipped
from lcterm.ui.line import Line, Span, line_cells, row, tame, title_line, wrap
from lcterm.ui.page import NOTHING, Page, chosen_line, of_items

Standing = Literal["known", "asked", "new", "in"]

TITLE = "Bring in a recording"
HIDDEN = "The room can read along, and who spoke how much is not for the room."
NO_FILE = (
    "Which file? A transcript as Zoom, Teams or Otter saves it (WebVTT, SRT, text), or RTTM or STM. Who spoke when "
    "comes in, the words do not. Enter asks for the file; a file dragged into this window types its own name. Nothing "
    "comes in before you have seen who is who."
)
SKIPPED_SHOWN = 300
"""Lines that say nothing, one by one; the rest are counted."""

_SIGNS: dict[Standing, tuple[str, str]] = {
    "known": ("[=] ", "text"),
    "asked": ("[?] ", "soon-bold"),
    "new": ("[+] ", "text"),
    "in": ("[✓] ", "turn"),
}
_INDENT = 4


class SpeakerRow(NamedTuple):
    """A speaker of the recording, and in words who that is."""

    label: str
    turns: int
    microseconds: int
    standing: Standing
    words: str


class About(NamedTuple):
    """The file as a whole: its name and what it is, what must be known, and why it cannot come in, "" where it can.
    `fact`: how far it is, for the title."""

    what: str
    remarks: Sequence[str]
    problem: str
    fact: str


def how_long(microseconds: int) -> str:
    """1 h 02 min, 8 min, 45 s."""
    seconds = microseconds // MICROSECONDS
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"


def still_running(session: Session) -> str:
    """That its recording has to wait, "" where it need not."""
    return f"{tame(session.title)} is running; end it first, then bring its recording in." if session.live else ""


def plain_page(width: int, text: str, warning: str = "") -> Page:
    """The page before a file was read, while one is, and under the veil."""
    warned: list[Line] = [(Span(part, "soon-bold"),) for part in wrap(warning, width)] if warning else []
    return Page([title_line(width, TITLE, "")], [*([(), *warned] if warned else []), (), *_muted(text, width)])


def several_page(names: Sequence[str], chosen: int, width: int) -> Page:
    """The recordings of a file that holds more than one."""
    told = _muted("The file holds more than one recording: which of them was this session?", width)
    rows = [[_marked(row(width, [Span(one)]), width, number == chosen)] for number, one in enumerate(names)]
    return of_items([title_line(width, TITLE, f"{len(names)} in the file"), *told], rows)


def speakers_page(
    about: About, speakers: Sequence[SpeakerRow], skipped: Sequence[Skipped], chosen: int, width: int
) -> Page:
    """What came out of the file, its speakers, and then the lines that were passed over."""
    lines: list[Line] = [(Span(part),) for part in wrap(about.what, width)]
    for remark in about.remarks:
        lines += _muted(remark, width)
    lines += [(Span(part, "soon-bold"),) for part in wrap(about.problem, width)]
    page = _Growing([*lines, ()], [NOTHING] * (len(lines) + 1))
    for number, one in enumerate(speakers):
        page.add(_speaker(one, width), number, width, chosen)
    if skipped:
        page.add([(), title_line(width, "Left out", f"{len(skipped)} lines" if len(skipped) > 1 else "1 line")])
    for number, line in enumerate(skipped[:SKIPPED_SHOWN], len(speakers)):
        page.add(_skipped(line, width), number, width, chosen)
    if len(skipped) > SKIPPED_SHOWN:
        page.add(_muted(f"and {len(skipped) - SKIPPED_SHOWN} more", width))
    return Page([title_line(width, TITLE, about.fact)], page.lines, page.items)


def _speaker(one: SpeakerRow, width: int) -> list[Line]:
    sign, look = _SIGNS[one.standing]
    turns = f"{one.turns} turn{'' if one.turns == 1 else 's'}"
    right = [Span(f"{turns}, {how_long(one.microseconds)}", "muted")]
    room = max(1, width - _INDENT)
    first, *rest = wrap(one.label, max(1, room - line_cells(right) - 2)) or [""]
    below = "soon" if one.standing == "asked" else "muted"
    return [
        row(width, [Span(sign, look), Span(first, "bold")], right, gap=2),
        *(row(width, [Span(" " * _INDENT), Span(part, "bold")]) for part in rest),
        *(row(width, [Span(" " * _INDENT), Span(part, below)]) for part in wrap(one.words, room)),
    ]


def _skipped(one: Skipped, width: int) -> list[Line]:
    return [row(width, [Span(part, "muted")]) for part in wrap(f"line {one.line}: {one.why}", width)]


class _Growing(NamedTuple):
    """A page while it is made."""

    lines: list[Line]
    items: list[int]

    def add(self, lines: Sequence[Line], item: int = NOTHING, width: int = 0, chosen: int = NOTHING) -> None:
        marked = item == chosen != NOTHING
        self.lines.extend(_marked(line, width, marked) for line in lines)
        self.items.extend([item] * len(lines))


def _marked(line: Line, width: int, chosen: bool) -> Line:
    return chosen_line(line, width) if chosen else line


def _muted(text: str, width: int) -> list[Line]:
    return [(Span(part, "muted"),) for part in wrap(text, width)]

"""What a transcript says, whatever its format: who spoke from when for how long, and the words, which nobody keeps
unless they are picked."""

from typing import NamedTuple

from lcterm.intake.files import Skipped


class Said(NamedTuple):
    """A cue of a transcript: its number among the cues, the line of the file it begins on, from when for how long (in
    microseconds), who speaks ("" where nobody is named) and the words. Where two speak in one cue there are two of its
    number."""

    number: int
    line: int
    start: int
    length: int
    speaker: str
    words: str


class Transcript(NamedTuple):
    """The cues in the order of the file, and the lines that say nothing. `remark`: what must be known of the times, ""
    where they are as the file says."""

    said: list[Said]
    unread: list[Skipped]
    remark: str = ""

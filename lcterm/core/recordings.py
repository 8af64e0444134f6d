"""Who spoke how much in a recording: turns and times out of its segments, all in whole microseconds."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from lcterm.core.events import Segment

MICROSECONDS = 1_000_000
"""In a second."""


class Turn(NamedTuple):
    """A run of consecutive segments by one speaker. `end` is the latest end among them; `microseconds` is the sum of
    their lengths, without the pauses between."""

    speaker: int
    start: int
    end: int
    microseconds: int
    segments: int


class SpeakerTally(NamedTuple):
    """What one speaker's talk comes to."""

    turns: int
    microseconds: int
    last_end: int


def turns(segments: Sequence[Segment]) -> list[Turn]:
    """The turns in a recording: segments ordered by start (at the same start by their place in the file), consecutive
    ones by the same speaker joined. A segment without length is a turn too."""
    found: list[Turn] = []
    for segment in sorted(segments, key=lambda one: one.start):
        end = segment.start + segment.length
        if found and found[-1].speaker == segment.speaker:
            last = found[-1]
            found[-1] = last._replace(
                end=max(last.end, end),
                microseconds=last.microseconds + segment.length,
                segments=last.segments + 1,
            )
        else:
            found.append(Turn(segment.speaker, segment.start, end, segment.length, 1))
    return found


def tally(segments: Sequence[Segment]) -> dict[int, SpeakerTally]:
    """Each speaker's turns, speaking time and last end, by index; in the order they first spoke."""
    tallies: dict[int, SpeakerTally] = {}
    for turn in turns(segments):
        so_far = tallies.get(turn.speaker, SpeakerTally(0, 0, 0))
        tallies[turn.speaker] = SpeakerTally(
            so_far.turns + 1, so_far.microseconds + turn.microseconds, max(so_far.last_end, turn.end)
        )
    return tallies


def seconds_by_speaker(segments: Sequence[Segment]) -> dict[int, Decimal]:
    """Each speaker's speaking time in seconds, by index: the sum of the segments' lengths, exact."""
    return {speaker: Decimal(one.microseconds) / MICROSECONDS for speaker, one in tally(segments).items()}

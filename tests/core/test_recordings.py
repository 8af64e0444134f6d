"""Turns and times out of segments, in whole microseconds."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.events import Segment
from lcterm.core.recordings import SpeakerTally, Turn, seconds_by_speaker, tally, turns

SECOND = 1_000_000
SEGMENTS = st.lists(
    st.builds(Segment, speaker=st.integers(0, 3), start=st.integers(0, 20), length=st.integers(0, 9)), max_size=30
)


def seconds(*spoken: tuple[int, float, float]) -> tuple[Segment, ...]:
    return tuple(Segment(speaker, int(start * SECOND), int(length * SECOND)) for speaker, start, length in spoken)


def test_a_turn_goes_on_until_somebody_else_begins() -> None:
    spoken = seconds((0, 0, 2), (0, 3, 1), (1, 5, 2), (0, 6, 4))
    assert turns(spoken) == [
        Turn(0, 0, 4 * SECOND, 3 * SECOND, 2),
        Turn(1, 5 * SECOND, 7 * SECOND, 2 * SECOND, 1),
        Turn(0, 6 * SECOND, 10 * SECOND, 4 * SECOND, 1),
    ]


def test_segments_out_of_order_are_put_in_order() -> None:
    spoken = seconds((1, 5, 1), (0, 0, 1), (0, 9, 1))
    assert [turn.speaker for turn in turns(spoken)] == [0, 1, 0]


def test_at_the_same_start_the_file_decides() -> None:
    spoken = seconds((0, 1, 1), (1, 2, 1), (0, 2, 1))
    assert [turn.speaker for turn in turns(spoken)] == [0, 1, 0]
    assert [turn.speaker for turn in turns((spoken[0], spoken[2], spoken[1]))] == [0, 1]


def test_a_segment_without_length_is_a_turn() -> None:
    assert tally(seconds((0, 0, 0), (1, 1, 1))) == {0: SpeakerTally(1, 0, 0), 1: SpeakerTally(1, SECOND, 2 * SECOND)}


def test_an_overlapped_end_is_the_latest() -> None:
    (turn,) = turns(seconds((0, 0, 10), (0, 2, 1)))
    assert (turn.end, turn.microseconds) == (10 * SECOND, 11 * SECOND)


def test_seconds_are_exact() -> None:
    spoken = tuple(Segment(0, number, 100_000) for number in range(3))
    assert seconds_by_speaker(spoken) == {0: Decimal("0.3")}


def test_nobody_spoke() -> None:
    assert turns(()) == []
    assert tally(()) == {}


@given(SEGMENTS)
def test_nothing_is_lost_and_neighbours_differ(segments: list[Segment]) -> None:
    found = turns(segments)
    assert sum(turn.microseconds for turn in found) == sum(segment.length for segment in segments)
    assert sum(turn.segments for turn in found) == len(segments)
    assert all(before.speaker != after.speaker for before, after in pairwise(found))
    assert sum(one.turns for one in tally(segments).values()) == len(found)
    ends = {segment.speaker: 0 for segment in segments}
    for segment in segments:
        ends[segment.speaker] = max(ends[segment.speaker], segment.start + segment.length)
    assert {speaker: one.last_end for speaker, one in tally(segments).items()} == ends

"""Gauges are read at a glance: the middle is an even share, the marks are where time gets short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.ui.gauge import time_gauge, voice_gauge
from lcterm.ui.line import Span


def drawn(spans: list[Span]) -> str:
    return "".join(span.text for span in spans)


@pytest.mark.parametrize(
    ("times_even", "wide", "middle"),
    [
        (1.44, "━━━━┿━╾──", "━━━┿━──"),
        (0.9, "━━━━┼────", "━━━┼───"),
        (0.31, "━╾──┼────", "━──┼───"),
        (1.19, "━━━━┿╾───", "━━━┿───"),
        (1.0, "━━━━┽────", "━━━┽───"),
        (2.9, "━━━━┿━━━━", "━━━┿━━━"),
        (0.0, "────┼────", "───┼───"),
        (0.82, "━━━╾┼────", "━━━┼───"),
        (1.5, "━━━━┿━━──", "━━━┿━──"),
    ],
)
def test_the_gauge_of_a_voice(times_even: float, wide: str, middle: str) -> None:
    assert drawn(voice_gauge(times_even * 0.125, 0.125, 9)) == wide
    assert drawn(voice_gauge(times_even * 0.125, 0.125, 7)) == middle


def test_nobody_expected_nothing_drawn() -> None:
    assert voice_gauge(0.3, 0.0, 7) == [Span("───┼───", "rule")]


def test_looks_of_a_voice_gauge() -> None:
    assert voice_gauge(0.144, 0.10, 9) == [Span("━━━━┿━╾", "muted"), Span("──", "rule")]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (38, "━━━━━━━━━━━━━━╾───────────────┼────┼──"),
        (39, "━━━━━━━━━━━━━━━───────────────┼─────┼──"),
        (58, "━━━━━━━━━━━━━━━━━━━━━━╾───────────────────────┼───────┼───"),
        (36, "━━━━━━━━━━━━━━──────────────┼────┼──"),
    ],
)
def test_the_gauge_of_the_clock(width: int, shown: str) -> None:
    assert drawn(time_gauge(13 * 60 + 26, 35 * 60, width)) == shown


def test_over_time_the_gauge_is_full_and_keeps_its_marks() -> None:
    assert time_gauge(37 * 60, 35 * 60, 38, "digits-over") == [
        Span("━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┿━━━━┿━━", "digits-over")
    ]


def test_without_marks_or_without_a_time() -> None:
    assert drawn(time_gauge(1, 2, 10, marks=False)) == "━━━━━─────"
    assert time_gauge(60, 0, 10) == [Span("──────────", "rule")]


parts = st.floats(-1, 1e6)


@given(parts, parts, st.integers(0, 80))
def test_gauges_are_exactly_as_wide_as_asked(part: float, whole: float, width: int) -> None:
    for gauge in (voice_gauge(part, whole, width), time_gauge(part, whole, width)):
        assert len(drawn(gauge)) == width
        assert all(span.text for span in gauge)


@given(st.floats(0, 2), st.floats(0, 2))
def test_more_talk_never_looks_like_less(one: float, other: float) -> None:
    def heavy(share: float) -> int:
        return sum("─╾━".find(cell) + "┼┽┿".find(cell) + 1 for cell in drawn(voice_gauge(share, 0.5, 9)))

    assert (heavy(one) <= heavy(other)) or one > other

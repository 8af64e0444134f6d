"""How fast a browser may say things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.serving.limits import USUAL
from lcterm.serving.messages import Focused, Pinged, Resized, Typed, Unfit
from lcterm.serving.pace import BEGIN, END, LONGEST_BEHIND, LONGEST_WAIT, Pace


class Time:
    """Seconds that pass when the test says so."""

    at = 0.0

    def __call__(self) -> float:
        return self.at


def pasted(size: int) -> Typed:
    return Typed(BEGIN + b"x" * size + END)


def test_a_person_never_waits() -> None:
    time = Time()
    pace = Pace(time)
    for second in range(600):  # keys held down, the mouse moved all the time, the page drawn anew
        time.at = float(second)
        for _ in range(60):
            assert pace.wait_for(Typed(b"\x1b[<35;100;30M")) == 0
        assert pace.wait_for(Typed(b"j" * 30)) == 0
        assert pace.wait_for(Pinged("1")) == 0
        assert pace.wait_for(Focused(True)) == 0


def test_a_window_pulled_at_for_ten_seconds_is_no_flood() -> None:
    time = Time()
    pace = Pace(time)
    for step in range(600):
        time.at = step / 60
        assert pace.wait_for(Resized(80 + step % 40, 24)) < 0.1


def test_the_longest_paste_goes_at_once() -> None:
    assert Pace(Time()).wait_for(pasted(USUAL.message_bytes - 100)) == 0


def test_a_flood_is_slowed_and_then_ended() -> None:
    time = Time()
    pace = Pace(time)
    sent: list[int] = []

    def flood() -> None:
        while True:
            time.at += pace.wait_for(Typed(b"x" * 200))
            sent.append(200)

    with pytest.raises(Unfit, match="more at once"):
        flood()
    assert LONGEST_BEHIND < time.at < LONGEST_BEHIND + 10
    assert sum(sent) < 64 * 1024


def test_far_too_much_at_once_is_not_waited_for() -> None:
    with pytest.raises(Unfit, match="more at once"):
        Pace(Time()).wait_for(Typed(b"x" * 200_000))


@pytest.mark.parametrize(
    "parts",
    [
        (BEGIN,),
        (BEGIN + b"x", b"y" + END),
        (b"\x1b[20", b"0~"),
        (b"\x1b", b"[", b"2", b"0", b"0", b"~"),
        (BEGIN + b"x" + END + BEGIN,),
        (b"\x1b[20", BEGIN + b"x" + END, b"0~"),
    ],
)
def test_a_paste_without_its_end_is_unfit(parts: tuple[bytes, ...]) -> None:
    pace = Pace(Time())
    with pytest.raises(Unfit, match="without an end"):
        sum(pace.wait_for(Typed(part)) for part in parts)


@given(st.lists(st.binary(max_size=40) | st.sampled_from([BEGIN, END, b"\x1b", b"\x1b[20"]), max_size=12))
def test_whatever_comes_is_passed_on_soon_or_unfit(parts: list[bytes]) -> None:
    pace = Pace(Time())
    try:
        assert all(0 <= pace.wait_for(Typed(part)) <= LONGEST_WAIT for part in parts)
    except Unfit:
        assert BEGIN in b"".join(parts)

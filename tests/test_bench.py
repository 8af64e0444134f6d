"""The machinery of the benchmarks: what it takes for a picture, how sure it says it is, where its figures go. The
figures themselves are no matter of a test run."""

import pytest

from lcterm.ui.keys import KEYS, TEN
from tests.bench.figures import Interval, Row, Table, compared, markdown, ratio, share
from tests.bench.frames import CLOSED, Frames
from tests.bench.keys import a_round
from tests.bench.program import Program
from tests.bench.programs import floor
from tests.bench.readme import BENCH, README, SOAK, Place, with_section
from tests.bench.soak import Stretch


def test_a_picture_counts_when_the_chunk_comes_that_closes_it() -> None:
    frames = Frames()
    assert frames.feed(1.0, b"one" + CLOSED[:4]) == []
    (first,) = frames.feed(2.0, CLOSED[4:] + b"two")
    assert (first.at, first.content) == (2.0, b"one" + CLOSED)
    second, third = frames.feed(3.0, CLOSED + b"three" + CLOSED)
    assert (second.content, third.content) == (b"two" + CLOSED, b"three" + CLOSED)


def test_a_share_is_the_value_that_so_many_do_not_exceed() -> None:
    assert share(range(100), 0.5) == 50
    assert share(range(100), 0.95) == 95
    assert share([7.0], 0.95) == 7.0
    with pytest.raises(ValueError, match="nothing was measured"):
        share([], 0.5)


def test_a_ratio_says_how_sure_it_is() -> None:
    even, scattered = [2.0] * 50, [1.0, 3.0] * 25
    assert ratio(even, [1.0] * 50) == Interval(2.0, 2.0, 2.0)
    found = ratio(scattered, even)
    assert found.low < 1.0 < found.high
    assert ratio(scattered, even) == found


def test_what_is_over_its_target_is_named_so() -> None:
    row = compared("keys", [3.0] * 9, [1.0] * 9, 2.0)
    assert row.over
    assert not row._replace(most=3.5).over
    assert Row("bytes", "12 kB", plain_over=True).over
    text = markdown(Table("Keys", "How.", [row, row._replace(most=None)]))
    assert text.splitlines()[-2:] == [
        "| keys | 3.0 ms | 1.0 ms | 3.00 (3.00–3.00) | ≤ 2 × (over) |",
        "| keys | 3.0 ms | 1.0 ms | 3.00 (3.00–3.00) |  |",
    ]


@pytest.mark.parametrize("place", [BENCH, SOAK])
def test_the_tables_go_between_their_marks_and_nothing_else_changes(place: Place) -> None:
    text = README.read_text("utf-8")
    once = with_section(text, "figures", place)
    assert once.partition(place.begin)[0] == text.partition(place.begin)[0]
    assert once.partition(place.end)[2] == text.partition(place.end)[2]
    assert with_section(once, "figures", place) == once
    with pytest.raises(ValueError, match="no place"):
        with_section("nothing", "figures", place)


def test_each_of_the_ten_live_keys_is_measured() -> None:
    names = {key.footer for key in KEYS if key.id in TEN}
    assert {press.of for press in a_round("ba")} - {""} == names


def test_growth_is_that_of_the_last_tenth_over_the_first() -> None:
    grown, even = [1.0] * 90 + [1.2] * 10, [1.0] * 100
    found = Stretch(times=grown, cpu=even, times_beside=even, cpu_beside=even, memory=[50.0] * 90 + [52.0] * 10)
    assert [row.over for row in found.rows("session")] == [True, False, False]


def test_what_grows_with_the_app_beside_it_is_the_machine() -> None:
    slower, even = [1.0] * 90 + [1.2] * 10, [1.0] * 100
    found = Stretch(times=slower, cpu=even, times_beside=slower, cpu_beside=slower, memory=even)
    assert [row.over for row in found.rows("session")] == [False, False, False]


def test_a_program_is_timed_in_a_terminal_of_its_own() -> None:
    with floor("counter") as counter:
        came = counter.wait_for("READY 0")
        assert came > counter.started
        sent = counter.send("x")
        assert counter.wait_for("READY 1") > sent
        assert counter.cpu_ms() > 0
        assert counter.peak_mib() >= counter.memory_mib() > 1
    assert not counter.runs


def test_what_never_shows_is_said_with_the_screen() -> None:
    with Program("a shell", ["sh", "-c", f"printf 'hello{CLOSED.decode()}'; cat"]) as shell:
        shell.wait_for("hello")
        with pytest.raises(TimeoutError, match="hello"):
            shell.wait_for("goodbye", 0.05)

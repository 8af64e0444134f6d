"""How long points are that have clock times."""

from lcterm.intake.agenda_text import ReadAgenda, read_agenda


def _read(*lines: str) -> ReadAgenda:
    return read_agenda("\n".join(lines), "agenda.txt", [])


def _short(read: ReadAgenda) -> list[tuple[float, str]]:
    return [(point.minutes, point.title) for point in read.points]


def test_a_clock_time_lasts_until_the_next() -> None:
    read = _read("14:00 Welcome", "14:20 Talk", "15.00 Close")
    assert _short(read) == [(20, "Welcome"), (40, "Talk"), (0, "Close")]
    assert read.warnings == ()


def test_a_last_time_that_is_no_close_is_given_five_minutes_and_that_is_said() -> None:
    read = _read("14:00 Welcome", "14:20 Talk")
    assert _short(read) == [(20, "Welcome"), (5, "Talk")]
    assert read.warnings == ("line 2: “Talk” has no end, so 5 minutes were assumed",)


def test_a_time_alone_is_the_end_of_the_point_before() -> None:
    read = _read("14:00 Welcome", "14:20 Talk", "15:00")
    assert _short(read) == [(20, "Welcome"), (40, "Talk")]
    assert read.warnings == ()


def test_over_midnight() -> None:
    assert _short(_read("23:30 Talk", "23:50 Quiet", "0:10 Close")) == [(20, "Talk"), (20, "Quiet"), (0, "Close")]


def test_afternoons_with_and_without_pm() -> None:
    assert _short(_read("11:30 a", "12:15 b", "1:00 c", "1:45 End")) == [(45, "a"), (45, "b"), (45, "c"), (0, "End")]
    assert _short(_read("11:30 am a", "12:15 pm b", "1 pm c", "1:45pm End"))[:3] == [(45, "a"), (45, "b"), (45, "c")]


def test_a_number_after_the_time_is_its_minutes() -> None:
    read = _read("0:00 5 Welcome", "0:05 10 Rules", "0:15 30 Talk", "0:45 Close")
    assert _short(read) == [(5, "Welcome"), (10, "Rules"), (30, "Talk"), (0, "Close")]
    assert read.warnings == ()


def test_a_number_after_the_time_belongs_to_the_title_where_the_times_say_so() -> None:
    read = _read("14:00 2 presentations", "15:00 3 questions", "15:30 Close")
    assert _short(read) == [(60, "2 presentations"), (30, "3 questions"), (0, "Close")]


def test_points_without_a_time_share_what_lies_between_two_times() -> None:
    read = _read("14:00 Start", "10 min Welcome", "20 min Talk", "15:00 Close")
    assert _short(read) == [(30, "Start"), (10, "Welcome"), (20, "Talk"), (0, "Close")]


def test_gaps_and_overlaps_are_said() -> None:
    read = _read("14:00-14:20 Welcome", "14:30-15:00 Talk", "14:50-15:30 Discussion", "15:30 Close")
    assert _short(read)[:3] == [(20, "Welcome"), (30, "Talk"), (40, "Discussion")]
    assert read.warnings == (
        "line 1: 10 minutes after “Welcome” belong to no point",
        "line 2: “Talk” runs 10 minutes into what follows it",
    )


def test_minutes_that_the_times_deny_are_said() -> None:
    read = _read("14:00-14:20 Welcome (30 min)", "14:20 Talk (5 min)", "14:30 Close")
    assert _short(read) == [(20, "Welcome"), (5, "Talk"), (0, "Close")]
    assert read.warnings == (
        "line 1: “Welcome” is called 30 minutes long, but its times say 20",
        "line 2: 5 minutes after “Talk” belong to no point",
    )


def test_times_that_start_again_are_another_day() -> None:
    read = _read("# Day 1", "16:00-17:00 Talk", "", "# Day 2", "9:00-10:00 Walk")
    assert _short(read) == [(60, "Talk"), (60, "Walk")]
    assert read.warnings == ("line 2: after “Talk” the times start again, in line 5; is that another day?",)


def test_a_day_of_beginnings_ends_where_the_next_begins() -> None:
    read = _read("# Day 1", "16:00 Talk", "17:00 Close", "# Day 2", "9:00 Walk", "10:00 Close")
    assert _short(read) == [(60, "Talk"), (0, "Close"), (60, "Walk"), (0, "Close")]


def test_a_span_that_runs_backwards_is_said() -> None:
    read = _read("14:00-13:00 Talk")
    assert _short(read) == [(5, "Talk")]
    assert read.warnings == ("line 1: “Talk” ends before it begins, so 5 minutes were assumed",)

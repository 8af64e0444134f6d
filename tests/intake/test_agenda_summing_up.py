"""Points of a pasted agenda at which the group sums up."""

import pytest

from lcterm.core.agenda_plan import sums_up_by_title
from lcterm.intake.agenda_text import read_agenda


@pytest.mark.parametrize(
    "title",
    [
        "Capture, report 1",
        "What we keep, what we report (2)",
        "What do we keep?",
        "Summing up",
        "Sum-up and actions",
        "Summary",
        "Discussion and summary",
        "CONCLUSIONS",
        "Read back",
        "Wrap-up",
        "Takeaways",
    ],
)
def test_a_title_says_that_the_group_sums_up(title: str) -> None:
    assert sums_up_by_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Discussion 1",
        "Report from the council",
        "Summer plans",
        "How was it for you",
        "Close",
        "What next",
        "Uncaptured",
    ],
)
def test_any_other_title_does_not(title: str) -> None:
    assert not sums_up_by_title(title)


def test_a_pasted_agenda_has_it_at_its_points() -> None:
    text = (
        "10 min - Introductions\n30 min - Discussion\n5 min - What we keep, what we report\n5 min - Summary [round]\n"
    )
    points = read_agenda(text, "the agenda", []).points
    assert [point.sums_up for point in points] == [False, False, True, True]
    assert points[3].mode == "round"


def test_notes_do_not_make_a_summing_up() -> None:
    text = "# Day\n## Discussion (20 min)\n- sum up at the end\n## Close (5 min)\n"
    assert not any(point.sums_up for point in read_agenda(text, "the agenda", []).points)

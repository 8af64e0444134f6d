"""The six agendas that ship."""

import unicodedata
from pathlib import Path

import pytest

from lcterm.store.templates import Template, find_template, templates

NOWHERE = Path("/nowhere/lcterm/templates")

ORDINARY = [
    (5, "round"),
    (5, "round"),
    (10, "round"),
    (30, "presenter"),
    (35, "queue"),
    (5, "open"),
    (10, "none"),
    (30, "presenter"),
    (35, "queue"),
    (5, "open"),
    (5, "round"),
    (5, "open"),
    (0, "none"),
]
DESIGN = [
    (10, "round"),
    (10, "presenter"),
    (15, "open"),
    (20, "presenter"),
    (35, "queue"),
    (10, "none"),
    (50, "queue"),
    (15, "round"),
    (10, "open"),
    (0, "none"),
]
ORDINARY_TITLES = [
    "Introductions",
    "Philosophy, rules",
    "Since last time",
    "Presentation 1",
    "Discussion 1",
    "Capture, report 1",
    "Break",
    "Presentation 2",
    "Discussion 2",
    "Capture, report 2",
    "How was it for you",
    "Next date, roles",
    "Close",
]


def _template(name: str) -> Template:
    return find_template(name, NOWHERE)


def _shape(name: str) -> list[tuple[float, str]]:
    return [(point.minutes, point.mode) for point in _template(name).points]


def _cells(words: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in words)


def test_six_ship_the_ordinary_one_first() -> None:
    known, reasons = templates(NOWHERE)
    assert [template.id for template in known] == [
        "ordinary",
        "ordinary-one",
        "design",
        "circle",
        "circle-first",
        "blank",
    ]
    assert reasons == []
    assert not any(template.own for template in known)


def test_minutes_and_modes_are_the_handbooks() -> None:
    assert _shape("ordinary") == ORDINARY
    assert _template("ordinary").minutes == 180
    assert _shape("design") == DESIGN
    assert _template("design").minutes == 175


def test_titles_are_the_boards() -> None:
    assert [point.title for point in _template("ordinary").points] == ORDINARY_TITLES


def test_one_presentation_is_the_ordinary_session_without_break_and_second_block() -> None:
    assert _shape("ordinary-one") == ORDINARY[:6] + ORDINARY[10:]


def test_a_learning_circle_has_its_three_parts_and_more_than_an_hour() -> None:
    circle = _template("circle")
    titles = [point.title for point in circle.points]
    assert titles[0] == "Introductions"
    assert titles.index("Looking back") < titles.index("Learning") < titles.index("What next")
    assert circle.minutes > 60


def test_the_first_circle_settles_purpose_rules_and_format_in_this_order() -> None:
    titles = [point.title for point in _template("circle-first").points if point.mode != "none"]
    assert titles == ["Introductions", "Purpose", "Our rules", "Our format", "Next date, roles"]


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("ordinary", ["Capture, report 1", "Capture, report 2"]),
        ("ordinary-one", ["Capture, report"]),
        ("design", ["Discussion", "Designing together"]),
        ("circle", ["What next"]),
        ("circle-first", ["Purpose"]),
        ("blank", []),
    ],
)
def test_where_the_group_sums_up(name: str, titles: list[str]) -> None:
    template = _template(name)
    assert [point.title for point in template.points if point.sums_up] == titles
    assert [point.title for point in template.planned() if point.sums_up] == titles


def test_blank_is_one_open_hour() -> None:
    assert _shape("blank") == [(60, "open")]


@pytest.mark.parametrize("template", templates(NOWHERE)[0], ids=lambda template: template.id)
def test_a_shipped_template_reads_well(template: Template) -> None:
    assert template.about
    assert template.source
    for point in template.points:
        assert _cells(point.title) <= 18, point.title
        assert 2 <= len(point.notes) <= 5, point.title
        assert max(map(_cells, point.notes)) <= 60, point.title
        assert _cells(point.question) <= 76, point.title


def test_minutes_that_are_ours_are_called_ours() -> None:
    for name in ("circle", "circle-first"):
        assert "Hildy Gottlieb" in _template(name).source
        assert "minutes and modes ours" in _template(name).source


def test_every_session_ends_with_a_moment_nobody_is_counted_in() -> None:
    for template in templates(NOWHERE)[0]:
        if template.id != "blank":
            assert (template.points[-1].minutes, template.points[-1].mode) == (0, "none")

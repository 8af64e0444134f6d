"""The colours of the report's page: those of the themes, read from its style sheets, with contrast that holds light,
dark and on paper."""

import re

import pytest

from lcterm.store.shipped import shipped
from lcterm.ui.colours import PALETTES
from tests.ui.colour_sight import contrast

NAMES = {
    "page": "ground",
    "raised": "raised",
    "text": "text",
    "quiet": "muted",
    "line": "rule",
    "mark": "private",
    "bar": "turn",
}
"""What the page calls a colour of the themes."""
SCHEMES = ("light", "dark", "paper")


def schemes() -> dict[str, dict[str, str]]:
    """The variables as each way of looking at the page leaves them, the later sheet over the earlier one."""
    found: dict[str, dict[str, str]] = {name: {} for name in SCHEMES}
    for sheet in ("summary", "report"):
        style = shipped("styles", f"{sheet}.css").read_text("utf-8")
        for query, variables in re.findall(r"(@media [^{]+\{\s*)?:root \{(.*?)\}", style, re.DOTALL):
            named = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", variables))
            for name in ("dark",) if "dark" in query else ("paper",) if "print" in query else SCHEMES:
                found[name] |= named
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read_and_marks_can_be_seen(scheme: str) -> None:
    colours = schemes()[scheme]
    for ground in ("page", "raised"):
        for ink in ("text", "quiet", "mark"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
        assert contrast(colours["bar"], colours[ground]) >= 3, ground


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_they_are_the_colours_of_the_themes(scheme: str) -> None:
    palette = PALETTES[scheme].colours()
    assert schemes()[scheme] == {name: palette[token] for name, token in NAMES.items()}


def test_paper_is_white_and_what_is_on_it_is_near_black() -> None:
    paper = schemes()["paper"]
    assert {paper["page"], paper["raised"]} == {"#ffffff"}
    assert min(contrast(paper[ink], "#ffffff") for ink in ("text", "quiet", "bar")) > 12


def test_every_look_of_a_picture_stands_in_the_sheet_and_none_is_told_by_colour_alone() -> None:
    style = shipped("styles", "report.css").read_text("utf-8")
    for look in ("full", "late", "open", "empty", "level", "under-level", "grid", "zero", "way", "quiet", "figure"):
        assert re.search(rf"svg \.{look}\b", style), look
    fills = {look: re.findall(rf"svg \.{look}[^{{]*\{{ (?:[^}}]*)", style) for look in ("late", "open", "empty")}
    assert len({tuple(rules) for rules in fills.values()}) == 3, "patterns differ"
    assert len(set(re.findall(r"stroke|fill: var\(--(\w+)\)", style)) - {"", "bar", "text", "quiet", "raised"}) == 0

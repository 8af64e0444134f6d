"""What lcterm stands on: every dependency within bounds, so that nothing unknown comes in with an update."""

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNS_WITH = {
    "lcterm": PROJECT["dependencies"],
    **{extra: named for extra, named in PROJECT["optional-dependencies"].items() if extra != "test"},
}
EXACT = re.compile(r"==\d+(\.\d+)*")
BETWEEN = re.compile(r">=\d+(\.\d+)*,<\d+(\.\d+)*")


def bounds(requirement: str) -> str:
    return re.sub(r"^[A-Za-z0-9._-]+(\[[a-z,]+\])?", "", requirement.partition(";")[0]).replace(" ", "")


@pytest.mark.parametrize("requirement", sorted({one for named in RUNS_WITH.values() for one in named}))
def test_a_dependency_has_a_lower_and_an_upper_bound(requirement: str) -> None:
    assert EXACT.fullmatch(bounds(requirement)) or BETWEEN.fullmatch(bounds(requirement)), requirement


@pytest.mark.parametrize("requirement", PROJECT["optional-dependencies"]["test"])
def test_so_has_what_only_the_tests_need(requirement: str) -> None:
    assert EXACT.fullmatch(bounds(requirement)) or BETWEEN.fullmatch(bounds(requirement)), requirement


def test_a_name_stands_once_with_the_same_bounds_everywhere() -> None:
    named: dict[str, set[str]] = {}
    for requirements in (*RUNS_WITH.values(), PROJECT["optional-dependencies"]["test"]):
        for one in requirements:
            named.setdefault(re.split(r"[\[<>=]", one)[0], set()).add(bounds(one))
    assert {name: found for name, found in named.items() if len(found) > 1} == {}
    assert len(RUNS_WITH["lcterm"]) <= 8, "what everybody installs stays small"

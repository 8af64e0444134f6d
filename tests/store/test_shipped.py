"""What ships is found in an installed package and in a checkout alike."""

from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.store import shipped as module
from lcterm.store.shipped import shipped


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "lcterm"
    package.mkdir()
    monkeypatch.setattr(module, "_PACKAGE", package)
    return package


def test_in_a_checkout_it_lies_beside_the_package(package: Path) -> None:
    (package.parent / "data" / "templates").mkdir(parents=True)
    assert shipped("data", "templates") == package.parent / "data" / "templates"


def test_in_a_wheel_it_lies_in_the_package_and_that_goes_first(package: Path) -> None:
    for place in (package, package.parent):
        (place / "styles").mkdir()
    assert shipped("styles") == package / "styles"


def test_what_did_not_come_along_is_refused_in_one_line(package: Path) -> None:
    with pytest.raises(Refused, match=r"data/templates did not come with this lcterm .*; install lcterm again"):
        shipped("data", "templates")

"""Fixtures for the tests of the screens."""

from collections.abc import Iterator

import pytest

from lcterm.ui.app import LcTerm
from tests import quick
from tests.ui.seated import Other


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    quick.disk_is_not_waited_for(monkeypatch)


@pytest.fixture
def notes(app: LcTerm) -> Iterator[Other]:
    """The co-facilitator's seat beside the board of `app`, which each file makes as it wants it."""
    other = Other(app)
    yield other
    other.leaves()

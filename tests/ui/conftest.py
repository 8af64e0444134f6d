"""Fixtures for the tests of the screens."""

import pytest

from tests import quick


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    quick.disk_is_not_waited_for(monkeypatch)

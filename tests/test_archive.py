"""An archive brought in by a program that is killed on the way: nothing half is shown, and the next run finishes it."""

import shutil
from pathlib import Path

from lcterm.store.paths import Home
from lcterm.store.shelf import communities, read_community, read_session
from tests.cli.forgetting import everywhere
from tests.cli.running import Shell
from tests.clock_program import TestClock
from tests.killing import killed


def states(home: Path) -> list[object]:
    stored = Home(home)
    return [
        (read_community(stored, one), [read_session(stored, one, session) for session in stored.sessions(one)])
        for one in stored.community_ids()
    ]


def test_killed_at_any_moment_an_import_can_be_done_again(clock: TestClock, home: Path, tmp_path: Path) -> None:
    everywhere(Shell(clock), home)
    archive, other = tmp_path / "peers.json", tmp_path / "other"
    Shell(clock).answer("export", "peers", str(archive))
    for writes in range(60):
        shutil.rmtree(other, ignore_errors=True)
        status = killed(clock, writes, "--home", str(other), "import", "archive", str(archive))
        # The fact that founded it is in the first file of the log that comes last.
        assert communities(Home(other)) == [] or read_community(Home(other), Home(other).community_ids()[0]).name
        if status == 0:
            break
        Shell(clock, other).answer("import", "archive", str(archive))
        assert states(other) == states(home)
        assert Shell(clock, other).answer("check").endswith("is in order.")
    assert status == 0
    assert writes > 8

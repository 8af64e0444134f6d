"""After a hub did not answer it is spared for a while; what is noted of that is never more than a moment."""

from pathlib import Path

import pytest

from lcterm.hub import afterwards
from lcterm.hub.rounds import Tally
from lcterm.store.paths import Home

NOW = 1_796_000_000_000


@pytest.mark.parametrize(
    ("noted", "spared"),
    [
        (str(NOW - 5).encode(), True),
        (str(NOW - afterwards.SPARE_MS).encode(), False),
        (str(NOW - 5).encode().rjust(40), False),
        (b"0" * 5_000_000, False),
        (b"\xff", False),
        (b"", False),
    ],
)
def test_only_a_moment_that_was_noted_spares_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noted: bytes, spared: bool
) -> None:
    home = Home(tmp_path)
    home.private.mkdir(mode=0o700)
    (home.private / "hub-away").write_bytes(noted)
    monkeypatch.setattr(afterwards, "anything_new", lambda home: True)
    monkeypatch.setattr(afterwards, "everything", lambda home, dsn: Tally())
    assert afterwards.send_on(home, lambda: None, NOW, 5.0) is not spared  # type: ignore[arg-type, return-value]

"""Other people's nastiest JSON in the place of a segment: the reader goes on, and says so."""

from pathlib import Path

import pytest
from tinydb import TinyDB

from lcterm.store.check import check, repair
from lcterm.store.paths import Home
from lcterm.store.reader import LogReader
from tests.store.making import LOG, paused, store

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
SUITE = sorted((SHARED / "nasty" / "jsontestsuite").glob("*.json"))

OUR_OWN = {
    "nothing": b"",
    "a zeroed block": b"\x00" * 4096,
    "nested without end": b"[" * 200_000,
    "objects nested without end": b'{"a":' * 100_000,
    "nested without end and with a control": b'["\\u0000",' + b"[" * 200_000,
    "UTF-16": '{"meta":{},"events":{}}'.encode("utf-16"),
    "a byte order mark": b'\xef\xbb\xbf{"meta":{},"events":{}}',
    "a number of 100,000 digits": b'{"meta":{"1":' + b"9" * 100_000 + b'},"events":{}}',
    "what stock TinyDB leaves after a crash": b'{"events": {}}, "2": {"a": 1}}',
    "two documents in meta": b'{"meta":{"1":{"writer":"a","log":"b","number":1},"2":{}},"events":{}}',
}


def survives(content: bytes, folder: Path) -> None:
    good, bad = store(folder, [paused(1)])[0], folder / "bbbb.0001.json"
    bad.write_bytes(content)
    reader = LogReader(folder, LOG)
    assert reader.poll() == [paused(1)]
    assert [notice.partition(" is not read: ")[0] for notice in reader.notices()] == ["bbbb.0001.json"]
    good.write_bytes(content)
    assert reader.poll(force=True) == []
    assert len(reader.notices()) == 2
    assert "what was read before stands" in reader.notices()[0]


@pytest.mark.parametrize("content", OUR_OWN.values(), ids=OUR_OWN)
def test_our_own_collection(content: bytes, folder: Path) -> None:
    survives(content, folder)


@pytest.mark.skipif(not SUITE, reason="needs ../shared/data/nasty/jsontestsuite beside the checkout")
@pytest.mark.parametrize("path", SUITE, ids=lambda path: path.stem)
def test_the_json_test_suite(path: Path, folder: Path) -> None:
    survives(path.read_bytes(), folder)


@pytest.mark.skipif(not SUITE, reason="needs ../shared/data/nasty/jsontestsuite beside the checkout")
def test_check_names_each_of_them_and_repair_sets_each_aside(tmp_path: Path) -> None:
    home = Home(tmp_path)
    folder = home.session_log("c1", LOG)
    store(home.community_log("c1"), [paused(1)], log="c1")
    store(folder, [paused(1)])
    for number, path in enumerate(SUITE, start=1):
        (folder / f"bbbb.{number:04}.json").write_bytes(path.read_bytes())
    for path in tmp_path.rglob("*.json"):
        path.chmod(0o600)
    tmp_path.chmod(0o700)
    assert len(check(home)) == len(SUITE)
    repair(home)
    assert check(home) == []
    for number, path in enumerate(SUITE, start=1):
        assert (folder / "set-aside" / f"bbbb.{number:04}.json").read_bytes() == path.read_bytes()
    with TinyDB(folder / "aaaa.0001.json") as database:
        assert len(database.table("events").all()) == 1

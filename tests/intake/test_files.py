"""Other people's files: read within bounds, turned into text, or refused in one line."""

import os
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.intake.files import as_text, read_file


def test_a_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "people.txt"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    with pytest.raises(Refused, match=r"people\.txt is longer than 4 bytes: is it the right file"):
        read_file(path, 4)


def test_an_absent_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"nobody\.txt: there is no such file"):
        read_file(tmp_path / "nobody.txt", 10)
    (tmp_path / "file").touch()
    with pytest.raises(Refused, match=r"inside\.txt: there is no such file"):
        read_file(tmp_path / "file" / "inside.txt", 10)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is a folder: name a file in it"):
        read_file(tmp_path, 10)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("link", [False, True])
def test_a_pipe_is_not_waited_for(tmp_path: Path, link: bool) -> None:
    path = tmp_path / "pipe.vtt"
    os.mkfifo(path)
    if link:
        path = tmp_path / "link.vtt"
        path.symlink_to(tmp_path / "pipe.vtt")
    with pytest.raises(Refused, match=r"\.vtt is a pipe or a device: save what comes out of it, and name that file"):
        read_file(path, 10)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device without end here")
def test_a_device_is_not_read() -> None:
    with pytest.raises(Refused, match="is a pipe or a device"):
        read_file(Path("/dev/zero"), 10)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_of_somebody_else(tmp_path: Path) -> None:
    path = tmp_path / "people.txt"
    path.touch(mode=0o000)
    with pytest.raises(Refused, match="may not be read by you"):
        read_file(path, 10)


def test_no_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError

    (tmp_path / "people.txt").touch()
    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Refused, match=r"people\.txt may not be read by you"):
        read_file(tmp_path / "people.txt", 10)


@pytest.mark.parametrize("name", ["x" * 5000, "nul\0l"])
def test_a_name_no_disk_takes(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="cannot be read") as refused:
        read_file(tmp_path / name, 10)
    assert "\0" not in refused.value.reason


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Jörg".encode(), "Jörg"),
        ("Jörg".encode("utf-8-sig"), "Jörg"),
        ("Jörg".encode("utf-16"), "Jörg"),
        (b"\xfe\xff" + "Jörg".encode("utf-16-be"), "Jörg"),
        (b"\xff\xfe\x00\x00" + "Jörg".encode("utf-32-le"), "Jörg"),
        ("Jörg – “Zoë”".encode("cp1252"), "Jörg – “Zoë”"),
        (b"", ""),
        (b"a\x07" + b"b" * 100, "a\x07" + "b" * 100),
    ],
)
def test_text_in_any_of_the_usual_encodings(data: bytes, text: str) -> None:
    assert as_text(data, "people.txt") == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04xl/worksheets", "a spreadsheet or another packed file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office file"),
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1", "a word processor's file"),
        (bytes(range(256)), "not text that can be read"),
        (b"\xff\xfea", "not text that can be read"),
        ("Jörg".encode("utf-16-le"), "not text that can be read"),
        (b"\x81\x8d", "not text that can be read"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said) as refused:
        as_text(data, "people.xlsx")
    assert refused.value.reason.startswith("people.xlsx is ")

"""The clipboard where the screen is in a browser: never the serving machine's, and said to be where it is."""

import base64
from pathlib import Path

import pyperclip  # type: ignore[import-untyped]
import pytest

from lcterm.documents.clipboard import SEQUENCE_MAX, copy_in_browser, said
from lcterm.documents.handing_on import hand_on_in_browser


@pytest.fixture(autouse=True)
def untouched(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desktop's clipboard must not be asked for anything."""

    def asked(*text: str) -> str:
        raise AssertionError("the serving machine's clipboard was touched")

    monkeypatch.setattr(pyperclip, "copy", asked)
    monkeypatch.setattr(pyperclip, "paste", asked)


def test_the_text_goes_to_the_page_and_into_the_file(tmp_path: Path) -> None:
    sent: list[str] = []
    path = tmp_path / "summary.md"
    line = hand_on_in_browser("Größe\n", path, sent.append)
    payload = base64.b64encode("Größe\n".encode()).decode()
    assert sent == [f"\x1b]52;c;{payload}\x07"]
    assert path.read_text("utf-8") == "Größe\n"
    assert line == (
        f"Sent to the browser's clipboard (it may not take it); it is in {path} on the machine that serves for certain."
    )


def test_what_is_too_long_for_it_is_in_the_file(tmp_path: Path) -> None:
    copied = copy_in_browser("x" * SEQUENCE_MAX, lambda sequence: None)
    assert not copied.osc52
    path = tmp_path / "s"
    why = "The text is too long for the browser's clipboard"
    assert said(copied, path, browser=True) == f"{why}; the summary is in {path} on the machine that serves."


def test_a_browser_that_is_gone_is_said(tmp_path: Path) -> None:
    def gone(sequence: str) -> None:
        raise OSError("the screen is gone")

    assert said(copy_in_browser("x", gone), tmp_path / "s", browser=True).startswith("The browser is gone; the summary")

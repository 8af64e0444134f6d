"""A saved file's path on one row, or on several: the name of the file is always whole."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.ui.line import cells, path_rows, short_paths

NAME = "2026-11-24-abcd-sponsor.txt"
PATH = f"~/Library/Application Support/lcterm/communities/housing-peers-12ab34/summaries/{NAME}"


def test_a_path_that_is_too_long_loses_folders_from_the_middle() -> None:
    said = f"Sent to the clipboard; it is in /home/somebody/{'a' * 20}/{'b' * 20}/summaries/{NAME} for certain."
    short = short_paths(said, 100)
    assert cells(short) <= 100
    assert f"/{NAME} for certain." in short
    assert "in /home/" in short
    assert "…" in short
    assert short_paths(said, 200) == said


@given(st.lists(st.text("abc ä漢", min_size=1, max_size=30), min_size=1, max_size=8), st.integers(4, 90))
def test_a_path_in_rows_is_whole(folders: list[str], width: int) -> None:
    path = "/" + "/".join(folders)
    rows = path_rows(path, width)
    assert "".join(rows) == path
    assert all(cells(row) <= width for row in rows)

"""Lines of keys and tables in a TOML text."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.store.toml_lines import line_of, places

TEXT = """\
# [[point]] in a comment
name = "a [[point]] in a string"
about = '''
[[point]]
title = "not this one"
'''

[[point]]
title = "First" # minutes = 3
notes = [
  "one",
  "[[point]]", # a bracket ] in a comment
]
minutes = 5

  [[ "point" ]]
  "title" = "Second"
  question = \"\"\"
[[point]] with \\\"""
\"\"\"
minutes = 7
"""


@pytest.mark.parametrize(
    ("where", "line"),
    [
        (("", 0, "name"), 2),
        (("", 0, "about"), 3),
        (("point", 0, ""), 8),
        (("point", 0, "title"), 9),
        (("point", 0, "minutes"), 14),
        (("point", 1, ""), 16),
        (("point", 1, "title"), 17),
        (("point", 1, "minutes"), 21),
    ],
)
def test_keys_and_tables_are_found_and_look_alikes_are_not(where: tuple[str, int, str], line: int) -> None:
    tomllib.loads(TEXT)
    assert line_of(TEXT, *where) == line


def test_a_missing_key_stands_at_its_table() -> None:
    assert line_of(TEXT, "point", 1, "mode") == 16


def test_a_table_written_in_a_line_stands_at_its_key() -> None:
    text = 'name = "x"\npoint = [{title = "a"},\n  {title = 3}]\n'
    tomllib.loads(text)
    assert line_of(text, "point", 1, "title") == 2


def test_what_is_nowhere_stands_at_the_first_line() -> None:
    assert line_of("\n\n", "point", 3, "title") == 1


@given(st.text(alphabet="[]{}\"'#=\n\\ apoint.3"))
def test_no_text_makes_it_stumble(text: str) -> None:
    last = text.count("\n") + 1
    assert all(1 <= place.line <= last for place in places(text))


@given(st.lists(st.tuples(st.booleans(), st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8))))
def test_every_point_is_found_whatever_stands_in_its_strings(points: list[tuple[bool, str]]) -> None:
    text, lines = "", []
    for multiline, words in points:
        lines.append(text.count("\n") + 1)
        escaped = "".join(f"\\U{ord(sign):08X}" if sign in '"\\' or not sign.isprintable() else sign for sign in words)
        text += "[[point]]\ntitle = " + (f'"""\n{escaped}\n[[point]]\n"""\n' if multiline else f'"{escaped}"\n')
    assert len(tomllib.loads(text).get("point", [])) == len(points)
    assert [place.line for place in places(text) if not place.key] == lines

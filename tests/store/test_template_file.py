"""Mistakes in a template's file, and files that are none."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.agenda_plan import MINUTES_MAX
from lcterm.core.refusal import Refused
from lcterm.store.templates import Template, load_template, templates

POINT = '[[point]]\ntitle = "Talk"\nminutes = 10\n'
HEAD = 'name = "Mine"\n'


def _written(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


MISTAKES = {
    "an unknown key": ('nmae = "x"\n' + HEAD + POINT, 1, "a template has no “nmae”; did you mean “name”?"),
    "an unknown key of a point": (
        HEAD + POINT + "\n[[point]]\nlength = 3\n",
        7,
        "a point has no “length”; a point may",
    ),
    "points by another name": (HEAD + POINT.replace("[[point", "[[points"), 2, "“points”; did you mean “point”?"),
    "no name": (POINT, 1, "“name” is missing"),
    "an empty name": ('name = " "\n' + POINT, 1, "“name” is empty"),
    "a name that is no text": ("\nname = 3\n" + POINT, 2, "“name” must be text in quotation marks, not a number"),
    "an about that is no text": (HEAD + "about = []\n" + POINT, 2, "“about” must be text"),
    "no points": (HEAD, 1, "there are no points"),
    "an empty list of points": (HEAD + "point = []\n", 2, "there are no points"),
    "points that are no tables": (HEAD + "\npoint = [3]\n", 3, "in two pairs of brackets"),
    "a point in one pair of brackets": (HEAD + "[point]\n", 2, "in two pairs of brackets"),
    "no title": (HEAD + POINT + "[[point]]\nminutes = 3\n", 5, "“title” is missing"),
    "a title that is no text": (HEAD + POINT.replace('"Talk"', "1979-05-27"), 3, "not a date or time"),
    "a title too long": (HEAD + POINT.replace("Talk", "x" * 81), 3, "“title” is 81 characters long"),
    "a title too wide": (HEAD + POINT.replace("Talk", "話" * 41), 3, "“title” is too wide: at most 80 columns"),
    "no minutes": (HEAD + '[[point]]\ntitle = "x"\n', 2, "“minutes” is missing"),
    "minutes as text": (HEAD + POINT.replace("10", '"10"'), 4, "“minutes” must be a number, such as 10, not text"),
    "minutes as yes": (HEAD + POINT.replace("10", "true"), 4, "not true or false"),
    "minutes below nothing": (HEAD + POINT.replace("10", "-1"), 4, "must lie between 0 and 1440"),
    "minutes beyond a day": (HEAD + POINT.replace("10", "1440.5"), 4, "must lie between 0 and 1440"),
    "minutes without end": (HEAD + POINT.replace("10", "inf"), 4, "must lie between 0 and 1440"),
    "minutes that are none": (HEAD + POINT.replace("10", "nan"), 4, "must lie between 0 and 1440"),
    "an unknown mode": (HEAD + POINT + 'mode = "talk"\n', 5, "“mode” must be one of round, queue, open, presenter"),
    "a mode that is no text": (HEAD + POINT + "mode = [1]\n", 5, "“mode” must be one of"),
    "notes that are no list": (HEAD + POINT + 'notes = "x"\n', 5, "“notes” must be a list of texts"),
    "a note that is no text": (HEAD + POINT + 'notes = ["x",\n 3]\n', 5, "“notes” must be a list of texts"),
    "a note too long": (HEAD + POINT + f'notes = ["{"x" * 301}"]\n', 5, "“notes” is 301 characters long"),
    "a question that is no text": (HEAD + POINT + "question = {}\n", 5, "not a table"),
    "a presenter by name": (HEAD + POINT + 'mode = "presenter"\npresenter = "Ana"\n', 6, "must be true or false"),
    "a presenter elsewhere": (HEAD + POINT + "presenter = true\n", 5, 'goes only with mode = "presenter"'),
    "summing up as text": (HEAD + POINT + 'sums-up = "yes"\n', 5, "“sums-up” must be true or false"),
    "summing up in another spelling": (HEAD + POINT + "sums_up = true\n", 5, "did you mean “sums-up”?"),
    "no TOML": (HEAD + "\nminutes 10\n", 3, "this is not TOML: "),
    "TOML that stops": (HEAD + "about = '''\nx\n\n", 3, "this is not TOML: "),
    "a key twice": (HEAD + HEAD + POINT, 2, "this is not TOML: "),
    "a number of ten thousand digits": (HEAD + "about = " + "9" * 10000, 1, "a number is too long"),
    "brackets without end": (HEAD + "about = " + "[" * 5000, 1, "nested without end"),
}


@pytest.mark.parametrize(("text", "line", "reason"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_refused_with_file_line_and_reason(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = _written(tmp_path, text)
    with pytest.raises(Refused) as refused:
        load_template(path)
    assert refused.value.reason.startswith(f"{path}, line {line}: ")
    assert reason in refused.value.reason
    assert "\n" not in refused.value.reason


def test_the_201st_point_is_refused_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"line 602: there are more than 200 points"):
        load_template(_written(tmp_path, HEAD + POINT * 201))


def test_a_file_that_is_no_text_is_refused_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(HEAD.encode() + b'about = "Caf\xe9"\n')
    with pytest.raises(Refused, match=r"line 2: this is not UTF-8"):
        load_template(path)


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "huge.toml").write_bytes(b"#" * 300_000)
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "line\x1b[31m.toml").write_text(HEAD + POINT)
    known, reasons = templates(tmp_path)
    assert len(known) == 6
    assert len(reasons) == 4
    assert not any("\x1b" in reason or "\n" in reason for reason in reasons)
    with pytest.raises(Refused, match="is not there"):
        load_template(tmp_path / "nothing.toml")


def _template_or_reason(path: Path) -> Template | str:
    try:
        return load_template(path)
    except Refused as refused:
        return refused.reason


@given(
    st.lists(
        st.sampled_from(
            [*HEAD.splitlines(), *POINT.splitlines(), '"""', "'''", "[", "]", "=", "mode = 1", 'mode = "round"', "\x00"]
        )
        | st.text(max_size=6),
        max_size=12,
    )
)
def test_whatever_is_written_is_a_template_or_refused(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    found = _template_or_reason(path)
    if isinstance(found, Template):
        assert tomllib.loads(path.read_text("utf-8-sig"))
        assert all(0 <= point.minutes <= MINUTES_MAX for point in found.points)
    else:
        assert found.startswith(f"{path}, line ")
        assert "\n" not in found

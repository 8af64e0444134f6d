"""Agendas to start from: the six that ship, one's own, and mistakes in them."""

import os
import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.agenda_plan import MINUTES_MAX
from lcterm.core.refusal import Refused
from lcterm.store.shipped import shipped
from lcterm.store.templates import Template, copy_template, find_template, load_template, templates

NOWHERE = Path("/nowhere/lcterm/templates")

ORDINARY = [
    (5, "round"),
    (5, "round"),
    (10, "round"),
    (30, "presenter"),
    (35, "queue"),
    (5, "open"),
    (10, "none"),
    (30, "presenter"),
    (35, "queue"),
    (5, "open"),
    (5, "round"),
    (5, "open"),
    (0, "none"),
]
DESIGN = [
    (10, "round"),
    (10, "presenter"),
    (15, "open"),
    (20, "presenter"),
    (35, "queue"),
    (10, "none"),
    (50, "queue"),
    (15, "round"),
    (10, "open"),
    (0, "none"),
]
ORDINARY_TITLES = [
    "Introductions",
    "Philosophy, rules",
    "Since last time",
    "Presentation 1",
    "Discussion 1",
    "Capture, report 1",
    "Break",
    "Presentation 2",
    "Discussion 2",
    "Capture, report 2",
    "How was it for you",
    "Next date, roles",
    "Close",
]


def _template(name: str) -> Template:
    return find_template(name, NOWHERE)


def _shape(name: str) -> list[tuple[float, str]]:
    return [(point.minutes, point.mode) for point in _template(name).points]


def _cells(words: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in words)


def _written(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


POINT = '[[point]]\ntitle = "Talk"\nminutes = 10\n'
HEAD = 'name = "Mine"\n'


# ── The six that ship ──


def test_six_ship_the_ordinary_one_first() -> None:
    known, reasons = templates(NOWHERE)
    assert [template.id for template in known] == [
        "ordinary",
        "ordinary-one",
        "design",
        "circle",
        "circle-first",
        "blank",
    ]
    assert reasons == []
    assert not any(template.own for template in known)


def test_minutes_and_modes_are_the_handbooks() -> None:
    assert _shape("ordinary") == ORDINARY
    assert _template("ordinary").minutes == 180
    assert _shape("design") == DESIGN
    assert _template("design").minutes == 175


def test_titles_are_the_boards() -> None:
    assert [point.title for point in _template("ordinary").points] == ORDINARY_TITLES


def test_one_presentation_is_the_ordinary_session_without_break_and_second_block() -> None:
    assert _shape("ordinary-one") == ORDINARY[:6] + ORDINARY[10:]


def test_a_learning_circle_has_its_three_parts_and_more_than_an_hour() -> None:
    circle = _template("circle")
    titles = [point.title for point in circle.points]
    assert titles[0] == "Introductions"
    assert titles.index("Looking back") < titles.index("Learning") < titles.index("What next")
    assert circle.minutes > 60


def test_the_first_circle_settles_purpose_rules_and_format_in_this_order() -> None:
    titles = [point.title for point in _template("circle-first").points if point.mode != "none"]
    assert titles == ["Introductions", "Purpose", "Our rules", "Our format", "Next date, roles"]


def test_blank_is_one_open_hour() -> None:
    assert _shape("blank") == [(60, "open")]


@pytest.mark.parametrize("template", templates(NOWHERE)[0], ids=lambda template: template.id)
def test_a_shipped_template_reads_well(template: Template) -> None:
    assert template.about
    assert template.source
    for point in template.points:
        assert _cells(point.title) <= 18, point.title
        assert 2 <= len(point.notes) <= 5, point.title
        assert max(map(_cells, point.notes)) <= 62, point.title
        assert _cells(point.question) <= 76, point.title


def test_minutes_that_are_ours_are_called_ours() -> None:
    for name in ("circle", "circle-first"):
        assert "Hildy Gottlieb" in _template(name).source
        assert "minutes and modes ours" in _template(name).source


def test_every_session_ends_with_a_moment_nobody_is_counted_in() -> None:
    for template in templates(NOWHERE)[0]:
        if template.id != "blank":
            assert (template.points[-1].minutes, template.points[-1].mode) == (0, "none")


# ── A plan from a template ──


def test_a_plan_numbers_its_points_and_takes_everything_over() -> None:
    template = _template("ordinary")
    planned = template.planned()
    assert [point.id for point in planned] == [f"p{number}" for number in range(1, 14)]
    for point, of_template in zip(planned, template.points, strict=True):
        for field in ("title", "minutes", "mode", "notes", "question"):
            assert getattr(point, field) == getattr(of_template, field)
        assert point.presenters == ()


def test_presenters_go_to_the_presentations_in_order() -> None:
    planned = _template("ordinary").planned(["ana", "ben"])
    assert {point.title: point.presenters for point in planned if point.presenters} == {
        "Presentation 1": ("ana",),
        "Presentation 2": ("ben",),
    }
    assert [point.title for point in _template("ordinary").planned(["ana"]) if point.presenters] == ["Presentation 1"]


def test_the_facilitators_own_talk_is_no_place_for_a_presenter() -> None:
    planned = _template("design").planned(["ana"])
    assert [point.title for point in planned if point.presenters] == ["Presentation"]


def test_more_presenters_than_places_are_refused() -> None:
    with pytest.raises(Refused, match=r"^Ordinary session has room for 2 presenters; 3 were named"):
        _template("ordinary").planned(["a", "b", "c"])
    with pytest.raises(Refused, match=r"has room for 1 presenter; 2 were named"):
        _template("design").planned(["a", "b"])
    with pytest.raises(Refused, match=r"^Blank has no room for presenters; 1 was named"):
        _template("blank").planned(["a"])


# ── One's own ──


def test_an_own_template_is_read_with_what_may_be_left_out(tmp_path: Path) -> None:
    template = load_template(_written(tmp_path, HEAD + POINT))
    assert (template.id, template.name, template.own) == ("mine", "Mine", True)
    assert (template.about, template.source) == ("", "")
    point = template.points[0]
    assert (point.title, point.minutes, point.mode, point.notes, point.question) == ("Talk", 10, "open", (), "")


def test_what_windows_saves_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + POINT.replace("10", "7.5")).replace("\n", "\r\n").encode())
    assert load_template(path).points[0].minutes == 7.5


def test_pasted_escapes_do_not_come_through(tmp_path: Path) -> None:
    text = 'name = "Mi\\u001b[31mne"\n[[point]]\ntitle = "Ta\\u202Elk"\nminutes = 1\nnotes = ["a\\nb", " "]\n'
    template = load_template(_written(tmp_path, text))
    assert (template.name, template.points[0].title, template.points[0].notes) == ("Mine", "Talk", ("a b",))


def test_a_wide_title_of_ones_own_may_fill_eighty_columns(tmp_path: Path) -> None:
    load_template(_written(tmp_path, HEAD + POINT.replace("Talk", "x" * 80)))
    load_template(_written(tmp_path, HEAD + POINT.replace("Talk", "話" * 40)))


def test_own_ones_stand_beside_the_shipped_and_in_their_place(tmp_path: Path) -> None:
    _written(tmp_path, HEAD + POINT, "design.toml")
    _written(tmp_path, HEAD + POINT, "ours.toml")
    _written(tmp_path, HEAD + POINT, ".hidden.toml")
    _written(tmp_path, "not a template", "notes.txt")
    known, reasons = templates(tmp_path)
    assert [(template.id, template.own) for template in known if template.own] == [("design", True), ("ours", True)]
    assert len(known) == 7
    assert reasons == []


def test_a_broken_own_one_hides_nothing(tmp_path: Path) -> None:
    _written(tmp_path, "name = \n", "design.toml")
    _written(tmp_path, HEAD + POINT, "ours.toml")
    known, reasons = templates(tmp_path)
    assert len(known) == 7
    assert [template.id for template in known if template.own] == ["ours"]
    assert len(reasons) == 1
    assert reasons[0].startswith(f"{tmp_path / 'design.toml'}, line 1: ")


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    known, reasons = templates(_written(tmp_path, ""))
    assert len(known) == 6
    assert len(reasons) == 1
    assert "mine.toml cannot be read as a folder of templates" in reasons[0]


# ── Finding one ──


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ordinary", "ordinary"),
        ("ORDINARY-ONE", "ordinary-one"),
        ("ordinary-", "ordinary-one"),
        ("des", "design"),
        (" Learning Circle ", "circle"),
        ("learning circle, f", "circle-first"),
        ("circle", "circle"),
        ("b", "blank"),
    ],
)
def test_a_template_is_found_by_id_name_or_beginning(asked: str, found: str) -> None:
    assert _template(asked).id == found


@pytest.mark.parametrize("asked", ["", "  ", "zebra", "ordinary-one-more"])
def test_no_such_template_is_refused_with_the_list(asked: str) -> None:
    with pytest.raises(Refused, match=r"there is no template called .*ordinary, ordinary-one, .* and blank$"):
        _template(asked)


def test_several_that_fit_are_refused_with_their_names() -> None:
    with pytest.raises(Refused, match=r"“ord” could be ordinary or ordinary-one"):
        _template("ord")


def test_a_broken_own_one_is_not_passed_over_for_the_shipped(tmp_path: Path) -> None:
    _written(tmp_path, HEAD, "design.toml")
    with pytest.raises(Refused, match=r"design.toml, line 1: there are no points"):
        find_template("design", tmp_path)
    assert find_template("ordinary", tmp_path).id == "ordinary"


# ── Making one your own ──


def test_a_copy_is_word_for_word_private_and_then_in_use(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "templates"
    path = copy_template("ord" + "inary", folder)
    assert path == folder / "ordinary.toml"
    assert path.read_bytes() == (shipped("data", "templates") / "ordinary.toml").read_bytes()
    assert os.listdir(folder) == ["ordinary.toml"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert find_template("ordinary", folder).own


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    path = _written(tmp_path, HEAD + POINT, "design.toml")
    with pytest.raises(Refused, match=r"design.toml is yours already; edit it"):
        copy_template("design", tmp_path)
    assert path.read_text() == HEAD + POINT


def test_a_file_that_appears_meanwhile_is_not_overwritten_either(tmp_path: Path) -> None:
    (tmp_path / "blank.toml").symlink_to(tmp_path / "gone")
    with pytest.raises(Refused):
        copy_template("Blank", tmp_path)
    assert not (tmp_path / "gone").exists()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    stone = _written(tmp_path, "")
    with pytest.raises(Refused, match=r"templates"):
        copy_template("design", stone / "templates")


# ── Mistakes ──

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

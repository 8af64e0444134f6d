"""Agendas to start from: planning with one, one's own, finding and copying them."""

import os
from pathlib import Path

import pytest

from lcterm.core.refusal import Refused
from lcterm.store.shipped import shipped
from lcterm.store.templates import Template, copy_template, find_template, load_template, templates

NOWHERE = Path("/nowhere/lcterm/templates")

POINT = '[[point]]\ntitle = "Talk"\nminutes = 10\n'
HEAD = 'name = "Mine"\n'


def _template(name: str) -> Template:
    return find_template(name, NOWHERE)


def _written(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


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
    copied = find_template("ordinary", folder)
    assert copied.own
    assert [point.sums_up for point in copied.points] == [point.sums_up for point in _template("ordinary").points]


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

"""templates: list them, look at one, make one yours; what is wrong in one is said with file, line and reason."""

from pathlib import Path

import pytest

from tests.cli.running import Shell


@pytest.fixture
def own(home: Path) -> Path:
    """The folder of the facilitator's own."""
    folder = home / "templates"
    folder.mkdir(parents=True)
    return folder


def test_the_list_says_name_minutes_and_what_it_is_for(shell: Shell) -> None:
    lines = shell.answer("templates").split("\n")
    assert lines[0].startswith("ordinary        180 min  Three hours: two colleagues each bring a case")
    assert len(lines) == 6


def test_a_template_is_shown_as_it_is_written(shell: Shell) -> None:
    text = shell.answer("templates", "--show", "ordinary")
    assert 'title = "Introductions"' in text
    assert "source = " in text


def test_a_copy_is_mine_to_edit_and_is_planned_from(peers: Shell, own: Path) -> None:
    path = Path(peers.answer("templates", "--copy", "blank"))
    assert path == own / "blank.toml"
    path.write_text(path.read_text("utf-8").replace("minutes = 60", "minutes = 45"), "utf-8")
    assert "blank            45 min  One open hour: for anything, or to build on. (yours)" in peers.answer("templates")
    assert "minutes = 45" in peers.answer("templates", "--show", "blank")
    session = peers.answer("plan", "--template", "blank")
    assert peers.json("show", session, "--json")["agenda"][0]["planned_minutes"] == 45


def test_a_copy_never_overwrites_mine(shell: Shell, own: Path) -> None:
    path = Path(shell.answer("templates", "--copy", "blank"))
    mine = path.read_text("utf-8").replace("60", "45")
    path.write_text(mine, "utf-8")
    assert shell.refusal("templates", "--copy", "blank") == (
        f"{path} is yours already; edit it, or move it away to start afresh"
    )
    assert path.read_text("utf-8") == mine


@pytest.mark.parametrize("option", ["--show", "--copy"])
@pytest.mark.parametrize("name", ["nosuch", "../blank", "/etc/passwd", "blank.toml"])
def test_a_template_that_is_not_there_is_refused_with_those_that_are(shell: Shell, option: str, name: str) -> None:
    assert shell.refusal("templates", option, name).startswith(f"there is no template called “{name}”; there are ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "X"\nabout = ', "line 2: this is not TOML"),
        ('name = "X"\nabout = "Y"\n[[point]]\ntitle = "A"\nminutes = "ten"\n', "line 5: “minutes” must be a number"),
        ('name = "X"\nabout = "Y"\n[[point]]\ntitle = "A"\nminutes = 5\nmode = "chat"\n', "line 6: “mode” must be "),
    ],
)
def test_a_mistake_in_my_own_is_refused_with_file_line_and_reason(
    peers: Shell, own: Path, text: str, said: str
) -> None:
    path = own / "mine.toml"
    path.write_text(text, "utf-8")
    for command in (("plan", "--template", "mine"), ("templates", "--show", "mine")):
        assert peers.refusal(*command).startswith(f"{path}, {said}")
    ran = peers("templates")
    assert ran.status == 0
    assert len(ran.out.strip().split("\n")) == 6
    assert ran.err.startswith(f"lcterm: {path}, {said}")
    assert peers.answer("plan", "--template", "blank")

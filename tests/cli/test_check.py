"""check: every stored file is read, and what is wrong is said."""

from pathlib import Path

from tests.cli.running import Shell


def test_a_home_where_nothing_is_and_a_sound_one_are_in_order(shell: Shell, home: Path) -> None:
    assert shell.answer("check") == f"Every file in {home} is in order."
    shell.answer("new", "Peers")
    shell.answer("plan")
    shell.answer("do", "start")
    assert shell.answer("check") == f"Every file in {home} is in order."


def test_a_broken_file_is_named_and_repair_sets_it_aside(running: Shell, home: Path) -> None:
    (log,) = home.glob("communities/*/sessions/*")
    bad = log / "bbbb.0001.json"
    bad.touch(0o600)
    bad.write_bytes(b'{"meta":')
    before = running.json("show", "--json")
    ran = running("check")
    assert ran == (1, f"{bad}: it is cut short or damaged; `lcterm check --repair` sets it aside\n", "")
    assert running("check", "--repair") == (
        0,
        f"{bad}: it is cut short or damaged; set aside as set-aside/bbbb.0001.json\n",
        "",
    )
    assert (log / "set-aside" / "bbbb.0001.json").read_bytes() == b'{"meta":'
    assert running.answer("check") == f"Every file in {home} is in order."
    assert {**running.json("show", "--json"), "notices": []} == {**before, "notices": []}


def test_files_that_others_could_read_are_closed_to_them(running: Shell, home: Path) -> None:
    (file,) = home.glob("communities/*/log/*.json")
    file.chmod(0o644)
    ran = running("check")
    assert ran.status == 1
    assert str(file) in ran.out
    assert running("check", "--repair").status == 0
    assert file.stat().st_mode & 0o077 == 0


def test_other_files_in_the_way_are_left_alone(running: Shell, home: Path) -> None:
    (log,) = home.glob("communities/*/sessions/*")
    own = log / "notes.txt"
    own.write_text("mine", "utf-8")
    own.chmod(0o600)
    running("check", "--repair")
    assert own.read_text("utf-8") == "mine"


def test_a_home_that_is_a_file_is_a_finding(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    ran = shell("check", "--home", str(file))
    assert ran.status == 1
    assert "a file stands where a folder should be" in ran.out

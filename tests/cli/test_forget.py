"""forget: a person out of every stored file, shown first."""

from pathlib import Path

import pytest

from lcterm.core.commands import EditCapture
from lcterm.core.events import Words
from lcterm.store.desk import Desk
from lcterm.store.paths import Home
from tests.cli.forgetting import NAME, OLD, everywhere, holding
from tests.cli.running import Shell
from tests.clock_program import TestClock


@pytest.fixture
def home_of_zoe(shell: Shell, home: Path) -> list[str]:
    return everywhere(shell, home)


def contents(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_without_yes_all_is_shown_and_nothing_is_changed(shell: Shell, home: Path, home_of_zoe: list[str]) -> None:
    before = contents(home)
    ran = shell("forget", NAME)
    assert contents(home) == before
    assert ran.status == 1
    assert ran.err == (
        "lcterm: nothing was changed; `lcterm forget 'Zoë Ørsted' peers --yes` does all of this, "
        "and it cannot be undone\n"
    )
    first, *lines = ran.out.splitlines()
    assert first == "Looked for as whole words, in capitals or small: “Zoë Ørsted”, “Zoë Lund”, “Zoë”."
    one, two = home_of_zoe[:2]
    for line in (
        "member list: Zoë Ørsted, and the practice “lettings”: goes",
        f"{one} · action 14:00: “Ask ZOË ØRSTED about keys”: its words go",
        f"{one} · question, off the list: “Does zoe know?”: its words go",
        f"{one} · the agenda: “Zoë's case”: becomes “someone's case”",
        f"{two} · the checklist: “Ring Zoë”: becomes “Ring someone”",
        "the community's name and purpose: “What Zoë began”: becomes “What someone began”",
        "contacts: “Helpline, or zoë orsted”: becomes “Helpline, or someone”",
        "the checklist: “Ring Zoë”: becomes “Ring someone”",
        "templates/zoë-agenda.toml: your own file: the name becomes “someone”",
        "1 capture is theirs, as owner or speaker, and stay without the name",
    ):
        assert line in lines
    assert sum("made from the logs: the file goes" in line for line in lines) == 2


def test_with_yes_no_byte_of_the_name_is_left(shell: Shell, home: Path, home_of_zoe: list[str]) -> None:
    figures = shell.json("show", home_of_zoe[0], "--json")["voices"]
    assert len(holding(home)) > 6
    said = shell.answer("forget", NAME.upper(), "--yes")
    assert holding(home) == []
    assert "written again without the words" in said
    shown = shell.json("show", home_of_zoe[0], "--json")
    assert [one["text"] for one in shown["captures"]] == [
        "Call the council",
        "Early and plainly",
        "Numbers for the board",
    ]
    assert shown["title"] == "someone's case"
    for before, after in zip(figures, shown["voices"], strict=True):
        name = before["name"] if before["name"] != NAME else "somebody who asked to be forgotten"
        assert after == {**before, "name": name}
    assert [one["name"] for one in shell.json("members", "--json")] == ["Ana", "Ben"]
    assert shell.answer("contacts") == "  1 Helpline, or someone"
    assert "[x] Ring someone" in shell.answer("prepare", home_of_zoe[1])
    assert shell.answer("check").endswith("is in order.")


def test_a_second_run_finds_nothing(shell: Shell, home: Path, home_of_zoe: list[str]) -> None:
    shell.answer("forget", NAME, "--yes")
    before = contents(home)
    for again in (("forget", NAME), ("forget", NAME, "--yes"), ("forget", OLD), ("forget", "zoe", "peers", "--yes")):
        assert "Nothing left: Peers has nobody of that name and no sentence with it." in shell.answer(*again)
    assert contents(home) == before


def test_a_summary_made_afterwards_has_no_name(shell: Shell, home: Path, home_of_zoe: list[str]) -> None:
    shell.answer("forget", NAME, "--yes")
    for audience in ("group", "sponsor", "facilitators"):
        shell.answer("summary", home_of_zoe[0], "--audience", audience)
    assert holding(home) == []


def test_by_a_former_name_too(shell: Shell, home: Path, home_of_zoe: list[str]) -> None:
    shell.answer("forget", OLD, "--yes")
    assert holding(home) == []


def test_somebody_else_of_that_first_name_keeps_theirs(shell: Shell, home: Path, home_of_zoe: list[str]) -> None:
    shell.answer("members", "--add", "Zoë Marsh")
    said = shell("forget", "Zoë Ørsted").out
    assert "“Zoë” alone was not looked for: somebody else here is called that too." in said
    shell.answer("forget", "Zoë Ørsted", "--yes")
    assert [one["name"] for one in shell.json("members", "--json")] == ["Ana", "Ben", "Zoë Marsh"]
    assert holding(home, "Ørsted", "Lund") == []
    assert "Zoë's case" in shell.answer("sessions")
    assert "could be Zoë Marsh: write the whole name" in shell.refusal("forget", "Zoë", "--yes")


def test_a_name_that_nobody_has_can_be_taken_out_of_sentences(running: Shell, home: Path) -> None:
    running.answer("capture", "l Mrs Kettlewell was right")
    assert running("forget", "Kettlewell").status == 1
    running.answer("forget", "kettlewell", "--yes")
    assert holding(home, "Kettlewell") == []
    assert running.json("show", "--json")["captures"] == []


def test_an_earlier_wording_goes_and_the_sentence_stays(running: Shell, home: Path, clock: TestClock) -> None:
    running.answer("capture", "l Ben was right")
    (capture,) = running.json("show", "--json")["captures"]
    stored = Home(home)
    (community,) = stored.community_ids()
    (session,) = stored.sessions(community)
    desk = Desk(stored, community, session, clock)
    assert not desk.act(EditCapture(capture["id"], Words(kind="learning", text="They were right"))).refused
    desk.settle()
    assert "an earlier wording: “Ben was right”: becomes “…”" in running("forget", "Ben").out
    running.answer("forget", "Ben", "--yes")
    assert [one["text"] for one in running.json("show", "--json")["captures"]] == ["They were right"]
    assert holding(home, "Ben was") == []


def test_a_recording_s_own_word_for_them_goes(peers: Shell, home: Path, tmp_path: Path) -> None:
    recording = tmp_path / "talk.rttm"
    spoken = "SPEAKER talk 1 {} 5.0 <NA> <NA> {} <NA> <NA>\n"
    recording.write_text(spoken.format(0.0, "bee_two") + spoken.format(6.0, "Ana"))
    peers.answer("plan", "--template", "blank", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    session = peers.json("sessions", "--json")[0]["id"]
    peers.answer("import", "turns", session, str(recording), "--as", "bee_two=Ben")
    before = peers.json("show", session, "--json")["voices"]
    peers.answer("forget", "Ben", "--yes")
    assert holding(home, "bee_two") == []
    after = peers.json("show", session, "--json")["voices"]
    assert [one["seconds"] for one in after] == [one["seconds"] for one in before]


def test_an_everyday_word_written_small_is_shown_and_stays(peers: Shell) -> None:
    peers.answer("members", "--add", "Will")
    peers.answer("plan", "--template", "blank", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    peers.answer("do", "start")
    peers.answer("capture", "a We will ask Will")
    peers.answer("capture", "a We will ask")
    said = peers("forget", "Will").out
    assert "“We will ask Will”: its words go" in said
    assert "“We will ask”: stays, for it may be an everyday word" in said
    peers.answer("forget", "Will", "--yes")
    assert [one["text"] for one in peers.json("show", "--json")["captures"]] == ["We will ask"]


def test_another_community_is_said_and_left_alone(shell: Shell, home: Path, home_of_zoe: list[str]) -> None:
    shell.answer("new", "Others", "--members", "-", stdin=f"{NAME}\n")
    assert (
        "the name stands in Others too: that is another community, and stays as it is"
        in shell("forget", NAME, "peers").out
    )
    shell.answer("forget", NAME, "peers", "--yes")
    assert [one["name"] for one in shell.json("members", "others", "--json")] == [NAME]
    assert len(holding(home)) == 1


@pytest.mark.parametrize("name", ["", " ", "-", "x"])
def test_a_name_that_is_none_is_refused(peers: Shell, name: str) -> None:
    assert "the whole name" in peers.refusal("forget", name, "--yes")


def test_two_of_one_name_are_told_apart_first(shell: Shell, home_of_zoe: list[str]) -> None:
    shell.answer("members", "--add", "Cy")
    shell.answer("members", "--rename", f"Cy={OLD}")
    shell.answer("forget", OLD, "--yes")  # who is called so now comes before who was
    assert NAME in [one["name"] for one in shell.json("members", "--json")]


def test_torn_files_and_leftovers_of_a_crash_are_cleared_too(shell: Shell, home: Path, home_of_zoe: list[str]) -> None:
    (community,) = Home(home).community_ids()
    folder = Home(home).community_log(community)
    whole = next(path for path in sorted(folder.iterdir()) if b"MembersJoined" in path.read_bytes())
    (folder / f".{whole.name}.0123abcd.tmp").write_bytes(whole.read_bytes()[:-20])
    (folder / "set-aside").mkdir()
    (folder / "set-aside" / "zzzz.0001.json").write_bytes(whole.read_bytes()[:-3])
    assert "damaged, and the name stands in it" in shell("forget", NAME).out
    shell.answer("forget", NAME, "--yes")
    assert holding(home) == []

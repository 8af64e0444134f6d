"""forget: a person out of every stored file, shown first."""

import re
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
    assert sum("made from the logs: the file goes" in line for line in lines) == 3, "two summaries, and the digests"


def test_a_family_name_alone_is_said_and_found_afterwards(shell: Shell) -> None:
    shell("new", "Peers")
    shell("members", "peers", "--add", "Zoë Ørsted", "--add", "Ana O.", "--add", "Bo (he)")
    session = shell.answer("plan", "peers")
    shell.answer("do", session, "start")
    shell.answer("capture", session, "Ms Ørsted knew")
    again = "`lcterm forget 'Ørsted' peers` shows where it stands"
    assert again in shell("forget", "Zoë Ørsted").out
    for name in ("Ana O.", "Bo (he)"):
        assert "shows where it stands" not in shell("forget", name).out
    shell.answer("forget", "Zoë Ørsted", "--yes")
    assert "learning 14:00: “Ms Ørsted knew”: its words go" in shell("forget", "Ørsted", "peers").out


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
    assert "done: Ring someone" in shell.answer("prepare", home_of_zoe[1])
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
    assert shell.refusal("forget", "Zoë", "--yes").startswith("is Zoë Marsh meant? Nothing was changed; ")


@pytest.mark.parametrize("typed", ["Finn", "finn", "Fin", "O'Leary", "leary", "O'L", "Finn O", "Walsh"])
def test_a_part_of_a_member_s_name_is_never_said_to_be_gone(peers: Shell, typed: str) -> None:
    peers.answer("members", "--add", "Finn Walsh")
    peers.answer("members", "--rename", "Finn Walsh=Finn O'Leary")
    peers.answer("members", "--leave", "Finn O'Leary")
    for given in ((typed,), (typed, "--yes")):
        assert peers.refusal("forget", *given) == (
            "is Finn O'Leary meant? Nothing was changed; by the whole name it goes: "
            'lcterm forget "Finn O\'Leary" housing-peers (--yes does it)'
        )
    peers.answer("forget", "Finn O'Leary", "--yes")
    assert "Nothing left" in peers.answer("forget", typed)


def test_of_somebody_who_is_called_alike_it_is_said_that_they_stay(peers: Shell) -> None:
    peers.answer("members", "--add", "Finn O'Leary")
    assert peers.answer("forget", "Finn O'Laery").splitlines()[1:3] == [
        "Nothing left: Housing peers has nobody of that name and no sentence with it.",
        "Finn O'Leary is somebody else and stays; if they are meant: lcterm forget \"Finn O'Leary\"",
    ]


def test_a_beginning_of_several_names_is_nobody_s(peers: Shell) -> None:
    peers.answer("members", "--add", "Annika", "--add", "Annegret")
    assert peers.refusal("forget", "Ann") == (
        "Ann could be Annika or Annegret: write the whole name, as the member list has it"
    )


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


@pytest.mark.parametrize("name", ["--yes", "-x", "A", "[/oops]", "李明", "🙂", "No"])
def test_whatever_somebody_is_called_they_can_be_forgotten(shell: Shell, home: Path, name: str) -> None:
    shell.answer("new", "Peers", "--members", "-", stdin="Ana\nBen\n")
    shell.answer("members", f"--add={name}")
    shell.answer("plan", "--template", "blank")
    shell.answer("do", "start")
    shell.answer("capture", "l There is no time for a plan")
    shell.answer("capture", "--", f"l 我和{name}说过" if name == "李明" else f"l We asked {name} for a plan")
    shown = shell("forget", "--", name)
    again = "`lcterm forget --yes -- " if name.startswith("-") else "`lcterm forget "
    assert shown.err.startswith(f"lcterm: nothing was changed; {again}")
    shell.answer("forget", "--yes", "--", name)
    assert name not in [one["name"] for one in shell.json("members", "--json")]
    texts = [one["text"] for one in shell.json("show", "--json")["captures"]]
    assert texts[0] == "There is no time for a plan"
    assert len(texts) == (2 if name == "A" else 1)
    if name == "A":
        assert "“A” was not looked for: a sign alone tells nobody" in shown.out


def test_a_former_name_of_a_single_letter_takes_no_sentence_with_it(shell: Shell) -> None:
    shell.answer("new", "Peers", "--members", "-", stdin="A\nBen\n")
    shell.answer("members", "--rename", "A=Alpha")
    shell.answer("plan", "--template", "blank")
    shell.answer("do", "start")
    shell.answer("capture", "l A plan for a house")
    shell.answer("forget", "Alpha", "--yes")
    assert [one["text"] for one in shell.json("show", "--json")["captures"]] == ["A plan for a house"]


def test_of_many_files_that_can_be_made_again_the_first_are_named(shell: Shell, home_of_zoe: list[str]) -> None:
    for session in home_of_zoe:
        for form in ("html", "text", "json", "md"):
            shell.answer("summary", session, "--format", form)
    shown, done = shell("forget", NAME).out, shell.answer("forget", NAME, "--yes")
    assert shown.count("made from the logs: the file goes") == done.count("removed, for it held the name") == 5
    assert re.search(r"and \d+ more of \d+ files that can be made again go too", shown)
    assert re.search(r"and \d+ more of \d+ files that can be made again were removed too", done)

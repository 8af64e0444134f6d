"""Two laptops that keep the same community and do not hear of each other for a while: whatever both planned, agreed or
answered meanwhile stands on both once their folders have met, and what does not agree is said, with what to do."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.running import Shell
from tests.clock_program import TestClock

AGREED = "agreed twice, apart from each other"
RULES = "the rules were changed on two laptops that did not know of each other"


class Laptops(NamedTuple):
    """Two of them, `ours` and `theirs`, with a clock that both go by."""

    clock: TestClock
    ours: Shell
    theirs: Shell
    homes: tuple[Path, Path]

    def meet(self) -> None:
        """Their folders are synced: what is in either is in both."""
        for one, other in (self.homes, self.homes[::-1]):
            shutil.copytree(one / "communities", other / "communities", dirs_exist_ok=True)
        self.clock.advance(60)

    def both(self, *words: str) -> str:
        """What either of them answers, and says beside it, which must be the same."""
        ours, theirs = self.ours(*words), self.theirs(*words)
        assert ours == theirs
        assert ours.status == 0, ours
        return ours.out + ours.err

    def apart(self, ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, str]:
        """Each runs a command, theirs a minute later, and then they meet; what the commands answered."""
        answers = [self.ours.answer(*ours)]
        self.clock.advance(60)
        answers.append(self.theirs.answer(*theirs))
        self.meet()
        return answers[0], answers[1]


@pytest.fixture
def laptops(clock: TestClock, tmp_path: Path) -> Laptops:
    """A community of three that has met once, on both."""
    homes = tmp_path / "ours", tmp_path / "theirs"
    both = Laptops(clock, Shell(clock, homes[0]), Shell(clock, homes[1]), homes)
    both.ours.answer("new", "Peers", "--members", "-", stdin="Ana\nBen\nChidi\n")
    both.ours.answer("plan", "--template", "blank", "--starts", "2026-12-01 14:00", "--zone", "UTC")
    both.ours.answer("do", "start")
    clock.advance(60)
    both.ours.answer("do", "end")
    homes[1].mkdir(mode=0o700)
    (homes[1] / "communities").mkdir()
    both.meet()
    return both


@pytest.mark.parametrize(("day", "what"), [("15", "for one day"), ("16", "as session 2")])
def test_a_session_that_both_planned_stands_twice_and_is_said_everywhere(laptops: Laptops, day: str, what: str) -> None:
    common = ("plan", "--template", "ordinary", "--zone", "UTC")
    ids = laptops.apart(
        (*common, "--starts", "2026-12-15 14:00", "--place", "Library", "--presenter", "Ana"),
        (*common, "--starts", f"2026-12-{day} 16:00", "--place", "Town hall", "--presenter", "Ben"),
    )
    for command in ("next", "sessions"):
        said = laptops.both(command)
        assert f"planned 2 times {what}: {ids[0]}, " in said
        assert "Library, presenting: Ana; and " in said
        assert "Town hall, presenting: Ben. Hold one of them; the others can be left" in said
    assert "which session?" in laptops.ours.refusal("invite", "--to", "-")
    assert all(laptops.both("show", id) for id in ids)
    # One of them is held: nothing more is said of it, and of the other that it was not held.
    laptops.clock.advance(15 * 24 * 3600)
    laptops.ours.answer("do", ids[1], "start")
    assert "planned 2 times" not in laptops.ours.answer("sessions")
    assert "planned 2 times" not in laptops.ours("sessions").err


def test_two_sessions_of_different_days_and_titles_are_no_riddle(laptops: Laptops) -> None:
    laptops.apart(
        ("plan", "--template", "blank", "--starts", "2026-12-15 14:00", "--title", "Winter"),
        ("plan", "--template", "blank", "--starts", "2027-01-15 14:00", "--title", "Spring"),
    )
    assert "planned 2 times" not in laptops.both("sessions") + laptops.both("next")


def test_a_next_time_agreed_apart_stands_twice_until_it_is_agreed_again(laptops: Laptops) -> None:
    laptops.apart(
        ("next", "--starts", "2026-12-15 14:00", "--zone", "UTC", "--place", "Library"),
        ("next", "--starts", "2026-12-16 14:00", "--zone", "UTC", "--presenter", "Ben"),
    )
    said = laptops.both("next")
    assert f"{AGREED}: Tue 15 Dec 2026, 14:00, UTC, Library; and Wed 16 Dec 2026, 14:00, UTC, presenting: Ben." in said
    laptops.ours.answer("next", "--place", "Library")
    laptops.meet()
    assert AGREED not in laptops.both("next")


def test_rules_agreed_apart_are_all_there_and_the_difference_is_said_until_they_change_again(laptops: Laptops) -> None:
    laptops.ours.answer("rules", "--add", "What is said here stays here")
    laptops.meet()
    laptops.apart(("rules", "--add", "Phones off"), ("rules", "--add", "One voice at a time"))
    said = laptops.both("rules")
    assert f"{RULES}; the later list counts, the other has “Phones off” and lacks “One voice at a time”;" in said
    assert "One voice at a time" in said.splitlines()[1]
    history = laptops.both("rules", "--history")
    assert ", agreed apart from the list before" in history
    assert "New: Phones off" in history
    (session,) = laptops.ours.json("sessions", "--json")
    (notice,) = laptops.ours.json("show", session["id"], "--json")["notices"]
    assert notice.startswith(RULES)
    laptops.theirs.answer("rules", "--add", "Phones off")
    laptops.meet()
    after = laptops.both("rules")
    assert RULES not in after
    assert [line[4:] for line in after.splitlines()[:3]] == [
        "What is said here stays here",
        "One voice at a time",
        "Phones off",
    ]


def test_the_same_rule_agreed_on_both_is_no_riddle(laptops: Laptops) -> None:
    laptops.apart(("rules", "--add", "Phones off"), ("rules", "--add", "Phones off"))
    assert RULES not in laptops.both("rules")


def test_rules_in_another_order_or_dropped_on_one_laptop_are_said_too(laptops: Laptops) -> None:
    laptops.ours.answer("rules", "--add", "One", "--add", "Two")
    laptops.meet()
    laptops.apart(("rules", "--move", "2=1"), ("rules", "--drop", "1", "--add", "One"))
    assert RULES not in laptops.both("rules")  # both come to the same
    laptops.apart(("rules", "--drop", "1"), ("rules", "--move", "2=1"))
    assert "the other lacks “Two”" in laptops.both("rules")


def test_a_charter_answered_apart_keeps_both_answers(laptops: Laptops) -> None:
    laptops.apart(
        ("charter", "--answer", "brief=A case", "--choose", "names=yes", "--answer", "meeting=Mondays"),
        ("charter", "--answer", "brief=A theme", "--choose", "names=no", "--answer", "between=A letter"),
    )
    said = laptops.both("charter")
    for words in ("A theme; answered apart from this: A case", "Mondays", "A letter"):
        assert words in said
    assert "answered twice, apart from each other, Presenters' brief: “A case”; and “A theme”; the later counts" in said
    assert "until it is answered again it is a no" in said
    laptops.ours.answer("charter", "--answer", "brief=A theme", "--choose", "names=no")
    laptops.meet()
    assert "apart from" not in laptops.both("charter")


def test_a_yes_beside_a_no_is_a_no_whichever_came_later(laptops: Laptops) -> None:
    laptops.apart(("charter", "--choose", "names=no"), ("charter", "--choose", "names=yes"))
    (session,) = laptops.ours.json("sessions", "--json")
    laptops.ours.answer("do", session["id"], "undo")  # it runs again
    line = ("r Numbers for the board @ana >sponsor",)
    laptops.ours.answer("capture", session["id"], *line)
    (capture,) = laptops.ours.json("show", session["id"], "--json")["captures"]
    laptops.ours.answer("do", session["id"], "release", capture["id"])
    sponsor = ("summary", session["id"], "--audience", "sponsor", "--to", "-")
    assert "Numbers for the board" in laptops.ours.answer(*sponsor)
    assert "Ana" not in laptops.ours.answer(*sponsor)
    laptops.ours.answer("charter", "--choose", "names=yes")
    assert "Ana" in laptops.ours.answer(*sponsor)


def test_an_answer_taken_back_on_one_laptop_leaves_what_the_other_says(laptops: Laptops) -> None:
    laptops.ours.answer("charter", "--answer", "brief=A case")
    laptops.meet()
    laptops.apart(("charter", "--answer", "brief=A theme"), ("charter", "--answer", "brief="))
    assert "Presenters' brief: A theme" in laptops.both("charter")


def test_whatever_order_their_folders_meet_in_both_say_the_same(laptops: Laptops) -> None:
    laptops.ours.answer("rules", "--add", "One")
    laptops.theirs.answer("rules", "--add", "Two")
    laptops.clock.advance(1)
    laptops.ours.answer("rules", "--add", "Three")
    laptops.theirs.answer("charter", "--answer", "brief=x")
    laptops.meet()
    assert "has “Two” and lacks “One”, “Three”" in laptops.both("rules")

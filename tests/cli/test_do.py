"""do: every act of the live hour as words."""

from typing import Any

import pytest

from lcterm.core.acts import ACTS
from tests.cli.hour import do, state
from tests.cli.running import Shell
from tests.clock_program import START, TestClock


def points(shell: Shell) -> list[str]:
    return [point["status"] for point in state(shell)["agenda"]]


def queue(shell: Shell) -> list[tuple[str, str]]:
    return [(hand["name"], hand["kind"]) for hand in state(shell)["floor"]["queue"]]


def speaking(shell: Shell) -> str | None:
    turn = state(shell)["floor"]["speaking"]
    return None if turn is None else str(turn["name"])


def voice(shell: Shell, name: str) -> dict[str, Any]:
    return next(one for one in state(shell)["voices"] if one["name"] == name)


def test_the_acts_of_the_contract_are_all_there() -> None:
    assert list(ACTS) == [
        *("start", "pause", "resume", "next", "previous", "jump", "skip", "extend", "late", "hand", "withdraw"),
        *("give", "done", "spoke", "pass", "arrive", "leave", "listen", "mode", "close-queue", "open-queue"),
        *("care", "insert", "rename", "ask", "presenters", "sums-up", "shift", "fix", "landing", "room"),
        *("hide-clock", "show-clock", "tick", "untick", "move", "reopen", "interject", "by-kind", "limit"),
        *("starter", "backwards", "pairs", "swap", "seat", "place", "hand-over"),
        *("decide", "suggest", "reword", "sort", "wall", "vote", "light", "count", "settle", "park", "give-up"),
        *("release", "agree", "finish", "drop"),
        *("undo", "redo", "end"),
    ]


def test_start_pause_resume_end(hour: Shell, clock: TestClock) -> None:
    assert do(hour, "start") == "The session has begun with Hello."
    clock.advance(60)
    assert do(hour, "pause") == "All clocks stand still."
    assert state(hour)["status"] == "paused"
    clock.advance(600)
    assert do(hour, "resume") == "The clocks go on."
    assert state(hour)["status"] == "running"
    assert state(hour)["agenda"][0]["remaining_seconds"] == 540
    clock.advance(60)
    assert do(hour, "end") == "The session is closed."
    assert state(hour)["status"] == "closed"
    assert state(hour)["ended"] == "2026-12-01T14:12:00+00:00"
    assert state(hour)["agenda"][0]["actual_seconds"] == 120


def test_next_previous_jump_skip(hour: Shell) -> None:
    do(hour, "start")
    assert do(hour, "next") == "Hello is done; now Talk."
    assert points(hour) == ["done", "running", "ahead", "ahead"]
    assert do(hour, "previous") == "Back at Hello; its clock goes on."
    assert points(hour) == ["running", "ahead", "ahead", "ahead"]
    assert do(hour, "jump 3") == "Hello is done; now Break."
    assert points(hour) == ["done", "ahead", "running", "ahead"]
    assert do(hour, "skip 2") == "Talk is left out."
    assert do(hour, "skip") == "Break is left out; now Harvest."
    assert points(hour) == ["done", "skipped", "skipped", "running"]
    assert do(hour, "next") == "The session is closed."


@pytest.mark.parametrize(
    ("words", "says", "length"),
    [
        ("extend 5", "5 minutes more for Talk.", 25),
        ("extend -5", "5 minutes less for Talk.", 15),
        ("extend 1", "1 minute more for Talk.", 21),
        ("extend -2.5", "2.5 minutes less for Talk.", 17.5),
    ],
)
def test_extend_gives_minutes_and_takes_them(talk: Shell, words: str, says: str, length: float) -> None:
    assert do(talk, words) == says
    assert state(talk)["agenda"][1]["remaining_seconds"] == length * 60
    assert state(talk)["agenda"][1]["planned_minutes"] == 20


def test_late_puts_the_start_right(hour: Shell, clock: TestClock) -> None:
    clock.advance(600)
    do(hour, "start")
    assert do(hour, "late 4") == "Hello began 4 min ago."
    assert state(hour)["started"] == "2026-12-01T14:06:00+00:00"
    assert state(hour)["agenda"][0]["remaining_seconds"] == 360


def test_hands_of_every_kind_in_plain_order_and_one_taken_down(talk: Shell) -> None:
    assert do(talk, "hand Ana process") == "Ana has a hand up, a process matter."
    assert do(talk, "hand ben QUESTION") == "Ben has a hand up, a question."
    assert do(talk, "hand sk reply") == "Sam K. has a hand up, a reply."
    assert do(talk, "hand chidi point") == "Chidi has a hand up."
    assert do(talk, "hand so") == "Sam O. has a hand up."
    assert queue(talk) == [
        ("Ana", "process"),
        ("Ben", "question"),
        ("Sam K.", "reply"),
        ("Chidi", "point"),
        ("Sam O.", "point"),
    ]
    assert do(talk, "withdraw Ben") == "Ben has no hand up any more."
    assert [name for name, _ in queue(talk)] == ["Ana", "Sam K.", "Chidi", "Sam O."]


@pytest.mark.parametrize(
    "words",
    [
        ("hand", "Sam K.", "question"),
        ("hand", "Sam", "K.", "question"),
        ("hand", "sam", "k", "question"),
        ("hand", "SAMK", "Question"),
        ("hand", "sk", "question"),
    ],
)
def test_a_name_of_several_words_with_or_without_quotes(talk: Shell, words: tuple[str, ...]) -> None:
    talk.answer("do", *words)
    assert queue(talk) == [("Sam K.", "question")]


def test_a_member_whose_name_is_a_kind_of_hand(peers: Shell) -> None:
    peers.answer("members", "--add", "Point")
    peers.answer("plan", "--agenda", "-", stdin="10 min - Talk [queue]")
    do(peers, "start")
    assert do(peers, "hand point") == "Point has a hand up."
    assert do(peers, "hand point reply") == "Point's hand is for a reply now."


def test_give_done_spoke(talk: Shell, clock: TestClock) -> None:
    do(talk, "hand Chidi")
    assert do(talk, "give") == "Chidi has the floor."
    clock.advance(45)
    assert do(talk, "give Sam O.") == "Sam O. has the floor."
    assert speaking(talk) == "Sam O."
    clock.advance(30)
    assert do(talk, "done") == "Sam O. has finished; the floor is free."
    assert do(talk, "spoke ana") == "Ana spoke, 20 seconds noted."
    assert speaking(talk) is None
    assert [(voice(talk, name)["turns"], voice(talk, name)["seconds"]) for name in ("Chidi", "Sam O.", "Ana")] == [
        (1, 45),
        (1, 30),
        (1, 20),
    ]


def test_a_round_with_passing_by_name_and_without(hour: Shell) -> None:
    do(hour, "start")
    assert do(hour, "starter ana") == "Ana begins the round, in seat order."
    assert do(hour, "pass chidi") == "Chidi passes."
    assert do(hour, "give") == "Ana has the floor."
    assert do(hour, "pass") == "Ana passes. Ben has the floor."
    assert do(hour, "give") == "Sam K. has the floor."
    assert do(hour, "give") == "Sam O. has the floor."
    assert do(hour, "give") == "Chidi has the floor."
    assert do(hour, "give") == "Ana has the floor."
    assert hour.refusal("do", "give") == "Everyone has had their turn in this round; the next point can begin."


def test_arrive_leave_listen(talk: Shell) -> None:
    assert do(talk, "leave sam k") == "Sam K. is away."
    assert voice(talk, "Sam K.")["present"] is False
    assert do(talk, "arrive sam k") == "Sam K. is here."
    assert voice(talk, "Sam K.")["present"] is True
    assert do(talk, "listen Ben") == "Ben keeps to listening today; no mark for it."
    assert voice(talk, "Ben")["listening"] is True
    assert do(talk, "listen Ben") == "Ben takes part again."
    assert voice(talk, "Ben")["listening"] is False


def test_somebody_who_joined_the_community_meanwhile_can_arrive(talk: Shell) -> None:
    talk.answer("members", "--add", "Dorota")
    assert talk.refusal("do", "hand", "Dorota") == "Dorota is away; let them arrive first."
    assert do(talk, "arrive Dorota") == "Dorota is here."
    assert voice(talk, "Dorota")["badge"] == "d"


@pytest.mark.parametrize("mode", ["round", "open", "presenter", "pairs", "none"])
def test_every_mode(talk: Shell, mode: str) -> None:
    do(talk, f"mode {mode.upper()}")
    assert state(talk)["floor"]["mode"] == mode
    assert state(talk)["agenda"][1]["mode"] == mode


def test_the_list_closed_and_opened(talk: Shell) -> None:
    assert do(talk, "close-queue") == "The list is closed: no new hands."
    assert state(talk)["floor"]["open"] is False
    assert talk.refusal("do", "hand", "Ana") == "The list is closed; open it to take more hands."
    assert do(talk, "open-queue") == "The list is open again."
    assert state(talk)["floor"]["open"] is True


def test_undo_and_redo_over_several_runs_of_the_program(talk: Shell) -> None:
    do(talk, "hand Ana")
    do(talk, "hand Ben")
    assert do(talk, "undo") == "Taken back: Ben has a hand up."
    assert do(talk, "undo") == "Taken back: Ana has a hand up."
    assert queue(talk) == []
    assert do(talk, "redo") == "Done again: Ana has a hand up."
    assert do(talk, "redo") == "Done again: Ben has a hand up."
    assert talk.refusal("do", "redo") == "Nothing was taken back that could be done again."
    assert [name for name, _ in queue(talk)] == ["Ana", "Ben"]


def test_the_session_may_be_named_first(talk: Shell) -> None:
    session = state(talk)["session"]
    other = talk.answer("plan", "--starts", "2026-12-08 14:00", "--title", "Letters")
    assert talk.answer("do", session, "hand", "Ana") == "Ana has a hand up."
    begun = talk.answer("do", "letters", "start")
    assert begun == "Started today with Introductions; it was planned for Tue 8 Dec 2026."
    assert talk.refusal("do", other) == f"{other!r} is no act; there is {', '.join(ACTS)}"
    assert talk.refusal("do", "nosuch", "start").startswith("no session is called 'nosuch'; there is ")


def test_a_notekeeper_catches_up_with_at(hour: Shell, clock: TestClock) -> None:
    clock.advance(3600)
    for at, words in (
        ("2026-12-01 14:01", "start"),
        ("2026-12-01T14:11:00", "next"),
        ("2026-12-01T14:12:00Z", "give Ana"),
        ("2026-12-01T15:13:00+01:00", "done"),
    ):
        hour.answer("do", *words.split(), "--at", at)
    record = state(hour)
    assert record["started"] == "2026-12-01T14:01:00+00:00"
    assert record["agenda"][0]["actual_seconds"] == 600
    assert voice(hour, "Ana")["seconds"] == 60
    assert voice(hour, "Ana")["last_spoke"] == "2026-12-01T14:13:00+00:00"


def test_at_may_not_lie_before_the_last_thing_noted(talk: Shell) -> None:
    said = talk.refusal("do", "give", "Ana", "--at", "2026-12-01 13:59")
    assert said == (
        "--at 2026-12-01 13:59 is before the last thing noted, at 2026-12-01T14:00:00+00:00; give a time from then on"
    )
    assert talk.refusal("do", "give", "Ana", "--at", "later") == (
        "--at 'later' is no time; write it like 2026-12-01 14:00"
    )
    assert talk.answer("do", "give", "Ana", "--at", "2026-12-01 14:00") == "Ana has the floor."


def test_a_clock_that_was_set_back_does_not_stop_the_session(talk: Shell, clock: TestClock) -> None:
    clock.step(-3600)
    assert do(talk, "give Ana") == "Ana has the floor."
    clock.set(START.replace(minute=1))
    do(talk, "done")
    assert state(talk)["status"] == "running"

"""The charter, large, key by key, and what the board offers of it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from lcterm.core.agenda_plan import Mode
from lcterm.core.commands import StartSession
from lcterm.core.community_events import CharterAnswered, RolesGiven, RulesAgreed
from lcterm.core.fold_charter import Answer
from lcterm.store.charter import topics
from lcterm.ui.app import LcTerm
from lcterm.ui.screens.charter import CharterScreen
from lcterm.ui.screens.rules import RulesScreen
from tests.clock_program import TestClock
from tests.ui.beside import chosen, press, text, well_drawn
from tests.ui.boards import board_app, board_of, pane_text

DESIGN: tuple[tuple[str, float, Mode], ...] = (("Designing together", 50, "queue"), ("Our rules", 5, "open"))
HOSTILE = ("[/red] 漢字漢字", "[@click=app.bell]x[/]", "漢" * 200, "👩‍👩‍👧‍👦", "x" * 400)


def settled(app: LcTerm) -> dict[str, Answer]:
    return board_of(app).desk.meeting.community.charter


def decisions(app: LcTerm) -> list[str]:
    captures = board_of(app).desk.meeting.session.captures.values()
    return [one.words.text for one in captures if one.words.kind == "decision"]


def prompts(app: LcTerm) -> str:
    return " ".join(pane_text(board_of(app), "prompts").split())


def now_open(app: LcTerm) -> object:
    """The screen that is shown."""
    return app.screen


async def opened(app: LcTerm, pilot: Pilot[None]) -> None:
    board_of(app).open_large("charter")
    await pilot.pause()


async def test_each_thing_is_offered_and_its_answer_is_a_decision_too(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=DESIGN)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "t")
        assert "To settle, 12 left: Who is part of this group" in prompts(app)
        await press(pilot, ":", *"charter", "enter")
        assert isinstance(now_open(app), CharterScreen)
        assert "0 of 12 settled" in text(app)
        assert "Who belongs" in chosen(app)
        assert "Who is part of this group" in text(app)
        await press(pilot, "enter", *"Us", "enter")
        session = board_of(app).desk.meeting.session.id
        assert (settled(app)["belonging"].answer, settled(app)["belonging"].session) == ("Us", session)
        assert decisions(app) == ["Who belongs: Us"]
        assert "Settled, 1 of 12." in text(app, "message")
        await press(pilot, "o")
        assert "When and where" in chosen(app)
        await press(pilot, "o", "o", "a")
        assert settled(app)["order"].choice == "chaired"
        assert decisions(app)[-1].startswith("Order of speaking: the facilitator keeps a list")
        await press(pilot, "b")
        assert settled(app)["order"].choice == "self-managed"
        assert len(decisions(app)) == 2, "the decision is mended, not made twice"
        assert decisions(app)[-1].startswith("Order of speaking: we look after it ourselves")
        await press(pilot, "escape")
        assert "To settle, 10 left: How often do we meet" in prompts(app)


async def test_an_answer_can_be_taken_back_and_opened_again(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=DESIGN)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t")
        await opened(app, pilot)
        await press(pilot, "enter", *"Us", "enter", "s", "u")
        assert board_of(app).desk.meeting.session.room == "charter", "what was done since stays"
        assert settled(app) == {}
        assert decisions(app) == []
        assert "It stands as before." in text(app, "message")
        await press(pilot, "enter", *"We", "enter", "e", "!", "enter", "u")
        assert decisions(app) == ["Who belongs: We"]
        assert settled(app)["belonging"].answer == "We"
        await press(pilot, "x")
        assert settled(app) == {}
        assert "It is open again." in text(app, "message")
        await press(pilot, "x")
        assert "It is open still." in text(app, "message")


async def test_before_the_session_nothing_is_written_among_its_captures(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=DESIGN)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await press(pilot, "enter", *"Us", "enter")
        assert settled(app)["belonging"].session == ""
        assert decisions(app) == []
        board_of(app).desk.record_of_community(CharterAnswered(topic="belonging", answer="Others"))
        await press(pilot, "u")
        assert "Somebody has settled it otherwise since" in text(app, "message")
        assert settled(app)["belonging"].answer == "Others"


async def test_the_rules_are_settled_on_their_own_screen(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=DESIGN)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await press(pilot, *["down"] * 4)
        assert "Rules" in chosen(app)
        await press(pilot, "enter")
        assert isinstance(now_open(app), RulesScreen)
        await press(pilot, "a", *"Kind", "enter", "escape")
        assert isinstance(now_open(app), CharterScreen)
        assert "1 of 12 settled" in text(app)
        assert "= 1 rule" in text(app)


async def test_everything_settled_is_said(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=DESIGN)
    async with app.run_test(size=(120, 36)) as pilot:
        desk = board_of(app).desk
        desk.record_of_community(RulesAgreed(rules=("Kind",)))
        for topic in topics():
            choice = topic.choices[0].id if topic.choices else ""
            desk.record_of_community(CharterAnswered(topic=topic.id, answer="so", choice=choice))
        await opened(app, pilot)
        assert "12 of 12 settled" in text(app)
        await press(pilot, "o")
        assert "Everything is settled." in text(app, "message")
        await press(pilot, "escape", "t")
        assert "All twelve things are settled" in prompts(app)
        await press(pilot, "y")
        assert "All twelve things are settled" in text(app)


async def test_the_keeper_is_thanked_and_asked_again(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=DESIGN[1:])
    async with app.run_test(size=(120, 36)) as pilot:
        desk = board_of(app).desk
        assert "Hold the pause after it." in prompts(app)
        person = next(iter(desk.meeting.community.members))
        desk.record_of_community(RolesGiven(person=person, roles=("member", "rules keeper")))
        await press(pilot, "t")
        shown = prompts(app)
        assert shown.index("Hold the pause") < shown.index("Thank Amina for keeping the rules")
        clock.advance(60)
        desk.record_of_community(RolesGiven(person=person, roles=("member", "rules keeper")))
        board_of(app).draw()
        assert "Thank Amina" not in prompts(app), "she has just been chosen"


@pytest.mark.parametrize("size", [(150, 40), (120, 36), (80, 24), (60, 20), (20, 5), (3, 2)])
async def test_every_row_fits_whatever_people_write(tmp_path: Path, clock: TestClock, size: tuple[int, int]) -> None:
    app = board_app(tmp_path, clock, agenda=DESIGN)
    async with app.run_test(size=size) as pilot:
        desk = board_of(app).desk
        for topic, answer in zip(topics(), HOSTILE, strict=False):
            desk.record_of_community(CharterAnswered(topic=topic.id, answer=answer, choice="[x]"))
        await opened(app, pilot)
        for key in ("up", "up", "down", "down", "e", "escape", "o", "end", "v", "home", "t"):
            well_drawn(app)
            await press(pilot, key)
        well_drawn(app)


async def test_the_purpose_is_said_anew_and_is_a_decision_too(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=(("Purpose", 30, "queue"),))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "t", "enter")
        assert "p purpose" in text(app, "footer")
        assert "What are we here for? p writes it." in text(app)
        await press(pilot, "p", *"Nobody is cold", "enter")
        community = board_of(app).desk.meeting.community
        assert community.purpose == "Nobody is cold"
        assert community.purpose_history[-1].session == board_of(app).desk.meeting.session.id
        assert decisions(app) == ["Purpose: Nobody is cold"]
        assert "Our purpose: Nobody is cold" in text(app)
        await press(pilot, "u")
        assert (board_of(app).desk.meeting.community.purpose, decisions(app)) == ("", [])


async def test_a_sentence_that_is_typed_opens_the_line_and_keeps_its_first_letter(
    tmp_path: Path, clock: TestClock
) -> None:
    app = board_app(tmp_path, clock, agenda=DESIGN)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(app, pilot)
        await press(pilot, *"Every four weeks", "enter")
        assert settled(app)["belonging"].answer == "Every four weeks"


async def test_words_beside_set_answers_choose_or_say_what_there_is(tmp_path: Path, clock: TestClock) -> None:
    app = board_app(tmp_path, clock, agenda=DESIGN)
    async with app.run_test(size=(120, 36)) as pilot:
        board_of(app).act(StartSession())
        await opened(app, pilot)
        app.screen.chosen = "presentations"  # type: ignore[attr-defined]
        await press(pilot, "e", *"as it comes", "enter")
        assert "Presentations: said, not chosen yet; there is one or two: a b." in text(app, "message")
        assert "“as it comes” is said, not chosen yet" in text(app)
        assert not board_of(app).view.session.captures
        await press(pilot, "a")
        assert "a single presentation with a long discussion (as it comes)" in " ".join(text(app).split())
        await press(pilot, "e", *["backspace"] * 11, *"two", "enter")
        held = board_of(app).desk.meeting.community.charter["presentations"]
        assert (held.choice, held.answer) == ("two", "")

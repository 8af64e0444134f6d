"""The agenda of a refresh: what stands today beside each point, and never words for people who only begin."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.community import Community
from lcterm.core.fold_charter import Answer, SetupItem
from lcterm.core.refusal import Refused
from lcterm.core.when import zone_named
from lcterm.store import refresh as refresh_module
from lcterm.store.agenda_notes import NOTE_MAX
from lcterm.store.charter_agenda import charter_agenda
from lcterm.store.refresh import refresh_words
from lcterm.store.refresh_agenda import RULES_MAX
from lcterm.store.register import plan
from lcterm.store.shelf import read_session
from lcterm.store.shipped import shipped
from lcterm.store.templates import Template, find_template
from tests.clock_program import TestClock
from tests.store.struck import Seats

NOWHERE = Path("nowhere")


def design() -> Template:
    return find_template("design", NOWHERE)


def settled(rules: tuple[str, ...] = (), setup: dict[str, SetupItem] | None = None, **answers: str) -> Community:
    charter = {
        topic: Answer(topic=topic, answer=words if " " in words else "", choice="" if " " in words else words, at=1)
        for topic, words in answers.items()
    }
    return Community(charter=charter, rules=rules, setup=setup or {})


def points(community: Community, template: Template | None = None) -> dict[str, PlannedPoint]:
    return {one.title: one for one in charter_agenda(community, template or design(), ())}


def notes(community: Community, title: str) -> list[str]:
    return list(points(community)[title].notes)


def test_without_a_charter_it_is_the_design_session() -> None:
    assert charter_agenda(Community(rules=("One",)), design(), ()) == design().planned()


def test_points_lengths_and_modes_are_those_of_the_design_session() -> None:
    made, plain = charter_agenda(settled(order="chaired"), design(), ()), design().planned()
    assert [(one.title, one.minutes, one.mode, one.sums_up) for one in made] == [
        (one.title, one.minutes, one.mode, one.sums_up) for one in plain
    ]
    assert points(settled(order="self-managed"))["Designing together"].mode == "open"


def test_the_rules_as_they_stand_are_beside_the_rules() -> None:
    community = settled(rules=("What is said here stays here", "x" * 300), order="chaired")
    made = notes(community, "Our rules")
    assert "Rule 1: What is said here stays here" in made
    assert made[0].startswith("Read the rules aloud")
    assert max(map(len, made)) <= NOTE_MAX
    many = notes(settled(rules=tuple(f"Rule of {n}" for n in range(RULES_MAX + 3)), order="chaired"), "Our rules")
    assert many[-1] == "And 3 more: the rules page has them all."


def test_what_is_settled_and_what_is_open_is_beside_the_designing() -> None:
    community = settled(order="chaired", belonging="Those who do this work", voices="no", presentations="one")
    made = notes(community, "Designing together")
    assert "Who belongs: Those who do this work" in made
    assert "Presentations: a single presentation with a long discussion" in made
    assert "Voices over sessions: each session stands by itself" in made
    (left,) = [one for one in made if one.startswith("Still open: ")]
    assert "When and where" in left
    assert "Who belongs" not in left
    assert any("still right?" in one for one in made)


def test_the_sponsor_is_asked_again_only_if_the_group_says_so() -> None:
    item = SetupItem(item="funder", state="not needed", note="", who="", when="", at=1)
    made = notes(settled(order="chaired", setup={"funder": item}), "Designing together")
    asked = [one for one in made if one.startswith("To the sponsor: ")]
    assert made.index(refresh_words().sponsor) == made.index(asked[0]) - 1
    assert len(asked) == 7, "all eight but the one that was not needed"
    assert not any("on whom others depend" in one for one in asked)


def test_nobody_goes_first_and_nobody_is_thanked_for_it() -> None:
    community = settled(brief="A case told as a story", arranging="Grace until May")
    for one in points(community).values():
        assert not [note for note in one.notes if "goes first before" in note or "who went first" in note]
    assert "Our brief: A case told as a story" in notes(community, "Presentation")
    assert "Who arranges: Grace until May" in notes(community, "Next date, roles")
    assert points(community)["What this is for"].question == refresh_words().points["purpose"].question


def test_what_a_facilitator_wrote_into_a_copy_stays() -> None:
    first = replace(design().points[2], notes=("My own way to begin",), question="My question?")
    own = replace(design(), own=True, points=(*design().points[:2], first, *design().points[3:]))
    made = points(settled(order="chaired", rules=("One",)), own)["Our rules"]
    assert (made.notes[0], made.question) == ("My own way to begin", "My question?")
    assert "Rule 1: One" in made.notes


def test_other_templates_are_no_refresh() -> None:
    made = charter_agenda(settled(order="chaired"), find_template("ordinary", NOWHERE), ())
    assert not [note for one in made for note in one.notes if "still right?" in note]


def test_it_is_called_a_refresh_unless_somebody_names_it(home: Path, clock: TestClock) -> None:
    seats = Seats(home, clock)
    one = [PlannedPoint(id="p1", title="Talk", minutes=30)]

    def title(community: Community, template: str, given: str = "") -> str:
        id = plan(seats.home, clock, community, one, zone_named("UTC"), "UTC", title=given, template=template)
        return read_session(seats.home, community.id, id).title

    chartered = replace(seats.community, charter=settled(order="chaired").charter)
    assert title(chartered, "design") == "Refresh"
    assert title(chartered, "design", "A new start") == "A new start"
    assert title(chartered, "ordinary") == "session 2"
    assert title(seats.community, "design") == "session 3"


def test_the_shipped_words_are_short_enough_to_be_read_at_a_glance() -> None:
    words = refresh_words()
    assert all(one.questions for one in words.signals.values())
    assert max(len(note) for one in words.points.values() for note in one.notes) <= 72
    assert all(question.endswith((".", "?")) for one in words.signals.values() for question in one.questions)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (('id = "away"', 'id = "awry"'), "something is missing, or not known here: away, awry"),
        (("[sponsor]", "[patron]"), "has no “patron”"),
        (('at = "close"', 'ad = "close"'), "line 112: “at” is missing"),
        (("[sponsor]", "sponsor = 1\n[[more]]"), "has no “more”"),
    ],
)
def test_a_broken_file_says_where(
    change: tuple[str, str], reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "refresh.toml"
    broken.write_text(shipped("data", "charter", "refresh.toml").read_text("utf-8").replace(*change), "utf-8")
    monkeypatch.setattr(refresh_module, "shipped", lambda *parts: broken)
    refresh_words.cache_clear()
    try:
        with pytest.raises(Refused, match=reason):
            refresh_words()
    finally:
        refresh_words.cache_clear()

"""The next agenda as the charter proposes it."""

from pathlib import Path

import pytest

from lcterm.core.community import Community
from lcterm.core.fold_charter import Answer
from lcterm.core.refusal import Refused
from lcterm.store.agenda_notes import NOTE_MAX
from lcterm.store.charter_agenda import charter_agenda
from lcterm.store.templates import Template, find_template


def template(name: str) -> Template:
    return find_template(name, Path("nowhere"))


def settled(**answers: str) -> Community:
    """A community with these answers; a choice where the value is one word."""
    return Community(
        charter={
            topic: Answer(topic=topic, answer=words if " " in words else "", choice="" if " " in words else words, at=1)
            for topic, words in answers.items()
        }
    )


@pytest.mark.parametrize("name", ["ordinary", "ordinary-one", "design", "circle", "circle-first", "blank"])
def test_without_a_charter_the_agenda_is_the_templates(name: str) -> None:
    assert charter_agenda(Community(), template(name), ()) == template(name).planned()


def test_a_group_that_manages_itself_has_open_discussions() -> None:
    for name in ("ordinary", "design"):
        plain = template(name).planned()
        open_ones = charter_agenda(settled(order="self-managed"), template(name), ())
        assert [one.mode for one in open_ones] == ["open" if one.mode == "queue" else one.mode for one in plain]
        assert [one.mode for one in charter_agenda(settled(order="chaired"), template(name), ())] == [
            one.mode for one in plain
        ]


def test_the_brief_stands_beside_presentations_and_nowhere_else() -> None:
    community = settled(brief="A case, told as a story", arranging="Grace, until May")
    points = charter_agenda(community, template("ordinary"), ("ana",))
    with_brief = [one for one in points if "Our brief: A case, told as a story" in one.notes]
    assert [one.mode for one in with_brief] == ["presenter", "presenter"]
    assert with_brief[0].presenters == ("ana",)
    assert [one.title for one in points if "Who arranges: Grace, until May" in one.notes] == ["Next date, roles"]
    talk = charter_agenda(community, template("design"), ())[1]
    assert talk.mode == "presenter"
    assert not any("Our brief" in note for note in talk.notes), "the facilitator's own talk has no brief"


def test_a_charter_half_answered_says_what_is_open() -> None:
    points = charter_agenda(settled(order="chaired"), template("ordinary"), ())
    noted = [note for one in points for note in one.notes if note.startswith("Our charter leaves open: Who belongs")]
    assert len(noted) == 1
    long = charter_agenda(settled(brief="word " * 70), template("ordinary"), ())
    assert all(len(note) <= NOTE_MAX + 40 for one in long for note in one.notes if note.startswith("Our "))


def test_too_many_presenters_are_refused_as_before() -> None:
    with pytest.raises(Refused, match="has room for 1 presenter"):
        charter_agenda(settled(order="chaired"), template("ordinary-one"), ("a", "b"))

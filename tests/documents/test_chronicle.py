"""The chronicle in words: its order, what is left out, that it reads as it was written."""

import re

import pytest

from lcterm.core.chronicle import Chapter, Chronicle, RulesStep, Saying, Talk
from lcterm.core.community import Community
from lcterm.core.fold_charter import Answer, PurposeAsOf
from lcterm.core.learned import LearnedKind
from lcterm.core.rules import RuleChange
from lcterm.documents.chronicle import EMPTY, FOR_US, Document, Part, document
from lcterm.documents.chronicle_markdown import chronicle_markdown
from lcterm.documents.summary_markdown import escaped
from lcterm.store.charter import topics
from tests.documents.meetings import at
from tests.documents.test_summary_html import HOSTILE

DAY = 24 * 60


def saying(kind: LearnedKind, text: str, *names: str) -> Saying:
    return Saying(kind=kind, text=text, at=at(0), names=names)


def chapter(day: int, *sayings: Saying, talks: tuple[Talk, ...] = (), title: str = "", held: bool = True) -> Chapter:
    return Chapter(
        session=f"s{day}",
        title=title or f"session {day}",
        zone="Europe/Berlin",
        began=at(day * DAY),
        held=held,
        here=9,
        talks=talks,
        sayings=sayings,
    )


def made(*chapters: Chapter, community: Community | None = None, **more: object) -> Chronicle:
    fields: dict[str, object] = {
        "people": ("Amina", "Ben", "Chidi"),
        "before": (),
        "rules": (),
        "rules_steps": (),
        "voices": (),
        **more,
    }
    return Chronicle(
        community=community or Community(id="c", name="Housing peers", purpose="To tell each other"),
        zone="Europe/Berlin",
        chapters=chapters,
        **fields,  # type: ignore[arg-type]
    )


def year() -> Chronicle:
    return made(
        chapter(
            0,
            saying("learning", "Say it early", "Ben"),
            saying("story", "The flat, told whole", "Amina"),
            talks=(Talk(title="First case", names=("Amina", "Ben")), Talk(title="Second case", names=())),
        ),
        chapter(28, title="only met"),
        chapter(
            400,
            saying("learning", "A list is a promise"),
            saying("quote", "We knew", "Chidi"),
            saying("outcome", "They phone us first"),
            saying("decision", "We meet on Tuesdays"),
        ),
        before=("Marek",),
        rules=("What is said here stays here",),
        rules_steps=(
            RulesStep(at=at(0), session="s0", changes=(RuleChange("new", "What is said here stays here"),)),
            RulesStep(at=at(DAY), session="", changes=(RuleChange("dropped", "No phones"),)),
        ),
        voices=("Amina", "Ben", "Chidi"),
    )


def part(page: Document, start: str) -> Part:
    return next(one for one in page.parts if one.heading.startswith(start))


def test_the_order_in_which_it_is_read() -> None:
    page = document(year())
    assert page.title == "Housing peers: our chronicle"
    assert page.opening == (
        "To tell each other",
        "We met 3 times, from Tue 1 Dec 2026 to Wed 5 Jan 2028.",
        FOR_US,
    )
    assert [one.heading for one in page.parts] == [
        "Who we are",
        "What we have learned",
        "Stories we tell",
        "What came of it, though nobody had planned it",
        "What we decided",
        "Our ground rules, and how they grew",
        "When we met, and who presented",
        "Whose words these are",
    ]
    assert [one.text for one in part(page, "Who").told] == ["Amina, Ben and Chidi", "With us for a time: Marek"]


def test_what_was_learned_stands_by_meeting_the_latest_first() -> None:
    page = document(year())
    latest, first = part(page, "What we have learned").passages
    assert (latest.heading, first.heading) == ("Wed 5 Jan 2028: session 400", "Tue 1 Dec 2026: session 0")
    assert [(one.text, one.credit, one.quoted) for one in latest.told] == [
        ("A list is a promise", "", False),
        ("We knew", "Chidi", True),
    ]
    assert first.under == ("Presenting: Amina and Ben (First case), Second case",)
    assert [(one.year, one.days) for one in page.years] == [
        (2028, (("session-s400", "Wed 5 Jan"),)),
        (2026, (("session-s0", "Tue 1 Dec"),)),
    ]


def test_every_meeting_is_there_to_be_looked_up() -> None:
    assert [one.text for one in part(document(year()), "When").told] == [
        "Tue 1 Dec 2026: session 0; 9 members; presenting: Amina and Ben (First case), Second case",
        "Tue 29 Dec 2026: only met; 9 members",
        "Wed 5 Jan 2028: session 400; 9 members",
    ]


@pytest.mark.parametrize(
    ("talk", "shown"),
    [
        (Talk(title="Presentation", names=("Amina",)), "; presenting: Amina"),
        (Talk(title="presentation 2", names=("Amina", "Ben")), "; presenting: Amina and Ben"),
        (Talk(title="Presentation: keys", names=("Amina",)), "; presenting: Amina (Presentation: keys)"),
        (Talk(title="Presentation", names=()), ""),
    ],
)
def test_a_title_that_says_nothing_of_it_is_left_out(talk: Talk, shown: str) -> None:
    (told,) = part(document(made(chapter(0, talks=(talk,)))), "When").told
    assert told.text == f"Tue 1 Dec 2026: session 0; 9 members{shown}"


def test_what_the_charter_came_back_to_stands_once() -> None:
    meeting = next(one.title for one in topics() if one.id == "meeting")
    answer = Answer(topic="meeting", answer="Mondays", choice="", at=at(60 * DAY))
    said = [saying("decision", f"{meeting}: {day}") for day in ("Mondays", "Tuesdays", "Mondays")]
    chapters = (chapter(place * 30, one) for place, one in enumerate(said))
    community = Community(id="c", name="C", charter={"meeting": answer})
    told = part(document(made(*chapters, community=community)), "What we decided").told
    assert [(one.text, one.credit) for one in told] == [(f"{meeting}: Mondays", "Sat 30 Jan 2027")]


def test_how_the_rules_grew() -> None:
    rules = part(document(year()), "Our ground rules")
    assert [one.heading for one in rules.passages] == ["Tue 1 Dec 2026: session 0", "Wed 2 Dec 2026"]
    assert [one.told[0].text for one in rules.passages] == ["New: What is said here stays here", "Dropped: No phones"]


def test_a_decision_about_the_charter_stands_while_the_charter_says_so() -> None:
    meeting, order = ({one.id: one.title for one in topics()}[id] for id in ("meeting", "order"))
    answer = Answer(topic="meeting", answer="Mondays", choice="", at=at(DAY))
    purposes = (PurposeAsOf(at=at(DAY), purpose="To learn"),)
    community = Community(id="c", name="C", purpose="To learn", charter={"meeting": answer}, purpose_history=purposes)
    said = (
        saying("decision", f"{meeting}: Tuesdays"),
        saying("decision", f"{meeting}: Mondays"),
        saying("decision", f"{order}: by lot"),
        saying("decision", "Purpose: to meet"),
        saying("decision", "Each of us phones somebody"),
    )
    later = Saying(kind="decision", text=f"{meeting}: not in August", at=at(2 * DAY))
    told = part(document(made(chapter(0, *said), chapter(2, later), community=community)), "What we decided")
    assert [one.text for one in told.told] == [
        f"{meeting}: not in August",
        f"{meeting}: Mondays",
        f"{order}: by lot",
        "Each of us phones somebody",
    ]
    assert told.lead


@pytest.mark.parametrize(
    ("held", "opening"),
    [
        (made(people=()), ("To tell each other", "We have not met yet.", EMPTY)),
        (made(chapter(0)), ("To tell each other", "We met once, on Tue 1 Dec 2026.", EMPTY)),
        (made(chapter(0), chapter(0)), ("To tell each other", "We met 2 times, on Tue 1 Dec 2026.", EMPTY)),
    ],
)
def test_where_nothing_is_kept_yet_it_says_so(held: Chronicle, opening: tuple[str, ...]) -> None:
    assert document(held).opening == opening


def test_markdown_has_everything_in_order() -> None:
    text = chronicle_markdown(year())
    for line in (
        "# Housing peers: our chronicle",
        "### Tue 1 Dec 2026: session 0",
        "- Say it early (Ben)",
        "> “We knew” (Chidi)",
        "The flat, told whole  \n— Amina, Tue 1 Dec 2026",
        "- They phone us first (Wed 5 Jan 2028)",
        "1. What is said here stays here",
    ):
        assert f"\n{line}\n" in f"\n{text}"
    assert not re.search(r"\n\n\n|[^ ] \n", text)


@pytest.mark.parametrize("words", [*HOSTILE, "# Title", "1. one", "> quoted", "*a* [b](c) `d` | e", "- item"])
def test_whatever_people_write_reads_as_they_wrote_it(words: str) -> None:
    kinds: tuple[LearnedKind, ...] = ("learning", "story", "outcome", "decision", "quote")
    held = made(
        chapter(0, *(saying(kind, words, words) for kind in kinds), talks=(Talk(title=words, names=(words,)),)),
        community=Community(id="c", name=words, purpose=words),
        people=(words,),
        rules=(words,),
        voices=(words,),
    )
    for line in chronicle_markdown(held).split("\n"):
        plain = re.sub(r"^(#+ |- |\d\. |> |— )", "", line)
        assert not re.search(r"(?<!\\)[*`\[\]|]|<", plain)
        assert not re.match(r"#|>|[-+=] |\d+[.)] ", plain)
    assert escaped(words) in chronicle_markdown(held)

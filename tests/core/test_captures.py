"""The capture line: what is understood, what is refused, and that it can be mended."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lcterm.core.capture_words import LETTERS, audience_words, due_words
from lcterm.core.captures import TEXT_MAX, preview, read_line, whose_words, write_line
from lcterm.core.events import Audience, CaptureKind, Words
from lcterm.core.names import Known

TODAY = date(2026, 11, 24)  # a Tuesday
PEOPLE = [
    Known("p1", "Amina", "a"),
    Known("p2", "Ben", "b"),
    Known("p3", "Sam K.", "sk"),
    Known("p4", "Sam O.", "so"),
    Known("p5", "Tracy", "t"),
    Known("p6", "Zoë Ångström", ""),
]
NAMES = {one.person: one.name for one in PEOPLE}


def read(line: str) -> Words:
    """The words of a line with nothing to mend."""
    understood = read_line(line, PEOPLE, TODAY)
    assert understood.problem == ""
    return understood.words


def problem(line: str) -> str:
    return read_line(line, PEOPLE, TODAY).problem


def test_the_line_of_the_board() -> None:
    words = read("a Ask the council for the list of empty homes @tracy @ben ^fri >sponsor")
    assert words == Words(
        kind="action",
        text="Ask the council for the list of empty homes",
        owners=("p5", "p2"),
        due="2026-11-27",
        audience="sponsor",
    )
    understood = "action · Tracy, Ben · due Fri 27 Nov · for the group and the sponsor, who gets no names"
    assert preview(words, NAMES) == understood


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("l Tell >evva first", ">evva is nobody here"),
        ("l Tell >sam, please", ">sam could be Sam K. or Sam O."),
        ("l Tell them >room >evva", ">evva is nobody here"),
        ("l >Élodie and >evva", ">Élodie is nobody here"),
        ("l Tell >ben >sponsor >ROOM", ""),
        ("l 2 > 1 >> >5 >-x a>evva", ""),
        ("n Tell >evva", ""),
    ],
)
def test_a_word_meant_for_fewer_that_fits_nobody_is_found(line: str, reason: str) -> None:
    understood = read_line(line, PEOPLE, TODAY)
    assert (understood.problem, understood.unaddressed) == ("", reason)
    if reason:
        assert reason.split(" ")[0] in understood.words.text


def test_every_kind_has_its_letter() -> None:
    assert "".join(LETTERS) == "aldqprsoufn"
    for letter, kind in LETTERS.items():
        assert (read(f"{letter} words").kind, read(f"{letter} words").text) == (kind, "words")


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("Say it early", "learning", "Say it early"),
        ("a good day", "action", "good day"),
        ("another day", "learning", "another day"),
        ("x marks it", "learning", "x marks it"),
        ("A good day", "learning", "A good day"),
        ("say a word", "learning", "say a word"),
        ("  q why? ", "question", "why?"),
        ("l a good day", "learning", "a good day"),
    ],
)
def test_a_kind_letter_counts_only_first_and_with_a_blank_behind(line: str, kind: CaptureKind, text: str) -> None:
    assert (read(line).kind, read(line).text) == (kind, text)


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("a x @t", ("p5",)),
        ("a x @Tra", ("p5",)),
        ("a x @sk, @samo", ("p3", "p4")),
        ("a x @ben @tracy @ben", ("p2", "p5")),
        ("a @ben: call them", ("p2",)),
        ("a x @zoe", ("p6",)),
        ("a mail ben@example.org", ()),
    ],
)
def test_owners_by_name_or_badge(line: str, owners: tuple[str, ...]) -> None:
    assert read(line).owners == owners


def test_two_at_signs_are_a_plain_one() -> None:
    assert read("l write to @@council or @@ home").text == "write to @council or @ home"
    assert read("l 5 @ 3").text == "5 @ 3"


def test_an_unknown_or_unclear_owner_is_refused_with_the_way_out() -> None:
    assert "No one here is called zoo" in problem("a x @zoo")
    assert "@@" in problem("a x @zoo")
    assert "Sam K. or Sam O." in problem("a x @sam")
    assert read_line("a x @sam", PEOPLE, TODAY).words.text == "x"


@pytest.mark.parametrize(
    ("line", "due", "text"),
    [
        ("a x ^fri", "2026-11-27", "x"),
        ("a x ^tomorrow,", "2026-11-25", "x"),
        ("a ^+2w x", "2026-12-08", "x"),
        ("a x ^12 Dec y", "2026-12-12", "x y"),
        ("a x ^12 Dec 2027 y", "2027-12-12", "x y"),
        ("a x ^2026-12-12.", "2026-12-12", "x"),
        ("a x ^fri ^mon", "2026-11-30", "x"),
        ("a x ^soon", "", "x ^soon"),
        ("a x^2 and ^ alone", "", "x^2 and ^ alone"),
        ("a 2 ^12", "", "2 ^12"),
        ("a ^12 @ben dec", "2026-12-12", ""),
    ],
)
def test_dates_count_only_where_they_fit(line: str, due: str, text: str) -> None:
    words = read_line(line, PEOPLE, TODAY).words
    assert (words.due, words.due_next, words.text) == (due, False, text)


def test_next_is_the_next_session_whenever_that_is() -> None:
    words = read("a Bring two letters ^next")
    assert (words.due, words.due_next, due_words(words)) == ("", True, "next time")
    assert read("a x ^fri ^next").due == ""
    assert not read("a x ^next ^fri").due_next


@pytest.mark.parametrize(
    ("line", "audience", "to", "text"),
    [
        ("l x", "group", "", "x"),
        ("l x >room", "room", "", "x"),
        ("l x >Sponsor.", "sponsor", "", "x"),
        ("l x >group", "group", "", "x"),
        ("l x >tracy", "other", "p5", "x"),
        ("l x >room >group", "group", "", "x"),
        ("l x >tracy >room", "room", "", "x"),
        ("l x > y", "group", "", "x > y"),
        ("l x >council", "group", "", "x >council"),
        ("l x >sam", "group", "", "x >sam"),
        ("l x->y", "group", "", "x->y"),
    ],
)
def test_recipients_count_only_where_they_fit(line: str, audience: Audience, to: str, text: str) -> None:
    words = read(line)
    assert (words.audience, words.to, words.text) == (audience, to, text)


@pytest.mark.parametrize("line", ["n Jonas looked ready twice", "n x >group", "n x >tracy"])
def test_a_note_is_for_nobody_else_whatever_the_line_says(line: str) -> None:
    assert (read(line).audience, read(line).to) == ("facilitators", "")


@pytest.mark.parametrize("line", ["", "   ", "a @ben", "a ^fri", "l >room", "\x1b[31m"])
def test_without_words_there_is_nothing_to_keep(line: str) -> None:
    assert problem(line)


def test_nothing_typed_is_told_from_a_line_without_words() -> None:
    assert problem("") == "Nothing is written yet."
    assert problem("a @ben") == problem("@ben") == "There are no words yet."


def test_too_many_words_are_refused_owners_apart() -> None:
    assert problem("l " + "x" * TEXT_MAX) == ""
    assert read("a " + "x" * TEXT_MAX + " @tracy ^2026-12-12 >sponsor").owners == ("p5",)
    assert "1001" in problem("l " + "x" * (TEXT_MAX + 1))
    assert "shorten" in problem("l " + "x" * 100_000)


def test_what_the_columns_say() -> None:
    assert audience_words(read("n x"), NAMES) == "only us"
    assert audience_words(read("l x >tracy"), NAMES) == "Tracy"
    assert audience_words(read("l x >tracy"), {}) == "someone"
    assert audience_words(read("l x"), NAMES) == "group"
    assert due_words(read("l x")) == ""


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("l x", "learning · for the group"),
        ("l x >room", "learning · stays in the room"),
        ("r x", "report · for the group · to whom? >sponsor"),
        ("r x >room", "report · stays in the room · to whom? >sponsor"),
        ("r x >tracy", "report · for the group and Tracy"),
        ("a x @ben ^next", "action · Ben · due next time · for the group"),
        ("n x", "note · only for us"),
        ("u x @ben", "quote · Ben's words · for the group · held back until Ben says yes"),
        ("u x >room", "quote · stays in the room · held back until the speaker says yes"),
    ],
)
def test_the_preview_says_what_was_understood(line: str, shown: str) -> None:
    assert preview(read(line), NAMES) == shown


def test_the_first_name_in_a_quote_is_whose_words_it_is() -> None:
    words = read("u We should have phoned @tracy @ben")
    assert (words.by, words.owners) == ("p5", ("p2",))
    assert write_line(words, PEOPLE) == "u We should have phoned @t @b"
    assert read("u We should have phoned").by == ""


def test_whose_words_they_are() -> None:
    said = Words(kind="learning", text="x", by="p5")
    assert whose_words(said, NAMES) == "Tracy's words"
    assert whose_words(replace(said, by=""), NAMES) == ""
    feedback = replace(said, kind="feedback")
    assert whose_words(feedback, NAMES) == "Tracy's words, without the name"
    assert whose_words(replace(feedback, named=True), NAMES) == "with Tracy's name"
    assert whose_words(said, {}) == "someone's words"


# ── Mending ─────────────────────────────────────────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        *("a", "l", "n", "x", "dec", "12", "words", "", ".", "2027", "May", "next"),
        *("@ben", "@sk", "@zoo", "@@ben", "@@", "@", "@@@x", "@Zoë", "@t,"),
        *("^fri", "^12", "^3.", "^next", "^", "^+2w", "^2026-12-12", "^29", "^^fri"),
        *(">room", ">tracy", ">", ">sponsor,", ">sam", ">>", ">group", "\u0301", "\u200d", "\u3000"),
    ]
)
LINES = st.lists(PIECES | st.text(max_size=6), max_size=12).map(" ".join)


@given(LINES)
def test_a_line_written_out_for_mending_reads_the_same(line: str) -> None:
    understood = read_line(line, PEOPLE, TODAY)
    if not understood.problem:
        again = read_line(write_line(understood.words, PEOPLE), PEOPLE, date(2027, 3, 3))
        assert again == understood


@given(LINES | st.text(max_size=200), st.lists(st.builds(Known, st.text(max_size=5), st.text(), st.text()), max_size=4))
def test_no_line_and_no_names_break_the_reading(line: str, people: list[Known]) -> None:
    understood = read_line(line, people, TODAY)
    assert understood.problem or understood.words.text


def test_somebody_who_is_gone_is_seen_when_mending() -> None:
    line = write_line(Words(kind="action", text="x", owners=("gone",)), PEOPLE)
    assert problem(line)

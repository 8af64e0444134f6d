"""The sponsor's summary: short, nobody's name, nothing but what was released."""

from lcterm.core.events import CaptureDone, CaptureReleased, CaptureStruck, QuoteAgreed
from lcterm.core.session import Session
from lcterm.documents.summary import summary
from lcterm.documents.summary_markdown import markdown
from tests.documents.meetings import PEOPLE, POINTS, Book, at, closed, in_discussion

WHAT_IT_IS = (
    "For the sponsor. This holds only what the group has heard and agreed to report. "
    "What else was said stays with the group."
)


def sponsors(book: Book, minutes: float = 80, following: Session | None = None) -> str:
    return markdown(summary(book.meeting, at(minutes), "sponsor", following))


def released(book: Book, *captures: str) -> None:
    for capture in captures:
        book.add(72, CaptureReleased(capture=capture))


def test_word_for_word() -> None:
    book = closed()
    report = book.write(71, "report", "Letters help", owners=("ben",), audience="sponsor")
    action = book.write(71, "action", "Give us a room", owners=("grace",), due="2026-12-12", audience="sponsor")
    done = book.write(71, "action", "Pay the tea", audience="sponsor")
    book.write(71, "report", "Not heard by the group", audience="sponsor")
    quote = book.write(71, "quote", "I dared to ask", by="amina", audience="sponsor")
    unasked = book.write(71, "quote", "Nobody asked me", by="jonas", audience="sponsor")
    other = book.write(71, "report", "For Chidi", audience="other", to="chidi")
    book.add(72, CaptureDone(capture=done))
    book.add(72, QuoteAgreed(capture=quote))
    released(book, report, action, done, quote, unasked, other)
    following = Book(PEOPLE, POINTS, id="2027-01-12-aaaa").meeting.session
    assert sponsors(book, following=following) == (
        "# Housing peers: session 7\n"
        "\n"
        "Tue 1 Dec 2026. 5 members took part. The next session is on Tue 1 Dec 2026.\n"
        "\n"
        f"{WHAT_IT_IS}\n"
        "\n"
        "## Actions\n"
        "\n"
        "- Give us a room (due Sat 12 Dec)\n"
        "- Pay the tea (done)\n"
        "\n"
        "## To report\n"
        "\n"
        "- Letters help\n"
        "\n"
        "## Quotes\n"
        "\n"
        "- I dared to ask\n"
    )


def test_where_nothing_was_released_one_line_says_so() -> None:
    assert sponsors(closed()) == (
        "# Housing peers: session 7\n"
        "\n"
        "Tue 1 Dec 2026. 5 members took part.\n"
        "\n"
        f"{WHAT_IT_IS}\n"
        "\n"
        "The group has not agreed to report anything from this session.\n"
    )


def test_the_order_does_not_tell_who_spoke_first() -> None:
    book = closed()
    released(book, *(book.write(71, "learning", words, audience="sponsor") for words in ("zeal", "Ambition", "mercy")))
    assert "- Ambition\n- mercy\n- zeal\n" in sponsors(book)


def test_a_release_or_a_yes_that_is_taken_back_and_a_strike_take_the_words_out() -> None:
    book = closed()
    one, two, three = (book.write(71, "quote", f"words {n}", audience="sponsor") for n in range(3))
    for capture in (one, two, three):
        book.add(72, QuoteAgreed(capture=capture))
    released(book, one, two, three)
    assert sponsors(book).count("words") == 3
    book.add(73, CaptureReleased(capture=one, released=False))
    book.add(73, QuoteAgreed(capture=two, agreed=False))
    book.add(73, CaptureStruck(capture=three))
    assert "words" not in sponsors(book)


def test_before_and_during_the_session_it_says_how_things_stand_without_a_clock() -> None:
    one = Book({"Amina": ("member",), "Nina": ("facilitator",)}, POINTS)
    assert "Tue 1 Dec 2026. Not held yet; 1 member is expected." in sponsors(one, -5)
    assert "Not held yet; 6 members are expected." in sponsors(Book(PEOPLE, POINTS), -5)
    assert "The session is not closed yet; 5 members took part so far." in sponsors(in_discussion(), 39.5)
    assert "14:" not in sponsors(in_discussion(), 39.5)

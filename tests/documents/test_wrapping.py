"""Lines of a mail."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.documents.summary import summary
from lcterm.documents.summary_text import text
from lcterm.documents.wrapping import cells, wrapped
from tests.documents.meetings import Book, at, planned


def test_a_short_line_is_left_alone() -> None:
    assert wrapped("one two", "- ", "  ") == ["- one two"]
    assert wrapped("") == [""]


def test_it_breaks_between_words_and_hangs() -> None:
    assert wrapped("one two three four", "- ", "  ", 10) == ["- one two", "  three", "  four"]


def test_a_line_may_be_full() -> None:
    assert wrapped("abcd efgh", width=9) == ["abcd efgh"]
    assert wrapped("abcd efghi", width=9) == ["abcd", "efghi"]


def test_a_number_and_its_per_cent_stay_together() -> None:
    assert wrapped("a share of 40 % of it", width=13) == ["a share of", "40 % of it"]
    assert wrapped("about 40 %, or 5 %.", width=10) == ["about", "40 %, or", "5 %."]
    assert wrapped("% 40", width=3) == ["%", "40"]
    assert wrapped("abcdef % g", width=6) == ["abcdef", "% g"], "where it has no room it stands by itself"


def test_wide_characters_count_twice_and_marks_not_at_all() -> None:
    assert cells("李华") == 4
    assert cells("e\u0301\u200d") == 1
    assert wrapped("李华 李华", width=8) == ["李华", "李华"]
    assert wrapped("李华 李华", width=9) == ["李华 李华"]


def test_a_word_without_end_is_cut_but_no_address() -> None:
    assert wrapped("abcdefghijk", "- ", "  ", 6) == ["- abcd", "  efgh", "  ijk"]
    assert wrapped("李华李华", width=5) == ["李华", "李华"]
    assert wrapped("see https://example.org/a/b/c now", width=10) == ["see", "https://example.org/a/b/c", "now"]


@given(st.text(), st.integers(8, 40))
def test_nothing_is_lost_and_no_line_too_wide(line: str, width: int) -> None:
    lines = wrapped(line, "- ", "  ", width)
    assert "".join("".join(lines)[1:].split()) == "".join(line.split())
    assert all(cells(one) <= width for one in lines) or "://" in line


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1), min_size=1, max_size=8)
)
def test_no_line_of_a_summary_is_wider_than_a_mail(words: list[str]) -> None:
    names = dict.fromkeys((word for word in words if word.strip()), ("member",))
    book = Book(names, (planned("p1", 5, title=words[0]),), name=words[-1], rules=tuple(words))  # type: ignore[arg-type]
    book.begin(0)
    for word in words:
        book.write(1, "learning", word)
    lines = text(summary(book.meeting, at(9), "facilitators")).splitlines()
    assert [line for line in lines if cells(line) > 72 and "://" not in line] == []

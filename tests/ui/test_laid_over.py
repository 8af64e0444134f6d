"""A piece of a row in the place of what stood there."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.ui.laid_over import laid_over
from lcterm.ui.line import Line, Span, line_cells

BELOW: Line = (Span("0123", "bold"), Span("456789", "muted"))


def text(line: Line) -> str:
    return "".join(span.text for span in line)


def test_it_stands_where_it_is_put_and_what_is_beside_it_stays() -> None:
    laid = laid_over(BELOW, 2, (Span("abc", "turn"),))
    assert text(laid) == "01abc56789"
    assert [(span.text, span.look) for span in laid] == [("01", "bold"), ("abc", "turn"), ("56789", "muted")]


def test_at_either_end_and_beyond() -> None:
    assert text(laid_over(BELOW, 0, (Span("ab"),))) == "ab23456789"
    assert text(laid_over(BELOW, 8, (Span("ab"),))) == "01234567ab"
    assert text(laid_over((), 3, (Span("ab"),))) == "   ab"
    assert text(laid_over(BELOW, 12, (Span("ab"),))) == "0123456789  ab"


def test_half_of_a_wide_character_is_a_blank() -> None:
    wide: Line = (Span("日本語日本"),)
    assert text(laid_over(wide, 3, (Span("ab"),))) == "日 ab 日本"


@given(st.text("ab日 é", max_size=12), st.integers(0, 14), st.text("xy", max_size=6))
def test_every_row_is_as_wide_as_it_has_to_be(below: str, x: int, above: str) -> None:
    line: Line = (Span(below[:5]), Span(below[5:], "bold"))
    laid = laid_over(line, x, (Span(above, "turn"),))
    assert line_cells(laid) == max(line_cells(line), x + len(above))

"""What holds for every agenda that could be pasted."""

from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.agenda_plan import MINUTES_MAX, MODES
from lcterm.core.refusal import Refused
from lcterm.core.text import clean
from lcterm.intake.agenda_text import ReadAgenda, read_agenda

MEMBERS = [("ana", "Ana Lopez"), ("ben", "Ben"), ("sam-k", "Sam Kent"), ("sam-o", "Sam O.")]

_WORD = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)
_TITLES = st.lists(_WORD, min_size=1, max_size=6).map(lambda words: clean(" ".join(words))).filter(bool)
_MINUTES = st.integers(0, MINUTES_MAX) | st.integers(0, 99).map(lambda quarters: quarters / 4)


@given(st.lists(st.tuples(_TITLES, _MINUTES, st.sampled_from(MODES)), min_size=1, max_size=20))
def test_an_agenda_written_in_lines_reads_back_the_same(points: list[tuple[str, float, str]]) -> None:
    text = "\n".join(f"- {title} ({minutes:g} min) [{mode}]" for title, minutes, mode in points)
    read = read_agenda(text, "agenda.txt", [])
    assert [(point.title, point.minutes, point.mode) for point in read.points] == points
    assert read.guessed == read.warnings == ()


_PIECES = st.sampled_from(
    [
        *("10 min", "(5 min)", "1h30", "1500 min", "0:20 30", "14:00", "14:10", "(14:20)", "2 pm", "12:70", "5'"),
        *("13:50 - 14:00", "9-10am", "Talk", "Ana", "Sam", "Break", "Close", "[round]", "(Ana, 5')", "each", "[HOST]"),
        *("-", "–", ":", ",", "**", "*", "#", "##", ">", "|", "\t", "<br>", "[x](y)", "\u0301", "\x1b["),
        *("\n", "\n\n", "\n- ", "\n  - ", "\n# ", "\n## ", "\n---\n", "\r\n", "\n|", "|\n", ":\n"),
    ]
)


def _read_or_reason(text: str) -> ReadAgenda | str:
    try:
        return read_agenda(text, "agenda.txt", MEMBERS)
    except Refused as refused:
        return refused.reason


def _whatever_comes_out_is_sound(text: str) -> None:
    read = _read_or_reason(text)
    if isinstance(read, str):
        assert read.startswith("agenda.txt, line ")
        return
    assert read.points
    assert [point.id for point in read.points] == [f"p{number}" for number in range(1, len(read.points) + 1)]
    known = {person for person, _ in MEMBERS}
    for point in read.points:
        assert 0 <= point.minutes <= MINUTES_MAX
        assert point.title
        assert set(point.presenters) <= known
        assert all(clean(words, limit=10_000) == words for words in (point.title, point.section, *point.notes))
    assert all("\n" not in line for line in (*read.guessed, *read.warnings))


@given(st.lists(_PIECES, max_size=60).map(" ".join))
def test_pieces_of_agendas_in_any_order_are_read_or_refused(text: str) -> None:
    _whatever_comes_out_is_sound(text)


@given(st.text(st.characters()))
def test_any_text_is_read_or_refused(text: str) -> None:
    _whatever_comes_out_is_sound(text)

"""How the marks stand: most greens first, even ones said to be so, reds seen and nothing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.deciding import Deciding, Suggestion, on_vote, ranking
from lcterm.core.events import DecidingWay


def suggestion(id: str, green: int = 0, red: int = 0, *, wall: bool = False) -> Suggestion:
    return Suggestion(id=id, text=f"Do {id}", counted=(green, red), wall=wall)


def deciding(*suggestions: Suggestion, way: DecidingWay = "lights", voting: bool = False) -> Deciding:
    return Deciding(id="d", way=way, question="What now?", at=0, voting=voting, suggestions=suggestions)


def test_marks_by_name_are_counted_and_a_count_stands_in_their_place() -> None:
    lights = {"amina": "green", "ben": "red", "chidi": "green"}
    by_name = Suggestion(id="a", text="Tuesdays", lights=lights)  # type: ignore[arg-type]
    assert (by_name.green, by_name.red) == (2, 1)
    counted = Suggestion(id="a", text="Tuesdays", lights=lights, counted=(0, 4))  # type: ignore[arg-type]
    assert (counted.green, counted.red) == (0, 4)


def test_most_greens_comes_first_however_many_reds() -> None:
    ranked = ranking(deciding(suggestion("a", 1), suggestion("b", 5, 9), suggestion("c", 3)))
    assert [(one.suggestion.id, one.place, one.tied) for one in ranked] == [
        ("b", 1, False),
        ("c", 2, False),
        ("a", 3, False),
    ]


def test_those_that_are_even_share_a_place_in_the_order_they_were_made() -> None:
    ranked = ranking(deciding(suggestion("a", 2), suggestion("b", 4), suggestion("c", 2, 7), suggestion("d", 1)))
    assert [(one.suggestion.id, one.place, one.tied) for one in ranked] == [
        ("b", 1, False),
        ("a", 2, True),
        ("c", 2, True),
        ("d", 4, False),
    ]


@pytest.mark.parametrize(
    ("way", "voting", "ids"),
    [("lights", False, "ab"), ("pairs", False, ""), ("pairs", True, "b"), ("what-else", False, "")],
)
def test_what_can_be_marked(way: DecidingWay, voting: bool, ids: str) -> None:
    one = deciding(suggestion("a"), suggestion("b", wall=True), way=way, voting=voting)
    assert "".join(each.id for each in on_vote(one)) == ids
    assert len(ranking(one)) == len(ids)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_places_say_how_many_have_more_greens(marks: list[tuple[int, int]]) -> None:
    made = [suggestion(str(number), green, red) for number, (green, red) in enumerate(marks)]
    ranked = ranking(deciding(*made))
    assert sorted(one.suggestion.id for one in ranked) == sorted(one.id for one in made)
    order = [(-one.suggestion.green, int(one.suggestion.id)) for one in ranked]
    assert order == sorted(order)
    for one in ranked:
        assert one.place == 1 + sum(other.green > one.suggestion.green for other in made)
        assert one.tied == (sum(other.green == one.suggestion.green for other in made) > 1)

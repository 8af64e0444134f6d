"""What sessions are called that nobody gave a title: numbers that go on."""

import pytest

from lcterm.core.session_titles import next_number, number_of


@pytest.mark.parametrize(
    ("titles", "number"),
    [
        ([], 1),
        (["session 1", "Refresh", "session 2"], 3),
        (["session 4", "session 2"], 5),
        (["Refresh", "Spring"], 1),
        (["Session 12", "session twelve", "session 3b"], 13),
    ],
)
def test_the_next_is_one_more_than_the_highest(titles: list[str], number: int) -> None:
    assert next_number(titles) == number


def test_only_a_number_is_one() -> None:
    assert [number_of(title) for title in ("session 7", "session", "my session 7", "")] == [7, None, None, None]

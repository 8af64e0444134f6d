"""Which community and which session is meant: id, slug, a unique beginning, any case; or the obvious one."""

import pytest

from tests.cli.running import Shell


@pytest.fixture
def many(shell: Shell) -> Shell:
    """Three communities, of which two begin alike."""
    for name in ("Housing peers", "Housing north", "Early years"):
        shell.answer("new", name)
    return shell


def plan(shell: Shell, community: str, starts: str, title: str) -> str:
    return shell.answer("plan", community, "--starts", starts, "--zone", "UTC", "--title", title)


@pytest.mark.parametrize("typed", ["early-years", "EARLY-Years", "Early years", "early", "earl"])
def test_a_community_by_slug_name_or_beginning_in_any_case(many: Shell, typed: str) -> None:
    assert many.answer("members", typed).startswith("Early years has no members yet")


def test_an_exact_match_wins_over_a_beginning(many: Shell) -> None:
    many.answer("new", "Housing")
    assert many.answer("members", "housing").startswith("Housing has")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("housing", "'housing' is the beginning of more than one community: housing-north, housing-peers"),
        ("leeds", "no community is called 'leeds'; there is early-years, housing-north, housing-peers"),
        ("", "no community is called ''; there is early-years, housing-north, housing-peers"),
    ],
)
def test_an_unclear_or_unknown_community_is_refused_with_the_list(many: Shell, typed: str, said: str) -> None:
    assert many.refusal("members", typed) == said


def test_left_out_it_is_the_only_community_else_the_one_with_a_running_session(many: Shell, shell: Shell) -> None:
    assert many.refusal("members") == "which community? early-years, housing-north, housing-peers"
    session = plan(many, "early", "2026-12-01 14:00", "Start")
    assert many.refusal("members").startswith("which community?")
    many.answer("do", session, "start")
    assert many.answer("members").startswith("Early years has")


def test_a_session_by_id_slug_or_beginning_in_any_case(many: Shell) -> None:
    first = plan(many, "early", "2026-12-01 14:00", "Opening night")
    second = plan(many, "housing-n", "2026-12-02 14:00", "Letters")
    for typed in (first, first.upper(), first[:10], "opening-night", "OPENING", "o"):
        assert many.json("show", typed, "--json")["session"] == first
    assert many.refusal("show", "2026-12").startswith(
        "'2026-12' is the beginning of more than one session: "
        f"{first} (Early years, Opening night, Tue 1 Dec 2026, planned); "
        f"{second} (Housing north, Letters, Wed 2 Dec 2026, planned)"
    )
    assert many.refusal("show", "closing").startswith(f"no session is called 'closing'; there is {first} (")


def test_left_out_it_is_the_running_session_else_the_only_one(many: Shell) -> None:
    first = plan(many, "early", "2026-12-01 14:00", "Opening night")
    assert many.json("show", "--json")["session"] == first
    second = plan(many, "housing-n", "2026-12-02 14:00", "Letters")
    assert many.refusal("show").startswith(f"which session? {first} (Early years, Opening night, ")
    many.answer("do", second, "start")
    assert many.json("show", "--json")["session"] == second
    many.answer("do", first, "start")
    assert many.refusal("show").startswith(f"which session? {first} (")


def test_only_a_start_goes_to_the_only_session_that_is_not_closed(many: Shell) -> None:
    past = plan(many, "early", "2026-12-01 14:00", "Opening night")
    many.answer("do", past, "start")
    many.answer("do", past, "end")
    coming = plan(many, "early", "2026-12-08 14:00", "Letters")
    assert many.refusal("show").startswith("which session? ")
    assert many.refusal("do", "undo").startswith("which session? "), "this might have been meant for the past one"
    assert many.refusal("capture", "l Say it early").startswith("which session? ")
    many.answer("do", "start")
    assert many.json("show", "--json")["session"] == coming


def test_a_long_list_is_cut_to_the_latest(shell: Shell) -> None:
    shell.answer("new", "Peers")
    for day in range(1, 15):
        plan(shell, "peers", f"2026-11-{day:02} 14:00", f"No {day}")
    said = shell.refusal("show")
    assert said.endswith("and 2 earlier")
    assert "No 14, " in said
    assert "No 2, " not in said


def test_nothing_there_says_how_to_begin(shell: Shell) -> None:
    assert shell.refusal("members").endswith("`lcterm new NAME` makes one")
    shell.answer("new", "Peers")
    for command in (("show",), ("do", "start"), ("capture", "l x"), ("summary",)):
        assert shell.refusal(*command).endswith("`lcterm plan` makes one")

"""plan and sessions: an agenda with a time and a zone, from a template or from text."""

import re
from pathlib import Path

import pytest

from lcterm.store.zone import machine_zone
from tests.cli.running import Shell
from tests.clock_program import START, TestClock

MAIL = """\
# An evening on letters

10 min - Who is here
* 30m Which letters worked - Sam K.
- What we try (20 min) [round]
"""


def agenda(shell: Shell, session: str) -> list[tuple[str, str, float, list[str]]]:
    return [
        (one["title"], one["mode"], one["planned_minutes"], one["presenters"])
        for one in shell.json("show", session, "--json")["agenda"]
    ]


def test_plan_prints_the_id_alone(peers: Shell) -> None:
    ran = peers("plan", "--starts", "2026-12-08 14:00")
    assert (ran.status, ran.err) == (0, "")
    assert re.fullmatch(r"2026-12-08-[a-z0-9]{4}\n", ran.out)


def test_without_a_word_it_is_the_ordinary_session_soon(peers: Shell, clock: TestClock) -> None:
    clock.set(START.replace(minute=2, second=1))
    session = peers.answer("plan", "--zone", "UTC")
    record = peers.json("show", session, "--json")
    assert record["planned_start"] == "2026-12-01T14:05:00+00:00"
    assert record["planned_end"] == "2026-12-01T17:05:00+00:00"
    assert (record["title"], record["status"], len(record["agenda"])) == ("session 1", "planned", 13)
    clock.set(START.replace(minute=5))
    assert peers.json("show", peers.answer("plan", "--zone", "UTC"), "--json")["planned_start"] == (
        "2026-12-01T14:05:00+00:00"
    )


def test_times_are_local_to_the_zone_and_kept_with_it(peers: Shell) -> None:
    session = peers.answer("plan", "--starts", "2026-12-01 14:00", "--zone", "Asia/Kolkata")
    assert peers.json("show", session, "--json")["planned_start"] == "2026-12-01T14:00:00+05:30"
    assert "14:00 to 17:00" in peers.answer("show", session)
    for written in ("2026-12-01T08:30Z", "2026-12-01T14:00+05:30"):
        session = peers.answer("plan", "--starts", written, "--zone", "Asia/Kolkata")
        assert peers.json("show", session, "--json")["planned_start"] == "2026-12-01T14:00:00+05:30"


def test_without_a_zone_it_is_the_machines(peers: Shell) -> None:
    assert f", {machine_zone()}." in peers.answer("show", peers.answer("plan", "--starts", "2026-12-01 14:00"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--zone", "Mars/Base"), "there is no time zone 'Mars/Base'; write it like Europe/Berlin"),
        (("--zone", "../etc/passwd"), "there is no time zone '../etc/passwd'"),
        (("--starts", "tomorrow"), "--starts 'tomorrow' is no time; write it like 2026-12-01 14:00"),
        (("--starts", ""), "--starts '' is no time"),
        (("--starts", "2026-02-30 14:00"), "--starts '2026-02-30 14:00' is no time"),
        (("--starts", "0001-01-01"), "--starts '0001-01-01' is too far from now"),
        (("--template", "nosuch"), "there is no template called “nosuch”; there are ordinary, ordinary-one,"),
        (("--presenter", "Nobody"), "No one here is called Nobody."),
        (("--template", "blank", "--presenter", "Ana"), "Blank has no room for presenters; 1 was named."),
        (
            ("--presenter", "Ana", "--presenter", "Ben", "--presenter", "Chidi"),
            "Ordinary session has room for 2 presenters; 3 were named.",
        ),
        (("--title", "x" * 81), "The title is 81 characters long, at most 80 fit"),
        (("--agenda", "/nowhere/agenda.txt"), "/nowhere/agenda.txt: there is no such file."),
    ],
)
def test_what_cannot_be_planned_is_refused_and_nothing_is_planned(
    peers: Shell, options: tuple[str, ...], said: str
) -> None:
    assert peers.refusal("plan", *options).startswith(said)
    assert peers.json("sessions", "--json") == []


def test_presenters_take_the_slots_in_order(peers: Shell) -> None:
    session = peers.answer("plan", "--presenter", "ben", "--presenter", "sk")
    assert [(title, who) for title, _, _, who in agenda(peers, session) if who] == [
        ("Presentation 1", ["Ben"]),
        ("Presentation 2", ["Sam K."]),
    ]


def test_every_template_that_ships_can_be_planned(peers: Shell) -> None:
    ids = [line.split()[0] for line in peers.answer("templates").split("\n")]
    assert ids == ["ordinary", "ordinary-one", "design", "circle", "circle-first", "blank"]
    minutes = {}
    for name in ids:
        points = agenda(peers, peers.answer("plan", "--template", name))
        minutes[name] = sum(length for _, _, length, _ in points)
    assert minutes["ordinary"] == 180
    assert minutes["design"] == 175
    assert minutes["blank"] == 60


def test_an_agenda_from_a_file_and_from_standard_input(peers: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mail.txt"
    file.write_text(MAIL, "utf-8")
    from_file = peers.answer("plan", "--agenda", str(file))
    piped = peers("plan", "--agenda", "-", "--starts", "2026-12-08 14:00", stdin=MAIL)
    for session in (from_file, piped.out.strip()):
        assert agenda(peers, session) == [
            ("Who is here", "round", 10, []),
            ("Which letters worked", "presenter", 30, ["Sam K."]),
            ("What we try", "round", 20, []),
        ]
        assert peers.json("show", session, "--json")["title"] == "An evening on letters"
    assert piped.err == ("lcterm: point 1, “Who is here”: round\nlcterm: point 2, “Which letters worked”: presenter\n")


def test_a_title_given_wins_over_that_of_the_text(peers: Shell) -> None:
    peers.answer("plan", "--agenda", "-", "--title", "Letters", stdin=MAIL)
    assert peers.json("sessions", "--json")[0]["title"] == "Letters"


def test_presenters_fill_the_presentations_that_name_nobody(peers: Shell) -> None:
    text = "10 min - Case one [presenter]\n10 min - Case two - Ben [presenter]\n10 min - Case three [presenter]\n"
    session = peers("plan", "--agenda", "-", "--presenter", "Ana", "--presenter", "Chidi", stdin=text).out.strip()
    assert [who for _, _, _, who in agenda(peers, session)] == [["Ana"], ["Ben"], ["Chidi"]]


def test_text_without_points_is_refused_with_its_line(peers: Shell) -> None:
    said = peers.refusal("plan", "--agenda", "-", stdin="\n\nDear all,\nsee you there\n")
    assert said.startswith("standard input, line 3: no line with minutes was found from here on;")
    assert peers.refusal("plan", "--agenda", "-").startswith("standard input, line 1: there is nothing to read;")
    assert "longer than" in peers.refusal("plan", "--agenda", "-", stdin="x" * 300_000)


def test_sessions_of_one_community_or_of_all(planned: Shell) -> None:
    assert planned.answer("new", "Others") == "others"
    other = planned.answer("plan", "others", "--starts", "2026-11-30 09:00", "--zone", "UTC", "--title", "First")
    (line,) = planned.answer("sessions", "Housing").split("\n")
    assert re.fullmatch(r"2026-12-01-\w{4}  Tue 1 Dec 2026 14:00  planned  Housing peers, session 1", line)
    assert planned.json("sessions", "others", "--json") == [
        {
            "id": other,
            "title": "First",
            "status": "planned",
            "planned_start": "2026-11-30T09:00:00+00:00",
            "community": "Others",
        }
    ]
    assert len(planned.json("sessions", "--json")) == 2
    assert len(planned.answer("sessions").split("\n")) == 2


def test_sessions_are_numbered_where_they_have_no_title(planned: Shell) -> None:
    planned.answer("plan", "--starts", "2026-12-15 14:00")
    assert [one["title"] for one in planned.json("sessions", "--json")] == ["session 1", "session 2"]


def test_where_there_is_nothing_the_list_says_how_to_begin(shell: Shell, home: Path) -> None:
    assert shell.answer("sessions") == "No session yet; lcterm plan makes one."
    assert shell.json("sessions", "--json") == []
    assert shell.refusal("plan") == f"no community in {home}; `lcterm new NAME` makes one"

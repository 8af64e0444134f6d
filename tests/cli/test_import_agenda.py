"""import agenda: a published agenda becomes a planned session; a dry run shows what was understood."""

from pathlib import Path

import pytest

from tests.cli.running import Shell

CSV = 'Time,Minutes,Title,Presenter\n14:00,10,Check-in,\n14:10,20,"Case, with questions",Ana\n14:30,5,Close,\n'
MARKDOWN = """\
# Peers in December

## Start
- Check-in (10 min)
- Case - Ana - 20 minutes

## End
- Close (5 min) [round]
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.csv"
    path.write_text(CSV, "utf-8")
    return path


def test_a_dry_run_shows_the_points_and_plans_nothing(peers: Shell, agenda: Path) -> None:
    assert peers.answer("import", "agenda", str(agenda), "--dry-run").splitlines() == [
        "No title: 3 points, 35 min; nothing was planned.",
        "  1    10 min  round?  Check-in",
        "  2    20 min  queue?  Case, with questions (Ana)",
        "  3     5 min  none?   Close",
        "A mode with ? was guessed from the title; [round], [queue] … behind it says it.",
    ]
    assert peers.json("sessions", "--json") == []


def test_sections_stand_above_their_points(peers: Shell) -> None:
    shown = peers.answer("import", "agenda", "-", "--dry-run", stdin=MARKDOWN)
    assert shown.splitlines()[:4] == [
        "Peers in December: 3 points, 35 min; nothing was planned.",
        "Start:",
        "  1    10 min  round?      Check-in",
        "  2    20 min  presenter?  Case (Ana)",
    ]


def test_it_plans_as_plan_with_an_agenda_does(peers: Shell, agenda: Path) -> None:
    id = peers("import", "agenda", "housing-peers", str(agenda), "--starts", "2026-12-08 14:00", "--zone", "UTC").out
    (known,) = peers.json("sessions", "--json")
    assert known["id"] == id.strip()
    record = peers.json("show", "--json")
    assert [(one["title"], one["planned_minutes"], one["presenters"]) for one in record["agenda"]] == [
        ("Check-in", 10, []),
        ("Case, with questions", 20, ["Ana"]),
        ("Close", 5, []),
    ]
    assert record["planned_start"] == "2026-12-08T14:00:00+00:00"


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_what_is_no_agenda_is_refused_with_its_line(peers: Shell, more: tuple[str, ...]) -> None:
    said = peers.refusal("import", "agenda", "-", *more, stdin="\nHello\n")
    assert "standard input, line 2: no line with minutes" in said
    assert peers.json("sessions", "--json") == []


def test_a_dry_run_places_presenters_and_refuses_what_planning_would(peers: Shell, tmp_path: Path) -> None:
    agenda = tmp_path / "agenda.md"
    agenda.write_text("- Check-in (10 min)\n- Case (20 min) [presenter]\n", "utf-8")
    shown = peers.answer("import", "agenda", str(agenda), "--dry-run", "--presenter", "Ben")
    assert shown.splitlines()[2] == "  2    20 min  presenter  Case (Ben)"
    for wrong in (
        ("--presenter", "Zoe"),
        ("--presenter", "Ben", "--presenter", "Ana"),
        ("--starts", "soon"),
        ("--zone", "Mars/Base"),
    ):
        refused = peers.refusal("import", "agenda", str(agenda), "--dry-run", *wrong)
        assert peers("import", "agenda", str(agenda), *wrong).err.endswith(f"{refused}\n")

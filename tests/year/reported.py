"""Whether `lcterm report` says of the year what happened in it."""

from typing import Any

import pytest

from tests.year import figures
from tests.year.figures import SAID_YES, day, today
from tests.year.playing import Year
from tests.year.story import GONE, NAME, NEW, YEAR, Held


def reported_so_far(year: Year, held: Held) -> None:
    """After each session: it is counted, and before the group said yes nobody's voice or action is."""
    record: dict[str, Any] = year.shell.json("report", "--json")
    assert record["sessions"]["held"] == len(year.sessions)
    latest = record["held"][-1]
    assert (latest["came"], latest["of"]) == (len(figures.came(held)), len(figures.circle(held)))
    allowed = day(held) >= SAID_YES
    assert record["not_allowed"] == ([] if allowed else ["actions", "voices"])
    assert (record["actions"] is not None, record["voices"] is not None) == (allowed, allowed)
    text = year.shell.answer("report")
    assert ("of the talk" in text, "written down:" in text) == (allowed, allowed)


def reported(year: Year) -> None:
    """At the end of the year: every figure of the report is the story's."""
    record: dict[str, Any] = year.shell.json("report", "--json")
    assert (record["community"], record["remarks"]) == (NAME, [])
    assert record["period"] == {"from": YEAR[0].day, "to": YEAR[-1].day}
    assert record["sessions"] == {"held": 12, "planned": 0, "not_held": 0, "under_way": 0, "unread": 0}
    assert record["median_days_between"] == figures.median_gap()
    assert [(one["day"], one["came"], one["of"], one["presented"], one["feedback"]) for one in record["held"]] == [
        (one.day, len(figures.came(one)), len(figures.circle(one)), list(map(today, one.presenters)), len(one.feedback))
        for one in YEAR
    ]
    presenters(record)
    assert record["feedback"] == {
        "total": sum(figures.feedback()),
        "day": YEAR[-1].day,
        "sentences": list(YEAR[-1].feedback),
    }
    written = [one.state for one in figures.actions()]
    states = ("done", "dropped", "going", "open")
    late = record["actions"].pop("late")
    assert 0 <= late <= written.count("open") + written.count("going")
    assert record["actions"] == {"written": len(written), **{state: written.count(state) for state in states}}
    voices(record["voices"])


def presenters(record: dict[str, Any]) -> None:
    """How often each presented, and when last."""
    last = {today(name): held.day for held in YEAR for name in held.presenters}
    assert {one["name"]: (one["times"], one["last"], one["member"]) for one in record["presenters"]} == {
        name: (times, last[name], name != GONE) for name, times in figures.presented().items()
    }


def voices(part: dict[str, Any]) -> None:
    """Who was heard how much since the group said yes; the one who left is not among them, for all know who it is."""
    expected = figures.voices()
    del expected[GONE]
    spoken, even = (sum(figure) for figure in zip(*((one.seconds, one.even) for one in expected.values()), strict=True))
    assert (part["agreed"], part["sessions"], part["left_out"]) == (
        SAID_YES.isoformat(),
        len(figures.heard_with_leave()),
        1,
    )
    assert [one["name"] for one in part["people"]] == [
        *(name for name in map(today, figures.FOUNDERS) if name in expected),
        NEW,
    ]
    for told in part["people"]:
        one = expected[told["name"]]
        assert (told["seconds"], told["turns"], told["sessions"], told["heard_in"]) == one[:4], told
        assert told["share"] == pytest.approx(one.seconds / spoken)
        assert told["expected_share"] == pytest.approx(one.even / even, abs=1e-4)
    assert part["evenness"] == pytest.approx(figures.evenness())

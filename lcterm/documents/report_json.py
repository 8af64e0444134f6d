"""A report as JSON, for programs. Names and keys are a promise: add, don't rename."""

import json
from datetime import date

from lcterm.core.audience import may_see
from lcterm.core.gatherings import Remark
from lcterm.core.refresh import Signal
from lcterm.core.report import Held, PresenterCount, Report
from lcterm.core.report_actions import ActionCounts
from lcterm.core.voices_over_time import VoiceOverTime, VoicesOverTime
from lcterm.core.when import iso, zone_or_utc
from lcterm.documents.report_signals import signal_lines
from lcterm.documents.wording import evenness_words
from lcterm.store.refresh import refresh_words


def report_json(report: Report) -> str:
    """The report, indented; days as ISO dates. `actions` and `voices` are null where the charter does not say yes.
    Raises Refused when its words did not come with this lcterm."""
    record = {
        "for": report.reader,
        "community": report.community,
        "written": iso(report.written, zone_or_utc(report.zone)),
        "period": {"from": _day(report.first), "to": _day(report.last)},
        "sessions": {
            "held": len(report.held),
            "planned": report.planned,
            "not_held": report.not_held,
            "under_way": report.under_way,
            "unread": report.unread,
        },
        "median_days_between": report.days_between,
        "held": [_held(one, even=report.voices is not None) for one in report.held],
        "presenters": [_presenter(one) for one in report.presenters],
        "feedback": _feedback(report),
        "actions": _actions(report.actions),
        "voices": _voices(report.voices),
        "signals": [_signal(report, one) for one in report.signals],
        "remarks": [_remark(one) for one in report.remarks],
        "not_allowed": list(report.denied),
    }
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _held(one: Held, *, even: bool) -> dict[str, object]:
    """`even`: with how the talk was spread, of which there is no word without leave."""
    return {
        "session": one.session,
        "title": one.title,
        "day": _day(one.day),
        "came": one.came,
        "of": one.of,
        "presented": list(one.presented),
        "feedback": one.feedback,
        "recorded": one.recorded,
        "planned_minutes": one.planned_minutes,
        "minutes": one.minutes,
        "actions": _actions(one.actions),
        **({"evenness": one.evenness} if even else {}),
    }


def _presenter(one: PresenterCount) -> dict[str, object]:
    return {"name": one.name, "times": one.times, "last": _day(one.last), "member": one.member}


def _feedback(report: Report) -> dict[str, object] | None:
    if not may_see(report.reader, "feedback counted"):
        return None
    one = report.feedback
    return {"total": one.total, "day": _day(one.day), "sentences": list(one.sentences)}


def _actions(one: ActionCounts | None) -> dict[str, int] | None:
    if one is None:
        return None
    return {
        "written": one.written,
        "done": one.done,
        "dropped": one.dropped,
        "going": one.going,
        "open": one.open,
        "late": one.late,
    }


def _voices(part: VoicesOverTime | None) -> dict[str, object] | None:
    if part is None:
        return None
    return {
        "agreed": _day(part.agreed),
        "since": _day(part.since),
        "sessions": part.sessions,
        "people": [_voice(one) for one in part.people],
        "left_out": part.left_out,
        "evenness": part.evenness,
        "meaning": None if part.evenness is None else evenness_words(part.evenness),
    }


def _voice(one: VoiceOverTime) -> dict[str, object]:
    """A `name` of null: all who have left since, together."""
    return {
        "name": one.name or None,
        "sessions": one.sessions,
        "heard_in": one.heard_in,
        "turns": one.turns,
        "round_turns": one.round_turns,
        "seconds": one.seconds,
        "share": one.share,
        "expected_share": one.expected,
    }


def _signal(report: Report, one: Signal) -> dict[str, object]:
    """`questions` are there when the figures have moved; `says`: the figures in words, without names."""
    words = refresh_words().signals[one.id]
    return {
        "id": one.id,
        "title": words.title,
        "figures": {**one.figures, **({"again": [list(pair) for pair in one.again]} if one.again else {})},
        "says": signal_lines(report, one),
        "questions": list(words.questions) if one.asks else [],
    }


def _remark(one: Remark) -> dict[str, object]:
    return {"what": one.oddity, "title": one.title, "days": [_day(day) for day in one.days]}

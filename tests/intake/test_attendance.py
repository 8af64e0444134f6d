"""Reports of who was there, in the shapes that Zoom and Teams have given them; our own people in them."""

import codecs
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.refusal import Refused
from lcterm.core.when import zone_named
from lcterm.intake.attendance import ATTENDANCE_BYTES, ReadAttendance, is_attendance, read_attendance
from lcterm.intake.attendance_times import orders_that_fit, read_length, read_moment
from lcterm.intake.files import Skipped

DAY = date(2026, 12, 1)
BERLIN = zone_named("Europe/Berlin")
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
FOLDERS = ("members", "nasty", "agendas", "minutes")
OTHERS = sorted(path for folder in FOLDERS for path in (SHARED / folder).rglob("*") if path.is_file())

ZOOM = """\
Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room
Ana,ana@example.org,12/01/2026 02:00:00 PM,12/01/2026 03:00:00 PM,60,No,No
Ben,,12/01/2026 01:58:00 PM,12/01/2026 02:00:00 PM,2,Yes,Yes
Ben,,12/01/2026 02:10:00 PM,12/01/2026 02:40:00 PM,30,Yes,No
Ben,,12/01/2026 02:42:00 PM,12/01/2026 03:00:00 PM,18,Yes,No
"""
HEAD = """\
Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
"812 3456 7890",Housing peers,12/01/2026 01:55:00 PM,12/01/2026 03:00:00 PM,ana@example.org,65,2

"""
TEAMS = """\
1. Summary
Meeting title\tHousing peers
Attended participants\t2
Start time\t12/1/26, 2:00:00\u202fPM

2. Participants
Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
Ana\t12/1/26, 2:00:00\u202fPM\t12/1/26, 3:00:00\u202fPM\t60m 0s\tana@example.org\tana@example.org\tOrganizer
Ben\t12/1/26, 2:10:00\u202fPM\t12/1/26, 3:00:00\u202fPM\t48m 0s\tben@example.org\t\tPresenter

3. In-Meeting Activities
Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Ana\t12/1/26, 2:00:00\u202fPM\t12/1/26, 3:00:00\u202fPM\t60m\tana@example.org\tOrganizer
Ben\t12/1/26, 2:10:00\u202fPM\t12/1/26, 2:40:00\u202fPM\t30m\tben@example.org\tPresenter
Ben\t12/1/26, 2:42:00\u202fPM\t12/1/26, 3:00:00\u202fPM\t18m\tben@example.org\tPresenter
"""
BEFORE_2022 = """\
Meeting Summary
Total Number of Participants\t2
Meeting Title\tHousing peers
Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
Ana\t01.12.2026, 14:00:00\t01.12.2026, 15:00:00\t1 Std.\tana@example.org\tOrganisator
Ben\t01.12.2026, 14:10:00\t01.12.2026, 14:40:00\t30 Min.\tben@example.org\tPräsentator
Ben\t01.12.2026, 14:42:00\t01.12.2026, 15:00:00\t18 Min.\tben@example.org\tPräsentator
"""
OF_2020 = """\
Full Name\tUser Action\tTimestamp
Ana\tJoined\t01/12/2026, 14:00:00
Ben\tJoined\t01/12/2026, 14:10:00
Ben\tLeft\t01/12/2026, 14:40:00
Ben\tJoined before\t01/12/2026, 14:42:00
Ben\tLeft\t01/12/2026, 15:00:00
Ana\tLeft\t01/12/2026, 15:00:00
"""
IN_WORDS = ZOOM.replace("12/01/2026", "Dec 1, 2026").replace("Dec 1, 2026", '"Dec 1, 2026')
SPREADSHEET = ZOOM.replace(",", ";").replace("12/01/2026", "2026-12-01")
ALL = {
    "zoom": ZOOM.encode(),
    "zoom with its head": (HEAD + ZOOM).encode(),
    "zoom, Windows": ZOOM.replace("\n", "\r\n").encode("cp1252"),
    "zoom, named month": "".join(line.replace(" PM,", ' PM",') + "\n" for line in IN_WORDS.splitlines()).encode(),
    "through a spreadsheet": codecs.BOM_UTF8 + SPREADSHEET.encode(),
    "teams": codecs.BOM_UTF16_LE + TEAMS.replace("\n", "\r\n").encode("utf-16-le"),
    "teams without its mark": TEAMS.encode("utf-16-le"),
    "teams before 2022": codecs.BOM_UTF16_LE + BEFORE_2022.encode("utf-16-le"),
    "teams of 2020": codecs.BOM_UTF16_LE + OF_2020.encode("utf-16-le"),
}


def read(data: bytes | str, near: date = DAY) -> ReadAttendance:
    return read_attendance(data.encode() if isinstance(data, str) else data, "report.csv", BERLIN, near)


def refusal(data: bytes | str) -> str:
    """Why it is refused, which must be one line; "" where it is read."""
    try:
        read(data)
    except Refused as refused:
        reason = refused.reason
    else:
        return ""
    assert reason
    assert "\n" not in reason
    return reason


def told(found: ReadAttendance) -> dict[str, list[str]]:
    """Who, from when to when, in that zone."""
    return {
        one.name: [
            "–".join(datetime.fromtimestamp(at / 1000, BERLIN).strftime("%H:%M") for at in span) for span in one.spans
        ]
        for one in found.names
    }


@pytest.mark.parametrize("shape", ALL)
def test_one_meeting_reads_alike_in_every_shape(shape: str) -> None:
    assert is_attendance(ALL[shape])
    found = read(ALL[shape])
    assert told(found) == {"Ana": ["14:00–15:00"], "Ben": ["14:10–14:40", "14:42–15:00"]}
    assert [one.there for one in found.names] == [60 * 60_000, 48 * 60_000]


def test_what_is_no_time_in_the_meeting_is_named() -> None:
    assert read(ZOOM).remarks == (Skipped(3, "Ben was in the waiting room"),)


def test_of_two_addresses_under_one_name_it_tells() -> None:
    twice = ZOOM + "Ana,a.b@example.org,12/01/2026 02:00:00 PM,12/01/2026 02:30:00 PM,30,No,No\n"
    assert [one.addresses for one in read(twice).names] == [2, 0]


def test_a_list_without_times_has_lengths() -> None:
    found = read(
        "Name (Original Name),User Email,Total Duration (Minutes),Guest\nAna,a@example.org,65,No\nBen,,12,Yes\n"
    )
    assert [(one.name, one.spans, one.there) for one in found.names] == [
        ("Ana", (), 65 * 60_000),
        ("Ben", (), 12 * 60_000),
    ]


def test_the_gaps_between_first_and_last_are_not_counted() -> None:
    without_activities = TEAMS.partition("3. In-Meeting")[0]
    assert [one.there // 60_000 for one in read(without_activities).names] == [60, 48]


def test_who_never_left_was_there_to_the_end_and_it_says_so() -> None:
    found = read(OF_2020.replace("Ana\tLeft\t01/12/2026, 15:00:00\n", ""))
    assert told(found)["Ana"] == ["14:00–15:00"]
    assert found.remarks == (Skipped(2, "Ana has no time of leaving, so until the end was taken"),)


def test_a_webinar_has_its_sections_and_who_did_not_come() -> None:
    report = (
        "Attendee Report\nTopic,Webinar ID,Actual Start Time\nHousing,123 456 789,12/01/2026 02:00 PM\nHost Details\n"
        "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)\n"
        "Yes,Ana,ana@example.org,12/01/2026 02:00 PM,12/01/2026 03:00 PM,60\nAttendee Details\n"
        "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)\n"
        "Yes,Ben,ben@example.org,12/01/2026 02:10 PM,12/01/2026 02:40 PM,30\nNo,Chidi,chidi@example.org,--,--,--\n"
    )
    found = read(report)
    assert told(found) == {"Ana": ["14:00–15:00"], "Ben": ["14:10–14:40"]}
    assert [one.why for one in found.remarks] == ["Chidi did not come"]


def test_times_called_utc_are() -> None:
    found = read("Full Name,First Join (UTC),Last Leave (UTC)\nAna,2026-12-01 13:00:00,2026-12-01 14:00:00\n")
    assert told(found) == {"Ana": ["14:00–15:00"]}


# ── Day and month ───────────────────────────────────────────────────────────────────────────────────────────────────

AMBIGUOUS = "Name,Join Time,Leave Time\nAna,5/12/2026 14:00:00,5/12/2026 15:00:00\n"


@pytest.mark.parametrize(("near", "month"), [(date(2026, 12, 5), 12), (date(2026, 5, 12), 5)])
def test_of_two_days_it_is_the_one_of_the_session(near: date, month: int) -> None:
    begin = read(AMBIGUOUS, near).names[0].spans[0][0]
    assert datetime.fromtimestamp(begin / 1000, UTC).month == month


def test_a_day_that_nothing_settles_is_refused_with_its_line() -> None:
    with pytest.raises(Refused, match=r"line 2: that can be Tue 12 May 2026 or Sat 5 Dec 2026"):
        read(AMBIGUOUS, date(2026, 8, 1))


def test_one_day_that_can_only_be_read_one_way_settles_the_rest() -> None:
    moments = [read_moment("5/12/2026 14:00"), read_moment("13/12/2026 14:00")]
    assert orders_that_fit([one for one in moments if one], date(2026, 5, 12)) == ["day first"]
    mixed = [read_moment("12/13/2026 14:00"), read_moment("13/12/2026 14:00")]
    assert orders_that_fit([one for one in mixed if one], DAY) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("11/26/25, 4:16:54 PM", (2025, 11, 26, 16, 16, 54)),
        ("26.11.2025, 12:05", (2025, 11, 26, 12, 5, 0)),
        ("Mar 22, 2025 12:13:27 AM", (2025, 3, 22, 0, 13, 27)),
        ("22 March 2025 19:13", (2025, 3, 22, 19, 13, 0)),
        ("2026-12-01T14:00:00", (2026, 12, 1, 14, 0, 0)),
    ],
)
def test_moments_as_they_are_written(written: str, meant: tuple[int, ...]) -> None:
    moment = read_moment(written)
    assert moment is not None
    found = {at.timetuple()[:6] for at in moment[:2] if isinstance(at, datetime)}
    assert found == {meant}


@pytest.mark.parametrize(
    "written", ["", "tomorrow", "13/13/2026 14:00", "1/2/2026", "1/2/2026 25:00", "1/2/2026 13:00 PM"]
)
def test_what_is_no_moment(written: str) -> None:
    assert read_moment(written) is None


@pytest.mark.parametrize(
    ("written", "minutes"), [("65", 65), ("1h 5m 30s", 65.5), ("1 Std. 5 Min.", 65), ("00:47:00", 47), ("0h 47m", 47)]
)
def test_lengths_as_they_are_written(written: str, minutes: float) -> None:
    assert read_length(written) == minutes * 60_000


# ── Bad files ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: no headings"),
        ("Name\nAna\n", "line 1: no headings"),
        ("Name,Join Time\n", "nobody is in this report"),
        ("Name,Join Time,Leave Time\nAna,2026-12-01 14:00,2026-12-01 1", "line 2: '2026-12-01 1' is no time"),
        (
            "Name,Join Time,Leave Time\nAna,2026-12-01 14:00,2026-12-01 15:00\nBen\n",
            "line 3: no time stands beside Ben",
        ),
        ("Name,Join Time,Leave Time\nAna,2026-12-01 15:00,2026-12-01 14:00\n", "line 2: Ana leaves before joining"),
        ('Name,Join Time,Leave Time\nAna,2026-12-01 15:00,"2026\n\n\n', "line 2: a quotation mark"),
    ],
)
def test_what_is_amiss_is_said_with_its_line(text: str, said: str) -> None:
    assert said in refusal(text)


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(Refused, match="longer than 4 MiB"):
        read(b"a" * (ATTENDANCE_BYTES + 1))
    row = "Ana,2026-12-01 14:00,2026-12-01 15:00\n"
    with pytest.raises(Refused, match="more than 20000 rows"):
        read("Name,Join Time,Leave Time\n" + row * 20_000)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    for start in (b"", b"Name,Join Time,Leave Time\n"):
        refusal(start + data)


@pytest.mark.parametrize("shape", ALL)
def test_a_file_cut_off_anywhere_is_read_or_refused_whole(shape: str) -> None:
    for end in range(0, len(ALL[shape]), 7):
        if not refusal(ALL[shape][:end]):
            assert {one.name for one in read(ALL[shape][:end]).names} <= {"Ana", "Ben"}


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_other_peoples_files_are_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    for part in (data, data[: len(data) // 2], data[len(data) // 3 :]):
        refusal(part)

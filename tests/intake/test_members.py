"""Member lists as other programs and hands write them."""

import contextlib
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.refusal import Refused
from lcterm.core.text import clean, folded
from lcterm.intake.files import Skipped
from lcterm.intake.members import MEMBERS_BYTES, MEMBERS_MAX, MemberList, read_members

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def read(text: str, encoding: str = "utf-8") -> MemberList:
    return read_members(text.encode(encoding), "people.csv")


def names(text: str) -> list[str]:
    return [member.name for member in read(text).members]


def with_areas(text: str) -> list[tuple[str, str]]:
    return [(member.name, member.area) for member in read(text).members]


@pytest.mark.parametrize("file", ["zoom-participants.csv", "google-forms.csv", "eventbrite.csv", "plain-list.txt"])
def test_the_lists_of_others(file: str) -> None:
    truth = SHARED / "members-truth.json"
    if not truth.is_file():
        pytest.skip("shared/data/members-truth.json is not beside this checkout")
    expected = json.loads(truth.read_text(encoding="utf-8"))[f"members/{file}"]["names"]
    found = read_members((SHARED / "members" / file).read_bytes(), file)
    left_out = [name for name in expected if any(one.why.startswith(f"{name}: ") for one in found.skipped)]
    assert [member.name for member in found.members] == [name for name in expected if name not in left_out]
    assert len(left_out) == (1 if file == "eventbrite.csv" else 0)


@pytest.mark.parametrize(
    ("headings", "row", "name"),
    [
        ("Name,Email", "Ana Lima,a@example.org", "Ana Lima"),
        ("NAME,x", "Ana Lima,1", "Ana Lima"),
        ("id,Full Name", "7,Ana Lima", "Ana Lima"),
        ("Name (Original Name),User Email", "Ana Lima,a@example.org", "Ana Lima"),
        ("Timestamp,Your full name", "now,Ana Lima", "Ana Lima"),
        ("Timestamp,What is your name?,Company name", "now,Ana Lima,Acme", "Ana Lima"),
        ("Event name,Name as it should appear on the badge", "Day,Ana Lima", "Ana Lima"),
        ("First Name,Last Name", "Ana,Lima", "Ana Lima"),
        ("Last name,First name", "Lima,Ana", "Ana Lima"),
        ("first_name,last_name", "Ana,Lima", "Ana Lima"),
        ("FirstName,LastName", "Ana,Lima", "Ana Lima"),
        ("Given Name,Additional Name,Family Name", "Ana,Maria,Lima", "Ana Maria Lima"),
        ("Attendee first name,Attendee Surname,Buyer Last Name", "Ana,Lima,Other", "Ana Lima"),
        ("Attendee #,First Name,Last Name", "5,Ana,Lima", "Ana Lima"),
        ("Email Address,FNAME,LNAME", "a@example.org,Ana,Lima", "Ana Lima"),
        ("Vorname;Nachname", "Ana;Lima", "Ana Lima"),
        ("Name;Vorname", "Lima;Ana", "Ana Lima"),
        ("Nom;Prénom", "Lima;Ana", "Ana Lima"),
        ("Nombre;Apellidos", "Ana;Lima Souza", "Ana Lima Souza"),
        ("Imię;Nazwisko", "Ana;Lima", "Ana Lima"),
        ("Display Name\tRole", "Ana Lima\tOrganizer", "Ana Lima"),
        ("First name,Email", "Ana,a@example.org", "Ana"),
        ("Surname,Email", "Lima,a@example.org", "Lima"),
        ("ID,Member", "1,Ana Lima", "Ana Lima"),
        ("Given Name,Family Name,Name", "Ana,Lima,Ana de Lima", "Ana de Lima"),
    ],
)
def test_headings_in_many_words(headings: str, row: str, name: str) -> None:
    assert names(f"{headings}\n{row}\n") == [name]


@pytest.mark.parametrize(
    ("headings", "area"),
    [
        ("Name,Area of practice", "Housing"),
        ("Name,Job Title", "Housing"),
        ("Name,Organisation", "Housing"),
        ("Name,Einrichtung", "Housing"),
        ("Name,Colour", ""),
    ],
)
def test_what_people_do(headings: str, area: str) -> None:
    assert with_areas(f"{headings}\nAna,Housing\n") == [("Ana", area)]


def test_the_practice_comes_before_the_company_and_a_part_in_a_call_is_none() -> None:
    assert with_areas("Name,Company,Practice\nAna,Acme,Housing\n") == [("Ana", "Housing")]
    assert with_areas("Name,Role\nAna,Organizer\nBen,Nurse\n") == [("Ana", ""), ("Ben", "Nurse")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_delimiter_encoding_and_line_end(delimiter: str, encoding: str, newline: str) -> None:
    text = newline.join(delimiter.join(cells) for cells in (("Vorname", "Name"), ("Jörg", "Müller"), ("Zoë", "")))
    assert [member.name for member in read(text, encoding).members] == ["Jörg Müller", "Zoë"]


def test_cells_in_quotation_marks() -> None:
    text = 'Name,Area,Why\n"Nakamura, Yuki","Early\nyears","a ""b"", c"\n\n "Ana" ,x\n'
    assert with_areas(text) == [("Nakamura, Yuki", "Early years"), ("Ana", "x")]


def test_a_quotation_mark_left_open_is_said() -> None:
    found = read('Name,Area\nAna,x\n"Ben,y\nChidi,z\n')
    assert [member.name for member in found.members] == ["Ana"]
    assert found.skipped == (Skipped(3, "a quotation mark opens here and never closes; nothing after it was read"),)


def test_a_cell_beyond_measure_is_said() -> None:
    found = read('Name,Area\nAna,x\n"' + "y" * 200_000)
    assert [one.line for one in found.skipped] == [3]


def test_who_is_out_and_why() -> None:
    found = read(
        "Name,Attendee Status,RSVP\nAna,Attending,yes\nBen,Refunded,yes\nChidi,Cancelled,\nDorota,Attending,No\n"
        ",Attending,\nANA,Attending,\n"
    )
    assert [member.name for member in found.members] == ["Ana"]
    assert found.skipped == (
        Skipped(3, "Ben: Attendee Status is Refunded"),
        Skipped(4, "Chidi: Attendee Status is Cancelled"),
        Skipped(5, "Dorota: RSVP is No"),
        Skipped(6, "there is no name in it"),
        Skipped(7, "ANA is on line 2 already"),
    )


def test_a_report_with_lines_of_its_own_above_and_below() -> None:
    found = read(
        "1. Summary\nMeeting title\tPeers\n\n2. Participants\nName\tFirst Join\tEmail\tRole\n"
        "Ana (Guest)\t9:00\ta@example.org\tPresenter\n\n3. In-Meeting Activities\nName\tJoin Time\nBen\t9:00\n"
    )
    assert [member.name for member in found.members] == ["Ana"]
    assert found.skipped == (Skipped(8, "another section of the report begins; nothing after it was read"),)
    assert names("Meeting ID,Topic\n12,Peers\n\nName (Original Name),User Email\nAna,a@example.org\n") == ["Ana"]


def test_the_line_a_spreadsheet_puts_on_top() -> None:
    assert names("sep=;\nName;Area\nAna;x\n") == ["Ana"]


@pytest.mark.parametrize(
    ("line", "name", "area"),
    [
        ("Ana", "Ana", ""),
        ("  Ana Lima\t", "Ana Lima", ""),
        ("- Ana", "Ana", ""),
        ("* Ana", "Ana", ""),
        ("• Ana", "Ana", ""),
        ("1. Ana", "Ana", ""),
        ("12) Ana", "Ana", ""),
        ("- [x] Ana", "Ana", ""),
        ("Ana <ana@example.org>", "Ana", ""),
        ("Ana ana@example.org", "Ana", ""),
        ('"Ana" <ana@example.org>', "Ana", ""),
        ('"Nakamura, Yuki"', "Nakamura, Yuki", ""),
        ('"Nakamura, Yuki", nurse', "Nakamura, Yuki", "nurse"),
        ("Ana, school leader", "Ana", "school leader"),
        ("Ana Lima, Housing", "Ana Lima", "Housing"),
        ("Ana Lima, Jr.", "Ana Lima, Jr.", ""),
        ("Ana - housing", "Ana", "housing"),
        ("Ana – housing", "Ana", "housing"),
        ("Ana: housing", "Ana", "housing"),
        ("Ana\thousing", "Ana", "housing"),
        ("Jean-Luc O'Neill", "Jean-Luc O'Neill", ""),
        ("李明", "李明", ""),
        ("\x1b[31mAna\x1b[0m", "Ana", ""),
    ],
)
def test_one_a_line(line: str, name: str, area: str) -> None:
    assert with_areas(f"{line}\nSomebody Else\n") == [(name, area), ("Somebody Else", "")]


def test_a_list_with_surnames_first_keeps_them_whole() -> None:
    assert with_areas("Nakamura, Yuki\nLima Souza, Ana\nBen, nurse\n") == [
        ("Nakamura, Yuki", ""),
        ("Lima Souza, Ana", ""),
        ("Ben", "nurse"),
    ]


def test_names_on_a_single_line() -> None:
    assert names("Ana, Ben, Chidi") == ["Ana", "Ben", "Chidi"]
    assert names("Ana Lima <a@example.org>; Ben <b@example.org>") == ["Ana Lima", "Ben"]


def test_a_heading_over_a_plain_list() -> None:
    assert names("Name\nNakamura, Yuki\nAna\n") == ["Nakamura, Yuki", "Ana"]
    assert names("Ana, member\nBen, facilitator\n") == ["Ana", "Ben"]


def test_lines_that_name_nobody_are_said() -> None:
    found = read("# Peers\n\nAna\n---\nben@example.org\nhttps://example.org\n" + "word " * 11 + "\n" + "x" * 81)
    assert [member.name for member in found.members] == ["Ana"]
    assert [(one.line, one.why) for one in found.skipped] == [
        (1, "a heading"),
        (4, "there is no name in it"),
        (5, "a mail address without a name"),
        (6, "an address, not a name"),
        (7, "more than 10 words, so not a name"),
        (8, "The name is 81 characters long, at most 80 fit: shorten it."),
    ]


def test_an_area_too_long_leaves_the_name() -> None:
    found = read(f"Name,Area\nAna,{'x' * 300}\n")
    assert [(member.name, member.area) for member in found.members] == [("Ana", "")]
    assert [one.line for one in found.skipped] == [2]
    assert "The name was taken without it." in found.skipped[0].why


def test_columns_without_headings() -> None:
    assert names("Ana Lima,a@example.org,5\nBen,b@example.org,\n") == ["Ana Lima", "Ben"]
    with pytest.raises(
        Refused, match=r"people\.csv has 2 columns and no headings: put a line above them such as name,area"
    ):
        read("Ana,Housing\nBen,Youth\n")


@pytest.mark.parametrize("text", ["", "\n \n", "Name,Email\n", "---\n", "Name\n"])
def test_a_list_of_nobody(text: str) -> None:
    with pytest.raises(
        Refused, match=r"^people\.csv: no names found.*; one name a line, or a CSV with a heading such as"
    ):
        read(text)


def test_headings_without_one_for_names() -> None:
    with pytest.raises(
        Refused, match=r"^people\.csv, line 1: none of the headings is for names; call that column name\.$"
    ):
        read("Email,Phone\na@example.org,1\n")


def test_too_many_and_too_long() -> None:
    crowd = [f"Person {chr(97 + number % 26)}{number}" for number in range(MEMBERS_MAX + 1)]
    assert len(names("\n".join(crowd[:-1]))) == MEMBERS_MAX
    with pytest.raises(Refused, match="names more than 1000 people"):
        read("\n".join(crowd))
    with pytest.raises(Refused, match="is longer than 1 MiB"):
        read_members(b"x" * (MEMBERS_BYTES + 1), "people.csv")


def test_a_packed_file_is_refused() -> None:
    with pytest.raises(Refused, match="save it as CSV"):
        read_members(b"PK\x03\x04", "people.xlsx")


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "a,",
        "a, ",
        "a;",
        "\t",
        "- ",
        "1. ",
        "<",
        "@",
        "a@b.c ",
        "a@b",
        ".",
        '"',
        '""',
        "\x1b[",
        "a\u0301",
        "#",
        "\n",
    ],
)
def test_a_long_line_of_anything_takes_no_time(piece: str) -> None:
    size = MEMBERS_BYTES // 4
    data = ("a" + piece * size).encode()[: size - 1] + b"b"
    began = time.process_time()
    with contextlib.suppress(Refused):
        read_members(data, "x")
    assert time.process_time() - began < 10


_PIECES = st.sampled_from(
    ["Name", "Ana", "Ben", "Area", ",", ";", "\t", "\n", "\r\n", '"', " ", "- ", "@", "a@b.org", "1. ", "\x1b["]
)


@given(st.binary(max_size=100) | st.lists(_PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode()))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = read_members(data, "x")
    except Refused:
        return
    keys = [folded(member.name) for member in found.members]
    assert len(set(keys)) == len(keys) > 0
    for member in found.members:
        assert member.name == clean(member.name) != ""
        assert "\n" not in member.name + member.area

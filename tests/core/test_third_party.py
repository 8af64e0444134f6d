"""Words that seem to name somebody outside the group: a gentle hint, and few false alarms."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcterm.core.third_party import third_party

KNOWN = ("Amina", "Ben", "Tracy", "Jonas", "Sam K.", "Anne-Marie Zoë Ångström", "Housing peers", "Discussion 1")
SAMPLE = Path(__file__).parents[2] / "data" / "sample"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask Maria before Friday", "Maria"),
        ("Mrs Hall cried", "Mrs Hall"),
        ("The flat of Mr. Okafor is empty", "Mr. Okafor"),
        ("We met Dr Patel there", "Dr Patel"),
        ("Client Jane came late", "Client Jane"),
        ("The client M. came late", "client M"),
        ("I told Frau Müller about it", "Frau Müller"),
        ("Wir haben es Herr Schmidt gesagt und nicht der Stadt", "Herr Schmidt"),
        ("She said that Maria Lopez had gone", "Maria Lopez"),
        ("Maria Lopez had gone", "Maria Lopez"),
        ("It was Lopez's flat", "Lopez"),
        ("I spoke with Kowalski’s son", "Kowalski"),
        ("Nobody asked O'Neill", "O'Neill"),
        ("We rang McDonald twice", "McDonald"),
        ("They wrote to Jean-Luc again", "Jean-Luc"),
        ("Tenant Öztürk has a dog", "Tenant Öztürk"),
        ("Ben told Rosalind why", "Rosalind"),
        ("A letter to Ivanka (by hand)", "Ivanka"),
    ],
)
def test_somebody_seems_to_be_named(text: str, found: str) -> None:
    assert third_party(text, KNOWN) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Say early and plainly what we cannot promise",
        "Ask Tracy on Friday, or Sam K. in December",
        "Thanks to Dr Ben and to Tracy's team",
        "She told Anne-Marie and Ångström",
        "The flat on Kettle Street: three visits and one phone call",
        "Call the NHS, the GPs and two MPs",
        "I think I'm late; I'll phone",
        "Monday is fine. Tuesday too! Next week? Nobody knows",
        "Ask the Council for the list",
        "Universal Credit is late",
        "Housing Benefit is later, said Housing Peers",
        "tenant A and tenant B quarrel over flat C",
        "Send it by WhatsApp, YouTube or PowerPoint",
        "We met in Leeds and had English lessons in London",
        "She said “Who are you?” and left",
        "3 Questions - What now",
        "Client data is safe; the client knows",
        "Say Early And Plainly What We Cannot Promise",
        "WE SHOUTED A LOT",
        "Wir müssen den Mietern die Wahrheit sagen und die Frist nennen",
        "Die Küche und das Bad sind nass",
        "漢字 and עברית",
        "Ms",
        "In Discussion 1 it was quiet",
        "the Learning Community",
    ],
)
def test_nobody_is(text: str) -> None:
    assert third_party(text, KNOWN) == ""


def _lines(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [line for one in inside for line in _lines(one)]


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.toml")), ids=lambda path: path.stem)
def test_the_sample_raises_no_alarm(path: Path) -> None:
    book: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    homes = [tomllib.loads(one.read_text("utf-8")) for one in SAMPLE.glob("*.toml")]
    known = [name for home in homes for one in home.get("member", ()) for name in (one["name"], home["name"])]
    lines = [line for text in _lines(book) for line in text.splitlines()]
    captures = [re.sub(r"^\s*[\d:]*\s*(?:done )?[a-z] ", "", line) for line in lines if "spoke" not in line]
    assert len(captures) > 10
    assert [(found, line) for line in captures if (found := third_party(line, known))] == []


@given(st.text(max_size=120), st.lists(st.text(max_size=12), max_size=3))
def test_whatever_is_typed_it_only_hints(text: str, known: list[str]) -> None:
    found = third_party(text, known)
    assert all(part in text for part in found.split())


@given(st.sampled_from(KNOWN))
def test_no_member_is_a_third_party(name: str) -> None:
    assert third_party(f"We asked {name} about it", KNOWN) == ""

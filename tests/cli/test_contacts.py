"""`lcterm contacts`: whom to turn to near here."""

from tests.cli.running import Shell


def test_they_are_entered_listed_and_taken_out(peers: Shell) -> None:
    assert "has entered no contacts yet" in peers.answer("contacts")
    text = peers.answer("contacts", "--add", "Duty desk, ext. 40", "--add", "Helpline: 116 123")
    assert text == "  1 Duty desk, ext. 40\n  2 Helpline: 116 123"
    assert peers.json("contacts", "housing", "--json") == ["Duty desk, ext. 40", "Helpline: 116 123"]
    assert peers.answer("contacts", "--remove", "1", "--add", "Ana walks with you") == (
        "  1 Helpline: 116 123\n  2 Ana walks with you"
    )
    assert peers.json("contacts", "--remove", "2", "--remove", "1", "--json") == []


def test_what_cannot_be_changes_nothing(peers: Shell) -> None:
    peers.answer("contacts", "--add", "Duty desk")
    assert peers.refusal("contacts", "--remove", "2") == "there is no contact 2; Housing peers has 1 contact"
    assert "at most 160 fit" in peers.refusal("contacts", "--remove", "1", "--add", "x" * 161)
    assert "invalid int value" in peers.usage("contacts", "--remove", "Duty")
    assert peers.json("contacts", "--add", "duty desk", "--json") == ["Duty desk"]


def test_pasted_escapes_do_not_come_through(peers: Shell) -> None:
    assert peers.answer("contacts", "--add", "Du\x1b[31mty\ndesk") == "  1 Duty desk"

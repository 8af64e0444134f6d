"""`lcterm prepare`: the checklist before a session, to tick and to edit."""

from tests.cli.running import Shell


def test_the_shipped_list_with_its_numbers(planned: Shell) -> None:
    lines = planned.answer("prepare").splitlines()
    assert lines[0] == "Days before"
    assert lines[1] == "  1 open: Heard from the coordinator: date, time and room stand"
    assert lines[-1] == "0 of 15 prepared."


def test_ticks_by_number_or_words_come_and_go(planned: Shell) -> None:
    text = planned.answer("prepare", "--tick", "1", "--tick", "horseshoe")
    assert "  1 done: Heard from" in text
    assert "done: There early" in text
    assert text.endswith("2 of 15 prepared.")
    assert planned.answer("prepare", "--tick", "1").endswith("2 of 15 prepared."), "what is done stays done"
    assert planned.answer("prepare", "--untick", "1").endswith("1 of 15 prepared.")
    assert planned.refusal("prepare", "--tick", "16") == "there is no item 16; the checklist has 15"
    assert "could be" in planned.refusal("prepare", "--tick", "a")


def test_the_list_is_the_communitys(planned: Shell) -> None:
    planned.answer("prepare", "--add", "Keys for the side door", "--remove", "1", "--remove", "2")
    planned.answer("plan", "--starts", "2027-01-05 14:00")
    later = planned.json("sessions", "--json")[-1]["id"]
    listed = planned.json("prepare", later, "--json")
    assert len(listed) == 14
    assert listed[-1] == {"n": 14, "item": "Keys for the side door", "group": "Laptop", "done": False}
    assert not any("coordinator" in one["item"] for one in listed)


def test_a_list_may_be_begun_anew_with_headings(planned: Shell) -> None:
    everything = [option for number in range(1, 16) for option in ("--remove", str(number))]
    planned.answer("prepare", *everything)
    assert planned.answer("prepare") == "0 of 0 prepared."
    planned.answer("prepare", "--add", "# Early", "--add", "Bread")
    assert planned.answer("prepare") == "Early\n  1 open: Bread\n0 of 1 prepared."


def test_what_cannot_be_changes_nothing(planned: Shell) -> None:
    before = planned.json("prepare", "--json")
    for options in (["--add", " "], ["--add", "x" * 121], ["--add", "Bread", "--add", "bread"], ["--remove", "zz"]):
        planned.refusal("prepare", "--tick", "1", *options)
    assert planned.json("prepare", "--json") == before


def test_pasted_escapes_do_not_come_through(planned: Shell) -> None:
    text = planned.answer("prepare", "--add", "Ta\x1b[31mble\u202e")
    assert "Table" in text
    assert "\x1b" not in text

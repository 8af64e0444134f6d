"""What is settled by command while a session runs is a decision of that session too, as on the screen."""

from pathlib import Path

from tests.cli.running import Shell


def started(shell: Shell) -> str:
    shell("new", "Bees")
    shell("members", "bees", "--add", "Amina", "--add", "Ben")
    session = shell.answer("plan", "--template", "design")
    assert shell("do", session, "start").status == 0
    return session


def decisions(shell: Shell, session: str) -> list[str]:
    captures = shell.json("show", session, "--json")["captures"]
    return [one["text"] for one in captures if one["kind"] == "decision"]


def test_an_answer_is_a_decision_of_the_session_that_runs(shell: Shell) -> None:
    session = started(shell)
    shell("charter", "bees", "--answer", "belonging=Whoever keeps bees here", "--choose", "order=chaired")
    belonging, order = decisions(shell, session)
    assert belonging == "Who belongs: Whoever keeps bees here"
    assert order.startswith("Order of speaking: the facilitator keeps a list")
    topics = {one["id"]: one for one in shell.json("charter", "bees", "--format", "json")["topics"]}
    assert (topics["belonging"]["answer"], topics["belonging"]["session"]) == ("Whoever keeps bees here", session)


def test_the_decision_is_mended_and_not_made_twice(shell: Shell) -> None:
    session = started(shell)
    shell("charter", "bees", "--answer", "belonging=Us")
    shell("charter", "bees", "--answer", "belonging=All of us")
    assert decisions(shell, session) == ["Who belongs: All of us"]
    shell("charter", "bees", "--answer", "belonging=All of us")
    assert decisions(shell, session) == ["Who belongs: All of us"]
    shell("charter", "bees", "--answer", "belonging=")
    assert decisions(shell, session) == ["Who belongs: All of us"], "what was decided then stays said"


def test_outside_a_session_it_is_a_fact_of_the_community_alone(shell: Shell) -> None:
    session = started(shell)
    shell("do", session, "end")
    shell("charter", "bees", "--answer", "belonging=Us", "--purpose", "Honey for all")
    assert decisions(shell, session) == []
    held = shell.json("charter", "bees", "--format", "json")
    assert held["purpose"] == "Honey for all"
    assert next(one for one in held["topics"] if one["id"] == "belonging")["session"] is None


def test_the_purpose_is_settled_the_same_way(shell: Shell) -> None:
    session = started(shell)
    assert "Honey for all" in shell.answer("charter", "bees", "--purpose", "Honey for all")
    assert decisions(shell, session) == ["Purpose: Honey for all"]
    shell("charter", "bees", "--purpose", "")
    assert shell.json("charter", "bees", "--format", "json")["purpose"] == ""
    assert "at most 1000 fit" in shell.refusal("charter", "bees", "--purpose", "x" * 1001)


def test_a_strike_takes_the_purpose_out_of_the_charter_too(shell: Shell) -> None:
    session = started(shell)
    shell("charter", "bees", "--purpose", "Honey for Amina")
    (capture,) = shell.json("show", session, "--json")["captures"]
    shell.answer("strike", session, capture["id"])
    assert shell.json("charter", "bees", "--format", "json")["purpose"] == ""


def test_a_strike_leaves_the_answers_that_have_nothing_to_do_with_it(shell: Shell) -> None:
    session = started(shell)
    shell("charter", "bees", "--answer", "belonging=all", "--answer", "between=We write to each other")
    shell("capture", session, "We are all tired, and small")
    tired = next(one for one in shell.json("show", session, "--json")["captures"] if one["kind"] == "learning")
    shell.answer("strike", session, tired["id"])
    topics = {one["id"]: one["answer"] for one in shell.json("charter", "bees", "--format", "json")["topics"]}
    assert (topics["belonging"], topics["between"]) == ("all", "We write to each other")


def test_a_strike_takes_every_wording_of_an_answer_out_of_every_file(shell: Shell, tmp_path: Path) -> None:
    session = started(shell)
    for answer in ("Ask Zenobia", "Ask our Zenobia", "We ask her"):
        shell("charter", "bees", "--answer", f"arranging={answer}")
    for form in ("md", "html", "json"):
        shell("charter", "bees", "--to", "clipboard", "--format", form)
    shell.answer("capture", session, "We ask her because she likes it")
    decision, _ = shell.json("show", session, "--json")["captures"]
    shell.answer("strike", session, decision["id"])
    assert "We ask her" not in shell.answer("charter", "bees")
    assert [path for path in tmp_path.rglob("*.*") if path.is_file() and b"Zenobia" in path.read_bytes()] == []
    assert list(tmp_path.rglob("charter.*")) == [], "what was saved held the words"


def test_a_strike_reaches_the_agenda_that_repeats_an_answer(shell: Shell, tmp_path: Path) -> None:
    session = started(shell)
    answers = ("arranging=Zenobia sees to it", f"brief=Zenobia {'tells all ' * 20}")
    for one in answers:
        shell.answer("charter", "bees", "--answer", one)
    shell.answer("next", "bees", "--subject", "Why Zenobia sings")
    shell.answer("capture", session, "Why Zenobia sings")
    shell.answer("do", session, "end")
    for template in ("ordinary", "circle"):
        later = shell.answer("plan", "bees", "--template", template, "--starts", "2026-12-15 14:00")
        shell.answer("summary", later, "--audience", "facilitators")
        shell.answer("sessions")
    for capture in shell.json("show", session, "--json")["captures"]:
        assert "Zenobia" in capture["text"]
        shell.answer("strike", session, capture["id"])
    assert [path for path in tmp_path.rglob("*") if path.is_file() and b"Zenobia" in path.read_bytes()] == []
    titles = [one["title"] for one in shell.json("show", later, "--json")["agenda"]]
    assert "Learning" in titles


def test_a_strike_takes_the_words_that_a_later_choice_carried_on(shell: Shell) -> None:
    said = "Ana hides walrus figures from Ben"
    shell.answer("new", "Peers", "--members", "-", stdin="Ana\nBen\n")
    session = shell.answer("plan", "--template", "blank")
    shell.answer("do", "start")
    shell.answer("charter", "--answer", f"actions={said}", "--choose", "actions=no")
    shell.answer("do", "end")
    shell.answer("charter", "--choose", "actions=yes")
    (capture,) = [one for one in shell.json("show", session, "--json")["captures"] if said in one["text"]]
    shell.answer("strike", session, capture["id"])
    assert said not in shell.answer("charter")

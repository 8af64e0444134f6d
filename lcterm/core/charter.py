"""What a community's charter means for the program: what it allows, how its discussions go, which agenda it uses.

The charter is `Community.charter`, answers by the ids of topics; the topics themselves, with their questions, are data
(`store.charter`). Here are only the ids and choices that steer anything. A charter half answered allows nothing that it
does not say.
"""

import re
from datetime import date
from typing import Literal, get_args

from msgspec.structs import replace

from lcterm.core.agenda_plan import Mode
from lcterm.core.community import Community
from lcterm.core.community_events import CharterAnswered, PurposeAgreed, SetupNoted, SetupState
from lcterm.core.refusal import Refused

Allowance = Literal["names", "voices", "actions", "owners", "transcripts"]
"""What only a charter can allow: names to the sponsor, voices over sessions, what became of actions in reports, who
owes what in mail between sessions, transcripts. The id of a topic each, whose choice is yes or no."""

ALLOWANCES: tuple[Allowance, ...] = get_args(Allowance)

YES, NO = "yes", "no"
ORDER, CHAIRED, SELF_MANAGED = "order", "chaired", "self-managed"
PRESENTATIONS, ONE, TWO = "presentations", "one", "two"
BRIEF, ARRANGING, RULES = "brief", "arranging", "rules"

SHARING = "sharing"
LOCAL, LAPTOPS, HUB = "local", "laptops", "hub"
"""How far people's words may travel: not beyond one laptop, to the facilitators' laptops, to the network's hub too."""

ANSWER_MAX = 400

_DESIGNING = r"\bdesigning\b|\bour (?:charter|format)\b|\bhow (?:shall )?we (?:run|work)\b"


def choice_of(community: Community, topic: str) -> str:
    """The answer chosen for a topic, "" where none was."""
    answer = community.charter.get(topic)
    return answer.choice if answer else ""


def allows(community: Community, matter: Allowance) -> bool:
    """Whether the charter says yes to it. Nothing said is a no ([HB]: what is reported is the group's to decide), and
    so is a yes that was said apart from another answer, until the group has settled which of them holds."""
    answer = community.charter.get(matter)
    return answer is not None and all(one.choice == YES for one in (answer, *answer.beside))


def may_leave_laptop(community: Community) -> bool:
    """Whether people's words may lie on more than one laptop: in a folder that is synced, or on a hub. Nothing said is
    a no: a community is local until its charter says otherwise, and while two answers stand side by side. Source of
    the rule: ours."""
    return _chosen_by_all(community, SHARING) in (LAPTOPS, HUB)


def may_go_to_hub(community: Community) -> bool:
    """Whether people's words may lie on a hub as well. Source of the rule: ours."""
    return _chosen_by_all(community, SHARING) == HUB


def _chosen_by_all(community: Community, topic: str) -> str:
    """The answer chosen where nobody chose another one apart, else ""."""
    answer = community.charter.get(topic)
    chosen = {one.choice for one in (answer, *answer.beside)} if answer else set()
    return chosen.pop() if len(chosen) == 1 else ""


def is_settled(community: Community, topic: str) -> bool:
    """Whether the group has settled this topic; that of the rules is settled where there are some."""
    return topic in community.charter or (topic == RULES and bool(community.rules))


def template_of(community: Community) -> str:
    """The id of the template for an ordinary session, by the number of presentations."""
    return "ordinary-one" if choice_of(community, PRESENTATIONS) == ONE else "ordinary"


def mode_of(community: Community, mode: Mode) -> Mode:
    """How people come to speak at a point that a template has in this mode: a group that manages itself needs no list
    of speakers."""
    return "open" if mode == "queue" and choice_of(community, ORDER) == SELF_MANAGED else mode


def designs(title: str) -> bool:
    """Whether a point's title says that the group works on its charter there. Source of the rule: ours."""
    return re.search(_DESIGNING, title, re.IGNORECASE) is not None


def minds_rules(title: str) -> bool:
    """Whether a point's title says that the rules are looked at there. Source of the rule: ours."""
    return re.search(r"\brules\b", title, re.IGNORECASE) is not None


def answer_text(text: str, what: str = "the answer") -> str:
    """An answer, or a note, as it is kept. Raises Refused for one that is too long."""
    from lcterm.core.text import clean

    return clean(text, limit=ANSWER_MAX, what=what)


def answering(
    community: Community, topic: str, answer: str | None = None, choice: str | None = None, session: str = ""
) -> CharterAnswered | None:
    """The fact by which this is settled, the part left out as it stands; None where nothing is different, and nothing
    else was settled apart from it."""
    held = community.charter.get(topic)
    old = (held.answer, held.choice) if held else ("", "")
    new = (old[0] if answer is None else answer, old[1] if choice is None else choice)
    if new == old and not (held and held.beside):
        return None
    return CharterAnswered(topic=topic, answer=new[0], choice=new[1], session=session)


def purposing(community: Community, text: str, session: str = "") -> PurposeAgreed | None:
    """The fact by which the community is for this from now on; None where it is so already. Raises Refused for a text
    that is too long."""
    from lcterm.core.joining import PURPOSE_MAX
    from lcterm.core.text import clean

    purpose = clean(text, limit=PURPOSE_MAX, what="the purpose")
    return None if purpose == community.purpose else PurposeAgreed(purpose=purpose, session=session)


def until_when(typed: str, today: date) -> str:
    """Until when an item of the setting up is seen to: a day that can be read is kept as the one it means, in ISO
    form; other words stay as they are."""
    from lcterm.core.days import read_due

    try:
        on = read_due(typed, today)
    except Refused:  # it can be two days: whoever wrote it knows which
        return typed
    return on.isoformat() if on is not None else typed


def noting(
    community: Community,
    item: str,
    state: SetupState | None = None,
    note: str | None = None,
    who: str | None = None,
    when: str | None = None,
) -> SetupNoted | None:
    """The fact by which an item of the setting up stands so, what is left out as it was; None where nothing is
    different."""
    held = community.setup.get(item)
    old = SetupNoted(item=item)
    if held is not None:
        old = SetupNoted(item=item, state=held.state, note=held.note, who=held.who, when=held.when)
    given = {"state": state, "note": note, "who": who, "when": when}
    new = replace(old, **{name: value for name, value in given.items() if value is not None})
    return None if new == old else new

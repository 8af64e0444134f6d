"""Agendas to start from: those that ship, and the facilitator's own, which lie in the home as TOML."""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from lcterm.core.agenda_plan import PlannedPoint
from lcterm.core.refusal import Refused
from lcterm.store.durable import plain_reason
from lcterm.store.leftovers import left_beside
from lcterm.store.own_copy import own_copy
from lcterm.store.paths import shown
from lcterm.store.shipped import shipped
from lcterm.store.template_file import TemplatePoint, read_template_text

_IN_ORDER = ("ordinary", "ordinary-one", "design", "circle", "circle-first", "blank")


class Template(Struct, frozen=True, kw_only=True):
    """An agenda to start from. `id` is the name of its file without `.toml`; `own` means the facilitator's."""

    id: str
    name: str
    about: str
    source: str
    points: tuple[TemplatePoint, ...]
    own: bool
    path: Path

    @property
    def minutes(self) -> float:
        """How long a session by this template takes."""
        return sum(point.minutes for point in self.points)

    def planned(self, presenters: Sequence[str] = ()) -> tuple[PlannedPoint, ...]:
        """The agenda of one session: points "p1", "p2" and so on, the presenters (ids of people) one to each slot, in
        order. Raises Refused when more are named than there are slots."""
        slots = sum(point.slot for point in self.points)
        if len(presenters) > slots:
            room = f"has room for {slots} presenter{'s' * (slots != 1)}" if slots else "has no room for presenters"
            named = f"{len(presenters)} {'was' if len(presenters) == 1 else 'were'} named"
            raise Refused(f"{self.name} {room}; {named}. Name fewer, or take another template")
        waiting = iter(presenters)
        return tuple(
            PlannedPoint(
                id=f"p{number}",
                title=point.title,
                minutes=point.minutes,
                mode=point.mode,
                presenters=tuple(person for person in [next(waiting, None)] if person) if point.slot else (),
                notes=point.notes,
                question=point.question,
                from_template=bool(point.question),
                sums_up=point.sums_up,
            )
            for number, point in enumerate(self.points, start=1)
        )


def load_template(path: Path, *, own: bool = True) -> Template:
    """The template in a file. Raises Refused with file, line and reason for whatever is wrong in it."""
    text = read_template_text(path)
    return Template(
        id=path.stem,
        name=text.name,
        about=text.about,
        source=text.source,
        points=text.points,
        own=own,
        path=path,
    )


def _files(folder: Path) -> list[Path]:
    """The template files of a folder, by name; none if there is no such folder. Raises Refused if it cannot be read."""
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Refused(f"{shown(folder)} cannot be read as a folder of templates: {plain_reason(error)}") from error
    return [folder / name for name in names if name.endswith(".toml") and not name.startswith((".", "~"))]


def _rank(template: Template) -> tuple[int, str]:
    known = template.id in _IN_ORDER
    return (_IN_ORDER.index(template.id) if known else len(_IN_ORDER), template.id)


def templates(home_templates: Path) -> tuple[list[Template], list[str]]:
    """Every template there is, shipped ones first, and the reasons why any own file could not be read. An own one
    takes the place of the shipped one of the same id; a broken one hides nothing. Raises Refused when the shipped ones
    are missing."""
    found = {path.stem: load_template(path, own=False) for path in _files(shipped("data", "templates"))}
    reasons: list[str] = []
    try:
        files = _files(home_templates)
    except Refused as refused:
        files = []
        reasons.append(refused.reason)
    for path in files:
        if beside := left_beside(path):
            reasons.append(beside)
            continue
        try:
            found[path.stem] = load_template(path)
        except Refused as refused:
            reasons.append(refused.reason)
    return sorted(found.values(), key=_rank), reasons


def find_template(name: str, home_templates: Path) -> Template:
    """The template called so: by id, by name, or by the beginning of either if only one begins so; any case. Raises
    Refused if there is none, if several fit, or if it is an own one that cannot be read."""
    wanted = name.strip().casefold()
    for path in _files(home_templates):
        if path.stem.casefold() == wanted:
            return load_template(path)
    known, _ = templates(home_templates)
    for fitting in _fitting(known, wanted):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise Refused(f"“{shown(name)}” could be {_listed(fitting, 'or')}; write more of its name")
    raise Refused(f"there is no template called “{shown(name)}”; there are {_listed(known, 'and')}")


def _fitting(known: Sequence[Template], wanted: str) -> Iterator[list[Template]]:
    """What fits by id, then by name, then by a beginning."""
    yield [template for template in known if template.id.casefold() == wanted]
    yield [template for template in known if template.name.casefold() == wanted]
    yield [
        template
        for template in known
        if wanted and (template.id.casefold().startswith(wanted) or template.name.casefold().startswith(wanted))
    ]


def _listed(known: Sequence[Template], last: str) -> str:
    names = [template.id for template in known]
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else "".join(names) or "none"


@cache
def _in_full() -> dict[str, str]:
    paths = _files(shipped("data", "templates"))
    return {one.title: one.in_full for path in paths for one in load_template(path, own=False).points if one.in_full}


def title_in_full(title: str) -> str:
    """What a point of this title is called in a mail: words that say it all for a short title that ships with lcterm,
    any other as it is. Raises Refused when the shipped templates are missing."""
    return _in_full().get(title, title)


def copy_template(name: str, home_templates: Path) -> Path:
    """Makes a template yours to edit; where it is then. Raises Refused for a name that is no template's, and as
    `own_copy` does."""
    template = find_template(name, home_templates)
    return own_copy(template.path, home_templates, "a template", own=template.own)

"""Every stored file looked at: what is wrong and, when asked, bad files set aside. Nothing is ever thrown away, but for
words that were struck."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lcterm.core.erasure import Gone
from lcterm.core.refusal import Refused
from lcterm.store.beginnings import COPY_BACK, NO_COMMUNITY, NO_PLAN, no_community, no_plan
from lcterm.store.device import DEVICE_FILE, read_actor
from lcterm.store.digests import drop_session, overwritten
from lcterm.store.durable import flush_folder, is_aside, make_folder, plain_reason
from lcterm.store.erasing import LEFT_ELSEWHERE, Erasure
from lcterm.store.leftovers import copied_segment
from lcterm.store.links import NONE_FOLLOWED, links_in
from lcterm.store.paths import Home
from lcterm.store.permissions import close_to_others, too_open
from lcterm.store.reading import Unreadable, read_reason, read_whole
from lcterm.store.reflections import read_file, reflection_files, session_of
from lcterm.store.segment import Segment, decode_segment, parse_segment_name
from lcterm.store.session_cache import cache_folder
from lcterm.store.sync_copies import copies_in, described, take_over
from lcterm.store.union import Union

SET_ASIDE = "set-aside"
"""The folder, beside a bad file, that repair moves it to."""

_REPAIR = "`lcterm check --repair`"


class Finding(NamedTuple):
    """Something wrong with what is stored: where, what, and what was or should be done about it. One line each."""

    path: Path
    problem: str
    done: str


def check(home: Home) -> list[Finding]:
    """What is wrong with the stored files; changes nothing. None: all is well, or nothing is stored yet."""
    return list(_findings(home, mend=False))


def repair(home: Home) -> list[Finding]:
    """Sets bad files aside, beside where they stood, takes struck words out of files where they still stand, and closes
    what others could read; what was found and done.

    Leftovers of a crash are set aside too; they do no harm, so `check` does not name them.
    """
    return list(_findings(home, mend=True))


def _findings(home: Home, mend: bool) -> Iterator[Finding]:
    try:
        communities = home.community_ids()
    except Refused as refusal:
        yield Finding(home.path / "communities", "it cannot be read", refusal.reason)
        return
    yield from _device(home.private / DEVICE_FILE, mend)
    for path in reflection_files(home):
        yield from _reflection(path, mend)
    for community in communities:
        people = Union()
        found = list(_log(home.community_log(community), community, mend, people))
        yield from found
        yield from _gone(home, community, "", people.gone(), mend)
        try:
            sessions = home.sessions(community)
        except Refused as refusal:
            yield Finding(home.community_log(community).with_name("sessions"), "it cannot be read", refusal.reason)
            continue
        if not found and no_community(people, len(sessions)):
            yield Finding(home.community_log(community), NO_COMMUNITY, COPY_BACK)
        for session in sessions:
            union = Union()
            found = list(_log(home.session_log(community, session), session, mend, union))
            yield from found
            if not found and no_plan(people, union):
                yield Finding(home.session_log(community, session), NO_PLAN, COPY_BACK)
            yield from _gone(home, community, session, union.gone(), mend)
        yield from _kept_beside(home, community, mend)
    yield from _links(home)
    yield from _open_to_others(home, mend)


def _links(home: Home) -> Iterator[Finding]:
    """Never mended: what a link is for, whoever laid it knows."""
    for link in links_in(home.path / "communities"):
        done = "left in place; look where it leads, and put the folder itself there or take the link away"
        yield Finding(link, f"it is a link, and {NONE_FOLLOWED}", done)


def _device(path: Path, mend: bool) -> Iterator[Finding]:
    try:
        read_actor(path)
    except FileNotFoundError:
        return
    except OSError as error:
        yield _refused_by_disk(path, error)
    except Unreadable as problem:
        yield Finding(path, str(problem), _aside(path, mend))


def _reflection(path: Path, mend: bool) -> Iterator[Finding]:
    try:
        if is_aside(path.name):
            if mend:
                yield Finding(path, "a crash left it over", _aside(path, mend))
        elif path.name == f"{session_of(path)}.json":
            read_file(path)
        else:
            yield Finding(path, "not a name that lcterm gives, so it is not read", _aside(path, mend))
    except OSError as error:
        yield _refused_by_disk(path, error)
    except Unreadable as problem:
        yield Finding(path, str(problem), _aside(path, mend))


def _log(folder: Path, log: str, mend: bool, union: Union | None = None) -> Iterator[Finding]:
    """What is wrong in one log's folder; a folder that is not there is a log that has not begun. What can be read is
    gathered in `union`."""
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return
    except OSError as error:
        yield _refused_by_disk(folder, error)
        return
    union = Union() if union is None else union
    for name in names:
        path = folder / name
        if parsed := parse_segment_name(name):
            yield from _segment(path, parsed[0], log, union, mend)
        elif is_aside(name):
            if mend:
                yield Finding(path, "a crash left it over", _aside(path, mend))
        elif name.endswith(".json") and not (copied_segment(name) or name.startswith("._")):
            yield Finding(path, "not a name that lcterm gives, so it is not read", _aside(path, mend))
    if any(map(copied_segment, names)):
        yield from _copies(folder, log, union, mend)
    yield from _gathered(folder, union)


def _copies(folder: Path, log: str, union: Union, mend: bool) -> Iterator[Finding]:
    """Copies that a sync left over, in one line. Repair gives back what is nowhere else and sets aside what holds
    nothing of its own."""
    copies = copies_in(folder, log, union)
    problem = "; ".join(described(copies))
    done = f"{_REPAIR} takes over what no file here holds, and sets aside what holds nothing else"
    if mend:
        try:
            copies = take_over(folder, log, copies, union)
        except OSError as error:
            done = f"left in place: {plain_reason(error)}"
        else:
            aside = [_aside(copy.path, mend) for copy in copies if copy.needless]
            left = len(copies) - len(aside)
            done = f"set aside: {len(aside)}" + (f"; left in place, look into them yourself: {left}" if left else "")
    yield Finding(folder, problem, done)


def _segment(path: Path, writer: str, log: str, union: Union, mend: bool) -> Iterator[Finding]:
    try:
        content, _ = read_whole(path)
        segment = decode_segment(content, writer, log)
    except OSError as error:
        yield _refused_by_disk(path, error)
        return
    except Unreadable as problem:
        done = "left in place; update lcterm to read it" if problem.newer else _aside(path, mend)
        yield Finding(path, str(problem), done)
        return
    union.add(writer, segment)
    yield from _passed_over(path, segment)


def _passed_over(path: Path, segment: Segment) -> Iterator[Finding]:
    """Single events that cannot be read. The file stays: all others in it can."""
    if segment.damaged:
        yield Finding(path, f"damaged events in it: {segment.damaged}", "left in place; everything else in it is read")
    if segment.unknown:
        yield Finding(
            path,
            f"events in it that this lcterm does not know: {len(segment.unknown)}",
            "left in place; update lcterm to read them",
        )


def _gathered(folder: Path, union: Union) -> Iterator[Finding]:
    for writer, count in sorted(union.missing().items()):
        yield Finding(
            folder,
            f"events missing before the last of {writer}: {count}",
            f"copy the files {writer}.… here from where they still are: another laptop, a backup, {SET_ASIDE}",
        )
    if count := union.at_odds():
        yield Finding(
            folder,
            f"events stored twice and not alike: {count}",
            "left as they are; the copy that is read first counts",
        )


def _gone(home: Home, community: str, session: str, gone: Gone, mend: bool) -> Iterator[Finding]:
    """Files in which words stand that were struck, or names that are forgotten: a run that should have taken them out
    was killed, or an old copy came back."""
    erasure = Erasure(home, community, session, lambda: _known_actor(home.private / DEVICE_FILE))
    held = erasure.holding(gone) if gone.anything else []
    otherwise = f"{_REPAIR} takes them out"
    if mend and held:
        try:
            erasure.carry_out(gone)
        except OSError as error:
            otherwise = f"left in place: {plain_reason(error)}"
    done = {one.path: one.done for one in erasure.taken} | {one.path: one.why for one in erasure.standing}
    for one in held:
        why = LEFT_ELSEWHERE if erasure.is_elsewhere(one) else otherwise
        what = "words that were struck stand in it" if gone.struck else "a name that was to be forgotten stands in it"
        yield Finding(one.path, what, done.pop(one.path, why))
    for path, what in done.items():
        yield Finding(path, "words that were struck may stand in it", what)


def _kept_beside(home: Home, community: str, mend: bool) -> Iterator[Finding]:
    """Digests that look like those of a log and are of an older state of it."""
    for session in overwritten(home, community):
        done = f"{_REPAIR} makes it anew"
        if mend:
            try:
                drop_session(home, community, session)
                done = "taken out; it is made anew"
            except OSError as error:
                done = f"left in place: {plain_reason(error)}"
        yield Finding(
            cache_folder(home, community),
            f"what is kept there of {session} is older than its log, which was overwritten where it lies",
            done,
        )


def _known_actor(path: Path) -> str:
    try:
        return read_actor(path)
    except (OSError, Unreadable):
        return ""


def _open_to_others(home: Home, mend: bool) -> Iterator[Finding]:
    for path in too_open(home):
        problem = "others on this computer can get at it"
        if not mend:
            yield Finding(path, problem, f"{_REPAIR} closes it to them")
            continue
        try:
            done = "closed to them" if close_to_others(path) else "left as it is: this disk keeps no permissions"
        except OSError as error:
            done = f"left as it is: {plain_reason(error)}"
        yield Finding(path, problem, done)


def _refused_by_disk(path: Path, error: OSError) -> Finding:
    return Finding(path, read_reason(error), "left in place; give lcterm permission to read it, or look at the disk")


def _aside(path: Path, mend: bool) -> str:
    """Sets the file aside, or says that repair would."""
    if not mend:
        return f"{_REPAIR} sets it aside"
    folder = path.parent / SET_ASIDE
    try:
        make_folder(folder)
        target = _free(folder / path.name)
        os.rename(path, target)
        flush_folder(folder)
        flush_folder(path.parent)
    except OSError as error:
        return f"left in place, for it could not be set aside: {plain_reason(error)}"
    return f"set aside as {SET_ASIDE}/{target.name}"


def _free(path: Path) -> Path:
    """The path, or with the first number behind it that makes it a new one."""
    number = 0
    candidate = path
    while os.path.lexists(candidate):
        number += 1
        candidate = path.with_name(f"{path.name}.{number}")
    return candidate

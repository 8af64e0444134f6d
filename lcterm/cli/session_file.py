"""A whole session out into one file of JSON, and in again: session, import session."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_community, choose_session, desk_for
from lcterm.cli.context import Context
from lcterm.cli.documents_out import STDOUT, hand_on, in_folder, own_path
from lcterm.core.community import Community
from lcterm.core.names import Known, find_person
from lcterm.core.refusal import Refused
from lcterm.core.text import folded
from lcterm.core.when import full_day, local, zone_or_utc
from lcterm.intake.session_file import Coming, bring_in, coming_in
from lcterm.intake.session_people import NOTHING, Whose, question
from lcterm.store.reading import Unreadable
from lcterm.store.session_file import SESSION_BYTES, SessionFile, going_out, read_session_file
from lcterm.store.shelf import communities

FOR_WHOM = "it has names, shares and everything the group wrote down: it is for those who facilitated this session"
LEFT_OUT = "Notes, reflections and what was taken back, dropped or struck are not in it."


def add_session(parser: ArgumentParser) -> None:
    parser.add_argument("session", nargs="?", metavar="SESSION")
    parser.add_argument("--to", default=STDOUT, metavar="-|FILE", help="a file, or a folder to put it in")
    parser.epilog = f"For this session's facilitators; `lcterm import session FILE` makes it again. {LEFT_OUT}"
    parser.set_defaults(run=session)


def add_import_session(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="COMMUNITY")
    parser.add_argument("file", metavar="FILE", help="as `lcterm session` wrote it; - for a pipe")
    parser.add_argument("--as", action="append", default=[], dest="people", metavar="NAME=MEMBER", help="who that is")
    parser.add_argument(
        "--new", action="append", default=[], metavar="NAME", help="somebody new, however like a member's the name is"
    )
    parser.add_argument("--dry-run", action="store_true", dest="dry", help="say what would come in, and change nothing")
    parser.set_defaults(run=import_session)


def session(context: Context, options: Namespace) -> int:
    """All of a session that is over, as JSON."""
    from lcterm.documents.session_json import session_json

    held = choose_session(context, options.session)
    desk = desk_for(context, held)
    meeting = desk.meeting
    if meeting.session.status != "closed":
        raise Refused(f"{meeting.session.id} is not over; `lcterm show --json` says how it stands")
    leaving = going_out(context.home, held.community.id, meeting.session)
    if leaving.unread:
        context.warn(f"facts that cannot be read, and are not in it: {leaving.unread}; `lcterm check` says which")
    context.warn(f"{FOR_WHOM}. {LEFT_OUT}")
    hand_on(context, session_json(meeting, leaving), in_folder(options.to, meeting.session, "json"), "session")
    return 0


def import_session(context: Context, options: Namespace) -> int:
    """A session out of such a file, with whoever is missing here."""
    from lcterm.intake.files import read_file

    source = "standard input" if options.file == STDOUT else str(own_path(options.file))
    piped = options.file == STDOUT
    content = context.read_stdin(SESSION_BYTES) if piped else read_file(own_path(options.file), SESSION_BYTES)
    try:
        file, facts = read_session_file(content)
    except Unreadable as problem:
        raise Refused(f"{source}: {problem}; {NOTHING}") from None
    community = _community(context, options.community, file)
    try:
        coming = coming_in(context.home, community, file, facts, _whose(options, community))
    except Refused as refused:
        raise Refused(f"{source}: {refused.reason}") from None
    if not options.dry:
        bring_in(context.home, context.clock, community, coming)
    _tell(context, community, coming, dry=options.dry)
    return 0


def _whose(options: Namespace, community: Community) -> Whose:
    """What was said of the people in the file."""
    people = [Known(one.person, one.name, "") for one in community.named]
    given: dict[str, str] = {}
    for option in options.people:
        name, _, member = option.rpartition("=")
        if not name or not member:
            raise Refused(f"--as {option!r}: write it like Amina=Ana")
        given[folded(name)] = find_person(member, people)
    return Whose(given, frozenset(map(folded, options.new)))


def _community(context: Context, typed: str | None, file: SessionFile) -> Community:
    """The one that was named, else the one that it was held in, else the only one."""
    own = next((one for one in communities(context.home) if one.id == file.community.id), None)
    return own if typed is None and own is not None else choose_community(context, typed)


def _tell(context: Context, community: Community, coming: Coming, *, dry: bool) -> None:
    one = coming.session
    day = full_day(local(one.began, zone_or_utc(one.zone)).date())
    which = f"{one.title}, {day} ({one.id})"
    if coming.known:
        context.say(f"{which} is in {community.name} already; nothing was changed.")
        return
    count = f"{len(coming.facts)} fact{'s' if len(coming.facts) != 1 else ''}"
    context.say(f"{which} {'would come' if dry else 'came'} into {community.name}: {count}.")
    for member in coming.added:
        context.say(f"{'To be added' if dry else 'Added'} as a member: {member.name}")
    for name in coming.by_name:
        context.say(f"Known by name: {name}")
    for there, here in coming.called_otherwise:
        context.say(f"Called {there} there, {here} here")
    for asked in coming.asked:
        context.warn(question([asked]))
    if dry:
        context.warn("this is what would come in; nothing was changed")

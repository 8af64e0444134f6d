"""A whole community out into one file, and in again: export, import archive."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from lcterm import __version__
from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.documents_out import own_path
from lcterm.core.refusal import Refused
from lcterm.core.text import folded
from lcterm.store.shelf import communities, read_community

if TYPE_CHECKING:
    from lcterm.store.archive import Archive
    from lcterm.store.archive_in import Came

LEFT_OUT = "Summaries, your own templates, cards and keys, and what is private to this laptop are not in it."


def add_export(parser: ArgumentParser) -> None:
    parser.add_argument("community", metavar="COMMUNITY")
    parser.add_argument("file", metavar="FILE", help="- for standard output")
    parser.add_argument("--sealed", action="store_true", help="behind a passphrase, in the form of age")
    parser.epilog = f"Everything the community has said and agreed, names included: keep the file safe. {LEFT_OUT}"
    parser.set_defaults(run=export)


def add_import_archive(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="as `lcterm export` wrote it")
    parser.add_argument("--dry-run", action="store_true", dest="dry", help="say what would come in, and change nothing")
    parser.set_defaults(run=import_archive)


def export(context: Context, options: Namespace) -> int:
    """Everything of a community in one readable file."""
    from datetime import UTC, datetime

    from lcterm.documents.saving import save
    from lcterm.store.archive import archive_of

    community = choose_community(context, options.community)
    made = datetime.fromtimestamp(context.clock.now() / 1000, UTC).isoformat(timespec="seconds")
    text, unread = archive_of(context.home, community.id, community.name, __version__, made)
    if unread:
        context.warn(f"files or facts that cannot be read, and are not in it: {unread}; `lcterm check` says which")
    if options.sealed:
        from lcterm.cli.passphrase import NO_WAY_BACK, sealing

        text = sealing(context)[0](text.encode("utf-8", "replace")).decode("ascii")
        context.warn(NO_WAY_BACK)
    if options.file == "-":
        context.say(text.rstrip("\n"))
        return 0
    path = own_path(options.file)
    save(text, path)
    whose = "behind your passphrase" if options.sealed else "for your eyes only"
    context.say(f"All of {community.name} is in {path}, {whose}. {LEFT_OUT}")
    return 0


def import_archive(context: Context, options: Namespace) -> int:
    """A community out of an archive; one that is here already is put together with it."""
    from lcterm.store.archive_in import foreseen, take_in

    archive = _read(context, options.file)
    if options.dry:
        came = foreseen(context.home, archive)
        context.say(f"{came.name}, {_sessions(came)}: {_facts(came.new)} would come in, {_known(came)}.")
    else:
        came = take_in(context.home, archive)
        name = read_community(context.home, archive.community).name
        context.say(f"{name}, {_sessions(came)}: {_facts(came.new)} came in, {_known(came)}.")
    if came.at_odds:
        context.warn(f"facts that stand here with other words, which stay: {came.at_odds}")
    if options.dry:
        context.warn("this is what would come in; nothing was changed")
    else:
        _warn_of_namesakes(context, name)
    return 0


def _read(context: Context, typed: str) -> "Archive":
    """The archive in this file, unsealed where it is sealed."""
    from lcterm.intake.files import read_file
    from lcterm.store.archive import ARCHIVE_BYTES, read_archive
    from lcterm.store.reading import Unreadable
    from lcterm.store.sealing import is_sealed

    path = own_path(typed)
    try:
        content = read_file(path, 2 * ARCHIVE_BYTES)
        if is_sealed(content):
            from lcterm.cli.passphrase import unsealing

            content = unsealing(context)(content)
        return read_archive(content)
    except Unreadable as problem:
        raise Refused(f"{path}: {problem}; nothing was brought in") from None


def _warn_of_namesakes(context: Context, name: str) -> None:
    alike = [one for one in communities(context.home) if folded(one.name) == folded(name)]
    if len(alike) > 1:
        ids = ", ".join(one.id for one in alike)
        context.warn(f"more than one community is called {name} now; name it by its id: {ids}")


def _sessions(came: "Came") -> str:
    return f"{came.sessions} session{'s' if came.sessions != 1 else ''}"


def _facts(count: int) -> str:
    return f"{count} fact{'s' if count != 1 else ''}"


def _known(came: "Came") -> str:
    return f"{came.known} {'was' if came.known == 1 else 'were'} here already"

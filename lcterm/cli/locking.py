"""A community that rests behind a passphrase: lock, unlock."""

from argparse import ArgumentParser, Namespace

from lcterm.cli.choosing import choose_community
from lcterm.cli.context import Context
from lcterm.cli.passphrase import NO_WAY_BACK, sealing, unsealing
from lcterm.core.refusal import Refused

_STAYS = (
    "What is yours alone, own templates, and copies elsewhere, such as backups and old files that a sync keeps, "
    "stay as they are."
)


def add_lock(parser: ArgumentParser) -> None:
    parser.add_argument("community", metavar="COMMUNITY")
    parser.epilog = (
        "Its folder becomes one file in the form of age, after that file was written, read again and compared. While "
        f"it is locked it is in no list, and nothing in it can be read, searched or forgotten. {NO_WAY_BACK} {_STAYS}"
    )
    parser.set_defaults(run=run_lock)


def add_unlock(parser: ArgumentParser) -> None:
    parser.add_argument("community", nargs="?", metavar="ID", help="as `lcterm lock` said it; left out: the only one")
    parser.set_defaults(run=run_unlock)


def run_lock(context: Context, options: Namespace) -> int:
    """Put a community away as one sealed file."""
    from lcterm.hub.joined import joined
    from lcterm.store.locked import locked
    from lcterm.store.locking import lock

    half = {one.community for one in locked(context.home)}
    if options.community in half & set(context.home.community_ids()):  # its own log may be put away already
        id, name = options.community, options.community
    else:
        community = choose_community(context, options.community)
        id, name = community.id, community.name
    if any(one.community == id for one in joined(context.home)):
        raise Refused(f"{name} is on a hub, which would bring it back; `lcterm hub leave` first")
    seal, unseal = sealing(context)
    one, left = lock(context.home, id, seal, unseal)
    context.say(f"{name} is locked, in {one.path}; `lcterm unlock {id}` brings it back. {NO_WAY_BACK}")
    if id != name:
        context.say(f"Its name is locked too; while it rests it goes by {id}: write that down beside “{name}”.")
    for path in left:
        context.warn(f"{path} has changed meanwhile and stands as it is; lock it again to put that away too")
    context.warn(_STAYS)
    return 0


def run_unlock(context: Context, options: Namespace) -> int:
    """Put a community back where it was."""
    from lcterm.store.locked import locked
    from lcterm.store.locking import unlock
    from lcterm.store.reading import Unreadable
    from lcterm.store.shelf import read_community

    known = locked(context.home)
    ids = sorted({one.community for one in known})
    if not known:
        raise Refused(f"nothing is locked in {context.home.path}")
    if options.community is None and len(ids) > 1:
        raise Refused(f"which one? {', '.join(ids)}")
    if options.community not in (None, *ids):
        raise Refused(
            f"nothing that is locked here is called {options.community!r}; its name is locked too, so it goes by its "
            f"id: {', '.join(ids)}"
        )
    id = options.community or ids[0]
    unseal = unsealing(context)
    troubles: list[str] = []
    for one in (one for one in known if one.community == id):
        try:
            opened = unlock(context.home, one, unseal)
        except Unreadable as problem:
            troubles.append(f"{one.path}: {problem}; it stands as it was")
            continue
        for path in opened.beside:
            context.warn(f"{path}: a newer file stands in its place; `lcterm check --repair` puts the two together")
    if troubles:
        raise Refused("; ".join(troubles))
    context.say(f"{read_community(context.home, id).name or id} is here again.")
    return 0


def warn_if_locked(context: Context, otherwise: str = "") -> None:
    """That there are communities which no command sees."""
    from lcterm.store.locked import locked

    ids = sorted({one.community for one in locked(context.home)})
    if ids:
        context.warn(f"locked, and not looked into: {', '.join(ids)}; `lcterm unlock` brings one back{otherwise}")

"""What commands say of a home that is carried to other computers."""

from lcterm.cli.context import Context


def warn_if_synced(context: Context) -> None:
    """Once on each device, beside the answer."""
    from lcterm.store.synced_folder import newly_seen, said_of

    if newly_seen(context.home, context.environ) is not None:
        from lcterm.store.shelf import communities

        for line in said_of(context.home, context.environ, communities(context.home)):
            context.warn(line)


def say_if_synced(context: Context) -> None:
    """Whenever somebody asks how the files stand."""
    from lcterm.store.shelf import communities
    from lcterm.store.synced_folder import only_named, said_of

    said = said_of(context.home, context.environ, communities(context.home))
    for line in said:
        context.warn(line)
    if said:
        context.warn(
            "A file that is cut short may be on its way still: wait until the sync is quiet before you repair."
        )
    if away := only_named(context.home):
        named = ", ".join(away[:3]) + (" …" if len(away) > 3 else "")
        context.warn(f"Only named here, and not brought yet: {named}. Have the sync keep this folder on this device.")

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
    from lcterm.store.synced_folder import said_of

    for line in said_of(context.home, context.environ, communities(context.home)):
        context.warn(line)

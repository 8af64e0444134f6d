"""The machine's time zone, by name: what a session is planned in when nobody says otherwise."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def machine_zone() -> str:
    """An IANA name, such as Europe/Berlin; UTC where the machine does not tell or its answer is no zone."""
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name()
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError):
        return "UTC"
    return str(name)

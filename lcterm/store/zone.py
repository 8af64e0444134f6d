"""The machine's time zone, by name: what a session is planned in when nobody says otherwise."""

from lcterm.core.refusal import Refused
from lcterm.core.when import zone_named


def machine_zone() -> str:
    """An IANA name, such as Europe/Berlin; UTC where the machine does not tell or its answer is no zone."""
    from tzlocal import get_localzone_name

    try:
        name = str(get_localzone_name())
        zone_named(name)
    except (Refused, ValueError, OSError, TypeError):
        return "UTC"
    return name

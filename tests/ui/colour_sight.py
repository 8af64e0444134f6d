"""How colours are seen: contrast as WCAG 2 has it, and how far two colours are apart to the eye."""

from rich.color import Color


def _linear(colour: str) -> list[float]:
    triplet = Color.parse(colour).get_truecolor()
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in triplet.normalized]


def luminance(colour: str) -> float:
    """Relative luminance."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1, none, to 21, black on white."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def _lab(colour: str) -> tuple[float, float, float]:
    red, green, blue = _linear(colour)

    def root(part: float) -> float:
        return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116

    x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    y = root(luminance(colour))
    z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str) -> float:
    """The distance in CIELAB: about 2 can just be told apart side by side, 20 at a glance."""
    return float(sum((left - right) ** 2 for left, right in zip(_lab(one), _lab(other), strict=True)) ** 0.5)

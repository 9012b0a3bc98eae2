"""The colours of paper for reportlab."""

from functools import cache

from reports.palette import colours


@cache
def rgb(role: str) -> tuple[float, float, float]:
    """Return red, green and blue, 0 to 1, of a role of the design on paper."""
    red, green, blue = bytes.fromhex(colours("print")[role].removeprefix("#"))
    return (red / 255, green / 255, blue / 255)

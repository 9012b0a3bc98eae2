"""The jobs of the start that can wait for the first page; none of them touches Qt's objects.

What a session needs comes first, because someone may open one at once.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Final

from workshop_flows.vocabulary import Language

_LIBRARIES: Final = (
    "numpy",
    "matplotlib.figure",
    "matplotlib.backends.backend_agg",
    "matplotlib.font_manager",
    "reports.radar_artists",
    "reports.agreement",
    "reports.pocket_card",
)
_LETTER: Final = 20
"""Pixels; any size will do."""


def heavy_jobs(language: Language) -> tuple[Callable[[], object], ...]:
    """Return them in the order in which they are needed."""
    return (
        partial(import_module, "app.session_doors"),
        partial(_read_example, language),
        *(partial(import_module, name) for name in _LIBRARIES),
        _draw_once,
    )


def _read_example(language: Language) -> None:
    from app.practice import example

    example(language)


def _draw_once() -> None:
    """Have matplotlib do what it does at its first drawing, such as looking up all fonts."""
    import matplotlib

    from reports.radar_artists import RadarArtists
    from widgets.radar_layout import Box
    from widgets.radar_surface import RadarSurface
    from workshop_flows.radar_marks import Layer, Run, Text

    # What a person set for his own figures must not change ours.
    matplotlib.rcdefaults()
    run = Run(text="a", role="ink")
    word = Text(layer=Layer.LABELS, at=(0.0, 0.0), size=1.0, align="start", runs=(run,))
    artists = RadarArtists().artists((word,), "light", x=0.0, y=0.0, unit=_LETTER)
    RadarSurface(_LETTER, _LETTER, "#ffffff").capture(artists, Box(0, 0, _LETTER, _LETTER))

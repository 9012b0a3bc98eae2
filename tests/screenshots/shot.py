"""One picture, and the kinds of it that are made of every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, Literal

from PySide6.QtGui import QImage

from tests.screenshots.stage import GROUPS
from widgets.theme import Theme, Zoom
from workshop_flows.vocabulary import Language

Surface = Literal["console", "projector"]
Size = tuple[int, int]
PAGES: Final = "pages"
"""The group of the console's pages outside a session."""
SAMPLES: Final = "samples"
"""The group of the projector's sample pages, with the longest texts there are."""
ALL_GROUPS: Final = (PAGES, SAMPLES, *GROUPS)
SURFACES: Final[tuple[Surface, ...]] = ("console", "projector")
LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")
THEMES: Final[tuple[Theme, ...]] = ("light", "dark")
CONSOLE_SIZES: Final[tuple[Size, ...]] = ((1280, 720), (1440, 900))
PROJECTOR_SIZES: Final[tuple[Size, ...]] = ((1280, 720), (1920, 1080), (3840, 2160))
FAR_SIZES: Final[tuple[Size, ...]] = ((1920, 1080),)


@dataclass(frozen=True, slots=True)
class Kind:
    """What all pictures of one contact sheet have in common."""

    surface: Surface
    group: str
    language: Language
    theme: Theme
    zoom: Zoom
    size: Size

    @property
    def name(self) -> str:
        wide, high = self.size
        far = "-far" if self.zoom == "far" else ""
        return f"{self.surface}-{self.group}-{self.language}-{self.theme}-{wide}x{high}{far}"


@dataclass(frozen=True, slots=True)
class Shot:
    kind: Kind
    page: str
    image: QImage

    @property
    def file(self) -> str:
        """The path of the picture in its folder."""
        return f"{self.kind.name}/{self.page}.png"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which kinds are asked for; `only`: pages whose name starts with this."""

    surfaces: Sequence[Surface] = SURFACES
    groups: Sequence[str] = ALL_GROUPS
    languages: Sequence[Language] = LANGUAGES
    themes: Sequence[Theme] = THEMES
    sizes: Sequence[Size] = (*CONSOLE_SIZES, *PROJECTOR_SIZES)
    only: str = ""

    def kinds(self) -> list[Kind]:
        return [
            Kind(surface, group, language, theme, zoom, size)
            for surface in self.surfaces
            for language, theme, group in product(self.languages, self.themes, self.groups)
            if group != (SAMPLES if surface == "console" else PAGES)
            for zoom, size in _ways(surface)
            if size in self.sizes
        ]


def _ways(surface: Surface) -> list[tuple[Zoom, Size]]:
    """Return the sizes; far away everything keeps its place on every size."""
    if surface == "console":
        return [("normal", size) for size in CONSOLE_SIZES]
    return [("normal", size) for size in PROJECTOR_SIZES] + [("far", size) for size in FAR_SIZES]

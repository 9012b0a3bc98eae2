"""One picture, and the kinds of it that are made of every page."""

from dataclasses import dataclass
from itertools import product

from PySide6.QtGui import QImage

from widgets.theme import Theme, Zoom


@dataclass(frozen=True, slots=True)
class Kind:
    """What all pictures of one contact sheet have in common."""

    surface: str
    language: str
    theme: Theme
    zoom: Zoom
    width: int
    height: int

    @property
    def name(self) -> str:
        far = "-far" if self.zoom == "far" else ""
        return f"{self.surface}-{self.language}-{self.theme}-{self.width}x{self.height}{far}"


@dataclass(frozen=True, slots=True)
class Shot:
    kind: Kind
    page: str
    image: QImage

    @property
    def file(self) -> str:
        """The path of the picture in its folder."""
        return f"{self.kind.name}/{self.page}.png"


PROJECTOR_SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
FAR_SIZES = ((1920, 1080),)


def projector_kinds(languages: list[str], themes: list[Theme], widths: list[int]) -> list[Kind]:
    """Return the kinds of the projector; far away everything keeps its place on every size."""
    sizes = [("normal", *size) for size in PROJECTOR_SIZES] + [("far", *size) for size in FAR_SIZES]
    return [
        Kind("projector", language, theme, zoom, width, height)  # type: ignore[arg-type]
        for (zoom, width, height), theme, language in product(sizes, themes, languages)
        if width in widths
    ]

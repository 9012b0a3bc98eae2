"""The radar and its legend as blocks of a sheet."""

from itertools import accumulate
from math import ceil
from typing import Final

from msgspec import Struct

from reports.blocks import Cut
from reports.fonts import Face
from reports.line import Span
from reports.paper import Paper
from reports.paragraph import Paragraph, Style
from reports.radar_paper import Extent, draw_legend_mark, draw_radar, radar_extent
from reports.text import width_of
from reports.words import Words
from workshop_flows.radar_marks import Labels, Series
from workshop_flows.radar_scene import series_shown
from workshop_flows.views import RadarView, Report
from workshop_flows.vocabulary import Band, Mode

MARK: Final = 22.0
MARK_GAP: Final = 4.0
LEAST_GAP: Final = 16.0
ROW: Final = 19.0
MOST_COLUMNS: Final = 3
FEW: Final = 3


class RadarFonts(Struct, frozen=True):
    regular: str = Face.REGULAR
    bold: str = Face.BOLD


class RadarLook(Struct, frozen=True):
    """What a radar looks like, whatever its size."""

    view: RadarView
    zone_words: dict[Band, str]
    label_pt: float
    show_labels: Labels = "names"


class Radar(Struct, frozen=True):
    """The radar in the middle of the width. Make one with `radar`."""

    look: RadarLook
    radius: float
    extent: Extent

    def height(self, width: float) -> float:
        return self.extent.up + self.extent.down

    def split(self, width: float, room: float) -> Cut:
        return None, self

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        self.draw_around(paper, (x + width / 2, top - self.extent.up))
        return self.height(width)

    def draw_around(self, paper: Paper, centre: tuple[float, float]) -> None:
        paper.lift()
        draw_radar(
            paper.canvas,
            self.look.view,
            centre=centre,
            radius=self.radius,
            label_pt=self.look.label_pt,
            zone_words=self.look.zone_words,
            fonts=RadarFonts(),
            show_labels=self.look.show_labels,
        )


def radar(look: RadarLook, radius: float) -> Radar:
    """Return the radar with an outer ring of that radius, measured once."""
    extent = radar_extent(
        look.view,
        radius=radius,
        label_pt=look.label_pt,
        zone_words=look.zone_words,
        fonts=RadarFonts(),
        show_labels=look.show_labels,
    )
    return Radar(look, radius, extent)


def zone_words(words: Words) -> dict[Band, str]:
    return {band: words.say(f"zone.{band}") for band in Band}


class Entry(Struct, frozen=True):
    """One mark of a legend with its words."""

    series: Series
    text: str

    @property
    def spans(self) -> tuple[Span, ...]:
        return (Span(self.text),)

    def width(self, size: float) -> float:
        return MARK + MARK_GAP + width_of(self.spans) * size


class Legend(Struct, frozen=True):
    """Marks with words: in one row that fills the width, or in columns when it is too long."""

    entries: tuple[Entry, ...]
    size: float

    def columns(self, width: float) -> int:
        used = sum(entry.width(self.size) + LEAST_GAP for entry in self.entries) - LEAST_GAP
        return len(self.entries) if used <= width else MOST_COLUMNS

    def height(self, width: float) -> float:
        return ceil(len(self.entries) / max(1, self.columns(width))) * ROW

    def split(self, width: float, room: float) -> Cut:
        return None, self

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        columns = self.columns(width)
        lefts = self._row(width) if columns == len(self.entries) else []
        for number, entry in enumerate(self.entries):
            row, column = divmod(number, columns)
            left = lefts[number] if lefts else column * width / columns
            middle = top - ROW * (row + 0.5)
            draw_legend_mark(paper.canvas, entry.series, x + left, middle, MARK)
            text = Paragraph(entry.spans, Style(self.size, 1.0))
            text.draw(paper, x + left + MARK + MARK_GAP, middle + self.size / 2, width)
        return self.height(width)

    def _row(self, width: float) -> list[float]:
        """Return where the entries of a single row begin; a few stay together on the left."""
        widths = [entry.width(self.size) for entry in self.entries]
        gap = LEAST_GAP * 1.5
        if len(widths) > FEW:
            gap = (width - sum(widths)) / (len(widths) - 1)
        return [0.0, *accumulate(one + gap for one in widths[:-1])]


def entries(report: Report, view: RadarView, words: Words) -> tuple[Entry, ...]:
    """Return the legend of the marks that this radar has."""
    return tuple(Entry(one, series_words(one, report, words)) for one in series_shown(view))


def series_words(series: Series, report: Report, words: Words) -> str:
    """Return what a series is called in the legend."""
    if series in ("team", "zone"):
        return _voters(series, report, words)
    if series == "owner" and report.facts.owners > 1:
        return words.say("legend.owners")
    if series in ("earlier", "earlier_zone") and report.earlier:
        return words.say("legend.earlier", day=words.day(report.earlier.date))
    return words.say(f"legend.{series}")


def _voters(series: Series, report: Report, words: Words) -> str:
    """Return the name of the voters with how many answered: the fewest and the most."""
    counts = [axis.votes for axis in report.axes if axis.votes]
    if report.mode is Mode.OPEN or not counts:
        return words.say(f"legend.{series}")
    low, high = min(counts), max(counts)
    if low == high:
        return words.say(f"legend.{series}_count", count=low)
    return words.say(f"legend.{series}_range", low=low, high=high)

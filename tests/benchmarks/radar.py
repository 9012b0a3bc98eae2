"""The live radar against a polar plot drawn in full, and against a filled pixmap.

A frame runs from the number that moves to painted pixels: blend, shapes, artists, background
back, drawing, and Qt's painting of what changed. The votes' dots are one artist more.
"""

import math
import os
import statistics
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PySide6.QtCore import QEventLoop, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from reports.radar_artists import RadarArtists
from tests.benchmarks.measure import Pair, interleaved
from tests.radar_samples import LABELS, OWNER, SPREAD, TEAM, view
from widgets.radar_canvas import TRANSITION_MS, RadarCanvas
from widgets.radar_motion import between
from widgets.radar_painter import RadarPainter
from widgets.theme import Theme
from workshop_flows.radar_marks import Primitive, Run
from workshop_flows.radar_scene import STILL

SIZES = {"1920x1080": (QSize(1920, 1080), 0.20, 0.9), "3840x2160": (QSize(3840, 2160), 0.35, 0.55)}
ROUNDS = 40
TRANSITIONS = 15
DOTS = 350
ROW = "{:<44} {:>12} {:>12} {:>7} {:>8}"
FIRST = [2.0] * 7
START = view(team=TEAM, owner=OWNER, spread=SPREAD, first=FIRST)
END = view(
    team=[one + 0.7 for one in TEAM],
    owner=[one - 0.9 for one in OWNER],
    spread=[(low + 0.4, high + 0.6) for low, high in SPREAD],
    first=FIRST,
)


def radar_rows() -> list[bool]:
    """Print the radar's rows of the speed table; tell of each whether it held."""
    application = QApplication.instance() or QApplication([])
    frames = [_frame(name, size, most) for name, (size, most, _) in SIZES.items()]
    moves = [_transition(name, size, least) for name, (size, _, least) in SIZES.items()]
    application.processEvents()
    return [*frames, *moves]


class WithDots:
    """Draws the votes' dots as one artist with everything that moves."""

    def __init__(self, radar: RadarPainter) -> None:
        self._radar = radar
        self._dots: Line2D | None = None

    def text_width(self, run: Run) -> float:
        return self._radar.text_width(run)

    def artists(
        self, drawing: Sequence[Primitive], theme: Theme, *, x: float, y: float, unit: float
    ) -> Iterator[Artist]:
        yield from self._radar.artists(drawing, theme, x=x, y=y, unit=unit)
        if any(part.layer in STILL for part in drawing):
            return
        if self._dots is None:
            across, along = zip(*map(_dot, range(DOTS)), strict=True)
            xs, ys = [x + one * unit for one in across], [y + one * unit for one in along]
            self._dots = Line2D(xs, ys, linestyle="", marker="o", markersize=6, color="#0B5583")
        yield self._dots


def _dot(number: int) -> tuple[float, float]:
    """Return a place inside the rings, in radii."""
    angle, radius = number * 2.4, 0.9 * math.sqrt(number / DOTS)
    return (radius * math.cos(angle), radius * math.sin(angle))


class Canvas(RadarCanvas):
    """Paints a frame when it is told to, and counts those that it painted."""

    painted = 0

    def set_frame(self, share: float) -> None:
        self._start, self._goal = START, END
        self._move(share)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


class Polar:
    """The same radar as a polar plot of matplotlib, drawn in full each time."""

    def __init__(self, size: QSize) -> None:
        self._figure = Figure(figsize=(size.width() / 100, size.height() / 100), dpi=100)
        self._canvas: Any = FigureCanvasAgg(self._figure)
        axes: Any = self._figure.add_subplot(projection="polar")
        axes.set_theta_zero_location("N")
        axes.set_theta_direction(-1)
        axes.set_rlim(0, 5)
        angles = [axis * 2 * math.pi / 7 for axis in range(7)]
        axes.set_xticks(angles, LABELS)
        self._angles = [*angles, angles[0]]
        low, high = zip(*SPREAD, strict=True)
        axes.fill_between(self._angles, _round(low), _round(high), alpha=0.2)
        (self._team,) = axes.plot(self._angles, _round(TEAM), "o-")
        (self._owner,) = axes.plot(self._angles, _round(OWNER), "D--")
        axes.plot(self._angles, _round(FIRST), "o:")
        dots = [_dot(number) for number in range(DOTS)]
        axes.plot(
            [math.atan2(along, across) for across, along in dots],
            [5 * math.hypot(across, along) for across, along in dots],
            linestyle="",
            marker="o",
            markersize=6,
        )

    def draw(self, share: float) -> None:
        blend = between(START, END, share)
        self._team.set_ydata(_round([one.team or 0 for one in blend.spokes]))
        self._owner.set_ydata(_round([one.owner or 0 for one in blend.spokes]))
        self._canvas.draw()


def _round(values: Sequence[float]) -> list[float]:
    return [*values, values[0]]


def _frame(name: str, size: QSize, most: float) -> bool:
    canvas, polar = _shown(size), Polar(size)
    ours, floor = cycle(number / 10 for number in range(1, 10)), cycle((0.3, 0.6))
    pair = interleaved(
        lambda: canvas.set_frame(next(ours)), lambda: polar.draw(next(floor)), ROUNDS
    )
    assert canvas.painted >= ROUNDS
    canvas.close()
    canvas.deleteLater()
    return _row(f"radar frame {name}", pair, most)


def _row(what: str, pair: Pair, most: float) -> bool:
    shown = (f"{pair.ours * 1000:.2f} ms", f"{pair.floor * 1000:.2f} ms", f"{pair.ratio:.2f}")
    print(ROW.format(what, *shown, f"<= {most:g}"))
    return pair.ratio <= most


class Filled(QWidget):
    """Fills itself and draws a pixmap: no widget of this size can do with less."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.painted = 0
        self._pixmap = QPixmap(size)
        self._pixmap.fill("#FBF6EC")
        self.animation = QVariantAnimation(self)
        self.animation.setDuration(TRANSITION_MS)
        self.animation.setStartValue(0.0)
        self.animation.setEndValue(1.0)
        self.animation.valueChanged.connect(self.update)
        self.resize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        painter = QPainter(self)
        painter.fillRect(self.rect(), "#FFFFFF")
        painter.drawPixmap(0, 0, self._pixmap)
        painter.end()


def _shown(size: QSize) -> Canvas:
    canvas = Canvas()
    canvas.set_painter(WithDots(RadarArtists()))
    canvas.resize(size)
    canvas.show_view(START)
    canvas.show()
    QApplication.processEvents()
    return canvas


def _transition(name: str, size: QSize, least: float) -> bool:
    """Count the frames of a transition in turn with those of a filled pixmap."""
    canvas, filled = _shown(size), Filled(size)
    filled.show()
    goals = cycle((END, START))
    counts: list[tuple[int, int]] = []
    for _ in range(TRANSITIONS):
        ours = _frames(canvas, canvas._motion, lambda: canvas.show_view(next(goals)))
        floor = _frames(filled, filled.animation, filled.animation.start)
        counts.append((ours, floor))
    ratio = statistics.median(ours / floor for ours, floor in counts)
    middle = [statistics.median(column) for column in zip(*counts, strict=True)]
    shown = (f"{middle[0]:g}", f"{middle[1]:g}", f"{ratio:.2f}", f">= {least:g}")
    print(ROW.format(f"frames in {TRANSITION_MS} ms, {name}", *shown))
    for widget in (canvas, filled):
        widget.close()
        widget.deleteLater()
    return ratio >= least


def _frames(
    widget: Canvas | Filled, animation: QVariantAnimation, start: Callable[[], object]
) -> int:
    """Return how often the widget is painted until its animation has finished."""
    loop = QEventLoop()
    animation.finished.connect(loop.quit)
    widget.painted = 0
    start()
    loop.exec()
    animation.finished.disconnect(loop.quit)
    return widget.painted

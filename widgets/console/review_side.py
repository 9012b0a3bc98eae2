"""The radar of the earlier session, and what comes after looking back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.folding_row import FoldingRow
from widgets.console.views_review import ReviewSideView
from widgets.controls.icon import Icon
from widgets.controls.painting import paint_plane
from widgets.controls.text import Text, TextKind
from widgets.look import colours_of, is_look_event, look_of, px
from widgets.radar_canvas import RadarCanvas

_USUAL: Final = 320


class _Frame(QWidget):
    """The ground of the radar with an edge around it, as high as its width asks."""

    def __init__(self, canvas: RadarCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        canvas.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            look = look_of(self)
            self._canvas.set_theme(look.theme)
            self._canvas.set_reduced_motion(reduced=look.reduced_motion)
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * 0.76)

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Names that are larger than this leave no room for the radar between them.
        self._canvas.set_text_height(min(px(self, 14), self.width() * 0.042))
        self._canvas.setGeometry(self.rect().adjusted(6, 6, -6, -6))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        paint_plane(painter, place, colours_of(self), "paper", "line_strong", width=1)


class ReviewSide(QWidget):
    def __init__(
        self, words: Catalogue, radar: Callable[[], RadarCanvas], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = words.text("review.radar")
        self._day = Text("", TextKind.SMALL, wrap=False)
        self._canvas = radar()
        self._later = QVBoxLayout()
        self._later.setSpacing(0)
        self._steps: list[Text] = []
        self._private = Text("", TextKind.SMALL)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = FoldingRow(345, middle=True)
        head.add(Text(self._name, TextKind.HEADING), 1)
        head.add(self._day)
        self._column.addWidget(head)
        self._column.addWidget(_Frame(self._canvas))
        self._column.addWidget(Text(words.text("review.later"), TextKind.STRONG))
        self._column.addLayout(self._later)
        self._hint = QHBoxLayout()
        self._hint.addWidget(Icon("lock-simple", size=20), 0, Qt.AlignmentFlag.AlignTop)
        self._hint.addWidget(self._private, 1)
        self._column.addLayout(self._hint)
        self._column.addStretch(1)

    def show_view(self, view: ReviewSideView) -> None:
        self._day.set_text(view.day)
        self._canvas.set_zone_words(view.zone_words)
        self._canvas.show_view(view.radar)
        self._canvas.set_description(self._name, view.description)
        self._private.set_text(view.private)
        while len(self._steps) < len(view.later):
            self._steps.append(Text())
            self._later.addWidget(self._steps[-1])
        for step, text in zip(self._steps, view.later, strict=True):
            step.set_text(text)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 10))
            self._later.setSpacing(px(self, 6))
            self._hint.setSpacing(px(self, 10))
        return super().event(event)

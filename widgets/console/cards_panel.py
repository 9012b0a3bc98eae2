"""The cards before the room: their order, and which of them the projector shows."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.typed_text import TypedText
from widgets.console.views_choosing import CardsView, CardView
from widgets.controls.button import IconButton, Kind
from widgets.controls.card import Card
from widgets.controls.painting import paint_plane
from widgets.controls.text import Text, TextKind
from widgets.look import colours_of, is_look_event, px


class _CardRow(QWidget):
    """One card; the bar at its left says that it is on the screen now."""

    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self._in_sight = False
        self._number = Text("", TextKind.STRONG, wrap=False)
        self._title = TypedText()
        self._axis = Text("", TextKind.SMALL)
        self._up = IconButton("arrow-up", "", kind=Kind.QUIET)
        self._down = IconButton("arrow-down", "", kind=Kind.QUIET)
        self._remove = IconButton("trash", "", kind=Kind.QUIET)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(0)
        self._foot.addWidget(self._axis, 1)
        for button in (self._up, self._down, self._remove):
            self._foot.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addLayout(self._foot)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._remove.clicked.connect(self._take)

    def show_card(self, card: CardView, texts: Catalogue, *, last: bool) -> None:
        self._in_sight = card.in_sight
        self._number.set_text(str(card.number))
        self._title.set_text(card.title)
        self._axis.set_text(card.axis)
        for button, key in (
            (self._up, "up"),
            (self._down, "down"),
            (self._remove, "remove"),
        ):
            button.set_name(texts.text(f"choosing.card.{key}", title=card.title))
        self._up.setEnabled(card.number > 1)
        self._down.setEnabled(not last)
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setContentsMargins(px(self, 12), px(self, 6), 0, 0)
            self._row.setSpacing(px(self, 8))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._in_sight:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(0, px(self, 6), px(self, 4), self.height() - px(self, 10))
        paint_plane(painter, place, colours_of(self), "ink", radius=2)

    @Slot()
    def _move_up(self) -> None:
        self.moved.emit(self._index, -1)

    @Slot()
    def _move_down(self) -> None:
        self.moved.emit(self._index, 1)

    @Slot()
    def _take(self) -> None:
        self.removed.emit(self._index)


class CardsPanel(Card):
    moved = Signal(int, int)
    """Index of the card, and -1 or 1."""
    removed = Signal(int)
    turned = Signal(int)
    """To the earlier (-1) or the later (1) cards on the projector."""

    def __init__(self, texts: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_margins(18, 14, 10, 12)
        self._title = Text("", TextKind.STRONG)
        self._count = Text("", TextKind.SMALL, wrap=False)
        self._note = Text("", TextKind.SMALL)
        self._rows: list[_CardRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._page = Text("", TextKind.SMALL)
        self._earlier = IconButton("arrow-left", "")
        self._later = IconButton("arrow-right", "")
        self._earlier.clicked.connect(self._turn_back)
        self._later.clicked.connect(self._turn_on)
        self._pages = QWidget()
        pages = QHBoxLayout(self._pages)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        pages.addWidget(self._page, 1)
        pages.addWidget(self._earlier)
        pages.addWidget(self._later)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self.body.addLayout(head)
        self.body.addWidget(self._note)
        self.body.addWidget(self._pages)
        self.body.addLayout(self._list)

        self.set_texts(texts)

    def set_texts(self, texts: Catalogue) -> None:
        self._texts = texts
        self._earlier.set_name(texts.text("choosing.cards.earlier"))
        self._later.set_name(texts.text("choosing.cards.later"))

    def show_view(self, view: CardsView) -> None:
        self._title.set_text(view.title)
        self._count.set_text(view.count)
        self._note.set_text(view.locked or view.empty)
        self._note.setVisible(bool(view.locked or view.empty))
        self._page.set_text(view.pages)
        self._pages.setVisible(bool(view.pages))
        self._earlier.setEnabled(view.has_earlier)
        self._later.setEnabled(view.has_later)
        cards = () if view.locked else view.cards
        self._make_rows(len(cards))
        for row, card in zip(self._rows, cards, strict=True):
            row.show_card(card, self._texts, last=card.number == len(cards))

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 6))
        return super().event(event)

    def _make_rows(self, count: int) -> None:
        while len(self._rows) > count:
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < count:
            row = _CardRow(len(self._rows))
            row.moved.connect(self.moved)
            row.removed.connect(self.removed)
            self._rows.append(row)
            self._list.addWidget(row)

    @Slot()
    def _turn_back(self) -> None:
        self.turned.emit(-1)

    @Slot()
    def _turn_on(self) -> None:
        self.turned.emit(1)

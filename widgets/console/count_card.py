"""Counting slips or hands: per option one more and one less, and what that adds up to."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.console.typed_text import TypedText
from widgets.console.views_choosing import CountRow, CountView
from widgets.controls.button import IconButton
from widgets.controls.card import Card
from widgets.controls.icon import Icon
from widgets.controls.keycap import KeyCap
from widgets.controls.painting import paint_plane, paint_text
from widgets.controls.rule import Rule
from widgets.controls.stepper import Stepper
from widgets.controls.text import Text, TextKind
from widgets.look import RING, colours_of, is_look_event, look_of, px


class _Number(QWidget):
    """The count in its box; the one that changed last is marked."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._latest = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int, *, latest: bool) -> None:
        self._count = count
        self._latest = latest
        self.setAccessibleName(str(count))
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(self, 60), px(self, 36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        place = QRectF(self.rect())
        fill, edge, ink = "surface", "line_strong", "ink"
        if self._latest:
            fill, edge, ink = "mark", "ink", "on_mark"
        paint_plane(painter, place, colours, fill, edge)
        size = 18 * look_of(self).scale
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(
            painter, place, str(self._count), ink, colours, size=size, bold=True, align=middle
        )


class _Row(QWidget):
    """One option."""

    added = Signal(int)
    taken = Signal(int)

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self._key = KeyCap("")
        self._label = TypedText()
        self._less = IconButton("minus", "")
        self._number = _Number()
        self._more = IconButton("plus", "")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._key)
        self._line.addSpacing(RING)
        self._line.addWidget(self._label, 1)
        for part in (self._less, self._number, self._more):
            self._line.addWidget(part)
        self._less.clicked.connect(self._take)
        self._more.clicked.connect(self._add)

    def show_row(self, row: CountRow, *, latest: bool) -> None:
        self._key.set_text(row.key)
        self._label.set_text(row.label)
        self._less.set_name(row.less)
        self._more.set_name(row.more)
        self._less.setEnabled(row.count > 0)
        self._number.set_count(row.count, latest=latest)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._line.setSpacing(px(self, 6))
        return super().event(event)

    @Slot()
    def _add(self) -> None:
        self.added.emit(self._index)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self._index)


class CountCard(Card):
    """Says which option got one more or one less; what that makes comes back in the view."""

    added = Signal(int)
    taken = Signal(int)
    people_counted = Signal(int)

    def __init__(
        self, texts: Catalogue, *, counts_people: bool = False, parent: QWidget | None = None
    ) -> None:
        """`counts_people`: one person gives more than one cross, so people are counted too."""
        super().__init__(parent=parent)
        self.set_margins(20, 16, 20, 16)
        self.setContentsMargins(RING, 0, RING, 0)
        self._counts: tuple[int, ...] = ()
        self._latest: int | None = None
        self._title = Text("", TextKind.STRONG)
        self._hint = Text("", TextKind.SMALL)
        self._rows: list[_Row] = []
        self._people = Stepper("", lowest=0, highest=0, words=texts)
        self._people.changed_to.connect(self.people_counted)
        self._total = Text("", TextKind.STRONG)
        self._total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._warning = Text("", TextKind.SMALL)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._fill()
        self._people.setVisible(counts_people)
        self.set_texts(texts)

    def set_texts(self, texts: Catalogue) -> None:
        self._people.set_words(texts)
        self._people.set_label(texts.text("choosing.count.people"))

    def _fill(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Icon("note-pencil", size=22))
        head.addWidget(self._title, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._list)
        self.body.addWidget(Rule())
        foot = QHBoxLayout()
        foot.addWidget(self._people, 1)
        foot.addWidget(self._total, 1, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(foot)
        warning = QHBoxLayout()
        warning.addWidget(Icon("eye", size=20, role="ink_2"), 0, Qt.AlignmentFlag.AlignTop)
        warning.addWidget(self._warning, 1)
        self.body.addLayout(warning)

    def show_count(self, view: CountView) -> None:
        self._title.set_text(view.title)
        self._hint.set_text(view.hint)
        self._total.set_text(view.total)
        self._warning.set_text(view.warning)
        if view.people is not None:
            self._people.set_range(0, view.most_people)
            self._people.set_value(view.people)
        counts = tuple(row.count for row in view.rows)
        self._latest = _changed(self._counts, counts, self._latest)
        self._counts = counts
        self._make_rows(len(view.rows))
        for index, (row, shown) in enumerate(zip(self._rows, view.rows, strict=True)):
            row.show_row(shown, latest=index == self._latest)

    def forget(self) -> None:
        """Keep nothing of what was counted, not even out of sight."""
        self._counts = ()
        self._latest = None
        self._total.set_text("")
        self._make_rows(0)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.body.setSpacing(px(self, 8))
        return super().event(event)

    def _make_rows(self, count: int) -> None:
        while len(self._rows) > count:
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < count:
            row = _Row(len(self._rows))
            row.added.connect(self.added)
            row.taken.connect(self.taken)
            self._rows.append(row)
            self._list.addWidget(row)


def _changed(before: tuple[int, ...], now: tuple[int, ...], latest: int | None) -> int | None:
    """Return which option changed last; none when a count begins anew."""
    if len(before) != len(now) or not any(now):
        return None
    different = [n for n, (one, two) in enumerate(zip(before, now, strict=True)) if one != two]
    return different[0] if different else latest

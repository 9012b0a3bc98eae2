"""What the pages of a vote share: the heading, lines with a sign, and numbered steps."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.console.views_vote import Head, Wording
from widgets.controls.icon import Icon
from widgets.controls.painting import paint_text
from widgets.controls.text import Text, TextKind
from widgets.look import RING, colours_of, is_look_event, line_up, look_of, px
from widgets.marks import Diamond
from widgets.typeset import Run, Setting, Style, fitted

OWNER_SIZE: Final = 17


class Panel(QWidget):
    """A column that scrolls: as high as its texts are at the width it gets."""

    def minimumSizeHint(self) -> QSize:
        # Qt would ask for the height that the texts have in their narrowest column.
        return QSize(super().minimumSizeHint().width(), 0)


class OwnerLine(QWidget):
    """'Eigenaar: ...' after the diamond, over as many lines as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, label: str, text: str) -> None:
        runs = (Run(f"{label} ", "owner_text", bold=True), Run(text, "owner_text"))
        if runs == self._runs:
            return
        self._runs = runs
        self.setAccessibleName(f"{label} {text}")
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._set(width).height + 0.5)

    def sizeHint(self) -> QSize:
        width = px(self, 320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, 160), px(self, OWNER_SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, scale = colours_of(self), look_of(self).scale
        words = self._set(self.width())
        reach = 8.0 * scale
        Diamond(reach + 2, words.line_height / 2, reach, 2.0 * scale).paint(painter, colours)
        words.paint(painter, self._indent(), 0, self.width() - self._indent(), colours)

    def _indent(self) -> float:
        return 27.0 * look_of(self).scale

    def _set(self, width: int) -> Setting:
        size = px(self, OWNER_SIZE)
        return fitted(self._runs, Style(size, size, 1.35), max(40.0, width - self._indent()))


class VoteHead(QWidget):
    """Where we are, and what it is about; `title_kind` is larger where people listen to it."""

    def __init__(
        self, title_kind: TextKind = TextKind.TITLE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = Text("", TextKind.BODY, role="ink_2")
        self._title = Text("", title_kind)
        self._owner = OwnerLine()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._line, self._title, self._owner):
            self._column.addWidget(part)
        line_up(self)

    def show_head(self, head: Head) -> None:
        self._line.set_text(head.line)
        self._title.set_text(head.title)
        self._owner.setVisible(bool(head.owner_text))
        self._owner.set_words(head.owner_label, head.owner_text)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 4))
        return super().event(event)


class _IconLine(QWidget):
    """A text after a sign."""

    def __init__(self, icon: str, text: str, kind: TextKind, role: str | None) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        sign = Icon(icon, size=20, role=role or "ink")
        self._row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(Text(text, kind, role=role), 1)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setSpacing(px(self, 10))
        return super().event(event)


def discard(widget: QWidget) -> None:
    """Take a widget out of sight and out of the tree, now."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


class Lines(QWidget):
    """Short texts under each other, each after the same sign."""

    def __init__(
        self,
        icon: str = "lightbulb",
        kind: TextKind = TextKind.BODY,
        *,
        role: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._kind = kind
        self._role = role
        self._texts: tuple[str, ...] = ()
        self._rows: list[_IconLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_lines(self, texts: Sequence[str]) -> None:
        self.setVisible(bool(texts))
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        for row in self._rows:
            discard(row)
        self._rows = [_IconLine(self._icon, text, self._kind, self._role) for text in texts]
        for row in self._rows:
            self._column.addWidget(row)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 9))
        return super().event(event)


class StepDisc(QWidget):
    """The number of a step, in a disc."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = str(number)
        self.setAccessibleName(self._number)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self.updateGeometry()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(px(self, 30), px(self, 30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self)
        place = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.of("ink"))
        painter.drawEllipse(place)
        size = 16 * look_of(self).scale
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(
            painter, place, self._number, "paper", colours, size=size, bold=True, align=middle
        )


class StepPart(QWidget):
    """A numbered step with its name; what is done in it stands in `body`."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Text("", TextKind.HEADING)
        line_up(self._heading)
        self.body = QVBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(RING, 0, 0, 0)
        self._row.addWidget(StepDisc(number), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.addWidget(self._heading)
        self._column.addLayout(self.body)
        self._row.addLayout(self._column, 1)

    def set_heading(self, heading: str) -> None:
        self._heading.set_text(heading)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setSpacing(px(self, 14) - RING)
            self._column.setSpacing(px(self, 6))
            self.body.setSpacing(px(self, 8))
        return super().event(event)


class Wordings(QWidget):
    """Both wordings of a few statements."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wordings: tuple[Wording, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_wordings(self, wordings: tuple[Wording, ...]) -> None:
        if wordings == self._wordings:
            return
        self._wordings = wordings
        for row in self._rows:
            discard(row)
        self._rows = [_both(wording) for wording in wordings]
        for row in self._rows:
            self._column.addWidget(row)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 12))
        return super().event(event)


def _both(wording: Wording) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(wording.text, TextKind.HEADING))
    if wording.owner_text:
        line = OwnerLine()
        line.set_words(wording.owner_label, wording.owner_text)
        column.addWidget(line)
    return part

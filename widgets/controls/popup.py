"""The look of the lists that pop up."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets.controls.painting import paint_text, text_width
from widgets.look import colours_of, look_of

SECOND: Final = Qt.ItemDataRole.UserRole
"""The second text of an item, after its text and quieter."""
_ROOM: Final = 14


class ListDelegate(QStyledItemDelegate):
    """Paints the items of a list in the look of its owner."""

    def __init__(self, owner: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._owner = owner

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        scale = look_of(self._owner).scale
        text, second = self._texts(index)
        wide = text_width(text, 16 * scale) + text_width(second, 14 * scale)
        return QSize(round(wide + (2 * _ROOM + 16) * scale), round(40 * scale))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        scale = look_of(self._owner).scale
        colours = colours_of(self._owner)
        state = option.state
        rect = QRectF(option.rect)
        here = bool(state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        if here:
            painter.fillRect(rect, colours.of("primary"))
        ink = "on_primary" if here else "ink"
        text, second = self._texts(index)
        inner = rect.adjusted(_ROOM * scale, 0, -_ROOM * scale, 0)
        paint_text(painter, inner, text, ink, colours, size=16 * scale)
        inner.setLeft(inner.left() + text_width(text, 16 * scale) + 12 * scale)
        paint_text(painter, inner, second, ink if here else "ink_2", colours, size=14 * scale)

    @staticmethod
    def _texts(index: QModelIndex | QPersistentModelIndex) -> tuple[str, str]:
        text = index.data(Qt.ItemDataRole.DisplayRole)
        return str(text or ""), str(index.data(SECOND) or "")


def dress_list(view: QAbstractItemView, owner: QWidget) -> None:
    """Give a list that belongs to `owner` the look of its window."""
    scale = look_of(owner).scale
    colours = colours_of(owner)
    view.setFrameShape(QFrame.Shape.NoFrame)
    if not isinstance(view.itemDelegate(), ListDelegate):
        view.setItemDelegate(ListDelegate(owner, view))
    _set_sheet(
        view,
        f"""
        QAbstractItemView {{
            background: {colours.surface}; color: {colours.ink}; outline: 0;
            border: 2px solid {colours.line_strong}; padding: {round(4 * scale)}px 0;
        }}
        {_scroll_bar_sheet(owner)}
        """,
    )


def dress_scroll_bar(bar: QWidget, owner: QWidget) -> None:
    """Make a vertical scroll bar thin, in the look of `owner`."""
    _set_sheet(bar, _scroll_bar_sheet(owner))


def _scroll_bar_sheet(owner: QWidget) -> str:
    scale = look_of(owner).scale
    colours = colours_of(owner)
    wide = round(12 * scale)
    return f"""
        QScrollBar:vertical {{ background: transparent; border: 0; margin: 0; width: {wide}px; }}
        QScrollBar::handle:vertical {{
            background: {colours.line_strong}; border-radius: {(wide - 6) // 2}px;
            margin: 3px; min-height: {round(32 * scale)}px;
        }}
        QScrollBar::handle:vertical:hover {{ background: {colours.ink_2}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _set_sheet(widget: QWidget, sheet: str) -> None:
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)

"""The page of the settings. What is chosen holds at once."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.console.setting_line import FolderLine, OptionsLine, SettingView
from widgets.controls.card import Card
from widgets.controls.rule import Rule
from widgets.controls.scroll import Scroll
from widgets.controls.text import Text, TextKind
from widgets.look import RING, is_look_event, line_up, look_of, px

__all__ = ["Chosen", "SectionView", "SettingView", "SettingsPageView", "SettingsView"]

_WIDEST = 920
_BESIDE = 800
"""In design pixels."""


class Chosen(Struct, frozen=True, kw_only=True):
    """What a person chose for a setting."""

    key: str
    value: object


class SectionView(Struct, frozen=True, kw_only=True):
    title: str
    rows: tuple[SettingView, ...]


class SettingsPageView(Struct, frozen=True, kw_only=True):
    title: str
    intro: str
    sections: tuple[SectionView, ...]


class SettingsView(QWidget):
    chosen = Signal(object)
    """A `Chosen`."""
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", TextKind.TITLE)
        self._intro = Text("", TextKind.BODY, role="ink_2")
        for text in (self._title, self._intro):
            line_up(text)
        self._sections: list[_Section] = []
        self._lines: dict[str, OptionsLine | FolderLine] = {}
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.addWidget(self._title)
        self._column.addWidget(self._intro)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(content))

    def show_view(self, view: SettingsPageView) -> None:
        self._title.set_text(view.title)
        self._intro.set_text(view.intro)
        if not self._sections:
            self._build(view.sections)
        for section, shown in zip(self._sections, view.sections, strict=True):
            section.set_title(shown.title)
            for row in shown.rows:
                self._lines[row.key].show_view(row)

    def first_control(self) -> QWidget | None:
        first = next(iter(self._lines.values()), None)
        return None if first is None else first.stop()

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self, sections: Sequence[SectionView]) -> None:
        for shown in sections:
            section = _Section()
            for row in shown.rows:
                section.add(self._line(row))
            self._sections.append(section)
            self._column.insertWidget(self._column.count() - 1, section)
        self._arrange()

    def _line(self, row: SettingView) -> OptionsLine | FolderLine:
        line: OptionsLine | FolderLine
        if row.button:
            line = FolderLine()
            line.asked.connect(self.folder_asked)
        else:
            line = OptionsLine(row.key, drop_down=row.drop_down)
            line.chosen.connect(self._choose)
        self._lines[row.key] = line
        return line

    def _arrange(self) -> None:
        wide = self.width() / look_of(self).scale
        side = px(self, max(24.0, (wide - _WIDEST) / 2)) - RING
        self._column.setContentsMargins(side, px(self, 20), side, px(self, 24))
        self._column.setSpacing(px(self, 14))
        for line in self._lines.values():
            line.set_beside(beside=wide >= _BESIDE)

    @Slot(str, object)
    def _choose(self, key: str, value: object) -> None:
        self.chosen.emit(Chosen(key=key, value=value))


class _Section(QWidget):
    """A heading and a card with its settings."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", TextKind.HEADING)
        line_up(self._title)
        self._card = Card()
        line_up(self._card)
        self._card.set_margins(24, 6, 18, 6)
        self._card.body.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._card)
        self._filled = False

    def set_title(self, title: str) -> None:
        self._title.set_text(title)

    def add(self, line: QWidget) -> None:
        if self._filled:
            rule = Rule()
            rule.setContentsMargins(0, 0, RING, 0)
            self._card.body.addWidget(rule)
        self._filled = True
        self._card.body.addWidget(line)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._column.setSpacing(px(self, 8))
        return super().event(event)

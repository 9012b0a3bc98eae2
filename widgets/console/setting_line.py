"""One setting: what it is, and what can be chosen."""

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QVBoxLayout, QWidget

from widgets.controls.button import Button
from widgets.controls.options import Option
from widgets.controls.segments import Segments
from widgets.controls.select import Select
from widgets.controls.text import Text, TextKind
from widgets.look import is_look_event, px


class SettingView(Struct, frozen=True, kw_only=True):
    """`about` says what it does; of one with a `button` it is what is chosen now."""

    key: str
    label: str
    about: str = ""
    options: tuple[Option, ...] = ()
    chosen: object = None
    drop_down: bool = False
    button: str = ""


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._label = Text("", TextKind.STRONG)
        self._about = Text("", TextKind.SMALL)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addStretch(1)
        self._words.addWidget(self._label)
        self._words.addWidget(self._about)
        self._words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words, 1)

    def set_beside(self, *, beside: bool) -> None:
        """Put the control beside the words, or under them."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def event(self, event: QEvent) -> bool:
        if is_look_event(event):
            self._row.setContentsMargins(0, px(self, 6), 0, px(self, 6))
            self._row.setSpacing(px(self, 16))
        return super().event(event)

    def _show_words(self, view: SettingView) -> None:
        self._label.set_text(view.label)
        self._about.set_text(view.about)
        self._about.setVisible(bool(view.about))


class OptionsLine(_Line):
    chosen = Signal(str, object)
    """The setting's key and the chosen option's."""

    def __init__(self, key: str, *, drop_down: bool) -> None:
        super().__init__()
        self._key = key
        self._control: Segments | Select
        if drop_down:
            self._control = Select("", label_hidden=True)
            self._row.addWidget(self._control, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._control = Segments("")
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            self._row.addWidget(self._control, 0, left)
        self._control.chosen.connect(self._choose)

    def show_view(self, view: SettingView) -> None:
        self._show_words(view)
        if isinstance(self._control, Select):
            self._control.set_label(view.label)
        else:
            self._control.setAccessibleName(view.label)
        self._control.set_options(view.options)
        self._control.set_chosen(view.chosen)

    def stop(self) -> QWidget | None:
        """Return where Tab comes to."""
        buttons = self._control.findChildren(QAbstractButton)
        stops = (one for one in buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return next(stops, self._control.focusProxy())

    @Slot(object)
    def _choose(self, value: object) -> None:
        self.chosen.emit(self._key, value)


class FolderLine(_Line):
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._button = Button("", icon="folder-open")
        self._button.clicked.connect(self.asked)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self._button, 0, middle)

    def show_view(self, view: SettingView) -> None:
        self._show_words(view)
        self._button.set_text(view.button)
        self._button.setAccessibleName(f"{view.label}: {view.button}")
        self._button.setAccessibleDescription(view.about)

    def stop(self) -> QWidget | None:
        return self._button

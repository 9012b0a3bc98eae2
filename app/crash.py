"""What happens when the program itself makes a mistake: a report, one message, and on it goes."""

import sys
import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.crash_report import CrashFolder, Fault, fault_of
from resources.catalogue import Catalogue
from widgets.controls import ask
from widgets.controls.ask import Answer, Question
from widgets.controls.button import Kind

OFTEN: Final = 3
"""So many messages in a minute: then starting again is offered, and no more are shown."""
MINUTE: Final = timedelta(minutes=1)

MessageHandler = Callable[[QtMsgType, QMessageLogContext, str], None]


class Way(Enum):
    """How to go on."""

    GO_ON = "go_on"
    RESTART = "restart"


class Crashes(QObject):
    """Catches what nobody caught, in every thread, until `uninstall`.

    Each mistake leaves a report; of the same one only the first. The message is shown in the
    thread of this object (the window's), never two at once and at most `OFTEN` in a minute.
    What goes wrong while it is shown, or in telling of it, is only reported.
    """

    restart_asked = Signal()
    _happened = Signal(object)

    def __init__(
        self,
        folder: CrashFolder,
        texts: Callable[[], Catalogue],
        now: Callable[[], datetime] = datetime.now,
        window: Callable[[], QWidget | None] = QApplication.activeWindow,
        parent: QObject | None = None,
    ) -> None:
        """`window` is where the message appears: the console, never the room's screen."""
        super().__init__(parent)
        self._window = window
        self._folder = folder
        self._texts = texts
        self._now = now
        self._lock = threading.Lock()
        self._known: set[Fault] = set()
        self._asking = False
        self._shown: deque[datetime] = deque(maxlen=OFTEN)
        self._before: tuple[object, object, MessageHandler | None] | None = None
        # Queued, also in the window's thread: a message can't be shown in mid-painting.
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        self._before = (*hooks, qInstallMessageHandler(self._qt_said))

    def uninstall(self) -> None:
        if self._before is None:
            return
        sys.excepthook, threading.excepthook, handler = self._before  # type: ignore[assignment]
        qInstallMessageHandler(handler)
        self._before = None

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        if _somebody_reads():
            sys.__excepthook__(kind, error, trace)
        self._note(fault_of(error, trace))

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self._note(fault_of(args.exc_value, args.exc_traceback))

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Report what Qt calls critical or fatal; its words may hold a name, so not those."""
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self._note(fault_of(kind.name, None))
        elif self._before is not None and self._before[2] is not None:
            self._before[2](kind, context, text)
        elif _somebody_reads():
            sys.stderr.write(f"{text}\n")

    def _note(self, fault: Fault) -> None:
        with self._lock:
            new = fault not in self._known
            self._known.add(fault)
        if new:
            self._folder.write(fault, self._now())
        self._happened.emit(fault)

    @Slot(object)
    def _tell(self, _fault: Fault) -> None:
        now = self._now()
        if self._asking or QApplication.instance() is None:
            return
        recent = [one for one in self._shown if now - one < MINUTE]
        if len(recent) >= OFTEN:
            return
        self._shown.append(now)
        self._asking = True
        try:
            answer = self._ask(often=len(recent) + 1 >= OFTEN)
        except Exception as error:
            self._folder.write(fault_of(error, error.__traceback__), self._now())
            return
        finally:
            self._asking = False
        if answer == Way.RESTART.value:
            self.restart_asked.emit()

    def _ask(self, *, often: bool) -> str:
        texts = self._texts()
        parts = ["trouble.crash.text", *(["trouble.crash.often"] if often else [])]
        words = [texts.text(key) for key in parts]
        words.append(texts.text("trouble.crash.report", file=self._folder.path))
        go_on = Answer(
            key=Way.GO_ON.value,
            text=texts.text("trouble.crash.go_on"),
            kind=Kind.SECONDARY if often else Kind.PRIMARY,
        )
        again = Answer(
            key=Way.RESTART.value, text=texts.text("trouble.crash.restart"), kind=Kind.PRIMARY
        )
        question = Question(
            title=texts.text("trouble.crash.title"),
            text="\n\n".join(words),
            answers=(go_on, again) if often else (go_on,),
            cancel=Way.GO_ON.value,
        )
        return ask.ask(self._window(), question)


def _somebody_reads() -> bool:
    """Tell whether a person sees what is written; elsewhere a system may keep it in a file."""
    return sys.stderr is not None and sys.stderr.isatty()

"""What a test of a widget may leave behind: nothing that shows, waits or runs."""

import gc
import threading
from typing import NamedTuple

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken


class Before(NamedTuple):
    """What was there before a test."""

    windows: list[QWidget]
    threads: list[threading.Thread]


def now() -> Before:
    return Before(QApplication.topLevelWidgets(), threading.enumerate())


def leftovers(before: Before) -> list[object]:
    """Return the windows and threads that were not there before, and all that waits or runs."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not _found(before):
        return []
    # It may only be waiting to be collected, which is slow.
    gc.collect()
    return _found(before)


def _found(before: Before) -> list[object]:
    windows, threads = now()
    pool = QThreadPool.globalInstance().activeThreadCount()
    return [
        *(one for one in windows if not any(one is other for other in before.windows)),
        *(one for one in threads if one not in before.threads),
        *_busy_objects(),
        *(["a task in the thread pool"] if pool else []),
    ]


def _busy_objects() -> list[QObject]:
    """Return the Qt objects of Python that wait or run; Qt itself keeps no list of them."""
    every = gc.get_objects()
    # Not isinstance: a proxy answers that for whom it stands.
    kinds = {
        kind
        for kind in set(map(type, every))
        if issubclass(kind, QTimer | QAbstractAnimation | QThread)
    }
    found = [one for one in every if type(one) in kinds]
    return [one for one in found if Shiboken.isValid(one) and _is_busy(one)]


def _is_busy(one: QObject) -> bool:
    if isinstance(one, QTimer):
        return one.isActive()
    if isinstance(one, QAbstractAnimation):
        return one.state() is not QAbstractAnimation.State.Stopped
    return isinstance(one, QThread) and one.isRunning()

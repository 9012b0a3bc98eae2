"""The watch over what tests leave behind sees it."""

import threading

from PySide6.QtCore import QThread, QTimer, QVariantAnimation
from PySide6.QtWidgets import QWidget

from tests.widgets.leftovers import leftovers, now


def test_a_forgotten_window_is_seen() -> None:
    before = now()
    window = QWidget()
    window.show()
    assert leftovers(before) == [window]
    window.close()
    window.deleteLater()
    del window
    assert leftovers(before) == []


def test_a_forgotten_timer_is_seen() -> None:
    before = now()
    timer = QTimer()
    timer.start(1000)
    assert leftovers(before) == [timer]
    timer.stop()
    assert leftovers(before) == []


def test_a_running_animation_is_seen() -> None:
    before = now()
    animation = QVariantAnimation()
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.setLoopCount(-1)
    animation.start()
    assert leftovers(before) == [animation]
    animation.pause()
    assert leftovers(before) == [animation]
    animation.stop()
    assert leftovers(before) == []


def test_a_thread_is_seen() -> None:
    before = now()
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    assert leftovers(before) == [thread]
    end.set()
    thread.join()
    assert leftovers(before) == []


def test_a_thread_of_qt_is_seen() -> None:
    before = now()
    thread = QThread()
    thread.start()
    assert leftovers(before) == [thread]
    thread.quit()
    thread.wait()
    assert leftovers(before) == []

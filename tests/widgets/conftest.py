"""What every test of a widget shares: nothing may stay behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.widgets.leftovers import leftovers, now


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window, a thread, a timer or a running animation."""
    before = now()
    yield
    assert leftovers(before) == []

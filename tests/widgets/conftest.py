"""Every test of a widget has an application, and so may leave nothing behind."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """See `nothing_left_behind` of all tests."""
    return qapp

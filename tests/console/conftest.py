"""Every test of the console has an application, and so may leave nothing behind."""

from tests.widgets.conftest import application

__all__ = ["application"]

"""What the console asks of a page's controller."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.keys import Intent


class Page(Protocol):
    """A page: a passive widget, and who fills it and listens to it.

    `refresh` is called when the page comes into sight and after every change of the desk
    while it is in sight. `offers` says what a key may ask now; only that is hinted and works.
    """

    @property
    def widget(self) -> QWidget: ...

    def refresh(self) -> None: ...

    def offers(self) -> Mapping[Intent, Callable[[], None]]: ...

    def hints(self) -> tuple[Intent, ...]:
        """Return the three or four offers that matter most, for the bar at the bottom."""

    def start(self) -> QWidget | None:
        """Return what should have the focus when the page comes into sight."""

"""What a way of voting by device must offer to the desk: phones, or the voters of practising."""

from collections.abc import Callable
from typing import Protocol

from workshop_flows.commands import Ballots
from workshop_flows.state import OpenRound, Session


class Voters(Protocol):
    """Fill the open round with secret ballots; nothing of them is known before `close`."""

    @property
    def seats(self) -> int:
        """How many seats vote this way; the others vote by slip."""

    @property
    def voted(self) -> int:
        """How many ballots came in for the open round."""

    def listen(self, heard: Callable[[], None]) -> None:
        """Have `heard` called, in the GUI thread, whenever `voted` changed."""

    def open(self, current: OpenRound, session: Session) -> None: ...

    def close(self) -> Ballots:
        """Return what came in and forget it."""

    def stop(self) -> None:
        """Forget what came in."""

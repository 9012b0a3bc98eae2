"""What a way of voting by device must offer to the desk: phones, or the voters of practising."""

from collections.abc import Callable
from typing import Protocol

from workshop_flows.commands import Ballots
from workshop_flows.state import OpenRound, Session


class Voters(Protocol):
    """Fill the open round with secret ballots; nothing of them is known before `close`."""

    @property
    def voted(self) -> int:
        """How many ballots came in for the open round."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was written beside the ballots of the closed round, in random order."""

    def listen(self, heard: Callable[[], None]) -> None:
        """Have `heard` called, in the GUI thread, whenever `voted` changed."""

    def open(self, current: OpenRound, session: Session) -> None:
        """Let everybody vote; raise InputError when ballots can't be kept."""

    def resume(self, current: OpenRound, session: Session) -> bool:
        """Go on with a round after a restart; return whether nothing of it was lost.

        Raise InputError when ballots can't be kept.
        """

    def close(self) -> Ballots:
        """Take no more ballots and return what came in; the same again until `destroy`."""

    def destroy(self) -> None:
        """Destroy the ballots, whose tallies are kept now or never will be.

        Raise InputError when that can't be done; it may be tried again.
        """

    def forget_remarks(self) -> None: ...

"""What the phones are about at this moment: the same for every phone, and nothing secret."""

from msgspec import Struct

from workshop_flows.agenda import statements_of
from workshop_flows.limits import CHOICES_PER_SEAT
from workshop_flows.state import Ballot, Card, CardsSubject, Session, StatementSubject, Subject
from workshop_flows.vocabulary import AXES, Length, Step


class Showing(Struct, frozen=True, kw_only=True):
    """`round` None: nothing is open, a phone waits. `over`: the session has ended.

    `practice`: a rehearsal, of which nothing is kept.
    """

    over: bool = False
    round: int | None = None
    subject: Subject | None = None
    length: Length = 60
    cards: tuple[Card, ...] = ()
    practice: bool = False

    @property
    def options(self) -> int:
        """How many cards there are to choose from; the axes where it is about those."""
        return len(self.cards) if isinstance(self.subject, CardsSubject) else len(AXES)

    @property
    def most(self) -> int:
        return CHOICES_PER_SEAT

    @property
    def place(self) -> tuple[int, int] | None:
        """Return the number of the statement and of how many, or None outside the statements."""
        if not isinstance(self.subject, StatementSubject):
            return None
        axis = self.subject.axis
        per_axis = statements_of(axis, self.length)
        number = AXES.index(axis) * len(per_axis) + per_axis.index(self.subject.statement) + 1
        return number, len(AXES) * len(per_axis)


def showing_of(session: Session) -> Showing:
    """Return what phones show while the session stands like this; in its last step it is over."""
    current = session.round
    if current is None or current.closed or current.ballot is Ballot.SHOW_OF_HANDS:
        return Showing(over=session.position.step is Step.CLOSE)
    return Showing(
        round=current.id,
        subject=current.subject,
        length=session.setup.length,
        cards=session.cards,
    )

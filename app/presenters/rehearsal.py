"""What the room sees of a rehearsal: a page as in a vote, that says it is practice."""

from app.voting.practice import LENGTH, STATEMENT
from resources.catalogue import Catalogue
from workshop_flows.agenda import statements_of
from workshop_flows.content import Content
from workshop_flows.projector import Counted, Progress, StatementPage
from workshop_flows.vocabulary import AXES


def practice_page(
    content: Content, texts: Catalogue, *, voted: int | None, seats: int
) -> StatementPage:
    """Return the test picture, with the largest and the smallest text that there is.

    `voted` None: no vote goes on.
    """
    per_axis = len(statements_of(STATEMENT.axis, LENGTH))
    return StatementPage(
        progress=Progress(
            number=1,
            total=per_axis * len(AXES),
            axis_label=texts.text("rehearsal.room.label"),
            per_axis=per_axis,
            done=(0,) * len(AXES),
            current_axis=0,
        ),
        staff_text=texts.text("rehearsal.room.statement"),
        owner_text=None,
        scale=tuple(point.label for point in content.scale),
        counted=None if voted is None else Counted(voted, seats),
        time_left=None,
        secret=True,
    )

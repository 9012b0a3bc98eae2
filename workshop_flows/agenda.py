"""The order of a session: every position from preparing to closing."""

from workshop_flows.state import Position, Session
from workshop_flows.vocabulary import AXES, STATEMENTS_PER_AXIS, AxisId, Length, Step

ONLY_IN_FOLLOW_UP = frozenset({Step.REVIEW})


def statement_id(axis: AxisId, number: int) -> str:
    return f"{axis}.{number}"


def statements_of(axis: AxisId, length: Length) -> tuple[str, ...]:
    """Return the ids of the axis's statements in a session of this length."""
    return tuple(statement_id(axis, number) for number in range(1, STATEMENTS_PER_AXIS[length] + 1))


def positions(session: Session) -> tuple[Position, ...]:
    """Return every position of this session in its order."""
    found: list[Position] = []
    for step in Step:
        if step in ONLY_IN_FOLLOW_UP and session.earlier is None:
            continue
        if step is Step.VOTE:
            found.extend(_votes(session.setup.length))
        else:
            found.append(Position(step=step))
    return tuple(found)


def _votes(length: Length) -> list[Position]:
    return [
        Position(step=Step.VOTE, axis=axis, statement=number)
        for axis in AXES
        for number in range(1, STATEMENTS_PER_AXIS[length] + 1)
    ]


def following(session: Session) -> Position | None:
    """Return the position after this one, or None at the end."""
    order = positions(session)
    index = order.index(session.position) + 1
    return order[index] if index < len(order) else None


def preceding(session: Session) -> Position | None:
    """Return the position before this one, or None at the start."""
    order = positions(session)
    index = order.index(session.position)
    return order[index - 1] if index else None

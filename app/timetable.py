"""The planned time of a session: what each position takes, and whether it goes to plan."""

from typing import Final

from msgspec import Struct

from workshop_flows import agenda
from workshop_flows.content import Programme, ProgrammePart
from workshop_flows.privacy import mode_now
from workshop_flows.state import Position, Session
from workshop_flows.vocabulary import Mode, Step

_GIVES_TO_REVIEW: Final = (Step.QUESTION, Step.ALREADY_DOING)
_REVIEW_SHARE: Final = 0.7
"""Looking back takes this part of the time of the two steps that are kept short for it."""


class Planned(Struct, frozen=True, kw_only=True):
    """A position of the agenda: it starts after `start` minutes and takes `length`.

    The last `talk` minutes of it are to talk about the axis.
    """

    position: Position
    start: float
    length: float
    talk: float = 0.0

    @property
    def end(self) -> float:
        return self.start + self.length


class Course(Struct, frozen=True, kw_only=True):
    """How the session goes, in minutes.

    `ahead`: whole minutes before (or, below nought, behind) the plan. `left`: until the
    planned end, below nought when that is past. `remaining`: what is planned from here on.
    """

    ahead: int
    left: float
    remaining: float


def timetable(session: Session, programme: Programme) -> tuple[Planned, ...]:
    """Return every position with its time; they add up to the length of the programme."""
    open_mode = mode_now(session) is Mode.OPEN
    found: list[Planned] = []
    start = 0.0
    for position in agenda.positions(session):
        length, talk = _time_of(position, session, programme, open_mode=open_mode)
        found.append(Planned(position=position, start=start, length=length, talk=talk))
        start += length
    return tuple(found)


def total(table: tuple[Planned, ...]) -> float:
    return table[-1].end if table else 0.0


def planned_at(table: tuple[Planned, ...], position: Position) -> Planned:
    """Return the time of a position; raise LookupError for one that is not there."""
    for one in table:
        if one.position == position:
            return one
    raise LookupError(position)


def course(table: tuple[Planned, ...], position: Position, elapsed: float) -> Course:
    """Return how a session goes that stands at `position` after `elapsed` minutes.

    It is on schedule anywhere within the time of its position.
    """
    here = planned_at(table, position)
    whole = total(table)
    early = max(0.0, here.start - elapsed)
    late = max(0.0, elapsed - here.end)
    reached = min(max(elapsed, here.start), here.end)
    return Course(
        ahead=int(early) - int(late), left=whole - elapsed, remaining=max(0.0, whole - reached)
    )


def _time_of(
    position: Position, session: Session, programme: Programme, *, open_mode: bool
) -> tuple[float, float]:
    """Return the minutes of a position and how many of them are talk."""
    if position.axis is not None:
        part = next(one for one in programme.parts if one.axis is position.axis)
        return _time_of_statement(part, position.statement or 1, session, open_mode=open_mode)
    given: dict[Step, float] = {
        part.step: part.minutes * _REVIEW_SHARE
        for part in programme.parts
        if session.earlier is not None and part.step in _GIVES_TO_REVIEW
    }
    if position.step is Step.REVIEW:
        return sum(given.values()), 0.0
    minutes = sum(part.minutes for part in programme.parts if part.step is position.step)
    return minutes - given.get(position.step, 0.0), 0.0


def _time_of_statement(
    part: ProgrammePart, number: int, session: Session, *, open_mode: bool
) -> tuple[float, float]:
    """Mode open takes an axis as one, at its first statement."""
    assert part.axis is not None
    count = len(agenda.statements_of(part.axis, session.setup.length))
    if open_mode:
        whole = part.minutes + part.talk
        return (whole, whole) if number == 1 else (0.0, 0.0)
    talk = part.talk if number == count else 0.0
    return part.minutes / count + talk, talk

"""What the room sees of phones: the one place that decides when it is needed."""

from typing import Final

from app.presenters.room import Room
from workshop_flows.joining import Device, JoinLine, JoinStrip
from workshop_flows.state import ConsentSubject
from workshop_flows.vocabulary import Mode, Step

OVER: Final = (Step.PRINT, Step.CLOSE)


def may_choose(room: Room) -> bool:
    """Tell whether the welcome can show how to join or what we do: one of them at a time."""
    return _is_joining(room)


def strip(room: Room) -> JoinStrip:
    """Return how to join; without an address once nobody has to join any more.

    Then the welcome has room for what we do and what is secret.
    """
    stage, seats = room.stage, room.setup.seats
    if not _is_joining(room) or stage.points:
        # The line below already counts who still joins, and a slip joins nowhere.
        known = not _is_joining(room) and _phones(room) == seats
        return JoinStrip(seats=seats, people=stage.people if known else None)
    return JoinStrip(
        seats=seats,
        people=stage.people or 0,
        phones=_phones(room),
        address=stage.address,
        network=stage.network or None,
        password=stage.password or None,
        url_matrix=stage.url_matrix,
        wifi_matrix=stage.wifi_matrix,
    )


def late_line(room: Room) -> JoinLine | None:
    """Return how to join later on; None where it is not needed or already said large.

    Not on the welcome, and not once the team decided whether it can work with the agreement:
    after that there is nothing to vote on.
    """
    stage = room.stage
    large = room.session.position.step in (Step.PREPARE, Step.WELCOME) and not stage.points
    if stage.address is None or large or not _is_joining(room) or _is_decided(room):
        return None
    return JoinLine(
        address=stage.address,
        people=stage.people or 0,
        phones=_phones(room),
        network=stage.network or None,
    )


def device(room: Room) -> Device | None:
    """Return with what people vote in secret; None where nobody has a phone."""
    if not _by_phone(room) or not room.secret:
        return None
    return Device.EITHER if room.stage.slips else Device.PHONE


def device_now(room: Room) -> Device | None:
    """Return the same while a round takes votes."""
    current = room.session.round
    return None if current is None or current.closed else device(room)


def _by_phone(room: Room) -> bool:
    return room.stage.address is not None and _phones(room) > 0 and room.mode is not Mode.OPEN


def _phones(room: Room) -> int:
    return room.setup.seats if room.stage.phones is None else room.stage.phones


def _all_in(room: Room) -> bool:
    return (room.stage.people or 0) >= _phones(room)


def _is_joining(room: Room) -> bool:
    """Tell whether somebody may and must still join: a phone that came back needs no address."""
    return _by_phone(room) and room.stage.door_open and not _all_in(room)


def _is_decided(room: Room) -> bool:
    current = room.session.round
    counting = current is not None and current.closed
    last = current is not None and isinstance(current.subject, ConsentSubject)
    over = room.session.position.step in OVER
    return over or room.session.consent is not None or (counting and last)

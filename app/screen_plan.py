"""Which screen is whose: the rules, without any real screen."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect

SHARED: Final = 0.5
"""Screens that share this part of the smaller one show the same."""
IN_SIGHT: Final = 0.95
"""A window of which this part is seen is left alone: some systems put edges out of sight."""
GAP: Final = 24
SMALLEST_WIDTH: Final = 480


class ScreenId(Struct, frozen=True, kw_only=True):
    """What a screen is known by, also after it was away. Any part may be empty."""

    name: str = ""
    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    geometry: tuple[int, int, int, int] = (0, 0, 0, 0)


class SeenScreen(Struct, frozen=True, kw_only=True):
    """A screen as it stands now. `place` is all of it, `free` what panels leave."""

    identity: ScreenId
    place: QRect
    free: QRect
    density: float = 1.0
    primary: bool = False


def same_screen(wanted: ScreenId, seen: Sequence[SeenScreen]) -> SeenScreen | None:
    """Return the screen that is most likely `wanted`, or None when it is not there.

    A serial number is enough, whatever socket it hangs on; without one the model counts,
    then the name of the socket, and where it stood only between screens that are alike.
    """
    found = [one for one in seen if _may_be(wanted, one.identity)]
    return max(found, key=lambda one: _likeness(wanted, one.identity), default=None)


def _may_be(wanted: ScreenId, other: ScreenId) -> bool:
    for one, two in ((wanted.serial, other.serial), (wanted.model, other.model)):
        if one and two and one != two:
            return False
    kinds = (wanted.serial and other.serial, wanted.model and other.model)
    return any(kinds) or (wanted.name == other.name and bool(wanted.name or other.geometry))


def _likeness(wanted: ScreenId, other: ScreenId) -> tuple[bool, ...]:
    return (
        bool(wanted.serial) and wanted.serial == other.serial,
        wanted.model == other.model and wanted.manufacturer == other.manufacturer,
        wanted.name == other.name,
        wanted.geometry == other.geometry,
    )


def shows_the_same(one: QRect, two: QRect) -> bool:
    shared = one.intersected(two)
    smaller = min(_area(one), _area(two))
    return smaller > 0 and _area(shared) >= SHARED * smaller


def _area(place: QRect) -> int:
    return 0 if place.isEmpty() else place.width() * place.height()


def projector_among(
    seen: Sequence[SeenScreen], console: SeenScreen | None, wanted: ScreenId | None
) -> SeenScreen | None:
    """Return the screen for the room: never one that shows the console.

    The one that was used before, when it is there; else one that is not the main screen.
    """
    if console is None:
        return None
    others = [one for one in seen if not shows_the_same(one.place, console.place)]
    known = same_screen(wanted, others) if wanted is not None else None
    second = min(others, key=lambda one: one.primary, default=None)
    return known or second


def console_among(seen: Sequence[SeenScreen], wanted: ScreenId | None) -> SeenScreen | None:
    """Return the screen to begin on: the main one, unless that is known to be the room's."""
    room = same_screen(wanted, seen) if wanted is not None else None
    mains = sorted(seen, key=lambda one: (one is room, not one.primary))
    return mains[0] if mains else None


def are_mirrored(seen: Sequence[SeenScreen]) -> bool:
    """Return whether there is more than one screen and they all show the same."""
    return len(seen) > 1 and all(shows_the_same(one.place, seen[0].place) for one in seen[1:])


def brought_into_sight(frame: QRect, seen: Sequence[SeenScreen]) -> QRect | None:
    """Return where a window with its frame must go to be seen whole; None when it is already.

    It goes to the screen that shows most of it, or, out of sight, to the main one.
    """
    shares = [_area(one.free.intersected(frame)) for one in seen]
    if not seen or sum(shares) >= IN_SIGHT * _area(frame):
        return None
    home = seen[shares.index(max(shares))] if any(shares) else console_among(seen, None)
    assert home is not None
    moved = QRect(frame.topLeft(), frame.size().boundedTo(home.free.size()))
    if not any(shares):
        moved.moveCenter(home.free.center())
    moved.moveLeft(max(home.free.left(), min(moved.left(), home.free.right() - moved.width() + 1)))
    moved.moveTop(max(home.free.top(), min(moved.top(), home.free.bottom() - moved.height() + 1)))
    return moved


def beside(console: QRect, free: QRect) -> QRect:
    """Return where a window of 16:9 stands beside the console, or, without room, over a corner.

    `free` is what panels leave of their one screen.
    """
    right = QRect(free)
    right.setLeft(max(free.left(), console.right() + 1))
    left = QRect(free)
    left.setRight(min(free.right(), console.left() - 1))
    room = max((right, left), key=QRect.width)
    width = room.width() - 2 * GAP
    if width >= SMALLEST_WIDTH:
        place = QRect(room.left() + GAP, 0, width, width * 9 // 16)
        place.moveTop(max(room.center().y() - place.height() // 2, room.top()))
        return place
    width = max(SMALLEST_WIDTH, free.width() * 45 // 100)
    place = QRect(0, 0, width, width * 9 // 16)
    place.moveBottomRight(free.bottomRight() - QPoint(GAP, GAP))
    return place

"""What sessions leave behind on disk, and how it goes away for good."""

import os
import re
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Literal

from app.errors import InputError
from app.voting.box_file import SIDES, patiently, wipe

Kind = Literal["seats", "round", "discarded"]

_OLD: Final = timedelta(days=30)
_OURS: Final = re.compile(rf"([0-9a-f]+)\.(seats|round|discarded)({'|'.join(SIDES)})")


def place_of(folder: Path, session: str, kind: Kind) -> Path:
    return folder / f"{session}.{kind}"


def mark_discarded(folder: Path, session: str) -> None:
    """See to it that the session is destroyed now or later; raise InputError.

    From here on nobody takes its seats up again.
    """
    seats = place_of(folder, session, "seats")

    def act() -> None:
        with suppress(FileNotFoundError, NotADirectoryError):
            os.replace(seats, place_of(folder, session, "discarded"))

    patiently(act, seats)


def destroy_session(folder: Path, session: str) -> None:
    """Leave no byte of a session that nobody has open; raise InputError when that fails."""
    wipe(place_of(folder, session, "round"))
    wipe(place_of(folder, session, "seats"))
    # Last: as long as it is there, whoever comes next goes on with the work.
    wipe(place_of(folder, session, "discarded"))


def forget_session(folder: Path, session: str) -> None:
    """Destroy a session that nobody has open; raise InputError when that goes on later."""
    mark_discarded(folder, session)
    destroy_session(folder, session)


def finish_discarding(folder: Path, session: str) -> None:
    if place_of(folder, session, "discarded").exists():
        destroy_session(folder, session)


def stale(folder: Path, known: Collection[str], now: datetime) -> None:
    """Destroy what was being destroyed when the program ended, and what belongs to nothing.

    That is what is of no session in `known` and was not touched for a month. What can't be
    destroyed now is left to the next time.
    """
    if not folder.is_dir():
        return
    last: dict[str, float] = {}
    for path in folder.iterdir():
        if found := _OURS.fullmatch(path.name):
            with suppress(FileNotFoundError):
                last[found[1]] = max(last.get(found[1], 0), path.stat().st_mtime)
    for session, touched in last.items():
        with suppress(InputError):
            finish_discarding(folder, session)
            if session not in known and touched < (now - _OLD).timestamp():
                destroy_session(folder, session)

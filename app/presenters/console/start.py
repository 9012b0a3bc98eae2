"""The start page, from the list of sessions and the time of the day."""

import datetime
from collections.abc import Callable, Sequence
from typing import Final

from app.keys import Intent
from app.known_sessions import Known, KnownState
from app.presenters.console.keys import keycap
from resources.catalogue import Catalogue
from widgets.console.start import Door, DoorId, Recent, RecentsView, StartView
from widgets.controls.pill import PillKind
from workshop_flows.vocabulary import AXES, STATEMENTS_PER_AXIS, Step

MOST_RECENTS: Final = 8
"""What is older is opened as a file."""
GOING_ON: Final = (KnownState.BUSY, KnownState.AGREEMENT)
_NOON, _EVENING, _NIGHT = 12, 18, 6
_ICONS: Final = {
    DoorId.PRACTISE: "monitor-play",
    DoorId.NEW: "plus",
    DoorId.RESUME: "play",
    DoorId.FOLLOW_UP: "arrows-clockwise",
    DoorId.EXAMPLE: "chats-circle",
}
_PILLS: Final = {
    KnownState.BUSY: PillKind.BUSY,
    KnownState.AGREEMENT: PillKind.DONE,
    KnownState.FINISHED: PillKind.DONE,
    KnownState.CONCEPT: PillKind.NEUTRAL,
}


def start_view(
    known: Sequence[Known],
    texts: Catalogue,
    *,
    now: datetime.datetime,
    practised: bool,
    is_missing: Callable[[Known], bool],
) -> StartView:
    """Return the page; `known` are the sessions, the one that changed last first."""
    shown = known[:MOST_RECENTS]
    missing = {one.path for one in shown if is_missing(one)}
    going_on = resumed([one for one in shown if one.path not in missing])
    return StartView(
        greeting=texts.text(f"start.{_part_of_day(now)}"),
        question=texts.text("start.question"),
        doors=_doors(going_on, texts, now, practised=practised),
        recents=RecentsView(
            title=texts.text("start.recents"),
            open=texts.text("start.open"),
            open_key=keycap(texts, Intent.OPEN),
            rows=tuple(_recent(one, texts, now, missing=one.path in missing) for one in shown),
            empty=texts.text("start.no_recents"),
        ),
        promise=texts.text("start.promise"),
        settings=texts.text("start.settings"),
        help=texts.text("start.help"),
        help_key=keycap(texts, Intent.HELP),
    )


def resumed(known: Sequence[Known]) -> Known | None:
    """Return the session that 'Verder met' goes on with."""
    return next((one for one in known if one.state in GOING_ON), None)


def _part_of_day(now: datetime.datetime) -> str:
    if _NIGHT <= now.hour < _NOON:
        return "morning"
    return "afternoon" if _NOON <= now.hour < _EVENING else "evening"


def _doors(
    going_on: Known | None, texts: Catalogue, now: datetime.datetime, *, practised: bool
) -> tuple[Door, ...]:
    order = [DoorId.NEW, DoorId.RESUME, DoorId.FOLLOW_UP, DoorId.PRACTISE, DoorId.EXAMPLE]
    if not practised:
        order.remove(DoorId.PRACTISE)
        order.insert(0, DoorId.PRACTISE)
    if going_on is None:
        order.remove(DoorId.RESUME)
    return tuple(_door(one, going_on, texts, now) for one in order)


def _door(door: DoorId, going_on: Known | None, texts: Catalogue, now: datetime.datetime) -> Door:
    if door is DoorId.RESUME:
        assert going_on is not None
        title = texts.text("start.door.resume", company=going_on.company)
        second = _stopped(going_on, texts, now)
    else:
        title = texts.text(f"start.door.{door}")
        second = texts.text(f"start.door.{door}.second")
    return Door(
        id=door,
        title=title,
        second=second,
        icon=_ICONS[door],
        keycap=keycap(texts, Intent(door.value)),
    )


def _stopped(known: Known, texts: Catalogue, now: datetime.datetime) -> str:
    """Return 'Vandaag gestopt bij stelling 8 van 14'."""
    when, day = _when(known, now), texts.day(known.changed)
    return texts.text(f"start.{when}", day=day, where=_where(known, texts))


def _where(known: Known, texts: Catalogue) -> str:
    position = known.position
    if position is None:
        return texts.text(f"start.at.{Step.PREPARE}")
    if position.axis is None or position.statement is None:
        return texts.text(f"start.at.{position.step}")
    each = STATEMENTS_PER_AXIS[known.length]
    number = AXES.index(position.axis) * each + position.statement
    return texts.text("start.at.vote", number=number, of=each * len(AXES))


def _when(known: Known, now: datetime.datetime) -> str:
    days = (now.date() - known.changed.date()).days
    return {0: "today", 1: "yesterday"}.get(days, "on_day")


def _recent(known: Known, texts: Catalogue, now: datetime.datetime, *, missing: bool) -> Recent:
    pill, kind = _pill(known, texts)
    if missing:
        pill, kind = texts.text("start.missing"), PillKind.WARN
    return Recent(
        key=known.path,
        title=known.company,
        second=_second(known, texts, now),
        pill=pill,
        pill_kind=kind,
        reason=texts.text("start.missing_reason", path=known.path) if missing else None,
        forget=texts.text("start.forget", company=known.company) if missing else "",
    )


def _pill(known: Known, texts: Catalogue) -> tuple[str, PillKind]:
    if known.state is KnownState.FINISHED and known.follow_up is not None:
        day = texts.short_day(known.follow_up)
        return texts.text("start.look_back", day=day), PillKind.NEUTRAL
    return texts.text(f"start.state.{known.state}"), _PILLS[known.state]


def _second(known: Known, texts: Catalogue, now: datetime.datetime) -> str:
    """Return when a session that goes on was touched; of another its day and its size."""
    when = _when(known, now)
    if known.state in GOING_ON and when != "on_day":
        return texts.text(f"start.{when}_at", time=known.changed.strftime("%H:%M"))
    return texts.plural("start.day_and_people", known.people, day=texts.day(known.day))

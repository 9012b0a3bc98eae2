"""The programme at the left of the console, from where the session stands."""

from datetime import datetime, timedelta
from typing import Final

from app.presenters.room import Room
from app.timetable import Course, Planned, course, total
from resources.catalogue import Catalogue
from widgets.console.views_frame import AgendaRow, AgendaView, Done
from workshop_flows import agenda
from workshop_flows.agenda import statement_id, statements_of
from workshop_flows.state import Position
from workshop_flows.vocabulary import AXES, AxisId, Mode, Step

ICONS: Final = {
    Step.WELCOME: "hand-waving",
    Step.REVIEW: "clock-counter-clockwise",
    Step.QUESTION: "question",
    Step.ALREADY_DOING: "sparkle",
    Step.VOTE: "list-bullets",
    Step.RADAR: "polygon",
    Step.WHO_STARTS: "users",
    Step.FOCUS: "target",
    Step.ACTIONS: "cards",
    Step.AGREEMENT: "file-text",
    Step.CONSENT: "thumbs-up",
    Step.PRINT: "printer",
    Step.CLOSE: "flag",
}


def agenda_view(
    room: Room,
    texts: Catalogue,
    table: tuple[Planned, ...],
    elapsed: float,
    now: datetime,
    *,
    paused: bool,
) -> AgendaView:
    """Return the programme after `elapsed` minutes; `now` is the time of day."""
    going = course(table, room.session.position, elapsed)
    whole = total(table)
    key = "console.min.left" if going.left >= 0 else "console.min.over"
    minutes = round(abs(going.left))
    left = texts.text(key, minutes=minutes)
    going_words = texts.text("console.paused") if paused else course_words(texts, going)
    end = now + timedelta(minutes=going.remaining)
    ends = texts.text("console.ends", time=f"{end:%H:%M}")
    return AgendaView(
        title=texts.text("console.programme"),
        length=texts.plural("console.minutes", room.setup.length),
        rows=agenda_rows(room, texts, table),
        left=left,
        left_short=texts.text("console.min", minutes=minutes if going.left >= 0 else -minutes),
        spoken=texts.text("console.foot", left=left, course=going_words, ends=ends),
        course=going_words,
        # While time stands still no end can be told.
        ends="" if paused else ends,
        part=min(1.0, elapsed / whole) if whole else 0.0,
        part_name=texts.text("console.time_passed"),
    )


def course_words(texts: Catalogue, going: Course) -> str:
    """Return 'op schema', '3 min voor' or '4 min achter'."""
    if going.ahead == 0:
        return texts.text("console.on_time")
    key = "console.ahead" if going.ahead > 0 else "console.behind"
    return texts.text(key, minutes=abs(going.ahead))


def agenda_rows(room: Room, texts: Catalogue, table: tuple[Planned, ...]) -> tuple[AgendaRow, ...]:
    """Return a line per step, and in the votes a line per axis under theirs."""
    here = room.session.position.step
    steps = list(dict.fromkeys(one.position.step for one in table))
    rows: list[AgendaRow] = []
    for step in steps:
        if step is Step.PREPARE:
            continue
        done: Done = "now" if step is here else _by_order(steps, step, here)
        rows.append(_step(room, texts, table, step, done))
        if step is Step.VOTE and here is Step.VOTE:
            rows.extend(_axis(room, texts, axis) for axis in AXES)
    return tuple(rows)


def _by_order(steps: list[Step], step: Step, here: Step) -> Done:
    return "done" if steps.index(step) < steps.index(here) else "later"


def _step(
    room: Room, texts: Catalogue, table: tuple[Planned, ...], step: Step, done: Done
) -> AgendaRow:
    of_step = [one for one in table if one.position.step is step]
    title = _statements(room, texts) if step is Step.VOTE else room.content.guide(step).title
    minutes = texts.text("console.min", minutes=_minutes(texts, sum(p.length for p in of_step)))
    opened = step is Step.VOTE and done == "now"
    to = _first_open(room) if step is Step.VOTE else of_step[0].position
    return AgendaRow(
        title=title,
        spoken=_spoken(texts, (title, minutes), done),
        to=to,
        done=done,
        minutes=minutes,
        opened=opened,
        icon=ICONS[step],
    )


def _statements(room: Room, texts: Catalogue) -> str:
    if room.mode is Mode.OPEN:
        return texts.plural("console.axes", len(AXES))
    count = sum(one.step is Step.VOTE for one in agenda.positions(room.session))
    return texts.plural("console.statements", count)


def _axis(room: Room, texts: Catalogue, axis: AxisId) -> AgendaRow:
    here = room.session.position.axis is axis
    ids = statements_of(axis, room.setup.length)
    voted = tuple(bool(room.session.rounds_of(one)) for one in ids)
    number = str(AXES.index(axis) + 1)
    label = room.content.axis(axis).label
    words = [f"{number} {label}"]
    if room.mode is Mode.OPEN:
        balls: tuple[bool, ...] = (room.session.agreed_stand(axis) is not None,)
        finished = balls[0]
    else:
        balls = voted
        finished = all(voted) or room.session.closed_number(axis) > 0
        words.append(texts.text("console.row.voted", voted=sum(voted), statements=len(voted)))
    done: Done = "now" if here else "done" if finished else "later"
    return AgendaRow(
        title=label,
        spoken=_spoken(texts, tuple(words), done),
        to=_of_axis(room, axis),
        done=done,
        number=number,
        balls=balls,
        within=True,
    )


def _of_axis(room: Room, axis: AxisId) -> Position:
    """Return the first statement that was not voted on yet, else the first of all."""
    ids = statements_of(axis, room.setup.length)
    left = [n for n, one in enumerate(ids, start=1) if not room.session.rounds_of(one)]
    number = 1 if room.mode is Mode.OPEN or not left else left[0]
    assert statement_id(axis, number) in ids
    return Position(step=Step.VOTE, axis=axis, statement=number)


def _first_open(room: Room) -> Position:
    """Return where the votes go on: the first axis that is not finished, else the first."""
    unfinished = (
        axis
        for axis in AXES
        if not all(room.session.rounds_of(one) for one in statements_of(axis, room.setup.length))
        and not room.session.closed_number(axis)
        and room.session.agreed_stand(axis) is None
    )
    return _of_axis(room, next(unfinished, AXES[0]))


def _minutes(texts: Catalogue, minutes: float) -> str:
    """Return whole minutes, or halves where they matter."""
    halves = max(0.5, round(minutes * 2) / 2)
    return texts.decimal(round(halves) if halves >= 10 else halves)


def _spoken(texts: Catalogue, words: tuple[str, ...], done: Done) -> str:
    state = {"now": "console.row.now", "done": "console.row.done"}.get(done)
    return ", ".join((*words, texts.text(state)) if state else words)

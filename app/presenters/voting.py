"""The projector's pages of a vote: the statement, its result, and the axis after it."""

from app.presenters import joining
from app.presenters.room import Room
from workshop_flows import privacy
from workshop_flows.agenda import statements_of
from workshop_flows.insight import tenths
from workshop_flows.lead import Reveal
from workshop_flows.privacy import ShownStatement
from workshop_flows.projector import (
    AxisPage,
    DotsResult,
    Progress,
    ProjectorPage,
    ResultPage,
    StatementPage,
    TalkCard,
)
from workshop_flows.radar_view import radar_view, zone_of
from workshop_flows.state import StatementSubject
from workshop_flows.summary import zone
from workshop_flows.talk import occasion, talk_question
from workshop_flows.views import AxisResult
from workshop_flows.vocabulary import AXES, STATEMENTS_PER_AXIS, AxisId, Mode


def vote_page(room: Room) -> ProjectorPage:
    """Return the page of the statement where the session stands.

    A result is shown in mode team only, an axis once it is closed; mode open has no votes.
    """
    position = room.session.position
    axis = position.axis or AXES[0]
    number = position.statement or 1
    statement = statements_of(axis, room.setup.length)[number - 1]
    closed = room.session.closed_number(axis) > 0
    if room.mode is Mode.OPEN or (room.stage.reveal is Reveal.AXIS and closed):
        return _axis(room, axis, number)
    rounds = room.session.rounds_of(statement)
    if room.stage.reveal is Reveal.RESULT and room.mode is Mode.TEAM and rounds:
        return _result(room, axis, number)
    return _statement(room, axis, number)


def _statement(room: Room, axis: AxisId, number: int) -> StatementPage:
    statement = room.content.axis(axis).statements[number - 1]
    current = room.session.round
    opened = (
        current is not None
        and isinstance(current.subject, StatementSubject)
        and current.subject.statement == statement.id
    )
    return StatementPage(
        progress=progress(room, axis, number),
        staff_text=statement.staff,
        owner_text=_owner_text(room, statement.owner),
        scale=room.scale,
        counted=room.stage.counted if opened else None,
        time_left=room.stage.time_left,
        seconds_left=room.stage.seconds_left,
        secret=room.secret,
        asked=opened and room.stage.counted is None,
        closed=opened and current is not None and current.closed,
        device=joining.device_now(room) if opened else None,
    )


def _result(room: Room, axis: AxisId, number: int) -> ResultPage:
    statement = room.content.axis(axis).statements[number - 1]
    last = room.session.rounds_of(statement.id)[-1]
    shown = privacy.round_shown(room.session, room.mode, last)
    return ResultPage(
        progress=progress(room, axis, number),
        staff_text=statement.staff,
        owner_text=_owner_text(room, statement.owner),
        scale=room.scale,
        result=_dots(room, shown),
        talk=None,
        radar=radar_view(room.report),
    )


def _dots(room: Room, shown: ShownStatement) -> DotsResult:
    words = "too_few" if shown.consensus is None else shown.consensus.name.lower()
    spread, ghost_spread = shown.spread, shown.ghost_spread
    return DotsResult(
        votes=shown.votes,
        mean=None if shown.team is None else tenths(shown.team),
        dots=shown.dots,
        words=room.texts.text(f"stage.words.{words}"),
        spread=None if spread is None else (tenths(spread[0]), tenths(spread[1])),
        owner=None if shown.owner is None else tenths(shown.owner),
        ghost=None if shown.ghost is None else tenths(shown.ghost),
        ghost_spread=(
            None if ghost_spread is None else (tenths(ghost_spread[0]), tenths(ghost_spread[1]))
        ),
    )


def _axis(room: Room, axis: AxisId, number: int) -> AxisPage:
    result = room.report.axes[AXES.index(axis)]
    content = room.content.axis(axis)
    statements = content.statements[: STATEMENTS_PER_AXIS[room.setup.length]]
    is_open = room.mode is Mode.OPEN
    return AxisPage(
        progress=progress(room, axis, number),
        label=result.label,
        stand=result.team,
        words=room.texts.text(_axis_words(room, result)),
        zone=zone_of(result.agreed, result.band) if room.mode is Mode.POOLED else None,
        agreed=result.agreed,
        agreed_words=scale_words(room, result.agreed),
        note=room.texts.text(f"stage.axis.note.{room.mode}", count=room.setup.seats),
        statements=tuple(
            (one.staff, _owner_text(room, one.owner)) for one in statements if is_open
        ),
        talk=_talk(room, result),
        radar=radar_view(room.report),
    )


def _axis_words(room: Room, result: AxisResult) -> str:
    if room.mode is not Mode.TEAM:
        return f"stage.axis.words.{room.mode}"
    return f"stage.words.{result.consensus.name.lower() if result.consensus else 'too_few'}"


def scale_words(room: Room, stand: float | None) -> str:
    """Return what an agreed stand says; between two answers both are named."""
    if stand is None:
        return ""
    low = room.scale[int(stand) - 1]
    if stand == int(stand):
        return low
    return room.texts.text("stage.between", low=low, high=room.scale[int(stand)])


def _talk(room: Room, result: AxisResult) -> TalkCard | None:
    """Return the talk question; in mode open there is one before a stand as well."""
    if zone(result) is None and room.mode is not Mode.OPEN:
        return None
    question = talk_question(result, room.content.axis(result.id))
    intro = "open" if zone(result) is None else occasion(result).value
    return TalkCard(
        intro=room.texts.text(f"stage.talk.{intro}"),
        question=question.deep if room.stage.deep else question.short,
    )


def progress(room: Room, axis: AxisId, number: int) -> Progress:
    """Return where the statement stands among all of the session."""
    per_axis = STATEMENTS_PER_AXIS[room.setup.length]
    done = tuple(
        sum(bool(room.session.rounds_of(one)) for one in statements_of(each, room.setup.length))
        if room.mode is not Mode.OPEN
        else per_axis * (room.session.agreed_stand(each) is not None)
        for each in AXES
    )
    return Progress(
        number=AXES.index(axis) * per_axis + number,
        total=len(AXES) * per_axis,
        axis_label=room.content.axis(axis).label,
        per_axis=per_axis,
        done=done,
        current_axis=AXES.index(axis),
    )


def _owner_text(room: Room, text: str) -> str | None:
    return text if room.setup.owners else None

"""The projector's page at this moment of the session."""

from collections.abc import Callable
from typing import Final

from msgspec import structs

from app.presenters import choosing, joining, voting
from app.presenters.room import Room
from workshop_flows.projector import (
    AgreementPage,
    AgreementRow,
    AlreadyDoingPage,
    BlankPage,
    Callout,
    ClosePage,
    Compared,
    ProjectorPage,
    QuestionPage,
    RadarPage,
    ReviewPage,
    ReviewRow,
    WelcomePage,
    WhoStartsPage,
)
from workshop_flows.radar_view import radar_view
from workshop_flows.summary import gap, most_different, zone
from workshop_flows.views import AxisResult
from workshop_flows.vocabulary import Band, Mode, Step


def projector_page(room: Room) -> ProjectorPage:
    """Return the page for where the session stands; it holds nothing that may not be shown."""
    if room.stage.blank:
        return BlankPage()
    page = PAGES[room.session.position.step](room)
    return structs.replace(page, late=joining.late_line(room))


def _welcome(room: Room) -> ProjectorPage:
    keys = {Mode.TEAM: "team", Mode.POOLED: "pooled", Mode.OPEN: "open"}
    told = f"stage.welcome.{keys[room.mode]}"
    points = [room.texts.text(f"{told}.{number}") for number in (1, 2, 3)]
    if room.mode is Mode.TEAM and room.setup.owners:
        answer = "owner_apart" if room.setup.owner_apart else "owner_not_counted"
        points.append(room.texts.text(f"stage.welcome.{answer}"))
    return WelcomePage(
        company=room.setup.company,
        points=tuple(points),
        strip=joining.strip(room),
        secret=room.secret,
        device=joining.device(room),
    )


def _question(room: Room) -> ProjectorPage:
    return QuestionPage(question=room.setup.question, coming=room.session.coming)


def _already_doing(room: Room) -> ProjectorPage:
    return AlreadyDoingPage(items=room.session.already_doing)


def _review(room: Room) -> ProjectorPage:
    earlier = room.session.earlier
    if earlier is None:
        return _welcome(room)
    reviewed = {one.afspraak: one for one in room.session.review}
    rows = []
    for number, afspraak in enumerate(earlier.afspraken, start=1):
        one = reviewed.get(number)
        rows.append(
            ReviewRow(
                number=number,
                title=afspraak.title or "",
                outcome=one.outcome if one else None,
                helped=one.helped if one else None,
            )
        )
    return ReviewPage(since=room.texts.day(earlier.date), rows=tuple(rows))


def _radar(room: Room) -> ProjectorPage:
    report = room.report
    return RadarPage(
        company=room.setup.company,
        radar=radar_view(report),
        legend=room.legend,
        callout=None if report.earlier else _callout(room),
        compared=_compared(room),
        note=room.texts.text(f"stage.radar.note.{room.mode}"),
    )


def _callout(room: Room) -> Callout | None:
    """Return what stands out: the largest difference, else the first axis to talk about."""
    report = room.report
    different = most_different(report.axes)
    if different is not None:
        sentences = room.content.axis(different.id).sentences
        sentence = sentences.owner_higher if gap(different) > 0 else sentences.owner_lower
        return _card(room, "stage.callout.difference", different, sentence)
    by_id = {axis.id: axis for axis in report.axes}
    telling = [by_id[axis] for axis in report.talk_about]
    if not telling:
        return None
    lowest = next((axis for axis in telling if zone(axis) is Band.LOW), telling[0])
    sentences = room.content.axis(lowest.id).sentences
    sentence = sentences.low if zone(lowest) is Band.LOW else ""
    return _card(room, "stage.callout.talk", lowest, sentence)


def _card(room: Room, kind: str, axis: AxisResult, sentence: str) -> Callout:
    pooled = room.mode is Mode.POOLED
    return Callout(
        kind=room.texts.text(kind),
        title=axis.label,
        team=None if pooled else axis.stand,
        owner=axis.owner,
        zone=zone(axis) if pooled else None,
        sentence=sentence,
    )


def _compared(room: Room) -> tuple[Compared, ...]:
    """Return the focus axes of the earlier session, then and now."""
    earlier = room.report.earlier
    if earlier is None:
        return ()
    found = []
    for then, now in zip(earlier.axes, room.report.axes, strict=True):
        if then.target is not None:
            goal = room.texts.text(f"stage.goal.{then.goal.name.lower()}") if then.goal else ""
            found.append(
                Compared(
                    label=now.label,
                    then=room.shown(then.stand, then.band),
                    now=room.shown(now.stand, now.band),
                    goal=goal,
                )
            )
    return tuple(found)


def _who_starts(room: Room) -> ProjectorPage:
    """Take the axis where owner and team differ most, else the first to talk about."""
    report = room.report
    different = most_different(report.axes)
    telling = different.id if different else next(iter(report.talk_about), report.axes[0].id)
    axis = next(one for one in report.axes if one.id == telling)
    content = room.content.axis(telling)
    both = axis.owner is not None
    return WhoStartsPage(
        axis_label=axis.label,
        staff_text=content.staff,
        owner_text=content.owner,
        staff_stand=axis.stand if both else None,
        owner_stand=axis.owner,
        ask_staff=content.ask_staff,
        ask_owner=content.ask_owner,
    )


def _agreement(room: Room) -> ProjectorPage:
    agreement = room.report.agreement
    rows = tuple(
        AgreementRow(
            number=number,
            title=one.title or "",
            who=one.who or "",
            when=one.when or "",
        )
        for number, one in enumerate(agreement.afspraken, start=1)
    )
    return AgreementPage(
        company=room.setup.company,
        day=room.texts.day(room.setup.date),
        question=room.setup.question,
        rows=rows,
        follow_up=_follow_up(room),
        status=agreement.status,
    )


def _close(room: Room) -> ProjectorPage:
    return ClosePage(company=room.setup.company, follow_up=_follow_up(room))


def _follow_up(room: Room) -> str:
    day = room.session.draft.follow_up
    return "" if day is None else room.texts.weekday(day)


PAGES: Final[dict[Step, Callable[[Room], ProjectorPage]]] = {
    Step.PREPARE: _welcome,
    Step.WELCOME: _welcome,
    Step.REVIEW: _review,
    Step.QUESTION: _question,
    Step.ALREADY_DOING: _already_doing,
    Step.VOTE: voting.vote_page,
    Step.RADAR: _radar,
    Step.WHO_STARTS: _who_starts,
    Step.FOCUS: choosing.focus_page,
    Step.ACTIONS: choosing.actions_page,
    Step.AGREEMENT: _agreement,
    Step.CONSENT: choosing.consent_page,
    Step.PRINT: _agreement,
    Step.CLOSE: _close,
}

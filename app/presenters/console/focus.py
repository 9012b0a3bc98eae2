"""The page where the team chooses what to work on."""

from app.keys import Intent
from app.presenters.choosing import focus_page
from app.presenters.console.counting import ballot_view, count_view, how_now, joined, phase_of
from app.presenters.console.keys import keycap
from app.presenters.room import Room
from app.voting.slips import ChoiceSlips, Slips
from resources.catalogue import Catalogue
from widgets.console.views_choosing import ChoiceView, FocusView, Phase, Proposal, Target, Words
from workshop_flows import limits, privacy
from workshop_flows.cards import leading
from workshop_flows.state import Ballot
from workshop_flows.vocabulary import AXES, AxisId, Mode, Step

HIGHEST = 5.0


def focus_view(room: Room, texts: Catalogue, slips: Slips | None, ballot: Ballot) -> FocusView:
    session = room.session
    done = session.focus_counts is not None or bool(session.focus)
    phase = phase_of(room, done=done)
    how = how_now(room, ballot)
    guide = room.content.guide(Step.FOCUS)
    words = guide.words(room.mode, room.setup.way)
    count = None
    if isinstance(slips, ChoiceSlips) and phase is Phase.COUNTING:
        count = count_view(slips, [axis.label for axis in room.content.axes], how, texts)
    opened = phase in (Phase.OPEN, Phase.COUNTING)
    choices = _choices(room, texts)
    return FocusView(
        phase=phase,
        title=guide.title,
        how=texts.text("choosing.how.two.aloud" if how == "hands" else "choosing.how.two.secret"),
        ballot=ballot_view(room, phase, ballot, texts),
        words=Words(say=words.say, tips=words.tips),
        status=texts.text(f"choosing.focus.open.{how}") if phase is Phase.OPEN else "",
        stop=texts.text("choosing.stop") if opened else "",
        stop_key=keycap(texts, Intent.STOP_VOTE),
        heading=texts.text(_heading(room, phase)),
        hint=_hint(room, phase, texts),
        choices=choices,
        most_votes=max((choice.votes or 0 for choice in choices), default=0),
        proposal=_proposal(room, texts),
        count=count,
        side_title=texts.text("choosing.focus.side"),
        side_text="" if session.focus else _stood_out(room, texts),
        targets=tuple(_target(room, axis, texts) for axis in session.focus),
    )


def proposed(room: Room) -> tuple[AxisId, ...]:
    """Return the axes that were chosen most; where numbers are not shown, in their own order."""
    counts = room.session.focus_counts
    first = leading(counts, limits.MOST_FOCUS)
    if not privacy.choice_shown(counts):
        first = tuple(sorted(first))
    return tuple(AXES[index] for index in first)


def _choices(room: Room, texts: Catalogue) -> tuple[ChoiceView, ...]:
    """Return the axes in their own order, with the numbers that the room sees now."""
    shown = {choice.label: choice for choice in focus_page(room).choices}
    found = []
    for number, (axis, result) in enumerate(
        zip(room.content.axes, room.report.axes, strict=True), start=1
    ):
        choice = shown[axis.label]
        pooled = room.mode is Mode.POOLED
        stand = room.shown(None if pooled else result.stand, result.band)
        found.append(
            ChoiceView(
                key=str(number),
                label=axis.label,
                second=texts.text("choosing.now", stand=stand) if stand else "",
                votes=choice.votes,
                chosen=choice.chosen,
            )
        )
    return tuple(found)


def _heading(room: Room, phase: Phase) -> str:
    if room.session.focus:
        return "choosing.focus.heading.chosen"
    if phase is Phase.CHOSEN or room.mode is Mode.OPEN:
        return "choosing.focus.heading.keep"
    return "choosing.focus.heading.ready"


def _hint(room: Room, phase: Phase, texts: Catalogue) -> str:
    if phase is not Phase.CHOSEN:
        return texts.text(
            "choosing.focus.hint.open" if room.mode is Mode.OPEN else "choosing.focus.hint.ready"
        )
    counts = room.session.focus_counts
    told = texts.text("choosing.focus.hint.chosen")
    if counts is not None and counts.ballots and not privacy.choice_shown(counts):
        return f"{told} {texts.text('choosing.no_numbers')}"
    return told


def _proposal(room: Room, texts: Catalogue) -> Proposal | None:
    counts = room.session.focus_counts
    if room.session.focus or counts is None or not any(counts.counts):
        return None
    axes = proposed(room)
    labels = [room.content.axis(axis).label for axis in axes]
    return proposal(labels, counts.counts, limits.MOST_FOCUS, texts)


def proposal(labels: list[str], counts: tuple[int, ...], most: int, texts: Catalogue) -> Proposal:
    """Return what leads in words, and what to ask where the votes are level."""
    if not labels:
        return Proposal(text=texts.text("choosing.level"))
    told = texts.text("choosing.most_chosen", what=joined(texts, labels))
    others = sum(1 for count in counts if count) - len(labels)
    if others > 0 and len(labels) < most:
        told = f"{told} {texts.text('choosing.then_level')}"
    return Proposal(
        text=told, accept=texts.text("choosing.accept"), key=keycap(texts, Intent.DIGIT_0)
    )


def _stood_out(room: Room, texts: Catalogue) -> str:
    about = room.report.talk_about
    if not about:
        return texts.text("choosing.focus.none")
    labels = [room.content.axis(axis).label for axis in about]
    return texts.text("choosing.focus.stood_out", what=joined(texts, labels))


def _target(room: Room, axis: AxisId, texts: Catalogue) -> Target:
    result = room.report.axes[AXES.index(axis)]
    stand = None if room.mode is Mode.POOLED else result.stand
    shown = room.shown(stand, result.band)
    key = "choosing.target.further"
    if stand == HIGHEST:
        key = "choosing.target.keep"
    elif not shown:
        key = "choosing.target.step"
    return Target(label=result.label, sentence=texts.text(key, stand=shown))

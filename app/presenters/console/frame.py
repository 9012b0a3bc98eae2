"""The bars and the right column of the console, from the session and the moment it is in."""

from typing import Final, Literal

from msgspec import Struct

from app.keys import Intent
from app.presenters.console.keys import keycap
from app.presenters.room import Room
from app.presenters.voting import progress
from app.timetable import Planned, planned_at
from app.voting.slips import ballots_in
from resources.catalogue import Catalogue
from widgets.console.views_frame import (
    CounterView,
    PreviewView,
    SideView,
    TimerView,
    TopView,
    WayRow,
)
from widgets.theme import Theme
from workshop_flows import privacy
from workshop_flows.lead import Act, Next, Reveal
from workshop_flows.projector import Counted
from workshop_flows.state import Ballot, CardsSubject, FocusSubject, OpenRound, StatementSubject
from workshop_flows.vocabulary import AXES, AgreementStatus, Mode, Step, Way

MORE_SECONDS: Final = 30
MORE_MINUTE: Final = 60
_MAKES_CONCEPT: Final = (Step.AGREEMENT, Step.PRINT)

StretchKind = Literal["vote", "talk", "step"]


class Stretch(Struct, frozen=True, kw_only=True):
    """What goes on now and how many seconds the plan gives it; `key` differs per thing."""

    key: tuple[object, ...]
    kind: StretchKind
    seconds: float

    @property
    def more(self) -> int:
        """How many seconds a person may add at a time."""
        return MORE_SECONDS if self.kind == "vote" else MORE_MINUTE


def stretch_of(room: Room, table: tuple[Planned, ...]) -> Stretch | None:
    """Return what has a time of its own now, or None."""
    session, position = room.session, room.session.position
    here = planned_at(table, position)
    current = session.round
    if current is not None and isinstance(current.subject, StatementSubject):
        if current.closed:
            return None
        seconds = (here.length - here.talk) * 60
        return Stretch(key=("vote", current.id), kind="vote", seconds=seconds)
    if position.step is not Step.VOTE:
        return Stretch(key=("step", position.step), kind="step", seconds=here.length * 60)
    if room.mode is Mode.OPEN:
        return Stretch(key=("talk", position.axis), kind="talk", seconds=here.length * 60)
    if room.stage.reveal is Reveal.AXIS:
        talk = max(one.talk for one in table if one.position.axis is position.axis)
        return Stretch(key=("talk", position.axis), kind="talk", seconds=talk * 60)
    return None


def top_view(room: Room, texts: Catalogue, *, projector_on: bool) -> TopView:
    state = "off" if not projector_on else "blank" if room.stage.blank else "on"
    stage = room.stage
    phones = joined = ""
    if stage.phones:
        phones = texts.text("console.phones", joined=stage.people or 0, phones=stage.phones)
        joined = texts.text("console.phones.name", told=phones)
    return TopView(
        company=room.setup.company,
        phones=phones,
        phones_name=joined,
        projector=texts.text(f"console.projector.{state}"),
        projector_icon="monitor" if projector_on else "x-circle",
        blank=texts.text("console.unblank" if room.stage.blank else "console.blank"),
        blank_key=keycap(texts, Intent.BLANK, typing=True),
    )


def next_words(room: Room, texts: Catalogue, wanted: Next, ballot: Ballot, *, at_once: bool) -> str:
    """Return what the big button says. `at_once`: closing shows the result in one go."""
    match wanted.act:
        case Act.GO_ON:
            return _going_words(room, texts, wanted)
        case Act.OPEN_VOTE:
            hands = ballot is Ballot.SHOW_OF_HANDS
            return texts.text(f"console.next.{'open_hands' if hands else 'open_vote'}")
        case Act.CLOSE_VOTE:
            return texts.text(f"console.next.{'close_and_reveal' if at_once else 'close_vote'}")
        case Act.SHOW_OWNER:
            return texts.text(f"console.next.show_owner{'s' if room.setup.owners > 1 else ''}")
        case Act.SHOW_AXIS:
            axis = room.session.position.axis or AXES[0]
            return texts.text("console.next.show_axis", axis=room.content.axis(axis).label)
        case Act.REVEAL | Act.FINISH:
            return texts.text(f"console.next.{wanted.act}")


def _going_words(room: Room, texts: Catalogue, wanted: Next) -> str:
    to = wanted.to
    assert to is not None
    if to.axis is None or to.statement is None:
        return texts.text("console.next.step", step=texts.text(f"console.step.{to.step}"))
    if room.mode is Mode.OPEN:
        number = AXES.index(to.axis) + 1
        return texts.text("console.next.axis", number=number, total=len(AXES))
    there = progress(room, to.axis, to.statement)
    return texts.text("console.next.statement", number=there.number, total=there.total)


def side_view(
    room: Room,
    texts: Catalogue,
    *,
    theme: Theme,
    stretch: Stretch | None,
    seconds_left: int | None,
    paused: bool,
) -> SideView:
    secret, icon = _secret(room)
    return SideView(
        preview=_preview(room, texts, theme),
        counter=_counter(room, texts),
        timer=_timer(texts, stretch, seconds_left, paused=paused),
        secret=texts.text(f"console.secret.{secret}") if secret else "",
        secret_icon=icon,
    )


def clock_words(seconds: int) -> str:
    """Return '2:10'."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def _preview(room: Room, texts: Catalogue, theme: Theme) -> PreviewView:
    concept = (
        room.session.position.step in _MAKES_CONCEPT
        and room.report.agreement.status is AgreementStatus.CONCEPT
    )
    return PreviewView(
        title=texts.text("console.preview"),
        theme=texts.text(f"console.theme.{theme}"),
        theme_icon="sun" if theme == "light" else "moon",
        concept=texts.text("console.concept") if concept else "",
    )


def _counter(room: Room, texts: Catalogue) -> CounterView | None:
    current, counted = room.session.round, room.stage.counted
    if current is None or counted is None:
        return None
    return CounterView(
        number=_counted(texts, counted),
        words=texts.text(f"console.{_counted_what(current, room.setup.way)}"),
        rows=_by_way(room, texts, current, counted) if room.setup.way is Way.MIXED else (),
    )


def _by_way(
    room: Room, texts: Catalogue, current: OpenRound, counted: Counted
) -> tuple[WayRow, ...]:
    """Return how many voted by phone and by slip, of ways with enough seats to tell it."""
    if current.ballot is Ballot.SHOW_OF_HANDS:
        return ()
    by_phone = sum(ballots_in(current.counts)) if current.closed else counted.voted
    ways = [("device-mobile", "phones", by_phone, room.setup.phones)]
    if current.closed:
        slips = room.setup.seats - room.setup.phones
        ways.append(("note-pencil", "slips", counted.voted - by_phone, slips))
    return tuple(
        WayRow(
            icon=icon,
            text=texts.text(f"console.way.{way}"),
            number=texts.text("console.of", voted=voted, seats=seats),
        )
        for icon, way, voted, seats in ways
        if seats >= privacy.SMALLEST_WAY
    )


def _counted(texts: Catalogue, counted: Counted) -> str:
    return texts.text("console.counted", voted=counted.voted, seats=counted.seats)


def _counted_what(current: OpenRound, way: Way) -> str:
    if way is Way.SLIPS or current.ballot is Ballot.SHOW_OF_HANDS:
        return "counted_by_hand"
    return "chosen" if isinstance(current.subject, FocusSubject | CardsSubject) else "voted"


def _timer(
    texts: Catalogue, stretch: Stretch | None, seconds_left: int | None, *, paused: bool
) -> TimerView | None:
    if stretch is None or seconds_left is None:
        return None
    words = "" if stretch.kind == "vote" else texts.text(f"console.timer.{stretch.kind}")
    if paused or not seconds_left:
        words = texts.text(f"console.timer.{'paused' if paused else 'over'}")
    state = "resume" if paused else "pause"
    return TimerView(
        clock=clock_words(seconds_left),
        words=words,
        pause_icon="play" if paused else "pause",
        pause_name=texts.text(f"console.{state}"),
        pause_key=keycap(texts, Intent.PAUSE),
        more=texts.text(f"console.more.{stretch.more}"),
        more_name=texts.text(f"console.more.{stretch.more}.name"),
        more_key=keycap(texts, Intent.MORE_TIME),
    )


def _secret(room: Room) -> tuple[str, str]:
    """Return which line about who sees what fits now, and its icon."""
    current = room.session.round
    before = "vote" if room.setup.way is Way.DEVICES else "slips"
    if room.mode is Mode.OPEN:
        return "open", "eye"
    if current is None:
        asks = room.session.position.step is Step.VOTE and room.stage.reveal is Reveal.STATEMENT
        return (before, "eye-slash") if asks else ("", "eye-slash")
    if current.ballot is Ballot.SHOW_OF_HANDS:
        return "hands", "eye"
    return ("count", "eye-slash") if current.closed else (before, "eye-slash")

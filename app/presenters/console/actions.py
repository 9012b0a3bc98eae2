"""The page with the library of actions, and the cards for the room."""

from msgspec import Struct

from app.keys import Intent
from app.presenters.choosing import cost_words
from app.presenters.console.counting import ballot_view, count_view, how_now, joined, phase_of
from app.presenters.console.focus import proposal
from app.presenters.console.keys import keycap, keycap_anywhere
from app.presenters.room import Room
from app.voting.slips import ChoiceSlips, Slips
from resources.catalogue import Catalogue
from widgets.console.views_choosing import (
    ActionRowView,
    ActionsView,
    CardsView,
    CardView,
    ChoiceView,
    NoteView,
    Phase,
    Proposal,
    Tab,
    Words,
)
from widgets.controls.options import Option
from workshop_flows import library, limits, privacy
from workshop_flows.cards import leading
from workshop_flows.content import Action
from workshop_flows.library import Filters
from workshop_flows.ranking import Ranked, Reason, Why, Wishes, rank
from workshop_flows.state import Ballot
from workshop_flows.vocabulary import AxisId, Step

FLAGS = ("for_owner", "voluntary", "own_data", "no_faces", "no_client_data")
POINTS, FREE, SHORT, WORK, COURSE = "points", "free", "short", "work", "course"
KINDS = {WORK: ("informal",), COURSE: ("nonformal", "formal")}


class Looking(Struct, frozen=True, kw_only=True):
    """Where the facilitator is in the library; nothing of it is kept."""

    tab: Tab | None = None
    words: str = ""
    chips: frozenset[object] = frozenset()
    axis: AxisId | None = None


def tab_now(room: Room, looking: Looking) -> Tab:
    """Return the half in sight: after a choice, or once there are afspraken, the second."""
    session = room.session
    if looking.tab is not None:
        return looking.tab
    chosen = session.card_counts is not None or session.draft.afspraken
    return Tab.CHOOSE if chosen else Tab.LIBRARY


def own_axis(room: Room, looking: Looking) -> AxisId:
    """Return the axis that an own idea is about: what was picked, else the first in focus."""
    return looking.axis or next(iter(room.session.focus), AxisId.A1)


def proposed(room: Room) -> tuple[int, ...]:
    """Return which cards were chosen most, as far as nothing became an afspraak yet."""
    if any(card.chosen for card in room.report.cards):
        return ()
    first = leading(room.session.card_counts, limits.MOST_AFSPRAKEN)
    return first if privacy.choice_shown(room.session.card_counts) else tuple(sorted(first))


def ranked(room: Room) -> tuple[Ranked, ...]:
    session = room.session
    wishes = Wishes(
        focus=session.focus,
        sector=session.setup.sector,
        coming=(*session.coming, session.setup.question),
        already_doing=session.already_doing,
    )
    return rank(room.content.actions, wishes)


def actions_view(
    room: Room,
    texts: Catalogue,
    looking: Looking,
    slips: Slips | None,
    ballot: Ballot,
) -> ActionsView:
    phase = phase_of(room, done=room.session.card_counts is not None)
    how = how_now(room, ballot)
    guide = room.content.guide(Step.ACTIONS)
    words = guide.words(room.mode, room.setup.way)
    rows = _rows(room, texts, looking)
    choices = _choices(room)
    count = None
    if isinstance(slips, ChoiceSlips) and phase is Phase.COUNTING:
        count = count_view(slips, [choice.label for choice in choices], how, texts)
    return ActionsView(
        phase=phase,
        tab=tab_now(room, looking),
        tabs=tuple(Option(key=tab, text=texts.text(f"choosing.tab.{tab}")) for tab in Tab),
        title=guide.title,
        found=texts.plural("choosing.ideas", len(rows)),
        ballot=ballot_view(room, phase, ballot, texts),
        words=Words(say=words.say, tips=words.tips),
        words_title=texts.text("choosing.words"),
        is_fresh=not (room.session.cards or looking.words or looking.chips),
        status=texts.text(f"choosing.cards.open.{how}") if phase is Phase.OPEN else "",
        stop=texts.text("choosing.stop") if room.session.round is not None else "",
        stop_key=keycap(texts, Intent.STOP_VOTE),
        chips=_chips(room, texts),
        filters=looking.chips,
        rows=rows,
        nothing="" if rows else texts.text("choosing.nothing_found"),
        own=texts.text("choosing.own") if looking.words.strip() else "",
        own_key=keycap_anywhere(texts, Intent.ADD),
        axes=tuple(Option(key=axis.id, text=axis.label) for axis in room.content.axes),
        axis=own_axis(room, looking),
        heading=texts.text("choosing.cards.heading"),
        hint=_hint(room, texts),
        choices=choices,
        most_votes=max((choice.votes or 0 for choice in choices), default=0),
        proposal=_proposal(room, texts, choices),
        count=count,
        notes_title=texts.text("choosing.notes", count=len(room.content.notes)),
        notes=tuple(
            NoteView(
                title=note.title,
                text=note.text,
                source=texts.text(
                    "choosing.note.source", day=texts.day(note.as_of), source=note.source
                ),
            )
            for note in room.content.notes
        ),
    )


def cards_view(room: Room, texts: Catalogue, shown: int) -> CardsView:
    """Return the panel with the cards; `shown` is how many the projector shows on a page."""
    cards = room.session.cards
    first = min(room.stage.first_card, max(0, len(cards) - 1))
    last = min(len(cards), first + shown)
    views = tuple(
        CardView(
            number=index + 1,
            title=card.title,
            axis=room.content.axis(card.axis).label,
            in_sight=first <= index < last and len(cards) > shown,
        )
        for index, card in enumerate(room.report.cards)
    )
    pages = ""
    if len(cards) > shown:
        key = "choosing.cards.page" if last - first > 1 else "choosing.cards.page_one"
        pages = texts.text(key, first=first + 1, last=last, total=len(cards))
    return CardsView(
        title=texts.text("choosing.cards.title"),
        count=texts.text("choosing.cards.count", count=len(cards), most=limits.MOST_CARDS),
        empty="" if cards else texts.text("choosing.cards.empty"),
        cards=views,
        locked="" if room.session.round is None else texts.text("choosing.cards.locked"),
        pages=pages,
        has_earlier=first > 0,
        has_later=last < len(cards),
    )


def _rows(room: Room, texts: Catalogue, looking: Looking) -> tuple[ActionRowView, ...]:
    on = {card.action for card in room.session.cards}
    found = library.found(ranked(room), _filters(room, looking))
    return tuple(_row(room, texts, one, on=one.action.id in on) for one in found)


def _filters(room: Room, looking: Looking) -> Filters:
    kinds = [kind for chip, some in KINDS.items() if chip in looking.chips for kind in some]
    return Filters(
        axes=room.session.focus if POINTS in looking.chips else (),
        kinds=tuple(kinds),
        free=FREE in looking.chips,
        short=SHORT in looking.chips,
        words=looking.words,
    )


def _chips(room: Room, texts: Catalogue) -> tuple[Option, ...]:
    focus = len(room.session.focus)
    points = (Option(key=POINTS, text=texts.plural("choosing.chip.points", focus)),)
    others = tuple(
        Option(key=key, text=texts.text(f"choosing.chip.{key}"))
        for key in (FREE, SHORT, WORK, COURSE)
    )
    return (*points, *others) if focus else others


def _row(room: Room, texts: Catalogue, one: Ranked, *, on: bool) -> ActionRowView:
    action = one.action
    key = "choosing.row.off" if on else "choosing.row.on"
    return ActionRowView(
        action=action.id,
        title=action.title,
        yields=action.yields,
        facts=" · ".join((cost_words(room, action), action.time, *_flags(action, texts))),
        first_step=texts.text("choosing.first_step", step=action.first_step),
        why=_why(room, texts, one.reasons),
        on=on,
        name=texts.text(key, title=action.title),
    )


def _flags(action: Action, texts: Catalogue) -> list[str]:
    return [texts.text(f"choosing.flag.{flag}") for flag in FLAGS if getattr(action, flag)]


def _why(room: Room, texts: Catalogue, reasons: tuple[Reason, ...]) -> str:
    """Return why the action is here: the axes in one breath, then what it ties to."""
    axes = [room.content.axis(AxisId(one.about)).label for one in reasons if one.why is Why.FOCUS]
    told = [texts.text("choosing.why.focus", what=joined(texts, axes))] if axes else []
    for one in reasons:
        if one.why is Why.COMING and one.about == room.setup.question:
            told.append(texts.text("choosing.why.question"))
        elif one.why is Why.SECTOR:
            told.append(texts.text("choosing.why.sector"))
        elif one.why is not Why.FOCUS:
            told.append(texts.text(f"choosing.why.{one.why}", what=one.about))
    return " · ".join(told)


def _choices(room: Room) -> tuple[ChoiceView, ...]:
    """Return the cards; once one is an afspraak the others stand without a number."""
    counts = room.session.card_counts
    cards = room.report.cards
    any_chosen = any(card.chosen for card in cards)
    found = []
    for index, card in enumerate(cards):
        numbered = privacy.choice_shown(counts) and (card.chosen or not any_chosen)
        found.append(
            ChoiceView(
                key=str(index + 1),
                label=card.title,
                second=room.content.axis(card.axis).label,
                votes=counts.counts[index] if counts and numbered else None,
                chosen=card.chosen,
            )
        )
    return tuple(found)


def _hint(room: Room, texts: Catalogue) -> str:
    if not room.session.cards:
        return texts.text("choosing.cards.hint.none")
    told = texts.text("choosing.cards.hint.chosen", most=limits.MOST_AFSPRAKEN)
    counts = room.session.card_counts
    if counts is not None and counts.ballots and not privacy.choice_shown(counts):
        return f"{told} {texts.text('choosing.no_numbers')}"
    return told


def _proposal(room: Room, texts: Catalogue, choices: tuple[ChoiceView, ...]) -> Proposal | None:
    counts = room.session.card_counts
    if counts is None or not any(counts.counts) or any(one.chosen for one in choices):
        return None
    labels = [choices[index].label for index in proposed(room)]
    return proposal(labels, counts.counts, limits.MOST_AFSPRAKEN, texts)

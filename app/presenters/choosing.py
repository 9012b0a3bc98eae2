"""The projector's pages of choosing: focus, actions and consent."""

from app.presenters import joining
from app.presenters.room import Room
from workshop_flows import privacy
from workshop_flows.cards import afspraak_of, card_title
from workshop_flows.content import Action
from workshop_flows.joining import Device
from workshop_flows.projector import (
    ActionCard,
    ActionsPage,
    Choice,
    ConsentPage,
    Counted,
    FocusPage,
)
from workshop_flows.state import (
    Card,
    CardsSubject,
    ChoiceCounts,
    ConsentSubject,
    FocusSubject,
    Subject,
)
from workshop_flows.vocabulary import AXES, Mode


def focus_page(room: Room) -> FocusPage:
    """Return the seven axes to choose from, or the chosen ones with what may be counted."""
    session = room.session
    counts = session.focus_counts
    chosen = [AXES.index(axis) for axis in session.focus]
    revealed = bool(chosen) or privacy.choice_shown(counts)
    order = [*chosen, *(index for index in _by_votes(counts) if index not in chosen)]
    pooled = room.mode is Mode.POOLED
    choices = [
        Choice(
            label=room.content.axes[index].label,
            votes=_votes(counts, index, is_chosen=index in chosen or not chosen),
            chosen=index in chosen,
            stand=None if pooled else room.report.axes[index].stand,
        )
        for index in (order if revealed else range(len(AXES)))
    ]
    return FocusPage(
        choices=tuple(choices),
        counted=_counted(room, FocusSubject()),
        revealed=revealed,
        # Points that were chosen without a vote were chosen aloud.
        secret=room.secret and not (revealed and counts is None),
        device=_device(room, FocusSubject()),
    )


def actions_page(room: Room) -> ActionsPage | FocusPage:
    """Return the candidate actions as cards; before the first the chosen points stay."""
    if not room.session.cards:
        return focus_page(room)
    revealed = any(card.chosen for card in room.report.cards)
    cards = [
        _card(room, card, index, chosen=shown.chosen)
        for index, (card, shown) in enumerate(
            zip(room.session.cards, room.report.cards, strict=True)
        )
    ]
    return ActionsPage(
        cards=tuple(cards),
        first=room.stage.first_card,
        counted=_counted(room, CardsSubject()),
        revealed=revealed,
        secret=room.secret,
        device=_device(room, CardsSubject()),
    )


def consent_page(room: Room) -> ConsentPage:
    """Return the question of consent, or its outcome: how many said ja and nothing more."""
    counts = room.session.consent
    current = room.session.round
    opened = current is not None and isinstance(current.subject, ConsentSubject)
    numbers = counts is not None and counts.ballots >= privacy.COUNTS_SHOWN_FROM
    return ConsentPage(
        seats=room.setup.seats,
        counted=_counted(room, ConsentSubject()),
        outcome=None if opened else room.report.consent,
        yes=counts.yes if counts and numbers and not opened else None,
        better=room.session.better,
        secret=room.secret,
        device=_device(room, ConsentSubject()),
    )


def _by_votes(counts: ChoiceCounts | None) -> list[int]:
    """Return the options, most chosen first where counts may be shown, else in their order."""
    order = list(range(len(AXES)))
    if counts is not None and privacy.choice_shown(counts):
        order.sort(key=lambda index: -counts.counts[index])
    return order


def _votes(counts: ChoiceCounts | None, index: int, *, is_chosen: bool) -> int | None:
    """Return the votes of a chosen option; what was not chosen stands without a number."""
    if counts is None or not is_chosen or not privacy.choice_shown(counts):
        return None
    return counts.counts[index]


def _card(room: Room, card: Card, index: int, *, chosen: bool) -> ActionCard:
    action = None if card.action is None else room.content.action(card.action)
    afspraak = afspraak_of(card, room.session.draft)
    return ActionCard(
        axis_label=room.content.axis(card.axis).label,
        title=card_title(card, room.content),
        yields=action.yields if action else "",
        cost=cost_words(room, action),
        time=action.time if action else "",
        who=afspraak.who or "" if afspraak else "",
        first_step=action.first_step if action else "",
        votes=_votes(room.session.card_counts, index, is_chosen=chosen),
        chosen=chosen,
    )


def cost_words(room: Room, action: Action | None) -> str:
    """Return what an action costs, in the words of the room."""
    if action is None:
        return ""
    low, high = action.cost
    if low == high:
        return room.texts.text(f"stage.cost.{low}")
    return room.texts.text(f"stage.cost.{low}_{high}")


def _counted(room: Room, subject: Subject) -> Counted | None:
    """Return how many chose in the open round; None while nobody can be counted."""
    return room.stage.counted if _is_about(room, subject) else None


def _device(room: Room, subject: Subject) -> Device | None:
    return joining.device_now(room) if _is_about(room, subject) else None


def _is_about(room: Room, subject: Subject) -> bool:
    current = room.session.round
    return current is not None and type(current.subject) is type(subject)

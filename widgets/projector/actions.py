"""P6: the cards to choose from, three at a time with the same rows; P6b: one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from widgets.marks import Box, Dot, Flag, Icon, Panel, Rule, square
from widgets.projector.action_card import one_card
from widgets.projector.parts import counter, device_note, top_line
from widgets.projector.sheet import BODY, SMALL, Sheet
from widgets.theme import Zoom
from widgets.typeset import Setting, Style, fitted, plain
from workshop_flows.projector import ActionCard, ActionsPage

CARDS: Final = 3
FIELDS: Final = ("yields", "cost", "time", "who", "first_step")
ICONS: Final = {
    "yields": "trend-up",
    "cost": "currency-eur",
    "time": "clock",
    "who": "user",
    "first_step": "number-circle-one",
}
GAP: Final = 32.0
PAD: Final = 36.0
ROOM_FOR_TAGS: Final = 500.0


def cards_shown(zoom: Zoom) -> int:
    """Return how many cards a page shows at most: the step with which to walk past them."""
    return 1 if zoom == "far" else CARDS


def compose(page: ActionsPage, sheet: Sheet) -> None:
    shown = page.cards[page.first : page.first + cards_shown(sheet.zoom)]
    right = _pages(sheet, page, len(shown))
    top = top_line(
        sheet,
        sheet.texts.text("projector.what_to_do"),
        _which(sheet, page, len(shown)),
        right=right,
    )
    bottom = sheet.bottom
    if page.counted is not None:
        sheet.position = 2
        right = sheet.right
        if page.device is not None:
            right = device_note(sheet, page.device, bottom - 28) - 40
        counter(sheet, page.counted, "projector.voted", sheet.left, bottom - 28, right)
        sheet.position = 1
        bottom -= 76
    if len(page.cards) == 1 or sheet.far:
        if shown:
            one_card(sheet, shown[0], Box(sheet.left, top + 24, sheet.across, bottom - top - 24))
        return
    tagged = any(card.chosen or card.votes is not None for card in shown)
    top += 44 if tagged else 16
    _three(sheet, shown, Box(sheet.left, top, sheet.across, bottom - top))


def _which(sheet: Sheet, page: ActionsPage, shown: int) -> str:
    if page.counted is not None or (not page.revealed and shown == len(page.cards)):
        how = "secret" if page.secret else "aloud"
        return sheet.texts.text(f"projector.choose_{how}")
    if shown == len(page.cards) or not shown:
        return ""
    first, last, total = page.first + 1, page.first + shown, len(page.cards)
    if shown == 1:
        return sheet.texts.text("projector.card_of", number=first, total=total)
    return sheet.texts.text("projector.cards_of", first=first, last=last, total=total)


def _pages(sheet: Sheet, page: ActionsPage, shown: int) -> float:
    """Paint a dot per card at the upper right, the shown ones marked; return where they start."""
    total = len(page.cards)
    if shown == total:
        return sheet.right
    start = sheet.right - 44.0 * total
    for number in range(total):
        fill, edge = None, "line_strong"
        if page.first <= number < page.first + shown:
            fill, edge = "mark", "ink"
        elif page.cards[number].chosen:
            fill, edge = "primary", "primary"
        sheet.add(Dot(start + 44.0 * number + 27, sheet.top + 26, 14.0, fill, edge))
    return start - 24


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the cards are set: the same rows at the same heights."""

    fields: tuple[str, ...]
    titles: tuple[Setting, ...]
    values: dict[str, tuple[Setting, ...]]
    heads: dict[str, Setting]
    pad: float

    @property
    def title_height(self) -> float:
        return max(one.height for one in self.titles)

    def row_height(self, field: str) -> float:
        values = max(one.height for one in self.values[field])
        return self.heads[field].height + 2 + values + 2 * self.pad

    @property
    def height(self) -> float:
        rows = sum(self.row_height(field) for field in self.fields)
        return PAD + 40 + 4 + self.title_height + 12 + rows + 16


def _three(sheet: Sheet, cards: Sequence[ActionCard], place: Box) -> None:
    if not cards:
        return
    wide = (place.width - (CARDS - 1) * GAP) / CARDS
    plan = _planned(sheet, cards, wide - 2 * PAD, place.height)
    high = min(place.height, max(plan.height + 30, 0.55 * place.height))
    for number, card in enumerate(cards):
        _card(sheet, card, number, plan, Box(place.x + number * (wide + GAP), place.y, wide, high))


def _planned(sheet: Sheet, cards: Sequence[ActionCard], wide: float, most: float) -> _Plan:
    """Return the richest plan that fits: first less air, then fewer rows."""
    fields = tuple(field for field in FIELDS if any(getattr(card, field) for card in cards))
    plan = _closest(sheet, cards, fields, wide, most)
    if plan.height <= most:
        return plan
    # Who does it can be said aloud.
    without_who = _closest(sheet, cards, _without(fields, "who"), wide, most)
    if without_who.height <= most:
        return without_who
    while plan.height > most and plan.fields:
        # Otherwise the longest answer goes: that leaves most of the others.
        longest = max(plan.fields, key=plan.row_height)
        plan = _closest(sheet, cards, _without(plan.fields, longest), wide, most)
    return plan


def _without(fields: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(field for field in fields if field != one)


def _closest(
    sheet: Sheet, cards: Sequence[ActionCard], fields: tuple[str, ...], wide: float, most: float
) -> _Plan:
    """Return the plan of these fields with the most air that fits, else the tightest."""
    for title in (46, 42, BODY):
        for pad in (12.0, 8.0, 5.0):
            plan = _plan(sheet, cards, fields, wide, title, pad)
            if plan.height <= most:
                return plan
    return plan


def _plan(
    sheet: Sheet,
    cards: Sequence[ActionCard],
    fields: tuple[str, ...],
    wide: float,
    title: int,
    pad: float,
) -> _Plan:
    caption, text = Style(SMALL, SMALL, 1.15), Style(BODY, BODY, 1.15)
    inner = wide - 62
    return _Plan(
        fields,
        tuple(
            fitted(plain(card.title, bold=True), Style(title, BODY, 1.14), wide) for card in cards
        ),
        {
            field: tuple(fitted(plain(getattr(card, field)), text, inner) for card in cards)
            for field in fields
        },
        {
            field: fitted(
                plain(sheet.texts.text(f"projector.card.{field}"), "ink_2"), caption, inner
            )
            for field in fields
        },
        pad,
    )


def _card(sheet: Sheet, card: ActionCard, number: int, plan: _Plan, place: Box) -> None:
    edge, width = ("primary", 6.0) if card.chosen else ("line", 6.0)
    sheet.add(Panel(place, "surface", edge, width))
    if card.chosen:
        _chosen_tag(sheet, place.x + 32, place.y)
    if card.votes is not None and not (card.chosen and place.width < ROOM_FOR_TAGS):
        _votes_tag(sheet, card.votes, place.right - 32, place.y)
    x, wide = place.x + PAD, place.width - 2 * PAD
    y = place.y + PAD
    sheet.add(Flag(x + 5, y + 34, 33.0))
    axis = fitted(plain(card.axis_label, "ink_2"), Style(32, SMALL, 1.2), wide - 38, 42)
    sheet.put(axis, x + 38, y, wide - 38)
    y += 44
    sheet.put(plan.titles[number], x, y, wide)
    y += plan.title_height + 12
    spare = place.bottom - 16 - y - sum(plan.row_height(field) for field in plan.fields)
    extra = max(0.0, spare / max(1, len(plan.fields)))
    # An idea of the group's own is a title only: empty rows would ask to be filled in.
    bare = not any(plan.values[field][number].lines for field in plan.fields)
    for field in () if bare else plan.fields:
        high = plan.row_height(field) + extra
        sheet.add(Rule((x, y), (x + wide, y)))
        value = plan.values[field][number]
        if value.lines:
            inner = y + plan.pad
            sheet.add(Icon(Box(x, inner + 4, 42, 42), ICONS[field]))
            inner = sheet.put(plan.heads[field], x + 62, inner, wide - 62) + 2
            sheet.put(value, x + 62, inner, wide - 62)
        y += high


def _votes_tag(sheet: Sheet, votes: int, right: float, y: float) -> None:
    """Put how many chose a card on its upper edge."""
    text = fitted(
        plain(sheet.texts.plural("projector.votes", votes), bold=True), Style(32, SMALL, 1.0), 400
    )
    tag = Box(right - text.width - 48, y - 28, text.width + 48, 56)
    sheet.add(Panel(tag, "surface", "line_strong", 2.0, 28.0))
    sheet.put(text, tag.x + 24, y - text.height / 2, text.width + 1)


def _chosen_tag(sheet: Sheet, x: float, y: float) -> None:
    """Put 'Gekozen' on the upper edge of a card."""
    text = fitted(
        plain(sheet.texts.text("projector.chosen"), "on_primary", bold=True),
        Style(32, SMALL, 1.0),
        400,
    )
    tag = Box(x, y - 28, text.width + 96, 56)
    sheet.add(
        Panel(tag, "primary", radius=28.0),
        Icon(square(tag.x + 41, y, 32), "check-bold", "on_primary"),
    )
    sheet.put(text, tag.x + 68, y - text.height / 2, text.width + 1)

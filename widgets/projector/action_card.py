"""P6b: one action as large as the screen, with the question that goes with it."""

from typing import Final

from widgets.marks import Box, Flag, Icon, Panel, Rule
from widgets.projector.parts import talk_card
from widgets.projector.sheet import BODY, SMALL, Sheet
from widgets.projector.stack import SHRINK, scaled
from widgets.typeset import Style, fitted, plain
from workshop_flows.projector import ActionCard, TalkCard

ROWS: Final = (
    ("cost", "currency-eur"),
    ("time", "clock"),
    ("who", "user"),
    ("first_step", "number-circle-one"),
)


def one_card(sheet: Sheet, card: ActionCard, place: Box) -> None:
    bottom = place.bottom
    if not card.chosen and card.votes is None and bottom >= sheet.bottom:
        sheet.position = 2
        talk = TalkCard(
            intro=sheet.texts.text("projector.talk_about"),
            question=sheet.texts.text("projector.card_question"),
        )
        least = 172.0 if not sheet.far else 140.0
        bottom = talk_card(sheet, talk, 172.0, least=least) - (38 if not sheet.far else 24)
        sheet.position = 1
    place = place._replace(height=bottom - place.y)
    sheet.add(Panel(place, "surface", "primary" if card.chosen else "line", 2.0))
    inner = place.inset(60 if not sheet.far else 40, 44 if not sheet.far else 28)
    wide = 0.51 * (inner.width - 60)
    _head(sheet, card, inner._replace(width=wide))
    rest = Box(inner.x + wide + 60, inner.y, inner.width - wide - 60, inner.height)
    _rows(sheet, card, rest)


def _head(sheet: Sheet, card: ActionCard, place: Box) -> None:
    sheet.add(Flag(place.x + 6, place.y + 40, 42.0))
    label = fitted(plain(card.axis_label, "ink_2"), Style(38, SMALL, 1.2), place.width - 44)
    y = sheet.put(label, place.x + 44, place.y, place.width - 44) + 12
    if card.chosen or card.votes is not None:
        y = _outcome(sheet, card, place.x, y) + 10
    caption = fitted(
        plain(sheet.texts.text("projector.card.yields"), "ink_2"),
        Style(36, SMALL, 1.2),
        place.width,
    )
    room = place.bottom - y
    title = fitted(plain(card.title, bold=True), Style(92, 44, 1.1), place.width, 0.58 * room)
    sheet.put(title, place.x, y, place.width)
    left = room - title.height - caption.height - 24
    yields = fitted(plain(card.yields), Style(54, BODY, 1.18), place.width, max(0.0, left))
    if not card.yields or not yields.fits:
        return
    top = place.bottom - yields.height - caption.height - 4
    sheet.put(caption, place.x, top, place.width)
    sheet.put(yields, place.x, top + caption.height + 4, place.width)


def _outcome(sheet: Sheet, card: ActionCard, x: float, y: float) -> float:
    parts = []
    if card.chosen:
        parts.append(sheet.texts.text("projector.chosen"))
    if card.votes is not None:
        parts.append(sheet.texts.plural("projector.votes", card.votes))
    setting = fitted(plain(" · ".join(parts), "primary", bold=True), Style(38, SMALL, 1.2), 800)
    if card.chosen:
        sheet.add(Icon(Box(x, y + 3, 38, 38), "check-bold", "primary"))
    return sheet.put(setting, x + (50 if card.chosen else 0), y, setting.width + 1)


def _rows(sheet: Sheet, card: ActionCard, place: Box) -> None:
    rows = [(field, icon) for field, icon in ROWS if getattr(card, field)]
    wide = place.width - 84
    while rows:
        for scale in SHRINK:
            settings = [
                (
                    fitted(
                        plain(sheet.texts.text(f"projector.card.{field}"), "ink_2"),
                        Style(scaled(34, scale, SMALL), SMALL, 1.15),
                        wide,
                    ),
                    fitted(
                        plain(getattr(card, field)),
                        Style(scaled(46, scale, BODY), BODY, 1.18),
                        wide,
                    ),
                )
                for field, _ in rows
            ]
            whole = sum(head.height + value.height + 4 for head, value in settings)
            air = (place.height - whole) / len(rows)
            if air >= 16:
                break
        else:
            # The person can be named aloud; money, time and the first step must be seen.
            rows.pop(next((n for n, row in enumerate(rows) if row[0] == "who"), -1))
            continue
        break
    y = place.y
    for (_, icon), (head, value) in zip(rows, settings if rows else [], strict=True):
        sheet.add(Rule((place.x, y), (place.right, y)))
        top = y + min(24.0, air / 2)
        sheet.add(Icon(Box(place.x, top + 4, 56, 56), icon))
        top = sheet.put(head, place.x + 84, top, wide) + 4
        sheet.put(value, place.x + 84, top, wide)
        y += head.height + value.height + 4 + air

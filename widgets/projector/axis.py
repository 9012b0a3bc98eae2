"""An axis after its last statement: in words, as a zone, or as agreed aloud."""

from dataclasses import replace
from typing import Final

from widgets.legend_marks import LegendMark
from widgets.marks import Box, Panel
from widgets.projector.parts import (
    answer_mark,
    number_disc,
    owner_line,
    progress_line,
    talk_card,
    with_icon,
)
from widgets.projector.radar_words import emphasising
from widgets.projector.sheet import (
    BODY,
    CAPTION,
    HERO,
    LABEL,
    SMALL,
    TEXT,
    TITLE,
    RadarPlace,
    Sheet,
)
from widgets.typeset import Align, Style, fitted, plain
from workshop_flows.projector import AxisPage, TalkCard
from workshop_flows.views import RadarView
from workshop_flows.vocabulary import Band, Mode

ZONES: Final = (Band.LOW, Band.MIDDLE, Band.HIGH)
CARD: Final = 208.0
LEAST_ZONE: Final = 170.0


def compose(page: AxisPage, sheet: Sheet) -> None:
    top = progress_line(sheet, page.progress, open_now=False, named=False) + 8
    mode = page.radar.mode
    title = fitted(plain(page.label, bold=True), TITLE, sheet.across)
    top = sheet.put(title, sheet.left, top, sheet.across) + 20
    sheet.position = 2
    bottom = _card(sheet, page) - 32
    sheet.position = 1
    room = Box(sheet.left, top, sheet.across, bottom - top)
    if not (sheet.far and mode is Mode.OPEN):
        room = _radar(sheet, page, room)
    if mode is Mode.POOLED:
        _zones(sheet, page, room)
    elif mode is Mode.OPEN:
        _wordings(sheet, page, room)
    else:
        _in_words(sheet, page, room)


def _radar(sheet: Sheet, page: AxisPage, room: Box) -> Box:
    """Place the small radar at the right; return what is left of the room."""
    share = 0.42 if sheet.far or page.radar.mode is not Mode.TEAM else 0.48
    side = share * room.width
    place = Box(room.right - side, room.y - 40, side, room.height + 40)
    sheet.radar = RadarPlace(_radar_now(page), place, "numbers", LABEL)
    return room._replace(width=room.width - side - 40)


def _card(sheet: Sheet, page: AxisPage) -> float:
    """Put the card at the bottom that fits the moment; return where it starts."""
    if page.agreed is not None and page.radar.mode is not Mode.POOLED:
        return _agreed(sheet, page, page.agreed)
    if page.radar.mode is Mode.OPEN:
        return _ask_stand(sheet, page)
    if page.talk is not None:
        return talk_card(sheet, page.talk, 0.32 * sheet.height)
    return sheet.bottom


def _agreed(sheet: Sheet, page: AxisPage, agreed: float) -> float:
    """The agreed stand in an ink disc, with its words and what becomes of it."""
    card = Box(sheet.left, sheet.bottom - CARD, sheet.across, CARD)
    disc = 132.0
    sheet.add(Panel(card, "mark_soft"))
    number_disc(sheet, card.x + 44 + disc / 2, card.middle, disc, sheet.texts.decimal(agreed))
    left = card.x + 44 + disc + 36
    aside = 0.34 * card.width
    wide = card.right - 44 - left - aside
    intro = fitted(plain(sheet.texts.text("projector.agree"), "ink_2"), CAPTION, wide)
    ball = 60.0 if agreed == int(agreed) else 0.0
    indent = ball + 18 if ball else 0.0
    words = fitted(plain(page.agreed_words, bold=True), Style(60, BODY, 1.15), wide - indent, 120)
    y = card.middle - (intro.height + 4 + words.height) / 2
    y = sheet.put(intro, left, y, wide) + 4
    if ball:
        answer_mark(sheet, left + ball / 2, y + words.height / 2, ball, agreed)
    sheet.put(words, left + indent, y, wide - indent)
    told = sheet.texts.text("projector.into_radar")
    if page.stand is not None:
        told = f"{told} {sheet.texts.text('projector.vote_stays')}"
    place = Box(card.right - 36 - aside + 24, card.y + 16, aside - 24, card.height - 32)
    sheet.write(told, Style(36, SMALL, 1.25), place, centred=True)
    return card.y


def _ask_stand(sheet: Sheet, page: AxisPage) -> float:
    """'Praat samen en spreek een stand af', for the open conversation."""
    texts = sheet.texts
    how = texts.text("projector.agree_how")
    if page.talk is None:
        card = TalkCard(intro=how, question=texts.text("projector.agree_together"))
    else:
        intro = f"{texts.text('projector.agree_together')} {how}"
        card = TalkCard(intro=intro, question=page.talk.question)
    return talk_card(sheet, card, 0.32 * sheet.height)


def _in_words(sheet: Sheet, page: AxisPage, room: Box) -> None:
    """Mode team: the stand as the largest thing, with its words beside it."""
    number_wide = 0.0
    hero = replace(HERO, size=180 if not sheet.far else 128)
    high = float(hero.size)
    ghost = page.radar.spokes[page.progress.current_axis].first
    if page.stand is not None:
        number = fitted(plain(sheet.texts.stand(page.stand), "team", bold=True), hero, room.width)
        caption = fitted(
            plain(sheet.texts.text("projector.mean"), "ink_2"), Style(SMALL, SMALL, 1.2), 400
        )
        number_wide = max(number.width, caption.width) + 56
        high = number.height + caption.height + 12
        y = room.y + max(0.0, room.height - high) * 0.4
        sheet.put(number, room.x - 6, y, number.width + 2)
        sheet.put(caption, room.x, y + number.height + 12, caption.width + 2)
    wide = room.width - number_wide
    words = fitted(
        plain(page.words, bold=True), Style(54, BODY, 1.18, balanced=True), wide, room.height
    )
    note = fitted(plain(page.note, "ink_2"), TEXT, wide) if page.note and not page.agreed else None
    whole = words.height + (note.height + 18 if note else 0.0)
    y = room.y + max(0.0, room.height - max(high, whole)) * 0.4
    y = sheet.put(words, room.x + number_wide, y + max(0.0, high - 60 - whole) / 2, wide) + 18
    if note and y + note.height <= room.bottom:
        y = sheet.put(note, room.x + number_wide, y, wide) + 12
    if ghost is not None and room.bottom - y > 60:
        text = sheet.texts.text("projector.ghost", stand=sheet.texts.stand(ghost))
        line = fitted(plain(text), CAPTION, room.width - 80)
        at = room.bottom - line.height
        sheet.add(LegendMark(room.x - 15, at + line.line_height / 2, 84, "first"))
        sheet.put(line, room.x + 64, at, room.width - 80)


def _zones(sheet: Sheet, page: AxisPage, room: Box) -> None:
    """Mode pooled: laag, midden, hoog, with the reached one marked."""
    if page.zone is None:
        text = sheet.texts.text("projector.too_few")
        sheet.write(text, TITLE, room, bold=True, centred=True)
        return
    reason = page.note or sheet.texts.text("projector.pooled_why")
    note = fitted(plain(reason, "ink_2"), Style(36, SMALL, 1.25), room.width - 58)
    high = min(272.0, room.height - note.height - 38)
    with_note = high >= LEAST_ZONE
    if not with_note:
        high = min(272.0, room.height)
    gap = 20.0
    wide = (room.width - 2 * gap) / 3
    whole = high + (note.height + 38 if with_note else 0.0)
    y = room.y + max(0.0, room.height - whole) / 2
    for number, band in enumerate(ZONES):
        place = Box(room.x + number * (wide + gap), y, wide, high)
        _zone(sheet, page, band, place)
    if with_note:
        with_icon(sheet, note, Box(room.x, y + high + 38, room.width, note.height), "lock-simple")


def _zone(sheet: Sheet, page: AxisPage, band: Band, place: Box) -> None:
    word = sheet.texts.text(f"projector.zone.{band}")
    inner = place.inset(16)
    if band is not page.zone:
        sheet.add(Panel(place, "surface", "line"))
        sheet.write(word, Style(56, BODY, 1.1, Align.CENTRE), inner, "ink_2", centred=True)
        return
    sheet.add(Panel(place, "team_soft", "team", 8.0))
    key = "projector.together" if page.agreed is None else "projector.agreed_together"
    name = fitted(plain(word, bold=True), Style(76, BODY, 1.1, Align.CENTRE), inner.width)
    below = fitted(plain(sheet.texts.text(key)), Style(36, SMALL, 1.1, Align.CENTRE), inner.width)
    if name.height + below.height + 10 > inner.height:
        sheet.put(name, inner.x, place.middle - name.height / 2, inner.width)
        return
    y = place.middle - (name.height + below.height + 10) / 2
    y = sheet.put(name, inner.x, y, inner.width) + 10
    sheet.put(below, inner.x, y, inner.width)


def _wordings(sheet: Sheet, page: AxisPage, room: Box) -> None:
    """Mode open: what is talked about, as large as the room allows, and how to begin."""
    note = None
    if page.note and page.agreed is None:
        note = fitted(plain(page.note), Style(40, BODY, 1.25), room.width - 58)
    above = room if note is None else room._replace(height=room.height - note.height - 24)
    if _stack(sheet.scratch(), page, above, BODY, owner=True) > above.bottom:
        note, above = None, room
    # The owner has his own wording on his card or paper; the team's is what all must see.
    owner = _stack(sheet.scratch(), page, above, BODY, owner=True) <= above.bottom
    for size in range(54, BODY - 1, -1):
        end = _stack(sheet.scratch(), page, above, size, owner=owner)
        if end <= above.bottom:
            break
    start = above.y + max(0.0, above.bottom - end) / 2
    _stack(sheet, page, above._replace(y=start), size, owner=owner)
    if note is not None:
        at = Box(room.x, room.bottom - note.height, room.width, note.height)
        with_icon(sheet, note, at, "cards")


def _stack(sheet: Sheet, page: AxisPage, room: Box, size: int, *, owner: bool) -> float:
    y = room.y
    style = Style(size, size, 1.16, balanced=True)
    for staff, owners in page.statements:
        y = sheet.write(staff, style, room._replace(y=y, height=1e6), bold=True)
        if owner and owners is not None:
            small = max(BODY, round(0.78 * size))
            y = owner_line(sheet, owners, room._replace(y=y + 4, height=1e6), size=small)
        y += 0.5 * size
    return y - 0.5 * size


def _radar_now(page: AxisPage) -> RadarView:
    """Return the radar with the axis of this moment named."""
    now = page.progress.current_axis
    return emphasising(page.radar, [index == now for index in range(len(page.radar.spokes))])

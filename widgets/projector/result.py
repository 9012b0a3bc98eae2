"""P3: how a statement was answered, and the question to talk about."""

from typing import Final

from widgets.legend_marks import LegendMark
from widgets.marks import Box
from widgets.projector.chart import dots_chart
from widgets.projector.parts import both_wordings, progress_line, talk_card
from widgets.projector.radar_words import emphasising
from widgets.projector.sheet import BODY, CAPTION, LABEL, SMALL, TITLE, RadarPlace, Sheet
from widgets.typeset import Style, fitted, plain
from workshop_flows.projector import DotsResult, ResultPage
from workshop_flows.views import RadarView

SIDE: Final = 0.40
"""The part of the width that the column at the right takes."""
LEAST_RADAR: Final = 220.0


def compose(page: ResultPage, sheet: Sheet) -> None:
    again = page.result.ghost is not None
    after = sheet.texts.text("projector.after_talk") if again else ""
    top = progress_line(sheet, page.progress, open_now=False, after=after)
    # A high talk card may take what the chart can spare.
    end = both_wordings(sheet, page.staff_text, page.owner_text, top + 8, 0.22 * sheet.height)
    sheet.position = 2
    bottom = sheet.bottom
    if page.talk is not None:
        bottom = talk_card(sheet, page.talk, 0.30 * sheet.height) - (28 if not sheet.far else 18)
    sheet.position = 1
    room = Box(sheet.left, end + 16, sheet.across, bottom - end - 16)
    if page.result.votes is None or page.result.dots is None:
        _too_few(sheet, page, room)
        return
    side = SIDE * room.width
    dots_chart(sheet, page.result, page.scale, room._replace(width=room.width - side - 30))
    _side(sheet, page, Box(room.right - side, room.y, side, room.height))


def _too_few(sheet: Sheet, page: ResultPage, room: Box) -> None:
    """Say that there is nothing to show, and why, where the dots would stand."""
    side = SIDE * room.width
    with_radar = not sheet.far
    wide = room.width - side - 60 if with_radar else room.width
    text = page.result.words or sheet.texts.text("projector.too_few")
    reason = sheet.texts.text("projector.too_few_why")
    head = fitted(plain(text, bold=True), TITLE, wide, 0.6 * room.height)
    why = fitted(plain(reason, "ink_2"), Style(42, BODY, 1.25), wide)
    y = room.y + max(0.0, room.height - head.height - why.height - 16) / 2
    y = sheet.put(head, room.x, y, wide) + 16
    sheet.put(why, room.x, y, wide)
    if with_radar:
        place = Box(room.right - side, room.y, side, min(room.height, 0.75 * side))
        sheet.radar = RadarPlace(_radar_now(page), place, "numbers", LABEL)


def _side(sheet: Sheet, page: ResultPage, place: Box) -> None:
    """Put the mean and the words at the right, with the small radar where there is room."""
    result = page.result
    y = place.y
    high = place.height - (170 if result.ghost is None else 210)
    if high >= LEAST_RADAR:
        sheet.radar = RadarPlace(_radar_now(page), place._replace(height=high), "numbers", LABEL)
        y += high + 12
    room = place._replace(y=y, height=place.bottom - y)
    _in_words(sheet, result, room)


def _in_words(sheet: Sheet, result: DotsResult, room: Box) -> None:
    x, y = room.x, room.y
    number_wide = 0.0
    if result.mean is not None:
        mean = fitted(
            plain(sheet.texts.stand(result.mean), "team", bold=True), Style(84, 84, 1.0), 300
        )
        caption = fitted(
            plain(sheet.texts.text("projector.mean"), "ink_2"), Style(SMALL, SMALL, 1.2), 200
        )
        number_wide = max(mean.width, caption.width) + 32
        sheet.put(mean, x, y, mean.width + 2)
        sheet.put(caption, x, y + mean.height, caption.width + 2)
    legend = 0.0
    if result.ghost is not None:
        text = sheet.texts.text("projector.ghost", stand=sheet.texts.stand(result.ghost))
        line = fitted(plain(text), CAPTION, room.width - 60)
        legend = line.height + 8
        at = room.bottom - line.height
        sheet.add(LegendMark(x - 15, at + line.line_height / 2, 84, "first"))
        sheet.put(line, x + 60, at, room.width - 60)
    words = fitted(
        plain(result.words), Style(42, BODY, 1.2), room.width - number_wide, room.height - legend
    )
    sheet.put(words, x + number_wide, y + 8, room.width - number_wide)


def _radar_now(page: ResultPage) -> RadarView:
    """Return the radar with the axis of this moment named."""
    now = page.progress.current_axis
    return emphasising(page.radar, [index == now for index in range(len(page.radar.spokes))])

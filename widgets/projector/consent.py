"""P7: 'Kun je hiermee werken?', and whether everyone can."""

from dataclasses import replace
from typing import Final

from widgets.marks import Bar, Box, Dot, Icon, Panel, Rule, square
from widgets.projector.parts import MOST_DOTS, counter, note_line, notes, top_line
from widgets.projector.sheet import BODY, HEADING, SMALL, STATEMENT, TEXT, Sheet
from widgets.typeset import Align, Style, fitted, plain
from workshop_flows.projector import ConsentPage
from workshop_flows.vocabulary import ConsentOutcome

ANSWERS: Final = (
    ("yes", "check-circle"),
    ("yes_if", "dots-three-circle"),
    ("no_because", "chat-circle-text"),
)
WORDS: Final = {
    ConsentOutcome.EVERYONE: "projector.everyone",
    ConsentOutcome.WITH_CHANGES: "projector.everyone_changed",
    ConsentOutcome.NOT_YET: "projector.not_yet",
}


def compose(page: ConsentPage, sheet: Sheet) -> None:
    if page.outcome is None:
        _ask(page, sheet)
    elif page.yes is not None:
        _counted(page, sheet, page.outcome, page.yes)
    else:
        _in_words(page, sheet, page.outcome)


def _ask(page: ConsentPage, sheet: Sheet) -> None:
    texts = sheet.texts
    how = "projector.consent_secret" if page.secret else "projector.consent_aloud"
    top = top_line(sheet, texts.text("projector.consent"), texts.text(how))
    sheet.position = 3
    bottom = notes(
        sheet,
        texts.text("projector.no_reason_needed"),
        page.device,
        sheet.bottom,
        icon="lock-simple" if page.secret else "chats-circle",
    )
    if page.counted is not None:
        sheet.position = 2
        counter(sheet, page.counted, "projector.voted", sheet.left, bottom - 60, sheet.right)
        bottom -= 104
    bottom -= 32
    sheet.position = 1
    high = 200.0 if not sheet.far else 150.0
    question = Box(sheet.left, top, sheet.across, bottom - high - top - 24)
    sheet.write(texts.text("projector.can_you"), STATEMENT, question, bold=True, centred=True)
    gap = 28.0
    wide = (sheet.across - 2 * gap) / 3
    for number, (key, icon) in enumerate(ANSWERS):
        place = Box(sheet.left + number * (wide + gap), bottom - high, wide, high)
        sheet.add(
            Panel(place, "surface", "line"),
            Icon(square(place.x + 36 + 40, place.middle, 80), icon),
        )
        inner = Box(place.x + 140, place.y, place.width - 160, place.height)
        sheet.write(
            texts.text(f"projector.answer.{key}"),
            Style(50, BODY, 1.1),
            inner,
            bold=True,
            centred=True,
        )


def _top(page: ConsentPage, sheet: Sheet) -> float:
    how = "projector.consent_was_secret" if page.secret else "projector.consent_aloud"
    return top_line(sheet, sheet.texts.text("projector.consent"), sheet.texts.text(how))


def _counted(page: ConsentPage, sheet: Sheet, outcome: ConsentOutcome, yes: int) -> None:
    """How many said ja, the outcome in words, and what would make it better."""
    texts = sheet.texts
    top = _top(page, sheet) + 8
    heading = replace(HEADING, size=60) if sheet.far and page.better else HEADING
    top = sheet.write(
        texts.text("projector.can_you"), heading, Box(sheet.left, top, sheet.across, 130), bold=True
    )
    high = 236.0 if not sheet.far else 170.0
    place = Box(sheet.left, top + 22, sheet.across, high)
    wide = 0.5 * (place.width - 28)
    _yes(sheet, page.seats, yes, place._replace(width=wide))
    _outcome(sheet, outcome, Box(place.right - wide, place.y, wide, high), 76)
    sheet.position = 2
    bottom = note_line(sheet, texts.text(_closing(outcome, secret=page.secret)), sheet.bottom)
    sheet.position = 1
    top = place.bottom + 30
    _below(sheet, page, outcome, Box(sheet.left, top, sheet.across, bottom - 20 - top))


def _yes(sheet: Sheet, seats: int, yes: int, place: Box) -> None:
    sheet.add(Panel(place, "surface", "line"))
    x = place.x + 40
    head = place.y + 0.26 * place.height
    sheet.add(Icon(square(x + 28, head, 60), "check-circle"))
    word = fitted(
        plain(sheet.texts.text("projector.answer.yes"), bold=True), Style(50, BODY, 1.1), 300
    )
    sheet.put(word, x + 76, head - word.height / 2, word.width + 1)
    middle = place.y + 0.68 * place.height
    number = fitted(plain(str(yes), bold=True), Style(92, 92, 1.0), 200)
    sheet.put(number, x, middle - number.height / 2, number.width + 1)
    left = x + number.width + 28
    room = place.right - 40 - left
    pitch = min(54.0, room / max(1, yes))
    if yes > MOST_DOTS or pitch < 22:
        sheet.add(Bar(Box(left, middle - 16, room, 32), yes / max(1, seats, yes), "ink"))
        return
    for dot in range(yes):
        sheet.add(Dot(left + (dot + 0.5) * pitch, middle, min(20.0, 0.4 * pitch), "ink"))


def _outcome(sheet: Sheet, outcome: ConsentOutcome, place: Box, size: int) -> None:
    everyone = outcome is not ConsentOutcome.NOT_YET
    sheet.add(Panel(place, "surface", "line") if everyone else Panel(place, "sunken"))
    style = Style(size, BODY, 1.12, Align.CENTRE, tracking=-0.01, balanced=True)
    sheet.write(
        sheet.texts.text(WORDS[outcome]), style, place.inset(36, 12), bold=True, centred=True
    )


def _closing(outcome: ConsentOutcome, *, secret: bool) -> str:
    if outcome is ConsentOutcome.NOT_YET:
        return "projector.ask_again"
    return "projector.no_names" if secret else "projector.no_reason_needed"


def _below(sheet: Sheet, page: ConsentPage, outcome: ConsentOutcome, place: Box) -> None:
    """What makes the agreement better, or what comes next."""
    texts = sheet.texts
    if page.better:
        key = "projector.makes_better"
    elif outcome is ConsentOutcome.NOT_YET:
        key = "projector.what_better"
    else:
        key = "projector.we_sign"
    title = fitted(plain(texts.text(key), bold=True), Style(54, 44, 1.16), place.width)
    y = sheet.put(title, place.x, place.y, place.width) + 14
    if page.better:
        _list(sheet, page.better, Box(place.x, y, place.width, place.bottom - y))
        return
    text = texts.text(
        "projector.how_better" if outcome is ConsentOutcome.NOT_YET else "projector.read_again"
    )
    sheet.write(text, TEXT, Box(place.x, y, place.width, 400), "ink_2")


def _list(sheet: Sheet, better: tuple[str, ...], place: Box) -> None:
    """As many as fit, and how many more there are."""
    indent, pad = 56.0, 16.0
    settings = [fitted(plain(one), Style(42, BODY, 1.18), place.width - indent) for one in better]
    if sum(one.height + 2 * pad for one in settings) > place.height:
        pad = 8.0
        style = Style(BODY, BODY, 1.15)
        settings = [fitted(plain(one), style, place.width - indent) for one in better]
    more_high = 46.0
    shown, y = 0, 0.0
    for number, setting in enumerate(settings):
        last = number == len(settings) - 1
        y += setting.height + 2 * pad
        if y + (0 if last else more_high) > place.height and (not last or y > place.height):
            break
        shown += 1
    y = place.y
    for setting in settings[:shown]:
        sheet.add(Rule((place.x, y), (place.right, y)))
        middle = y + pad + setting.line_height / 2
        sheet.add(Icon(square(place.x + 18, middle, 36), "plus"))
        y = sheet.put(setting, place.x + indent, y + pad, place.width - indent) + pad
    sheet.add(Rule((place.x, y), (place.right, y)))
    if shown < len(settings):
        text = sheet.texts.text("projector.more", count=len(settings) - shown)
        more = fitted(plain(text, "ink_2"), Style(36, SMALL, 1.15), place.width)
        sheet.put(more, place.x + indent, y + 4, place.width - indent)


def _in_words(page: ConsentPage, sheet: Sheet, outcome: ConsentOutcome) -> None:
    """Fewer than five: only whether it is everyone."""
    texts = sheet.texts
    top = _top(page, sheet) + 8
    question = Box(sheet.left, top, sheet.across, 90)
    top = sheet.write(texts.text("projector.can_you"), Style(60, 44, 1.2), question) + 24
    sheet.position = 2
    bottom = note_line(sheet, texts.text("projector.no_numbers"), sheet.bottom)
    sheet.position = 1
    high = (380.0 if not page.better else 230.0) * (0.72 if sheet.far else 1.0)
    _outcome(sheet, outcome, Box(sheet.left, top, sheet.across, high), 150)
    top += high + 36
    _below(sheet, page, outcome, Box(sheet.left, top, sheet.across, bottom - 20 - top))

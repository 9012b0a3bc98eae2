"""One of every control, as the design shows them."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.catalogue import Catalogue
from widgets.controls.area import Area
from widgets.controls.ball import Ball
from widgets.controls.button import Button, IconButton, Kind, Size, Toggle
from widgets.controls.card import Card, CardKind, RowButton
from widgets.controls.check import Check
from widgets.controls.date_field import DateField
from widgets.controls.field import Field
from widgets.controls.icon import Icon
from widgets.controls.keycap import KeyCap
from widgets.controls.list_editor import ListEditor
from widgets.controls.notice_bar import Notice, NoticeBar, NoticeKind
from widgets.controls.options import Option
from widgets.controls.pill import Pill, PillKind
from widgets.controls.progress import Progress
from widgets.controls.row_button import RowKind
from widgets.controls.rule import Rule
from widgets.controls.scroll import Scroll
from widgets.controls.segments import SegmentKind, Segments
from widgets.controls.select import Select
from widgets.controls.stepper import Stepper
from widgets.controls.text import Text, TextKind

TODAY = date(2026, 11, 11)
LENGTHS = tuple(
    Option(key=minutes, text=f"{minutes} min", second=f"{number} stellingen")
    for minutes, number in ((45, 7), (60, 14), (90, 21))
)
RESULTS = (
    Option(key="done", text="gelukt", icon="check-circle"),
    Option(key="partly", text="deels", icon="circle-half"),
    Option(key="not", text="niet", icon="circle"),
)
TRADES = tuple(
    Option(key=name, text=name, second=second)
    for name, second in (("Autobedrijf", ""), ("Bouw", "en installatie"), ("Zorg", ""))
)


def pressed(words: Catalogue) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Yield what can be pressed, each with its name."""
    for kind in Kind:
        yield (
            f"Button {kind.name}",
            lambda kind=kind: Button("Verder", kind=kind, icon_after="arrow-right"),
        )
    for size in Size:
        yield (
            f"Button {size.name}",
            lambda size=size: Button("Scherm leeg", size=size, icon="eye-slash", keycap="Ctrl B"),
        )
    yield (
        "Button BIG PRIMARY",
        lambda: Button(
            "Start de sessie",
            kind=Kind.PRIMARY,
            size=Size.BIG,
            icon_after="arrow-right",
            keycap="Ctrl Enter",
        ),
    )
    yield "Toggle", lambda: Toggle("bij jullie 3 punten")
    yield "Toggle chosen", _toggle
    yield "IconButton", lambda: IconButton("plus", "Erbij")
    yield "IconButton QUIET", lambda: IconButton("trash", "Weg", kind=Kind.QUIET)
    yield "Check", lambda: Check("Stemkaarten")
    yield "Check chosen", _check
    for kind in (Kind.PRIMARY, Kind.SECONDARY):
        yield (
            f"RowButton {kind.name}",
            lambda kind=kind: RowButton(
                "Nieuwe sessie",
                "Voor een bedrijf waar je voor het eerst komt",
                "plus",
                "N",
                kind=kind,
            ),
        )
    yield (
        "RowButton LINE",
        lambda: RowButton(
            "Garage De Brug",
            "vandaag, 13:40",
            pill="bezig",
            pill_kind=PillKind.BUSY,
            row=RowKind.LINE,
        ),
    )


def typed(words: Catalogue) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Yield where something is typed or chosen, each with its name."""
    yield "Field", _field
    yield "Field empty", lambda: Field("Zoeken", placeholder="Zoek of typ", icon="magnifying-glass")
    yield "Field wrong", _wrong
    yield "Area", lambda: Area("Notities", placeholder="Typ en druk op Tab", hint="Zonder namen")
    yield "Stepper", lambda: Stepper("Medewerkers", lowest=0, highest=34, words=words)
    yield "Segments PRIMARY", lambda: _segments("Hoe lang?", SegmentKind.PRIMARY, LENGTHS, 60)
    yield "Segments MARK", lambda: _segments("Gelukt?", SegmentKind.MARK, RESULTS, "partly")
    yield "Segments none", lambda: _segments("Gelukt?", SegmentKind.MARK, RESULTS, None)
    yield "Select", _select
    yield "DateField", lambda: _date(words)
    yield "ListEditor", lambda: _list(words)


def still(words: Catalogue) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Yield what is only looked at, each with its name."""
    for text in TextKind:
        yield f"Text {text.name}", lambda text=text: Text("Wij leren samen", text)
    for pill in PillKind:
        yield f"Pill {pill.name}", lambda pill=pill: Pill("Beamer aan", icon="monitor", kind=pill)
    for card in CardKind:
        yield f"Card {card.name}", lambda card=card: _card(card)
    for notice in ("info", "warn", "error"):
        yield f"NoticeBar {notice}", lambda notice=notice: _notice(words, notice)
    for answer in (1, 2, 3, 4, 5, None):
        yield f"Ball {answer}", lambda answer=answer: Ball(answer, size=32)
    yield "KeyCap", lambda: KeyCap("Ctrl Enter")
    yield "Icon", lambda: Icon("lock-simple", size=24)
    yield "Rule", Rule
    yield "Progress", _progress
    yield "Scroll", _scroll


def _toggle() -> Toggle:
    made = Toggle("bij jullie 3 punten")
    made.set_chosen(chosen=True)
    return made


def _check() -> Check:
    made = Check(
        "Marja zei vooraf ja, op 4 november.", second="Zonder ja tellen team en eigenaar samen."
    )
    made.set_checked_to(checked=True)
    return made


def _field() -> Field:
    made = Field("De vraag van het bedrijf", hint="Eén korte vraag, in woorden van het bedrijf.")
    made.set_value("Hoe leren wij werken?")
    return made


def _wrong() -> Field:
    made = Field("Tijd en geld")
    made.set_error("Nog invullen")
    return made


def _segments(
    name: str, kind: SegmentKind, options: tuple[Option, ...], chosen: object
) -> Segments:
    made = Segments(name, kind=kind)
    made.set_options(options)
    made.set_chosen(chosen)
    return made


def _select() -> Select:
    made = Select("Wat doet het bedrijf?")
    made.set_options(TRADES)
    made.set_chosen("Autobedrijf")
    return made


def _date(words: Catalogue) -> DateField:
    made = DateField("We kijken terug op", words)
    made.set_today(TODAY)
    made.set_value(date(2027, 3, 11))
    return made


def _list(words: Catalogue) -> ListEditor:
    made = ListEditor("Typ een stap en druk op Enter", words)
    made.set_items(["Marja belt de school", "Youssef vraagt wie meedoet"])
    return made


def _card(kind: CardKind) -> Card:
    made = Card(kind)
    made.body.addWidget(Text("Klaar voor de start?", TextKind.HEADING))
    return made


def _notice(words: Catalogue, kind: NoticeKind) -> NoticeBar:
    made = NoticeBar(words)
    text = "Laptop op de oplader? De accu is 41%. Een sessie vraagt ongeveer 50%."
    made.show_notice(Notice(text=text, kind=kind, action="Opnieuw"))
    return made


def _progress() -> Progress:
    made = Progress("Tijd")
    made.set_part(0.3)
    return made


def _scroll() -> Scroll:
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(8):
        column.addWidget(Text(f"Regel {number}"))
    made = Scroll(content)
    made.setFixedHeight(120)
    return made

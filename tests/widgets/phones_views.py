"""What the window to set up the phones may have to show."""

from typing import Final

from msgspec.structs import replace

from widgets.console.views_phones import (
    CodesView,
    CodeView,
    LostView,
    NetworkView,
    PeopleView,
    PhonesView,
    QrView,
)
from widgets.controls.options import Option

_MATRIX: Final = tuple(tuple((x * y + x + y) % 3 == 0 for x in range(29)) for y in range(29))
_DARK: Final = tuple((True,) * 21 for _ in range(21))


def _qr(title: str, words: str) -> QrView:
    return QrView(matrix=_MATRIX, title=title, words=words, name=f"QR-code voor {words}")


USUAL: Final = PhonesView(
    title="Telefoons instellen",
    close="Klaar",
    network=NetworkView(
        title="De wifi",
        name_label="Naam van de wifi",
        name="Leerradar",
        password_label="Wachtwoord",
        password="samenleren12",
        hint="Dit komt op het scherm en op de briefjes.",
        address_label="Adres voor telefoons",
        addresses=(Option(key="192.168.4.1", text="Wifi · 192.168.4.1", second="wlp3s0"),),
        address="192.168.4.1",
        advice="Dit adres is geschikt. Zet de telefoons op dezelfde wifi als deze laptop.",
        good=True,
        steps=(),
        codes=(
            _qr("Naar de wifi", "Leerradar"),
            _qr("Naar het stemmen", "http://192.168.4.1:8080"),
        ),
    ),
    people=PeopleView(
        title="Wie doet mee",
        count="10 plekken, 7 mensen",
        reached="Scan de code met een telefoon. Dan zie je hier of het werkt.",
        got_through=False,
        steps_title="Komt de telefoon er niet door?",
        steps=("Zet mobiele data uit op de telefoon. Anders zoekt hij het adres op internet.",),
        door="Er mogen nog mensen bij",
        door_words="Wie een nieuw briefje heeft, kan meedoen.",
        door_open=True,
    ),
    codes=CodesView(
        title="10 briefjes met een code",
        words="Elk briefje werkt één keer. Trek ze uit een doos.",
        print_button="Printen",
        turn="Verberg de code",
        shown=CodeView(
            code="G6PX",
            spoken="G 6 P X",
            place="Code 10 van 10. Schrijf hem op een briefje en vouw het dicht.",
            owner="Voor de eigenaar: teken er een ruit bij.",
            used="Deze code is al gebruikt.",
            back="Vorige code",
            on="Volgende code",
        ),
    ),
    lost=LostView(
        title="Telefoon kwijt of leeg?",
        words="Typ de code van het oude briefje. Dan krijgt die plek een nieuwe code.",
        label="Oude code",
        button="Nieuwe code",
    ),
)

SCANNED: Final = replace(
    USUAL,
    network=replace(
        USUAL.network,
        codes=(replace(USUAL.network.codes[0], matrix=_DARK),),
    ),
)

LONGEST: Final = replace(
    USUAL,
    network=replace(
        USUAL.network,
        hint=(
            "Er is geen code om te scannen. Die kan alleen met letters en cijfers, en met een "
            "wachtwoord van 8 tekens of meer. Mensen kunnen de wifi wel zelf kiezen."
        ),
        addresses=(
            Option(
                key="192.168.100.100",
                text="Hotspot van deze laptop · 192.168.100.100",
                second="Local Area Connection* 12",
            ),
        ),
        address="192.168.100.100",
        good=False,
        advice=(
            "Telefoons komen op de hotspot van deze laptop. Daar passen vaak maar 8 telefoons "
            "op. Zijn jullie met meer? Kies een andere manier."
        ),
        steps=(
            "Neem een kleine reisrouter mee. Zet de laptop en de telefoons op de wifi daarvan.",
            "Stem met stembriefjes. Dat werkt altijd, ook zonder netwerk.",
        ),
        codes=(
            _qr("Naar de wifi", "BedrijfsverzamelgebouwDeBrug2026"),
            _qr("Naar het stemmen", "http://192.168.100.100:8080"),
        ),
    ),
    lost=replace(
        USUAL.lost,
        error="Deze code is niet van deze sessie.",
        done="De nieuwe code is WWXX. Schrijf hem op een briefje.",
    ),
)
"""Everything at once, and as long as it can be."""

"""The window to set up the phones, from how they stand."""

from collections.abc import Callable

from msgspec import Struct

from app.presenters.console.phone_words import (
    advised,
    network_advice,
    to_try,
    ways_left,
)
from app.voting.addresses import Address, Advice, label, ranked
from app.voting.phone_status import PhoneStatus
from resources.catalogue import Catalogue
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
from workshop_flows.joining import Matrix
from workshop_flows.vocabulary import Role


class PanelState(Struct, frozen=True, kw_only=True):
    """What the window knows beside the phones.

    `shown`: which code is in sight, by its place in the list. `wrong`: the old code that was
    typed is none of these. `renewed`: the new code of a seat that got one just now.
    """

    shown: int | None = None
    wrong: bool = False
    renewed: str | None = None


class Matrices(Struct, frozen=True, kw_only=True):
    """How an address and a Wi-Fi become codes to scan."""

    url: Callable[[str], Matrix]
    wifi: Callable[[str, str], Matrix | None]


def phones_view(
    status: PhoneStatus, state: PanelState, texts: Catalogue, make: Matrices
) -> PhonesView:
    return PhonesView(
        title=texts.text("phones.title"),
        close=texts.text("phones.close"),
        network=_network(status, texts, make),
        people=_people(status, texts),
        codes=_codes(status, state, texts),
        lost=_lost(state, texts),
    )


def _network(status: PhoneStatus, texts: Catalogue, make: Matrices) -> NetworkView:
    wifi = make.wifi(status.network, status.password) if status.network else None
    advice = network_advice(status, texts)
    if status.trouble is not None:
        advice = status.trouble.message(texts)
    return NetworkView(
        title=texts.text("phones.network"),
        name_label=texts.text("phones.network.name"),
        name=status.network,
        password_label=texts.text("phones.network.password"),
        password=status.password,
        hint=_hint(status, wifi, texts),
        address_label=texts.text("phones.address"),
        addresses=tuple(_address(one, texts) for one in ranked(status.addresses)),
        address=status.chosen,
        advice=advice,
        good=status.trouble is None and advised(status) is Advice.FINE,
        steps=ways_left(status, texts),
        codes=_to_scan(status, wifi, texts, make),
    )


def _hint(status: PhoneStatus, wifi: Matrix | None, texts: Catalogue) -> str:
    if not status.network:
        return texts.text("phones.network.untold")
    return texts.text("phones.network.no_code" if wifi is None else "phones.network.told")


def _address(one: Address, texts: Catalogue) -> Option:
    words = texts.text(label(one))
    words = words[:1].upper() + words[1:]
    return Option(key=one.ip, text=f"{words} · {one.ip}", second=one.interface)


def _to_scan(
    status: PhoneStatus, wifi: Matrix | None, texts: Catalogue, make: Matrices
) -> tuple[QrView, ...]:
    found = []
    if wifi is not None:
        found.append(
            QrView(
                matrix=wifi,
                title=texts.text("phones.scan.wifi"),
                words=status.network,
                name=texts.text("phones.scan.wifi.name", network=status.network),
            )
        )
    if status.url is not None:
        found.append(
            QrView(
                matrix=make.url(status.url),
                title=texts.text("phones.scan.address"),
                words=status.url,
                name=texts.text("phones.scan.address.name", address=status.url),
            )
        )
    return tuple(found)


def _people(status: PhoneStatus, texts: Catalogue) -> PeopleView:
    seats = texts.plural("phones.seats", len(status.seats))
    people = texts.plural("phones.people", status.joined)
    door = "open" if status.door_open else "closed"
    return PeopleView(
        title=texts.text("phones.who"),
        count=texts.text("phones.count", seats=seats, people=people),
        reached=texts.text("phones.reached" if status.reached else "phones.not_reached"),
        got_through=status.reached,
        steps_title=texts.text("phones.try"),
        steps=to_try(status, texts),
        door=texts.text("phones.door"),
        door_words=texts.text(f"phones.door.{door}"),
        door_open=status.door_open,
    )


def _codes(status: PhoneStatus, state: PanelState, texts: Catalogue) -> CodesView:
    seats = status.seats
    shown = None
    if state.shown is not None and seats:
        at = state.shown % len(seats)
        seat = seats[at]
        owner = seat.role is Role.OWNER
        shown = CodeView(
            code=seat.code,
            spoken=" ".join(seat.code),
            place=texts.text("phones.codes.place", number=at + 1, count=len(seats)),
            owner=texts.text("phones.codes.owner") if owner else "",
            used=texts.text("phones.codes.used") if seat.joined else "",
            back=texts.text("phones.codes.back"),
            on=texts.text("phones.codes.on"),
        )
    return CodesView(
        title=texts.plural("phones.codes", len(seats)),
        words=texts.text("phones.codes.words"),
        print_button=texts.text("phones.codes.print"),
        turn=texts.text("phones.codes.show" if shown is None else "phones.codes.hide"),
        shown=shown,
    )


def _lost(state: PanelState, texts: Catalogue) -> LostView:
    done = "" if state.renewed is None else texts.text("phones.lost.done", code=state.renewed)
    return LostView(
        title=texts.text("phones.lost"),
        words=texts.text("phones.lost.words"),
        label=texts.text("phones.lost.old_code"),
        button=texts.text("phones.lost.button"),
        error=texts.text("phones.lost.wrong") if state.wrong else "",
        done=done,
    )

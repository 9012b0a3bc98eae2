"""What is ready of the phones: rows of the readiness list."""

from typing import Final

from msgspec import Struct

from app.voting.phone_status import PhoneStatus
from resources.catalogue import Catalogue
from widgets.console.views_prepare import ReadyRow

NETWORK: Final = "network"
SLIPS: Final = "slips"
SCAN: Final = "scan"
REHEARSAL: Final = "rehearsal"


class PhoneReadiness(Struct, frozen=True, kw_only=True):
    """`seats` people, some of whom vote by phone. `nameless`: the session is not made yet.

    `status` None: then, or when phones could not be turned on. `advice` is about the addresses,
    in words; `printed` holds for the codes as they are now.
    """

    seats: int
    nameless: bool = False
    status: PhoneStatus | None = None
    advice: str = ""
    printed: bool = False
    rehearsed: bool = False
    rehearsal_key: str | None = None


def phone_rows(now: PhoneReadiness, texts: Catalogue) -> tuple[ReadyRow, ...]:
    status = now.status
    if status is None:
        second = texts.text(f"prepare.ready.phones.{'later' if now.nameless else 'off'}")
        return (_row(NETWORK, texts.text("prepare.ready.phones"), second),)
    scan = [] if status.url is None else [_scan(status, texts)]
    return (_network(now, status, texts), _slips(now, texts), *scan, _rehearsal(now, texts))


def _network(now: PhoneReadiness, status: PhoneStatus, texts: Catalogue) -> ReadyRow:
    button = texts.text("prepare.ready.network.button")
    if status.url is None and status.chosen is not None and status.trouble is None:
        return _row(NETWORK, texts.text("prepare.ready.network.soon"), button=button)
    if status.url is None or status.address is None:
        trouble = status.trouble.message(texts) if status.trouble else ""
        second = trouble or now.advice or texts.text("prepare.ready.no_network.way_out")
        return _row(NETWORK, texts.text("prepare.ready.no_network"), second, button=button)
    if status.network:
        values = {"network": status.network, "address": status.address}
        text = texts.text("prepare.ready.network", **values)
    else:
        text = texts.text("prepare.ready.network.nameless", address=status.address)
    return _row(NETWORK, text, button=button, good=True)


def _slips(now: PhoneReadiness, texts: Catalogue) -> ReadyRow:
    key = "prepare.ready.slips.printed" if now.printed else "prepare.ready.slips"
    return _row(
        SLIPS,
        texts.plural(key, now.seats),
        button=texts.text("prepare.ready.slips.button"),
        icon="printer",
        good=now.printed,
    )


def _scan(status: PhoneStatus, texts: Catalogue) -> ReadyRow:
    if status.reached:
        return _row(SCAN, texts.text("prepare.ready.scan"), good=True)
    return _row(
        SCAN, texts.text("prepare.ready.no_scan"), texts.text("prepare.ready.no_scan.way_out")
    )


def _rehearsal(now: PhoneReadiness, texts: Catalogue) -> ReadyRow:
    return _row(
        REHEARSAL,
        texts.text("prepare.ready.rehearsal"),
        button=texts.text("prepare.ready.rehearsal.button"),
        keycap=now.rehearsal_key,
        good=now.rehearsed,
    )


def _row(
    key: str,
    text: str,
    second: str = "",
    *,
    button: str = "",
    icon: str | None = None,
    keycap: str | None = None,
    good: bool = False,
) -> ReadyRow:
    return ReadyRow(
        key=key,
        icon="check-circle-fill" if good else "circle-dashed",
        role="primary" if good else "ink_2",
        text=text,
        second=second,
        button=button,
        button_icon=icon,
        keycap=keycap,
    )

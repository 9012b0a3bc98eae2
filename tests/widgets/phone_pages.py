"""Pages of the projector as they are with phones: short and long names, with and without wifi."""

from typing import Final

import segno
from msgspec import structs

from workshop_flows.joining import Device, JoinLine, JoinStrip, Matrix
from workshop_flows.projector import Page, ProjectorPage, WelcomePage

SHORT: Final = "192.168.4.1"
LONG: Final = "192.168.178.124:8080"
LONG_NETWORK: Final = "MetaalbedrijfVanderHeuvelGasten5"
LONG_PASSWORD: Final = "WieditleestheefteenheelgoedgeheugenEnveelgeduldmetalleklantenhier"[:63]
LATE: Final = JoinLine(address=LONG, people=48, phones=50, network=LONG_NETWORK)


def matrix(text: str) -> Matrix:
    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def strip(
    *, people: int, seats: int, network: str | None = "Leerradar", address: str = SHORT
) -> JoinStrip:
    long = network == LONG_NETWORK
    password = LONG_PASSWORD if long else "samen123"
    scanned = f"WIFI:T:WPA;S:{network};P:{password};;"
    return JoinStrip(
        seats=seats,
        people=people,
        phones=seats,
        address=address,
        network=network,
        password=None if network is None else password,
        url_matrix=matrix(f"http://{address}"),
        wifi_matrix=None if network is None else matrix(scanned),
    )


def phone_pages(pages: dict[str, ProjectorPage], long_company: str) -> dict[str, ProjectorPage]:
    """Return the pages that are otherwise with phones, made from those without."""
    welcome = pages["welcome-9"]
    assert isinstance(welcome, WelcomePage)
    by_phone = structs.replace(welcome, device=Device.PHONE)
    either = structs.replace(welcome, device=Device.EITHER)
    long = structs.replace(by_phone, company=long_company)
    joining = {
        "join-9": (by_phone, strip(people=7, seats=10)),
        "join-9-own": (by_phone, strip(people=7, seats=10, network=None)),
        "join-9-slips": (either, structs.replace(strip(people=5, seats=10), phones=7)),
        "join-2": (by_phone, strip(people=0, seats=2)),
        "join-9-typed": (
            by_phone,
            structs.replace(strip(people=7, seats=10), url_matrix=None, wifi_matrix=None),
        ),
        "join-50": (long, strip(people=48, seats=50, address=LONG)),
        "join-50-own": (long, strip(people=48, seats=50, network=None, address=LONG)),
        "join-50-long": (long, strip(people=0, seats=50, network=LONG_NETWORK, address=LONG)),
        "join-50-no-code": (
            long,
            structs.replace(
                strip(people=0, seats=50, network=LONG_NETWORK, address=LONG),
                wifi_matrix=None,
            ),
        ),
    }
    made: dict[str, ProjectorPage] = {
        name: structs.replace(page, strip=shown) for name, (page, shown) in joining.items()
    }
    for page in (by_phone, either):
        made[f"welcome-9-{page.device}"] = structs.replace(
            page, strip=JoinStrip(seats=10, people=None), late=LATE
        )
    for name in ("statement-9", "statement-50", "focus-open", "actions-open", "consent-open"):
        for device in Device:
            page = pages[name]
            assert isinstance(page, Page)
            made[f"{name}-{device}"] = structs.replace(page, device=device, late=LATE)
    made["statement-9-late"] = structs.replace(
        pages["statement-9"],
        late=JoinLine(address=SHORT, people=7, phones=10, network="Leerradar"),
    )
    return made

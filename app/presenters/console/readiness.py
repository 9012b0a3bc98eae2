"""The readiness list: what was found on this machine, and the way out of what is not right."""

from app.power import Power
from app.presenters.console.phone_rows import PhoneReadiness, phone_rows
from app.readiness import ENOUGH_CHARGE, ENOUGH_ROOM, Readiness
from resources.catalogue import Catalogue
from widgets.console.views_prepare import ReadyRow, ReadyView


def ready_view(
    found: Readiness | None,
    texts: Catalogue,
    *,
    second_screen: bool,
    note: str,
    phones: PhoneReadiness | None = None,
) -> ReadyView:
    """Return the list; `found` None: the machine is still being looked at.

    `phones` None: nobody votes by phone.
    """
    rows = [_row(texts, "screen", good=second_screen)]
    warnings: list[str] = []
    if found is None:
        rows.append(
            ReadyRow(icon="circle-dashed", role="ink_2", text=texts.text("prepare.looking"))
        )
    else:
        rows.append(_row(texts, "printer", good=found.printer is not None, name=found.printer))
        if _is_strong(found.power):
            rows.append(_power(texts, found.power))
        elif found.power is not None:
            charge = found.power.charge
            warnings.append(texts.text("prepare.ready.charge", charge=charge, needed=ENOUGH_CHARGE))
        place = _place_fault(found, texts)
        if place is None:
            rows.append(_row(texts, "place", good=True, folder=found.folder.name))
        else:
            warnings.append(place)
        if found.cloud is not None:
            warnings.append(texts.text("prepare.ready.cloud", service=found.cloud))
    if phones is not None:
        rows.extend(phone_rows(phones, texts))
    return ReadyView(
        title=texts.text("prepare.ready"),
        again=texts.text("prepare.look_again"),
        rows=tuple(rows),
        warnings=tuple(warnings),
        note=note,
    )


def _row(texts: Catalogue, what: str, *, good: bool, **values: object) -> ReadyRow:
    if good:
        text = texts.text(f"prepare.ready.{what}", **values)
        return ReadyRow(icon="check-circle-fill", role="primary", text=text)
    return ReadyRow(
        icon="circle-dashed",
        role="ink_2",
        text=texts.text(f"prepare.ready.no_{what}"),
        second=texts.text(f"prepare.ready.no_{what}.way_out"),
    )


def _is_strong(power: Power | None) -> bool:
    return power is not None and (
        power.plugged or power.charge is None or power.charge >= ENOUGH_CHARGE
    )


def _power(texts: Catalogue, power: Power | None) -> ReadyRow:
    assert power is not None
    key = "plugged" if power.plugged else "battery"
    return _row(texts, key, good=True, charge=power.charge)


def _place_fault(found: Readiness, texts: Catalogue) -> str | None:
    if not found.writable:
        return texts.text("prepare.ready.no_place", folder=found.folder)
    if found.room is not None and found.room < ENOUGH_ROOM:
        return texts.text("prepare.ready.no_room", room=found.room)
    return None

"""'Compleet?' in words: what the agreement has, what it still lacks, and where that is."""

from collections.abc import Iterable, Sequence
from typing import Final

from resources.catalogue import Catalogue
from widgets.console.views_agreement import CheckItem, ChecksView, Part, Place
from workshop_flows.views import Agreement, Missing
from workshop_flows.vocabulary import AgreementStatus

OF_AN_AFSPRAAK: Final[dict[str, tuple[Part, ...]]] = {
    "title": (Part.TITLE,),
    "who": (Part.WHO,),
    "step": (Part.FIRST_STEP, Part.FIRST_STEP_DATE),
    "cost": (Part.HOURS, Part.EUROS),
    "evidence": (Part.EVIDENCE,),
}
OF_THE_WHOLE: Final = (Part.FOLLOW_UP, Part.KEEPER)


def checks(agreement: Agreement, texts: Catalogue, *, owners: int) -> ChecksView:
    """Return the list; a line that is still open says of which afspraken, and leads there."""
    items = _items(agreement, texts)
    done = sum(item.place is None for item in items)
    concept = agreement.status is AgreementStatus.CONCEPT
    state = "concept" if agreement.missing else "ready" if concept else "agreed"
    return ChecksView(
        items=items,
        count=texts.text("agreement.count", done=done, whole=len(items)),
        status=texts.text(f"agreement.status.{state}"),
        reminder=texts.plural("agreement.owner_says_yes", owners) if owners else "",
    )


def first_open(agreement: Agreement) -> Place | None:
    """Return the first place that is still to be filled in."""
    return _place(agreement.missing[0]) if agreement.missing else None


def note(agreement: Agreement, texts: Catalogue) -> str:
    """Return how many lines of the list are still open; nothing when none is."""
    left = sum(item.place is not None for item in _items(agreement, texts))
    return texts.plural("agreement.note", left) if left else ""


def listed(words: Sequence[str], texts: Catalogue) -> str:
    """Return '1, 2 en 3'."""
    *rest, last = words
    return texts.text("agreement.and", first=", ".join(rest), last=last) if rest else last


def _items(agreement: Agreement, texts: Catalogue) -> tuple[CheckItem, ...]:
    return (*_afspraken(agreement, texts), *_whole(agreement, texts))


def _afspraken(agreement: Agreement, texts: Catalogue) -> Iterable[CheckItem]:
    if not agreement.afspraken:
        place = Place(part=Part.TITLE)
        yield CheckItem(text=texts.text("agreement.check.none"), place=place)
        return
    for name, parts in OF_AN_AFSPRAAK.items():
        lacking = [one for one in agreement.missing if one.afspraak and one.field in parts]
        if not lacking:
            yield CheckItem(text=texts.text(f"agreement.check.{name}"))
            continue
        numbers = dict.fromkeys(str(one.afspraak) for one in lacking)
        which = listed(tuple(numbers), texts)
        text = texts.text(f"agreement.check.{name}.open", numbers=which)
        yield CheckItem(text=text, place=_place(lacking[0]))


def _whole(agreement: Agreement, texts: Catalogue) -> Iterable[CheckItem]:
    lacking = {one.field for one in agreement.missing if one.afspraak is None}
    for part in OF_THE_WHOLE:
        if part in lacking:
            text = texts.text(f"agreement.check.{part}.open")
            yield CheckItem(text=text, place=Place(part=part))
        else:
            yield CheckItem(text=texts.text(f"agreement.check.{part}"))


def _place(missing: Missing) -> Place:
    part = Part.TITLE if missing.field == "afspraken" else Part(missing.field)
    return Place(part=part, afspraak=missing.afspraak)

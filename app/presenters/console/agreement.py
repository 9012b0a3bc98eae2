"""The page of the agreement: the afspraken as cards, and in words what is still missing."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from app.presenters.console.agreement_checks import checks
from app.presenters.console.agreement_edit import (
    SENTENCE,
    IfThen,
    proposed_follow_up,
    split,
    stored,
    written,
)
from app.presenters.console.plain_words import advice
from app.presenters.room import Room
from resources.catalogue import Catalogue
from widgets.console.views_agreement import (
    AgreementView,
    CardView,
    DayView,
    EditorView,
    Part,
    Place,
    Proposal,
    TextView,
)
from widgets.controls.options import Option
from workshop_flows import limits
from workshop_flows.agreement import prefilled
from workshop_flows.content import Content
from workshop_flows.state import Draft
from workshop_flows.views import Afspraak
from workshop_flows.vocabulary import AXES, AxisId

TEXTS_OF_AN_AFSPRAAK: Final = (
    Part.TITLE,
    Part.WHO,
    Part.FIRST_STEP,
    Part.HOURS,
    Part.EUROS,
    Part.EVIDENCE,
    Part.RESULT,
    Part.YIELDS,
    Part.MAATJE,
    Part.WHEN,
    Part.PAID_BY,
    Part.NEEDS,
    Part.IF,
    Part.THEN,
)
TEXTS_OF_THE_WHOLE: Final = (
    Part.OWNER_PROMISE,
    Part.TEAM_PROMISE,
    Part.FOLLOW_UP_TIME,
    Part.KEEPER,
)


class Typed(Struct, frozen=True, kw_only=True):
    """A text as it was typed, and what the draft holds since: while it does, it is shown so."""

    text: str
    stored: object
    error: str | None = None


class Editing(Struct, frozen=True, kw_only=True):
    """What is open on the page, and what was typed there."""

    opened: int | None = None
    more: bool = False
    typed: Mapping[Place, Typed] = {}


def agreement_view(room: Room, texts: Catalogue, editing: Editing) -> AgreementView:
    """Return the whole page. Words of the page are in `texts`, what is agreed as it is typed."""
    return _Page(room, texts, editing).view()


def names_of(room: Room) -> tuple[str, ...]:
    """Return the names that may be meant, 'Iedereen' in the language of the paper first."""
    setup = room.setup
    everyone = room.texts.text("agreement.everyone")
    return tuple(dict.fromkeys((everyone, *setup.names, *setup.owner_names)))


def new_afspraak(room: Room) -> Afspraak:
    """Return an empty afspraak at the first chosen point that has none."""
    used = {one.axis for one in room.session.draft.afspraken}
    focus = room.session.focus
    axis = next((one for one in focus if one not in used), focus[0] if focus else AXES[0])
    return Afspraak(axis=axis)


def is_filled(afspraak: Afspraak, content: Content) -> bool:
    """Tell whether someone wrote in it: taking it away then needs a question."""
    action = None if afspraak.action is None else content.action(afspraak.action)
    blank = Afspraak(axis=afspraak.axis)
    given = blank if action is None else prefilled(action, afspraak.axis)
    return afspraak != given


def if_then_template(room: Room) -> str:
    """Return the sentence with its two places, in the language of the paper."""
    return room.texts.text("agreement.if_then", condition="{condition}", action="{action}")


def shown_halves(room: Room, editing: Editing, number: int) -> IfThen:
    """Return 'als ... dan ...' as it stands in its two fields."""
    halves = split(room.session.draft.afspraken[number - 1].if_then, if_then_template(room))
    for part, name in ((Part.IF, "condition"), (Part.THEN, "action")):
        place = Place(part=part, afspraak=number)
        typed = editing.typed.get(place)
        if typed is not None and typed.stored == stored(room.session.draft, place):
            halves = replace(halves, **{name: typed.text})
    return halves


class _Page:
    """One view being made."""

    def __init__(self, room: Room, texts: Catalogue, editing: Editing) -> None:
        self._room = room
        self._texts = texts
        self._editing = editing
        self._draft: Draft = room.session.draft
        self._agreement = room.report.agreement
        self._unready = {one.afspraak for one in self._agreement.missing}

    def view(self) -> AgreementView:
        full = len(self._draft.afspraken) >= limits.MOST_AFSPRAKEN
        most = limits.MOST_AFSPRAKEN
        day = self._room.setup.date
        proposed = proposed_follow_up(day)
        words = self._texts.text("agreement.propose", day=self._texts.short_day(proposed))
        return AgreementView(
            cards=tuple(self._card(n) for n in range(1, len(self._draft.afspraken) + 1)),
            full=self._texts.text("refusal.afspraken", most=most) if full else None,
            axes=tuple(Option(key=one, text=self._label(one)) for one in AXES),
            names=names_of(self._room),
            whole={part: self._text(Place(part=part)) for part in TEXTS_OF_THE_WHOLE},
            owner=self._owner(),
            follow_up=self._day(Place(part=Part.FOLLOW_UP), day + timedelta(days=1), None),
            proposal=None if self._draft.follow_up else Proposal(day=proposed, text=words),
            checks=checks(self._agreement, self._texts, owners=self._room.setup.owners),
        )

    def _owner(self) -> str | None:
        owners = self._room.setup.owners
        return self._texts.plural("agreement.owner_promises", owners) if owners else None

    def _label(self, axis: AxisId) -> str:
        return self._room.content.axis(axis).label

    def _card(self, number: int) -> CardView:
        afspraak = self._draft.afspraken[number - 1]
        complete = number not in self._unready
        opened = number == self._editing.opened
        state = ", ".join(
            (
                self._texts.text("agreement.complete" if complete else "agreement.incomplete"),
                self._texts.text("agreement.unfolded" if opened else "agreement.folded"),
            )
        )
        return CardView(
            number=number,
            title=afspraak.title or self._texts.text("agreement.untitled"),
            second=self._second(afspraak),
            axis=self._label(afspraak.axis),
            complete=complete,
            state=state,
            editor=self._editor(number, afspraak) if opened else None,
        )

    def _second(self, afspraak: Afspraak) -> str:
        texts = self._texts
        day = afspraak.first_step_date
        parts = [
            afspraak.who or "",
            texts.text("agreement.second.day", day=texts.short_day(day)) if day else "",
            ", ".join(self._cost(afspraak)),
        ]
        return " · ".join(filter(None, parts)) or texts.text("agreement.second.none")

    def _cost(self, afspraak: Afspraak) -> Iterable[str]:
        for part in (Part.HOURS, Part.EUROS):
            value = getattr(afspraak, part)
            if value is not None:
                amount = self._texts.decimal(value)
                yield self._texts.text(f"agreement.second.{part}", amount=amount)

    def _editor(self, number: int, afspraak: Afspraak) -> EditorView:
        first = self._room.setup.date
        last = first + timedelta(days=limits.FIRST_STEP_DAYS)
        place = Place(part=Part.FIRST_STEP_DATE, afspraak=number)
        return EditorView(
            texts={
                part: self._text(Place(part=part, afspraak=number)) for part in TEXTS_OF_AN_AFSPRAAK
            },
            day=self._day(place, first, last),
            working_time=afspraak.working_time,
            obligatory=afspraak.obligatory,
            axis=afspraak.axis,
            more=self._editing.more,
            may_rise=number > 1,
            may_sink=number < len(self._draft.afspraken),
        )

    def _text(self, place: Place) -> TextView:
        value = stored(self._draft, place)
        typed = self._editing.typed.get(place)
        if typed is not None and typed.stored == value:
            return TextView(value=typed.text, error=typed.error, note=self._advice(typed.text))
        text = (
            self._half(place) if place.part in SENTENCE else written(value, place.part, self._texts)
        )
        return TextView(value=text, note=self._advice(text))

    def _half(self, place: Place) -> str:
        assert place.afspraak is not None
        halves = shown_halves(self._room, self._editing, place.afspraak)
        return halves.condition if place.part is Part.IF else halves.action

    def _advice(self, text: str) -> str:
        return advice(text, self._room.content, self._texts)

    def _day(self, place: Place, first: date, last: date | None) -> DayView:
        typed = self._editing.typed.get(place)
        value = stored(self._draft, place)
        assert value is None or isinstance(value, date)
        return DayView(
            value=value,
            today=self._room.setup.date,
            first=first,
            last=last,
            error=typed.error if typed is not None and typed.stored == value else None,
        )

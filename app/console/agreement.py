"""The page on which the agreement is written, with the room watching."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.desk import Desk
from app.keys import Intent
from app.presenters.console import agreement as presenter
from app.presenters.console.agreement import Editing, Typed
from app.presenters.console.agreement_checks import first_open, note
from app.presenters.console.agreement_edit import (
    MORE,
    SENTENCE,
    IfThen,
    NotReadableError,
    cleaned,
    composed,
    edited,
    moved,
    proposed_follow_up,
    stored,
    with_afspraak,
    without,
)
from widgets.console.agreement import AgreementPageWidget
from widgets.console.agreement_side import AgreementSide
from widgets.console.holder import Holder
from widgets.console.views_agreement import Edit, Part, Place, Shift
from widgets.controls.ask import Answer, Question, ask
from widgets.controls.button import Kind
from workshop_flows import commands, limits
from workshop_flows.agreement import titled
from workshop_flows.rules import RefusedError, check_draft
from workshop_flows.state import Draft


class AgreementPage(QObject):
    """Every field is one command, kept at once. What can't be kept stays in its field, with
    the reason under it. At most one afspraak is open; that is the page's own and not kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editing = Editing()
        self._busy = False
        self._again = False
        self.widget = Holder(parent)
        self.side = Holder()
        self._build()

    @property
    def note(self) -> str:
        return note(self._desk.room.report.agreement, self._desk.texts)

    def refresh(self) -> None:
        """Show the state; what is committed while it is being shown is shown after it."""
        self._again = True
        if self._busy:
            return
        self._busy = True
        try:
            while self._again:
                self._again = False
                self._show()
        finally:
            self._busy = False

    def offers(self) -> Mapping[Intent, Callable[[], None]]:
        found: dict[Intent, Callable[[], None]] = {}
        if len(self._draft.afspraken) < limits.MOST_AFSPRAKEN:
            found[Intent.ADD] = self.add
        if self._editing.opened is not None:
            found[Intent.LEAVE] = self.leave
        return found

    def hints(self) -> tuple[Intent, ...]:
        return tuple(one for one in (Intent.ADD, Intent.LEAVE) if one in self.offers())

    @property
    def hint_words(self) -> Mapping[Intent, str]:
        texts = self._desk.texts
        return {
            Intent.ADD: texts.text("agreement.hint.add"),
            Intent.LEAVE: texts.text("agreement.hint.leave"),
        }

    def start(self) -> QWidget | None:
        """Open what is not ready yet, at the first thing that is missing."""
        place = first_open(self._desk.room.report.agreement)
        opened = None if place is None else place.afspraak
        self._editing = Editing(opened=opened, more=self._editing.more)
        self.refresh()
        if place is None or (place.afspraak is None and self._draft.afspraken):
            return self._page.go_to_header(1)
        return self._page.go_to(place)

    @Slot()
    def add(self) -> None:
        draft = self._draft
        if len(draft.afspraken) >= limits.MOST_AFSPRAKEN:
            return
        afspraken = (*draft.afspraken, presenter.new_afspraak(self._desk.room))
        if self._do(replace(draft, afspraken=afspraken)):
            self._open(len(afspraken))
            self._page.go_to(Place(part=Part.TITLE, afspraak=len(afspraken)))

    @Slot()
    def leave(self) -> None:
        """Close the afspraak that is open and go to its line."""
        opened = self._editing.opened
        if opened is not None:
            self._page.go_to_header(opened)
            self._open(None)

    @property
    def _draft(self) -> Draft:
        return self._desk.session.draft

    def _build(self) -> None:
        """Make the widgets in the language of the console, in place of earlier ones."""
        self._texts = self._desk.texts
        self._page = AgreementPageWidget(self._texts)
        self._checks = AgreementSide(self._texts)
        page = self._page
        page.edited.connect(self._edit)
        page.opened.connect(self._open)
        page.more_asked.connect(self._show_more)
        page.shifted.connect(self._shift)
        page.removed.connect(self._remove)
        page.added.connect(self.add)
        page.proposal_taken.connect(self._take_proposal)
        self._checks.chosen.connect(self.go_to)
        self.widget.hold(self._page)
        self.side.hold(self._checks)

    def _show(self) -> None:
        if self._texts is not self._desk.texts:
            self._build()
        opened = self._editing.opened
        if opened is not None and opened > len(self._draft.afspraken):
            self._editing = replace(self._editing, opened=None)
        view = presenter.agreement_view(self._desk.room, self._texts, self._editing)
        self._page.show_view(view)
        self._checks.show_view(view.checks)

    @Slot(object)
    def _edit(self, edit: Edit) -> None:
        try:
            wanted = self._edited(edit)
            check_draft(wanted, self._desk.session.setup, self._desk.room.content)
        except NotReadableError as error:
            self._refuse(edit, self._texts.text(error.key))
        except RefusedError as error:
            code, values = error.refusal.code, error.refusal.values
            self._refuse(edit, self._texts.text(f"refusal.{code}", **values))
        else:
            self._keep(edit, wanted)

    def _edited(self, edit: Edit) -> Draft:
        number = edit.place.afspraak
        if edit.place.part not in SENTENCE or number is None:
            return edited(self._draft, edit, self._texts.language)
        sentence = composed(self._halves(edit), presenter.if_then_template(self._desk.room))
        changed = replace(self._draft.afspraken[number - 1], if_then=sentence)
        return with_afspraak(self._draft, number, changed)

    def _halves(self, edit: Edit) -> IfThen:
        assert edit.place.afspraak is not None
        halves = presenter.shown_halves(self._desk.room, self._editing, edit.place.afspraak)
        name = "condition" if edit.place.part is Part.IF else "action"
        return replace(halves, **{name: cleaned(str(edit.value))})

    def _keep(self, edit: Edit, wanted: Draft) -> None:
        """Give the command; in its field the text stays as it was typed."""
        kept = titled(wanted, self._desk.room.content)
        before = self._editing
        self._remember(edit, kept, None)
        if kept != self._draft and not self._do(wanted):
            self._editing = before
            self._refuse(edit, self._texts.text("agreement.not_kept"))
        self.refresh()

    def _refuse(self, edit: Edit, error: str) -> None:
        self._remember(edit, self._draft, error)
        self.refresh()

    def _remember(self, edit: Edit, draft: Draft, error: str | None) -> None:
        typed = dict(self._editing.typed)
        texts = {edit.place: edit.value}
        number = edit.place.afspraak
        if edit.place.part in SENTENCE and number is not None:
            halves = self._halves(edit)
            texts = {
                Place(part=Part.IF, afspraak=number): halves.condition,
                Place(part=Part.THEN, afspraak=number): halves.action,
                **texts,
            }
        for place, text in texts.items():
            if isinstance(text, str) or error is not None:
                shown = text if isinstance(text, str) else ""
                typed[place] = Typed(text=shown, stored=stored(draft, place), error=error)
            else:
                typed.pop(place, None)
        self._editing = replace(self._editing, typed=typed)

    @Slot(object)
    def _open(self, number: int | None) -> None:
        self._editing = Editing(opened=number, more=self._editing.more)
        self.refresh()

    @Slot(object)
    def _show_more(self, more: object) -> None:
        self._editing = replace(self._editing, more=bool(more))
        self.refresh()
        opened = self._editing.opened
        if more and opened is not None:
            self._page.go_to(Place(part=Part.RESULT, afspraak=opened))

    @Slot(object)
    def _shift(self, shift: Shift) -> None:
        wanted = moved(self._draft, shift.afspraak, shift.by)
        if wanted is self._draft:
            return
        opened = self._editing.opened
        if self._do(wanted):
            goal = shift.afspraak + shift.by
            follows = {shift.afspraak: goal, goal: shift.afspraak}
            self._open(None if opened is None else follows.get(opened, opened))
            self._page.go_to_header(goal)

    @Slot(object)
    def _remove(self, number: int) -> None:
        afspraak = self._draft.afspraken[number - 1]
        filled = presenter.is_filled(afspraak, self._desk.room.content)
        if filled and ask(self.widget, self._question(afspraak.title)) != "yes":
            return
        if self._do(without(self._draft, number)):
            self._open(None)
            left = len(self._draft.afspraken)
            if left:
                self._page.go_to_header(min(number, left))
            else:
                self._page.go_to_add()

    def _question(self, title: str | None) -> Question:
        texts = self._texts
        name = title or texts.text("agreement.untitled")
        return Question(
            title=texts.text("agreement.remove.title"),
            text=texts.text("agreement.remove.text", title=name),
            answers=(
                Answer(key="yes", text=texts.text("agreement.remove.yes")),
                Answer(key="no", text=texts.text("agreement.remove.no"), kind=Kind.PRIMARY),
            ),
            cancel="no",
        )

    @Slot()
    def _take_proposal(self) -> None:
        day = proposed_follow_up(self._desk.session.setup.date)
        self._edit(Edit(place=Place(part=Part.FOLLOW_UP), value=day))
        self._page.go_to(Place(part=Part.FOLLOW_UP_TIME))

    @Slot(object)
    def go_to(self, place: Place) -> None:
        """Bring a field into sight, opened where it must be, with the keyboard in it."""
        if place.afspraak is not None and place.afspraak != self._editing.opened:
            self._open(place.afspraak)
        if place.part in MORE and not self._editing.more:
            self._editing = replace(self._editing, more=True)
            self.refresh()
        self._page.go_to(place)

    def _do(self, draft: Draft) -> bool:
        done = self._desk.do(commands.ChangeAgreement(draft=draft))
        self.refresh()
        return done

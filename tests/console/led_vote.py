"""A vote that is led at the console: the page in a window, with its keys."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import app.console.vote as vote_module
from app.console.vote import VotePage
from app.desk import Desk
from app.keys import DIGITS, LESS, Intent
from tests.console.desks import desk
from tests.core.builders import setup, tally
from widgets.controls.ask import Question
from workshop_flows.commands import Ballots, Command, OpenVote, RevealVote, RoleTallies
from workshop_flows.commands import CloseVote as Close
from workshop_flows.lead import Reveal
from workshop_flows.state import OpenRound, Position, Session, StatementSubject
from workshop_flows.vocabulary import AxisId, Step


def at(axis: AxisId, statement: int) -> Position:
    return Position(step=Step.VOTE, axis=axis, statement=statement)


def voted(statement: str, ballots: Ballots, number: int = 1) -> tuple[Command, ...]:
    """Return a whole round on a statement."""
    subject = StatementSubject(statement=statement, number=number)
    return (OpenVote(subject=subject), Close(ballots=ballots), RevealVote())


A1, A2, A3 = AxisId.A1, AxisId.A2, AxisId.A3
NINE = RoleTallies(tally(1, 2, 3, 2, 1), tally(0, 0, 0, 1, 0))
DIVIDED = RoleTallies(tally(4, 0, 0, 0, 5), tally(0, 0, 0, 0, 1))
FOUR = RoleTallies(tally(0, 1, 1, 1, 0), tally(0, 0, 0, 1, 0))


class Devices:
    """Voters by device: so many seats, with ballots that a test gives."""

    def __init__(self, seats: int, ballots: Ballots) -> None:
        self.seats = seats
        self.voted = 0
        self._ballots = ballots

    def listen(self, heard: Callable[[], None]) -> None:
        pass

    def open(self, current: OpenRound, session: Session) -> None:
        self.voted = self.seats

    def close(self) -> Ballots:
        return self._ballots

    @property
    def remarks(self) -> tuple[str, ...]:
        return ()

    def resume(self, current: OpenRound, session: Session) -> bool:
        self.open(current, session)
        return True

    def destroy(self) -> None:
        self.voted = 0

    def forget_remarks(self) -> None:
        pass


class Led:
    """The page of the votes as a facilitator has it: refreshed at every change of the desk."""

    def __init__(self, made: Desk) -> None:
        self.desk = made
        self.window = QWidget()
        self.window.resize(720, 735)
        self.page = VotePage(made, self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(self.page.widget)
        made.changed.connect(self._changed)
        self._changed()

    def press(self, *intents: Intent) -> None:
        """Ask with keys, as the console does; one that is not offered is an error."""
        for intent in intents:
            offers = {Intent.NEXT: self.desk.advance, **self.page.offers()}
            offers[intent]()

    def count(self, *answers: int) -> None:
        self.press(*(DIGITS[answer] for answer in answers))

    def take(self, *answers: int) -> None:
        self.press(*(LESS[answer] for answer in answers))

    def is_open(self) -> bool:
        """Tell whether a round is open, or closed and waiting for its reveal."""
        return self.desk.session.round is not None

    def words(self) -> str:
        """Return all texts of the page in sight and its panel, visible or only spoken."""
        parts: list[QWidget] = [self._sight()]
        if self.page.side is not None:
            parts.append(self.page.side)
        return "\n".join(text for part in parts for text in texts_in(part, shown=True))

    def everything(self) -> tuple[str, ...]:
        """Return every text that the widgets hold, in sight or not."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        side = self.page.side
        found = [*texts_in(self.window), *(texts_in(side) if side is not None else ())]
        return tuple(sorted(found))

    def _sight(self) -> QWidget:
        stack = self.page.widget
        return stack.currentWidget()  # type: ignore[attr-defined, no-any-return]

    def _changed(self) -> None:
        self.page.refresh()


def texts_in(top: QWidget, *, shown: bool = False) -> Iterator[str]:
    """Yield labels, buttons, fields, spoken words, hints and properties of a tree of widgets."""
    for widget in (top, *top.findChildren(QWidget)):
        if shown and not widget.isVisibleTo(top):
            continue
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        yield from (
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.toolTip(),
            widget.objectName(),
        )
        yield from _properties(widget)


def _properties(thing: QObject) -> Iterator[str]:
    for raw in thing.dynamicPropertyNames():
        # Qt keeps things of its own there that Python has no word for: no texts.
        with suppress(RuntimeError):
            found = thing.property(bytes(raw.data()).decode())
            if isinstance(found, str | int | float):
                yield str(found)


Lead = Callable[[Desk], Led]


def led(qtbot: QtBot, at_desk: Desk) -> Led:
    """Return the page on a desk, in a window that goes with the test."""
    made = Led(at_desk)
    qtbot.addWidget(made.window)
    return made


def answering(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the answers that the page's questions get, in order; put them in."""
    given: list[str] = []

    def ask(parent: object, question: Question) -> str:
        assert given, question.title
        return given.pop(0)

    monkeypatch.setattr(vote_module, "ask", ask)
    return given


def shown_axis(*ballots: RoleTallies, axis: AxisId = A3, **changes: object) -> Desk:
    """Return a desk at the result of an axis whose two statements were voted on."""
    rounds = [voted(f"{axis}.{n}", one) for n, one in enumerate(ballots, start=1)]
    made = desk(setup(**changes), *(c for one in rounds for c in one), at=at(axis, 2))
    made.set_stage(reveal=Reveal.AXIS)
    return made

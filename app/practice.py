"""Practising: an invented firm with voters who are not there, from start to print."""

from functools import cache
from importlib.resources import as_file, files
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot

from app.content import load_content
from app.desk import Desk, Trouble
from app.keys import KEYS, Intent
from app.play import draft_of, setup_of
from app.script import Script, read_script
from app.store import MemoryLog, SessionStore
from app.voting.simulated import SimulatedVoters
from resources.catalogue import Catalogue
from workshop_flows import commands
from workshop_flows.commands import Command
from workshop_flows.lead import Reveal
from workshop_flows.limits import MOST_CARDS
from workshop_flows.state import Card, Session, TextList
from workshop_flows.vocabulary import AxisId, Language, Step

TAKE_OVER: Final = next(key.keys[0] for key in KEYS if key.intent is Intent.EXAMPLE and key.in_text)
"""The key that takes the example over, also while someone types."""

EXAMPLES: Final[dict[Language, str]] = {"nl": "garage.toml", "en": "en/garage.toml"}


@cache
def example(language: Language) -> Script:
    """Return the invented firm's session, as it went."""
    actions = frozenset(action.id for action in load_content(language).actions)
    place = files("resources").joinpath("examples", *EXAMPLES[language].split("/"))
    with as_file(place) as path:
        return read_script(path, actions)


def practice_desk(
    texts: Catalogue, trouble: Trouble, *, pace: float = 1.0, parent: QObject | None = None
) -> Desk:
    """Return the desk of the invented firm, in the language of the console.

    Nothing of it reaches the disk. `pace` lengthens the time that voters take; at 0 they
    have voted at once.
    """
    language: Language = "en" if texts.language == "en" else "nl"
    script = example(language)
    store = SessionStore(MemoryLog(), load_content(language))
    setup = setup_of(script)
    start = commands.StartSession(setup=replace(setup, phones=setup.seats))
    refusal = store.dispatch(start)
    assert refusal is None, refusal
    voters = SimulatedVoters(script, pace=pace)
    desk = Desk(store, texts, trouble, voters=voters, parent=parent)
    voters.setParent(desk)
    desk.set_stage(practised=True)
    Companion(desk)
    return desk


def example_for(session: Session) -> tuple[Command, ...]:
    """Return what takes over the example's texts where the session stands.

    What is there already stays; nothing is returned when there is nothing to add.
    """
    script = example(session.setup.language)
    match session.position.step:
        case Step.QUESTION:
            return _added(session, TextList.COMING, script.session.coming)
        case Step.ALREADY_DOING:
            return _added(session, TextList.ALREADY_DOING, script.session.already_doing)
        case Step.RADAR:
            return _added(session, TextList.QUOTES, script.session.quotes)
        case Step.FOCUS if not session.focus and session.round is None:
            return (commands.ChooseFocus(axes=tuple(row.axis for row in script.focus)),)
        case Step.ACTIONS if session.card_counts is None and session.round is None:
            return _cards(session, script)
        case Step.AGREEMENT:
            return _agreement(session, script)
    return ()


def _added(session: Session, name: TextList, items: tuple[str, ...]) -> tuple[Command, ...]:
    before: tuple[str, ...] = getattr(session, name)
    after = tuple(dict.fromkeys((*before, *items)))
    return () if after == before else (commands.ChangeList(name=name, items=after),)


def _cards(session: Session, script: Script) -> tuple[Command, ...]:
    wanted = [Card(axis=row.axis, action=row.action, title=row.title) for row in script.card]
    there = {(card.action, card.title) for card in session.cards}
    new = [card for card in wanted if (card.action, card.title) not in there]
    cards = (*session.cards, *new)[:MOST_CARDS]
    return () if cards == session.cards else (commands.ChangeCards(cards=cards),)


def _agreement(session: Session, script: Script) -> tuple[Command, ...]:
    """Take over the example's agreement, its days as far from the session as they were."""
    draft = draft_of(script)
    later = session.setup.date - script.session.date
    moved = replace(
        draft,
        follow_up=draft.follow_up and draft.follow_up + later,
        afspraken=tuple(
            replace(one, first_step_date=one.first_step_date and one.first_step_date + later)
            for one in draft.afspraken
        ),
    )
    return () if session.draft == moved else (commands.ChangeAgreement(draft=moved),)


class Companion(QObject):
    """Keeps a newcomer company: a few words at each new moment, and none once it is familiar.

    Every step has its words, and of the votes the first statement and the first axis.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._told: set[str] = set()
        desk.changed.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        moment = moment_of(self._desk) if self._desk.is_live else None
        if moment is not None and moment not in self._told:
            self._told.add(moment)
            self._desk.tell(f"practice.{moment}", take_over=TAKE_OVER)


def moment_of(desk: Desk) -> str | None:
    """Return the name of this moment, or None when it needs no words."""
    session = desk.session
    if session.position.step is not Step.VOTE:
        return session.position.step.value
    if session.position.axis is not AxisId.A1:
        return None
    if session.round is not None:
        counted = desk.stage.counted
        everybody = counted is not None and counted.voted >= session.setup.seats
        return "all_in" if everybody else "open"
    if desk.stage.reveal is Reveal.STATEMENT:
        return "statement" if session.position.statement == 1 else "second_statement"
    return "result" if desk.stage.reveal is Reveal.RESULT else "axis"

"""An example led through the desk as an advisor leads it, with a stop at every moment to see."""

from collections.abc import Iterator
from typing import Final

from msgspec import structs
from msgspec.structs import replace

from app.content import load_content
from app.desk import Desk
from app.journal import read_report
from app.play import draft_of, setup_of
from app.script import Script, read_script
from app.script_model import Vote
from app.store import MemoryLog, SessionStore
from app.voting.slips import SKIP, ChoiceSlips, ConsentSlips, StatementSlips
from resources.catalogue import catalogue
from tests.console.desks import no_trouble
from tests.script_samples import ACTIONS, EXAMPLES
from workshop_flows import commands
from workshop_flows.follow_up import earlier_session
from workshop_flows.lead import Act, Reveal
from workshop_flows.setup import Setup
from workshop_flows.state import Card, Position, Review, StatementSubject, TextList
from workshop_flows.vocabulary import AXES, AxisId, Language, Mode, Role, Step

GROUPS: Final = {
    2: "tweemans",
    3: "klussenbedrijf",
    9: "garage",
    34: "transport",
}
FOLLOW_UP: Final = "garage-vervolg"
TALKED_ABOUT: Final = AxisId.A3
"""The axis of which every moment is shown; of the others only the result."""

Moment = tuple[str, Desk]


def example(name: str) -> Script:
    return read_script(EXAMPLES / f"{name}.toml", ACTIONS)


class Walk:
    """Leads a script. `moments` yields a name and the desk, which is at that moment."""

    def __init__(self, script: Script, language: Language, setup: Setup | None = None) -> None:
        self._script = script
        self._language = language
        store = SessionStore(MemoryLog(), load_content(language))
        earlier = None
        if script.earlier is not None:
            earlier = earlier_session(read_report(script.earlier))
        wanted = replace(setup or setup_of(script), language=language)
        store.dispatch(commands.StartSession(setup=wanted, earlier=earlier))
        self.desk = Desk(store, catalogue(language), no_trouble)

    def moments(self) -> Iterator[Moment]:
        """Yield every moment in order; the session ends after the last one."""
        yield "01-prepare", self.desk
        yield from self._before_the_votes()
        yield from self._votes()
        yield from self._after_the_votes()
        yield from self._agreement()

    def _before_the_votes(self) -> Iterator[Moment]:
        yield self._at("02-welcome", Step.WELCOME)
        if self.desk.session.earlier is not None:
            yield self._at("03-review", Step.REVIEW)
            for row in self._script.review:
                self._do(commands.ReviewAfspraak(review=Review(**structs.asdict(row))))
            yield "03-review-done", self.desk
        yield self._at("04-question", Step.QUESTION)
        session = self._script.session
        self._do(commands.ChangeList(name=TextList.COMING, items=session.coming))
        yield "04-question-coming", self.desk
        yield self._at("05-already", Step.ALREADY_DOING)
        self._do(commands.ChangeList(name=TextList.ALREADY_DOING, items=session.already_doing))
        yield "05-already-done", self.desk

    def _votes(self) -> Iterator[Moment]:
        for axis in AXES:
            if self.desk.room.mode is Mode.OPEN:
                yield from self._open_axis(axis)
            else:
                yield from self._axis(axis)

    def _open_axis(self, axis: AxisId) -> Iterator[Moment]:
        self._jump(Position(step=Step.VOTE, axis=axis, statement=1))
        if axis is TALKED_ABOUT:
            yield f"06-{axis}-talk", self.desk
        agreed = {row.axis: row.value for row in self._script.agreed}
        if axis in agreed:
            self._do(commands.AgreeStand(axis=axis, value=agreed[axis]))
        yield f"06-{axis}-agreed", self.desk

    def _axis(self, axis: AxisId) -> Iterator[Moment]:
        shown = axis is TALKED_ABOUT
        for number in (1, 2):
            rows = [
                row
                for row in self._script.vote
                if row.statement.startswith(axis) and row.round == number
            ]
            for row in sorted(rows, key=lambda row: row.statement):
                place = Position(step=Step.VOTE, axis=axis, statement=int(row.statement[3:]))
                self._jump(place)
                if number == 2:
                    self.desk.set_stage(reveal=Reveal.STATEMENT, revote=True)
                for moment in self._statement(row.statement, number):
                    if shown:
                        yield moment
        while self.desk.next.act in (Act.SHOW_OWNER, Act.SHOW_AXIS):
            self.desk.advance()
        if self.desk.stage.reveal is not Reveal.AXIS:
            self._do(commands.CloseAxis(axis=axis))
            self.desk.set_stage(reveal=Reveal.AXIS)
        yield f"06-{axis}-axis", self.desk
        agreed = {row.axis: row.value for row in self._script.agreed}
        if axis in agreed:
            self._do(commands.AgreeStand(axis=axis, value=agreed[axis]))
            yield f"06-{axis}-axis-agreed", self.desk

    def _statement(self, statement: str, number: int) -> Iterator[Moment]:
        name = f"06-{statement}-round{number}"
        yield f"{name}-1-before", self.desk
        self.desk.open_vote(StatementSubject(statement=statement, number=number))
        yield f"{name}-2-open", self.desk
        self.desk.advance()
        yield f"{name}-3-closed", self.desk
        self._count_statement(statement, number)
        yield f"{name}-4-counted", self.desk
        self.desk.advance()
        yield f"{name}-5-result", self.desk
        if self.desk.next.act is Act.SHOW_OWNER:
            self.desk.advance()
            yield f"{name}-6-owner", self.desk

    def _after_the_votes(self) -> Iterator[Moment]:
        quotes = self._script.session.quotes
        self._do(commands.ChangeList(name=TextList.QUOTES, items=quotes))
        yield self._at("07-radar", Step.RADAR)
        yield self._at("08-who-starts", Step.WHO_STARTS)
        yield self._at("09-focus-1-before", Step.FOCUS)
        votes = {row.axis: row.votes for row in self._script.focus}
        yield from self._choice("09-focus", tuple(votes.get(axis, 0) for axis in AXES))
        self._do(commands.ChooseFocus(axes=tuple(row.axis for row in self._script.focus)))
        yield "09-focus-5-chosen", self.desk
        yield self._at("10-actions-1-before", Step.ACTIONS)
        if self._script.card:
            cards = tuple(
                Card(axis=row.axis, action=row.action, title=row.title) for row in self._script.card
            )
            self._do(commands.ChangeCards(cards=cards))
            yield "10-actions-2-cards", self.desk
            yield from self._choice("10-actions", tuple(row.votes for row in self._script.card))

    def _agreement(self) -> Iterator[Moment]:
        yield self._at("11-agreement-empty", Step.AGREEMENT)
        self._do(commands.ChangeAgreement(draft=draft_of(self._script)))
        yield "11-agreement-full", self.desk
        yield self._at("12-consent-1-before", Step.CONSENT)
        self.desk.advance()
        yield "12-consent-2-open", self.desk
        self.desk.advance()
        yield "12-consent-3-closed", self.desk
        consent = self._script.consent
        assert isinstance(self.desk.slips, ConsentSlips)
        counts = (self.desk.slips.seats, 0, 0)
        if consent is not None:
            counts = (consent.yes, consent.yes_if, consent.no)
        self.desk.set_slips(replace(self.desk.slips, counts=counts))
        self.desk.advance()
        yield "12-consent-4-result", self.desk
        yield self._at("13-print", Step.PRINT)
        yield self._at("14-close", Step.CLOSE)

    def _choice(self, name: str, counts: tuple[int, ...]) -> Iterator[Moment]:
        self.desk.advance()
        yield f"{name}-3-open", self.desk
        self.desk.advance()
        assert isinstance(self.desk.slips, ChoiceSlips)
        self.desk.set_slips(replace(self.desk.slips, counts=counts))
        yield f"{name}-4-counted", self.desk
        self.desk.advance()
        yield f"{name}-4-result", self.desk

    def _count_statement(self, statement: str, number: int) -> None:
        row = next(
            row for row in self._script.vote if row.statement == statement and row.round == number
        )
        slips = self.desk.slips
        assert isinstance(slips, StatementSlips)
        for role, tally, skipped in (
            (Role.STAFF, row.staff, row.staff_skipped),
            (Role.OWNER, *self._owner_slips(row)),
        ):
            for answer, count in ((SKIP, skipped), *enumerate(tally, start=1)):
                for _ in range(count):
                    slips = slips.added(answer, role)
        self.desk.set_slips(slips)

    def _owner_slips(self, row: Vote) -> tuple[tuple[int, ...], int]:
        """Return the owners' answers and how many slips say none; without a yes all stay folded."""
        apart = self.desk.session.setup.owner_apart or self.desk.room.mode is Mode.POOLED
        if apart:
            return row.owner, row.owner_skipped
        return (), sum(row.owner) + row.owner_skipped

    def _at(self, name: str, step: Step) -> Moment:
        self._jump(Position(step=step))
        return name, self.desk

    def _jump(self, to: Position) -> None:
        assert self.desk.jump(to), to

    def _do(self, command: commands.Command) -> None:
        assert self.desk.do(command), command

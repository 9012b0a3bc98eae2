"""The example session in the real program, with real browsers as phones and slips in a box."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from playwright.sync_api import Browser

from app.play import draft_of
from app.script import read_script
from app.script_model import Vote
from app.voting.phones import Phones
from tests.console.conductor import Conductor
from tests.console.leading import go_to, prepare
from tests.script_samples import ACTIONS, EXAMPLES
from tests.voting.handset import Handset, PlainHandset, ScriptHandset, Value
from workshop_flows import commands
from workshop_flows.ballots import Consent
from workshop_flows.lead import Act
from workshop_flows.state import Card
from workshop_flows.vocabulary import AXES, Role, Step

SCRIPT: Final = EXAMPLES / "garage.toml"
LANGUAGES: Final = ("nl", "en", "pl", "tr", "uk", "ar", "de", "ro", "nl", "en")
WITHOUT_SCRIPT: Final = 7
WIDTHS: Final = (320, 390)
ANSWERS: Final = (1, 2, 3, 4, 5)
REMARK: Final = "Het uur niet op de drukste dag."

T = TypeVar("T")
H = TypeVar("H", bound=Handset)
Submit = Callable[..., "Future[Any]"]
"""Has something done in the thread of the browser."""


class BrowserRoom:
    """`phones` belong to the first of the staff, in their order, and the last one to the owner.

    `people` are the ballots of all, the owner's last; who has no phone has a slip.
    """

    def __init__(self, folder: Path, browser: Browser, submit: Submit, phones: int) -> None:
        self.script = read_script(SCRIPT, ACTIONS)
        self.led = Conductor(folder)
        self._browser = browser
        self._submit = submit
        self._count = phones
        self._rotated = 0
        self.phones: list[Handset] = []
        self._late: list[Handset] = []
        session = self.script.session
        self.seats = session.seats
        prepare(self.led, session.company, staff=session.staff, apart=True, phones=phones)

    def close(self) -> None:
        for phone in (*self.phones, *self._late):
            self.ask(phone.context.close)
        self.led.close()

    @property
    def by_phone(self) -> Phones:
        phones = self.led.run.phones
        assert phones is not None
        assert phones.phones is not None
        return phones.phones

    @property
    def codes(self) -> list[str]:
        """Those of the staff first."""
        seats = self.by_phone.status.seats
        return [seat.code for role in Role for seat in seats if seat.role is role]

    def phone(self, number: int) -> ScriptHandset:
        found = self.phones[number]
        assert isinstance(found, ScriptHandset)
        return found

    def ask(self, asked: Callable[..., T], *given: object) -> T:
        """Let phones do something while the window goes on."""
        doing: Future[T] = self._submit(asked, *given)
        self.led.wait_for(doing.done)
        return doing.result()

    def take_phones(self) -> None:
        """Hand everybody a phone; nobody has opened the page yet."""
        for number in [*range(self._count - 1), self.seats - 1]:
            kind = PlainHandset if number == WITHOUT_SCRIPT else ScriptHandset
            self.phones.append(self._phone(kind, number))

    def late_comer(self) -> ScriptHandset:
        """Return the phone of one who was not counted on."""
        late = self._phone(ScriptHandset, 0)
        self._late.append(late)
        return late

    def _phone(self, kind: type[H], number: int) -> H:
        self.led.wait_for(lambda: self.by_phone.status.url)
        url = str(self.by_phone.status.url)
        make = partial(kind, self._browser, url, LANGUAGES[number], width=WIDTHS[number % 2])
        return self.ask(make)

    def join(self) -> None:
        slips = self.codes
        for phone, code in zip(self.phones, [*slips[: self._count - 1], slips[-1]], strict=True):
            self.ask(phone.join, code)
        self.led.wait_for(lambda: self.led.desk.stage.people == self._count)
        for phone in self.phones:
            self.ask(phone.reads, "wait.title")

    def open(self) -> None:
        self.led.press("PgDown")
        assert self.led.session.round is not None, self.led.words()

    def finish_round(
        self, people: Sequence[Value], options: Sequence[Value], text: str = ""
    ) -> None:
        """Let all vote on what is open, see that no phone tells anything, and show the result.

        `options` are in the order of the keys that count slips; `text` is what the first of the
        staff writes beside his answer.
        """
        by_phone = [*people[: self._count - 1], people[-1]]
        for number, (phone, value) in enumerate(zip(self.phones, by_phone, strict=True)):
            self.ask(phone.cast, value, text if number == 0 else "")
        for phone in self.phones:
            self.ask(phone.reads_voted)
        self.led.wait_for(lambda: self.by_phone.voted == self._count)
        self.led.press("PgDown")
        for phone in self.phones:
            self.ask(phone.reads_waiting)
        self._count_slips(people[self._count - 1 : -1], options)
        assert self.led.session.round is None, self.led.words()

    def _count_slips(self, slips: Sequence[Value], options: Sequence[Value]) -> None:
        if not slips:
            return
        assert self.led.session.round is not None
        for slip in slips:
            for one in slip if isinstance(slip, tuple) else (slip,):
                self.led.press(str(options.index(one) + 1) if one in options else "0")
        self.led.press("PgDown")

    def vote(self, vote: Vote) -> None:
        """Hold the round of a statement, and show the owner."""
        self.open()
        self.finish_round(self.answers(vote), ANSWERS)
        self.show_owner()

    def show_owner(self) -> None:
        assert self.led.may(Act.SHOW_OWNER), self.led.words()
        self.led.press("PgDown")

    def answers(self, vote: Vote) -> list[Value]:
        """Return what each chooses; every time another one of the staff comes first."""
        staff: list[Value] = ["skip"] * vote.staff_skipped
        staff += [value for value, people in enumerate(vote.staff, start=1) for _ in range(people)]
        self._rotated += 1
        shift = self._rotated % len(staff)
        return [*staff[shift:], *staff[:shift], vote.owner.index(1) + 1]

    def votes(self, statement: str) -> list[Vote]:
        return [vote for vote in self.script.vote if vote.statement == statement]

    def choose(self) -> None:
        """Choose where to work on, the cards and who agrees, as the script has it.

        What was written beside an answer is read on the console, and only there.
        """
        led, script = self.led, self.script
        go_to(led, Step.FOCUS)
        self.open()
        self.finish_round(self._chosen([(row.axis, row.votes) for row in script.focus]), AXES)
        led.press("0")
        go_to(led, Step.ACTIONS)
        rows = script.card
        cards = tuple(Card(axis=row.axis, action=row.action, title=row.title) for row in rows)
        assert led.desk.do(commands.ChangeCards(cards=cards))
        self.open()
        chosen = self._chosen([(place, row.votes) for place, row in enumerate(rows)])
        self.finish_round(chosen, range(len(rows)))
        assert led.desk.do(commands.ChangeAgreement(draft=draft_of(script)))
        go_to(led, Step.CONSENT)
        while not led.may(Act.OPEN_VOTE):
            led.press("PgDown")
        self.open()
        self.finish_round(["yes_if", *["yes"] * (self.seats - 1)], tuple(Consent), REMARK)
        assert REMARK in led.words()
        assert REMARK not in led.room_words()

    def _chosen(self, votes: Sequence[tuple[int | str, int]]) -> list[Value]:
        """Deal the choices out, so that nobody gets the same twice."""
        dealt = [value for value, people in votes for _ in range(people)]
        return [tuple(dealt[person :: self.seats]) for person in range(self.seats)]

    def finish(self) -> None:
        """Go to the end; phones read that it is over, also when the program has gone."""
        go_to(self.led, Step.PRINT)
        assert not self.led.desk.remarks
        self.led.press("PgDown", "PgDown")
        assert self.led.is_at(Step.CLOSE), self.led.words()
        for phone in self.phones:
            self.ask(phone.reads_over)
        self.led.press("PgDown")
        assert self.led.running.program.page is not None, self.led.words()
        for phone in self.phones:
            self.ask(phone.reads, "over.title")
        written = [path.read_bytes() for path in self.led.folder.rglob("*") if path.is_file()]
        assert not any(REMARK.encode() in data for data in written)

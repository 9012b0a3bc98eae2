"""Pages of the projector as a session could show them, with the longest texts there are.

Names say what is shown and to how many people: 'statement-9', 'result-34'. The texts of
the pages come in Dutch and in English.
"""

from typing import Final

from msgspec import structs

from app.content import load_content
from tests.widgets.phone_pages import phone_pages
from workshop_flows.content import Content
from workshop_flows.joining import JoinStrip
from workshop_flows.projector import (
    ActionCard,
    ActionsPage,
    AgreementPage,
    AgreementRow,
    AlreadyDoingPage,
    AxisPage,
    BlankPage,
    Callout,
    Choice,
    ClosePage,
    Compared,
    ConsentPage,
    Counted,
    DotsResult,
    FocusPage,
    Progress,
    ProjectorPage,
    QuestionPage,
    RadarPage,
    ResultPage,
    ReviewPage,
    ReviewRow,
    StatementPage,
    TalkCard,
    WelcomePage,
    WhoStartsPage,
)
from workshop_flows.views import RadarView, Spoke
from workshop_flows.vocabulary import (
    AgreementStatus,
    Band,
    ConsentOutcome,
    Mode,
    Outcome,
)

LANGUAGES: Final = ("nl", "en")
LONG_COMPANY: Final = (
    "Metaalbewerkings- en Constructiebedrijf Van der Heuvel-Oosterlaken en Zonen B.V."
)
LONG_NAME: Final = "Wilhelmina van den Boogaard-Oosterhuis"
BANDS: Final = (
    Band.HIGH,
    Band.HIGH,
    Band.MIDDLE,
    Band.LOW,
    Band.MIDDLE,
    Band.LOW,
    Band.MIDDLE,
)
TEAM: Final = (3.9, 4.2, 3.5, 3.1, 3.0, 2.3, 2.6)
OWNER: Final = (3.0, 4.0, 4.0, 5.0, 2.5, 3.0, 2.0)
AXIS: Final = 2


class Samples:
    """Makes the pages in one language; the lists of the content come from its files."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.content: Content = load_content(language)
        self.scale = tuple(point.label for point in self.content.scale)

    def say(self, dutch: str, english: str) -> str:
        return dutch if self.language == "nl" else english

    def progress(self, per_axis: int = 2, done: int = 0) -> Progress:
        axis = self.content.axes[AXIS]
        return Progress(
            number=AXIS * per_axis + done + (done < per_axis),
            total=7 * per_axis,
            axis_label=axis.label,
            per_axis=per_axis,
            done=(per_axis, per_axis, done, 0, 0, 0, 0),
            current_axis=AXIS,
        )

    def talk(self, *, deep: bool = False) -> TalkCard:
        question = self.content.axes[AXIS].talk.owner_differs
        return TalkCard(
            intro=self.say(
                "De stemmen liggen ver uit elkaar. Praat er 3 minuten over:",
                "The votes lie far apart. Talk about it for 3 minutes:",
            ),
            question=question.deep if deep else question.short,
        )

    def radar(
        self, mode: Mode = Mode.TEAM, *, upto: int = 7, marked: tuple[int, ...] = (), **extra: bool
    ) -> RadarView:
        spokes = []
        for number, axis in enumerate(self.content.axes):
            spoke = Spoke(id=axis.id, label=axis.label, emphasised=number in marked)
            if number < upto:
                spoke = self._filled(spoke, number, mode, extra)
            spokes.append(spoke)
        return RadarView(mode=mode, spokes=tuple(spokes))

    def _filled(self, spoke: Spoke, number: int, mode: Mode, extra: dict[str, bool]) -> Spoke:
        if mode is Mode.POOLED:
            return structs.replace(spoke, zone=BANDS[number])
        if mode is Mode.OPEN:
            return structs.replace(spoke, agreed=round(2 * TEAM[number]) / 2)
        made = structs.replace(
            spoke,
            team=TEAM[number],
            spread=(TEAM[number] - 0.7, min(5.0, TEAM[number] + 0.6)),
        )
        if extra.get("owner", True):
            made = structs.replace(made, owner=OWNER[number])
        if extra.get("targets"):
            made = structs.replace(made, spread=None)
            if spoke.emphasised:
                made = structs.replace(made, target=TEAM[number] + 1)
        if extra.get("earlier"):
            made = structs.replace(
                made, earlier=max(1.0, TEAM[number] - 0.8), owner=None, spread=None
            )
        if number == AXIS and not extra.get("earlier"):
            made = structs.replace(made, first=3.0)
        return made

    def statement(
        self,
        *,
        voted: int | None,
        seats: int,
        secret: bool = True,
        per_axis: int = 2,
        asked: bool = False,
    ) -> StatementPage:
        runs = asked or voted is not None
        one = self.content.axes[AXIS].statements[0]
        return StatementPage(
            progress=self.progress(per_axis),
            staff_text=one.staff,
            owner_text=one.owner,
            scale=self.scale,
            counted=None if voted is None else Counted(voted, seats),
            time_left=0.58 if runs else None,
            seconds_left=35 if runs else None,
            secret=secret,
            asked=asked,
        )

    def result(
        self,
        dots: tuple[int, ...],
        *,
        owner: float | None = 4.0,
        ghost: bool = False,
        talk: bool = True,
    ) -> ResultPage:
        one = self.content.axes[AXIS].statements[0]
        votes = sum(dots)
        mean = sum((n + 1) * count for n, count in enumerate(dots)) / votes
        return ResultPage(
            progress=self.progress(done=1),
            staff_text=one.staff,
            owner_text=one.owner,
            scale=self.scale,
            result=DotsResult(
                votes=votes,
                mean=round(mean, 1),
                dots=dots,
                words=self.say("Wij zien dit verschillend.", "We see this in different ways."),
                spread=(max(1.0, mean - 0.9), min(5.0, mean + 0.9)),
                owner=owner,
                ghost=2.8 if ghost else None,
                ghost_spread=(2.0, 4.0) if ghost else None,
            ),
            talk=self.talk() if talk else None,
            radar=self.radar(upto=3, marked=(AXIS,)),
        )

    def too_few(self) -> ResultPage:
        page = self.result((1, 1, 1, 1, 1))
        nothing = DotsResult(
            votes=None,
            mean=None,
            dots=None,
            words=self.say("Te weinig antwoorden", "Too few answers"),
            spread=None,
            owner=None,
            ghost=None,
            ghost_spread=None,
        )
        return ResultPage(
            progress=page.progress,
            staff_text=page.staff_text,
            owner_text=page.owner_text,
            scale=page.scale,
            result=nothing,
            talk=None,
            radar=page.radar,
        )

    def axis(
        self,
        mode: Mode,
        *,
        agreed: float | None = None,
        per_axis: int = 2,
        talk: bool = True,
    ) -> AxisPage:
        axis = self.content.axes[AXIS]
        upto = AXIS if mode is Mode.OPEN and agreed is None else AXIS + 1
        words = ""
        if agreed is not None:
            lower = self.scale[int(agreed) - 1]
            words = lower if agreed == int(agreed) else f"{lower} … {self.scale[int(agreed)]}"
        return AxisPage(
            progress=self.progress(per_axis, per_axis),
            label=axis.label,
            stand=3.5 if mode is Mode.TEAM else None,
            words=axis.sentences.owner_higher if mode is Mode.TEAM else "",
            zone=Band.MIDDLE if mode is Mode.POOLED else None,
            agreed=agreed,
            agreed_words=words,
            note={
                Mode.TEAM: self.say("Ziet iemand het anders?", "Does anyone see it differently?"),
                Mode.POOLED: self.say(
                    "We zijn met 4. Daarom tellen we team en eigenaar samen en tonen we alleen "
                    "laag, midden of hoog.",
                    "There are 4 of us. So we count team and owner together and show only low, "
                    "middle or high.",
                ),
                Mode.OPEN: self.say(
                    "Leg een kaart op tafel, allemaal tegelijk.",
                    "Put a card on the table, all at the same time.",
                ),
            }[mode],
            statements=tuple((one.staff, one.owner) for one in axis.statements[:per_axis])
            if mode is Mode.OPEN
            else (),
            talk=self.talk(deep=True) if talk else None,
            radar=self.radar(mode, upto=upto, marked=(AXIS,)),
        )

    def legend(self, *keys: str) -> tuple[tuple[str, str], ...]:
        words = {
            "team": self.say("Team · 9 mensen", "Team · 9 people"),
            "owner": self.say("Eigenaar", "Owner"),
            "spread": self.say("De helft van het team", "Half of the team"),
            "first": self.say("Stem vóór het gesprek", "Vote before the talk"),
            "target": self.say("Eén stap verder", "One step further"),
            "earlier": self.say("Toen · 11 november 2025", "Then · 11 November 2025"),
            "agreed": self.say("Samen afgesproken", "Agreed together"),
            "zone": self.say("Wij samen · 4 mensen", "All of us · 4 people"),
        }
        return tuple((key, words[key]) for key in keys)

    def radar_page(self, company: str = "Garage De Brug") -> RadarPage:
        axis = self.content.axes[3]
        return RadarPage(
            company=company,
            radar=self.radar(marked=(3,)),
            legend=self.legend("team", "owner", "spread", "first"),
            callout=Callout(
                kind=self.say("Grootste verschil", "Biggest difference"),
                title=axis.label,
                team=3.1,
                owner=5.0,
                zone=None,
                sentence=axis.sentences.owner_higher,
            ),
            compared=(),
            note=self.say(
                "Hoe verder naar buiten, hoe meer het klopt.",
                "The further out, the truer it is.",
            ),
        )

    def radar_pooled(self) -> RadarPage:
        axis = self.content.axes[5]
        return RadarPage(
            company="Klussenbedrijf Vos",
            radar=self.radar(Mode.POOLED, marked=(5,)),
            legend=self.legend("zone"),
            callout=Callout(
                kind=self.say("Hier valt iets op", "This stands out"),
                title=axis.label,
                team=None,
                owner=None,
                zone=Band.LOW,
                sentence=axis.sentences.low,
            ),
            compared=(),
            note=self.say(
                "Met zo weinig mensen tonen we geen getallen en niemand apart.",
                "With so few people we show no numbers and nobody apart.",
            ),
        )

    def radar_targets(self) -> RadarPage:
        return RadarPage(
            company="Garage De Brug",
            radar=self.radar(marked=(2, 3, 5), targets=True, owner=False),
            legend=self.legend("team", "target"),
            callout=None,
            compared=(),
            note="",
        )

    def radar_open(self) -> RadarPage:
        return RadarPage(
            company="Fietsenmaker Bal",
            radar=self.radar(Mode.OPEN, marked=(5,)),
            legend=self.legend("agreed"),
            callout=Callout(
                kind=self.say("Hier valt iets op", "This stands out"),
                title=self.content.axes[5].label,
                team=2.5,
                owner=None,
                zone=None,
                sentence=self.content.axes[5].sentences.low,
            ),
            compared=(),
            note="",
        )

    def radar_follow_up(self) -> RadarPage:
        labels = [axis.label for axis in self.content.axes]
        reached = self.say("gehaald", "reached")
        nearly = self.say("bijna", "nearly")
        return RadarPage(
            company="Garage De Brug",
            radar=self.radar(marked=(2, 3, 5), earlier=True, targets=True, owner=False),
            legend=self.legend("team", "earlier", "target"),
            callout=None,
            compared=(
                Compared(label=labels[3], then="3,1", now="4,1", goal=reached),
                Compared(label=labels[2], then="3,5", now="4,3", goal=nearly),
                Compared(label=labels[5], then="2,3", now="3,1", goal=nearly),
            ),
            note="",
        )

    def who_starts(self, *, stands: bool = True) -> WhoStartsPage:
        axis = self.content.axes[3]
        one = axis.statements[0]
        return WhoStartsPage(
            axis_label=axis.label,
            staff_text=one.staff,
            owner_text=one.owner,
            staff_stand=3.1 if stands else None,
            owner_stand=5.0 if stands else None,
            ask_staff=axis.ask_staff,
            ask_owner=axis.ask_owner,
        )

    def focus(
        self,
        votes: tuple[int, ...] | None = None,
        *,
        chosen: int = 3,
        counted: Counted | None = None,
        revealed: bool = True,
    ) -> FocusPage:
        order = (5, 3, 2, 0, 4, 6, 1) if revealed else range(7)
        return FocusPage(
            choices=tuple(
                Choice(
                    label=self.content.axes[axis].label,
                    votes=votes[n] if votes else None,
                    chosen=revealed and n < chosen,
                    stand=TEAM[axis] if votes else None,
                )
                for n, axis in enumerate(order)
            ),
            counted=counted,
            revealed=revealed,
        )

    def action(self, number: int, *, votes: int | None, chosen: bool) -> ActionCard:
        one = self.content.actions[number]
        axis = next(axis for axis in self.content.axes if axis.id == one.axes[0])
        return ActionCard(
            axis_label=axis.label,
            title=one.title,
            yields=one.yields,
            cost=self.say("€ 0. Alleen eigen uren.", "€ 0. Only our own hours."),
            time=one.time,
            who=self.say("Youssef legt uit, iedereen doet mee", "Youssef explains, all join in"),
            first_step=one.first_step,
            votes=votes,
            chosen=chosen,
        )

    def actions(
        self, *, revealed: bool, first: int = 0, counted: Counted | None = None, count: int = 8
    ) -> ActionsPage:
        return ActionsPage(
            cards=tuple(
                self.action(
                    number,
                    votes=max(0, 7 - number) if revealed else None,
                    chosen=revealed and number < 2,
                )
                for number in range(count)
            ),
            first=first,
            counted=counted,
            revealed=revealed,
        )

    def long_actions(self) -> ActionsPage:
        text = self.say(
            "Iedereen kan een hybride auto veilig uitzetten en legt het aan de volgende uit, ",
            "Everyone can switch off a hybrid car safely and explains it to the next, ",
        )
        card = ActionCard(
            axis_label=self.content.axes[5].label,
            title=(text * 2)[:100],
            yields=(text * 4)[:240],
            cost=(text * 3)[:160],
            time=(text * 2)[:80],
            who=f"{LONG_NAME}, {LONG_NAME}",
            first_step=(text * 6)[:400],
            votes=4,
            chosen=True,
        )
        return ActionsPage(cards=(card, card, card), first=0, counted=None, revealed=True)

    def consent(
        self,
        seats: int,
        *,
        yes: int | None = None,
        voted: int | None = None,
        outcome: ConsentOutcome | None = None,
        better: int = 3,
        secret: bool = True,
    ) -> ConsentPage:
        texts = (
            self.say(
                "Het uur niet op de drukste dag van de week.",
                "Not on the busiest day of the week.",
            ),
            self.say(
                "Iemand neemt mijn werk over als ik op cursus ben.",
                "Someone takes over my work when I am on a course.",
            ),
            self.say(
                "Ik wil weten of de cursus moet of mag.",
                "I want to know whether the course is a must.",
            ),
        )
        return ConsentPage(
            seats=seats,
            counted=None if voted is None else Counted(voted, seats),
            outcome=outcome,
            yes=yes,
            better=(texts * 4)[:better],
            secret=secret,
        )

    def agreement(self, status: AgreementStatus, *, long: bool = False) -> AgreementPage:
        titles = (
            self.say("Elke donderdag een uur samen leren", "Learn together every Thursday"),
            self.say("Cursus veilig werken aan e-auto's", "Course on working on e-cars safely"),
            self.say("Uitleggen waarom e-auto's nodig zijn", "Explain why we need e-cars"),
        )
        extra = self.say(
            ", met iedereen uit de werkplaats en het kantoor, ook in de drukke maanden",
            ", with everyone from the workshop and the office, also in the busy months",
        )
        rows = tuple(
            AgreementRow(
                number=n + 1,
                title=title + (extra if long else ""),
                who=f"{LONG_NAME}, {LONG_NAME}" if long else ("Youssef", "Anouk en Kees", "")[n],
                when=self.say("do 20 nov", "Thu 20 Nov"),
            )
            for n, title in enumerate(titles)
        )
        return AgreementPage(
            company=LONG_COMPANY if long else "Garage De Brug",
            day=self.say("11 november 2026", "11 November 2026"),
            question=self.question(long=long),
            rows=rows,
            follow_up=self.say("donderdag 11 maart 2027", "Thursday 11 March 2027"),
            status=status,
        )

    def question(self, *, long: bool = False) -> str:
        short = self.say(
            "Hoe leren wij werken aan elektrische auto's?",
            "How do we learn to work on electric cars?",
        )
        more = self.say(
            "Onze klanten vragen erom en de regels veranderen, maar wij hebben weinig tijd en "
            "niemand weet nog wie er begint. ",
            "Our customers ask for it and the rules change, but we have little time and "
            "nobody knows yet who will start. ",
        )
        return (short + " " + more * 5)[:500].rpartition(" ")[0] if long else short

    def tiles(self, count: int, *, long: bool = False) -> AlreadyDoingPage:
        texts = (
            self.say(
                "Elke vrijdag vertelt iemand een storing na.",
                "Every Friday someone retells a fault.",
            ),
            self.say(
                "Emre filmt een handeling met zijn telefoon.",
                "Emre films how a job is done with his phone.",
            ),
            self.say("Wie vastzit, loopt even naar Youssef.", "Whoever is stuck asks Youssef."),
            self.say("Nieuwe lopen de eerste week mee.", "Newcomers follow along in week one."),
        )
        items = [texts[n % 4] for n in range(count)]
        if long:
            items = [self.question(long=True) for _ in items]
        return AlreadyDoingPage(items=tuple(items))

    def welcome(
        self,
        people: int,
        *,
        company: str = "Garage De Brug",
        secret: bool = True,
    ) -> WelcomePage:
        points: tuple[str, ...] = (
            self.say("Wij kijken samen hoe wij leren op het werk.", "We look at how we learn."),
            self.say("Je stemt in het geheim, met een briefje.", "You vote in secret, on a slip."),
            self.say(
                "Niemand ziet wat jij stemt. Wij tonen alleen de uitslag van het team.",
                "Nobody sees what you vote. We only show the result of the team.",
            ),
            self.say(
                "Zonder ja telt het antwoord van de eigenaar niet mee in het beeld.",
                "Without a yes the owner's answer is not part of the picture.",
            ),
        )
        if not secret:
            points = (
                points[0],
                self.say("Geheim stemmen kan niet met zo weinig.", "We are too few for secrets."),
                self.say("Iedereen legt een kaart neer.", "Everyone puts down a card."),
            )
        return WelcomePage(
            company=company,
            points=points,
            strip=JoinStrip(seats=people, people=max(0, people - 3)),
            secret=secret,
        )

    def review(self, *, long: bool = False) -> ReviewPage:
        rows = self.agreement(AgreementStatus.AGREED, long=long).rows
        outcomes = (Outcome.DONE, Outcome.PARTLY, None if not long else Outcome.NOT)
        helped = self.say(
            "Het stond in de planning, dus het ging door.", "It was planned, so it went ahead."
        )
        return ReviewPage(
            since=self.say("11 november 2025", "11 November 2025"),
            rows=tuple(
                ReviewRow(
                    number=row.number,
                    title=row.title,
                    outcome=outcome,
                    helped=(helped * (3 if long else 1)) if outcome is Outcome.DONE else None,
                )
                for row, outcome in zip(rows, outcomes, strict=True)
            ),
        )


def sample_pages(language: str) -> dict[str, ProjectorPage]:
    """Return every sample by its name, in the order of a session."""
    make = Samples(language)
    coming = (
        make.say("Meer elektrische auto's", "More electric cars"),
        make.say("Nieuwe regels voor de accu", "New rules for the battery"),
    )
    pages: dict[str, ProjectorPage] = {
        "blank": BlankPage(),
        "welcome-9": make.welcome(10),
        "welcome-2": make.welcome(3, secret=False),
        "question": QuestionPage(question=make.question(), coming=coming),
        "question-long": QuestionPage(question=make.question(long=True), coming=coming * 3),
        "tiles-0": make.tiles(0),
        "tiles-3": make.tiles(3),
        "tiles-20": make.tiles(20),
        "tiles-20-long": make.tiles(20, long=True),
        "review": make.review(),
        "review-long": make.review(long=True),
        "statement-reading": make.statement(voted=None, seats=10),
        "statement-9-hands": make.statement(voted=7, seats=10, secret=False),
        "statement-9-slips": make.statement(voted=None, seats=10, asked=True),
        "statement-9-hands-up": make.statement(voted=None, seats=10, secret=False, asked=True),
        "statement-3": make.statement(voted=2, seats=4, per_axis=1),
        "statement-9": make.statement(voted=7, seats=10),
        "statement-34": make.statement(voted=17, seats=35, per_axis=3),
        "statement-50": make.statement(voted=50, seats=51),
        "result-9": make.result((1, 2, 3, 2, 1)),
        "result-9-again": make.result((0, 1, 3, 4, 1), ghost=True),
        "result-34": make.result((1, 3, 6, 17, 7)),
        "result-50-alike": make.result((0, 0, 0, 50, 0), owner=3.5),
        "result-9-bare": make.result((1, 2, 3, 2, 1), talk=False, owner=None),
        "result-50-bare": make.result((4, 6, 12, 20, 8), talk=False),
        "result-few": make.too_few(),
        "axis-9": make.axis(Mode.TEAM),
        "axis-9-agreed": make.axis(Mode.TEAM, agreed=4.0),
        "axis-9-agreed-half": make.axis(Mode.TEAM, agreed=3.5),
        "axis-3": make.axis(Mode.POOLED, per_axis=1),
        "axis-3-agreed": make.axis(Mode.POOLED, agreed=3.0),
        "axis-2": make.axis(Mode.OPEN),
        "axis-2-long": make.axis(Mode.OPEN, per_axis=3),
        "axis-2-agreed": make.axis(Mode.OPEN, agreed=3.5),
        "radar-9": make.radar_page(),
        "radar-50": make.radar_page(LONG_COMPANY),
        "radar-3": make.radar_pooled(),
        "radar-2": make.radar_open(),
        "radar-targets": make.radar_targets(),
        "radar-follow-up": make.radar_follow_up(),
        "who-starts": make.who_starts(),
        "who-starts-2": make.who_starts(stands=False),
        "focus-open": make.focus(counted=Counted(4, 10), revealed=False),
        "focus-2-open": structs.replace(make.focus(revealed=False), secret=False),
        "focus-2": structs.replace(make.focus(), secret=False),
        "focus-9": make.focus((7, 6, 4, 1, 1, 1, 0)),
        "focus-9-one": make.focus((7, 6, 4, 1, 1, 1, 0), chosen=1),
        "focus-50": make.focus((38, 26, 14, 11, 7, 4, 0)),
        "focus-3": make.focus(),
        "focus-9-none": make.focus((7, 6, 4, 1, 1, 1, 0), chosen=0),
        "actions-open": make.actions(revealed=False, counted=Counted(6, 10)),
        "actions-2-open": structs.replace(make.actions(revealed=False), secret=False),
        "actions-chosen": make.actions(revealed=True),
        "actions-last": make.actions(revealed=False, first=6),
        "actions-one": make.actions(revealed=False, count=1),
        "actions-long": make.long_actions(),
        "consent-open": make.consent(10, voted=6, better=0),
        "consent-open-2": make.consent(3, secret=False, better=0),
        "consent-9": make.consent(10, yes=7, outcome=ConsentOutcome.NOT_YET),
        "consent-9-changes": make.consent(10, yes=9, outcome=ConsentOutcome.WITH_CHANGES, better=1),
        "consent-50": make.consent(51, yes=48, outcome=ConsentOutcome.NOT_YET, better=12),
        "consent-9-everyone": make.consent(10, yes=10, outcome=ConsentOutcome.EVERYONE, better=0),
        "consent-3": make.consent(4, outcome=ConsentOutcome.NOT_YET, better=0),
        "consent-3-better": make.consent(4, outcome=ConsentOutcome.NOT_YET),
        "consent-3-everyone": make.consent(4, outcome=ConsentOutcome.EVERYONE, better=0),
        "agreement": make.agreement(AgreementStatus.AGREED),
        "agreement-concept": make.agreement(AgreementStatus.CONCEPT),
        "agreement-long": make.agreement(AgreementStatus.CONCEPT, long=True),
        "close": ClosePage(
            company="Garage De Brug",
            follow_up=make.say("donderdag 11 maart 2027", "Thursday 11 March 2027"),
        ),
        "close-long": ClosePage(company=LONG_COMPANY, follow_up=""),
    }
    return pages | phone_pages(pages, LONG_COMPANY)

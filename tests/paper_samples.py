"""Reports to print in tests: ordinary and extreme ones."""

from datetime import date

from msgspec.structs import replace

from workshop_flows.views import (
    Afspraak,
    Agreement,
    AxisResult,
    Earlier,
    EarlierAxis,
    FocusChoice,
    Missing,
    Report,
    ReviewedAfspraak,
    SessionFacts,
    Summary,
    ThreeWords,
)
from workshop_flows.vocabulary import (
    AXES,
    Agreeing,
    AgreementStatus,
    AxisId,
    Band,
    Change,
    ConsentOutcome,
    Goal,
    Mode,
    Outcome,
    Sector,
)

LABELS = dict(
    zip(
        AXES,
        (
            "Leren heeft zin",
            "We helpen elkaar",
            "Dat kunnen wij",
            "Het is nodig",
            "We kiezen",
            "We hebben een plan",
            "We doen het ook",
        ),
        strict=True,
    )
)
TEAM = (3.9, 4.5, 4.0, 2.9, 3.1, 2.3, 2.9)
OWNER = (3.0, 4.3, 4.5, 5.0, 2.5, 3.0, 2.0)
SPREAD = ((3.3, 4.6), (4.1, 5.0), (3.4, 4.6), (2.0, 3.8), (2.3, 4.0), (1.7, 3.0), (2.0, 3.5))
BANDS = (Band.HIGH, Band.HIGH, Band.MIDDLE, Band.LOW, Band.MIDDLE, Band.LOW, Band.MIDDLE)
STAFF = (
    "Youssef Anouk Kees Samira Dirk Piotr Lotte Hans Emre Łukasz Şükrü O'Brien Nguyễn "
    "Олександр Γιώργος محمد İbrahim Bram Corrie Daan Fatma Gerrit Ilse Jan Karim Leo Mila "
    "Nico Oksana Peter Sjaak Tom Ugo Vera Wim Xandra Yara Zeki Ad Bo Cas Dex Eva Fien Gijs "
    "Hugo Iris Joep Koen Lars"
).split()


def facts(staff: int = 9, owners: int = 1) -> SessionFacts:
    return SessionFacts(
        company="Garage De Brug",
        sector=Sector.GARAGE,
        question="Hoe leren wij werken aan elektrische auto's?",
        date=date(2026, 11, 11),
        length=60,
        staff=staff,
        owners=owners,
        owner_apart=True,
        language="nl",
        names=tuple(STAFF[:staff]),
        owner_names=("Marja de Wit",),
        quotes=("Als een collega het voordoet, snap ik het meteen.",),
        already_doing=(
            "Iedere vrijdag een storing navertellen",
            "Filmpjes van de leverancier kijken",
            "De leerling loopt mee met Kees",
        ),
        coming=("Meer elektrische auto's", "Nieuwe regels voor veilig werken"),
    )


def afspraken() -> tuple[Afspraak, ...]:
    return (
        Afspraak(
            action=26,
            axis=AxisId.G2,
            title="Elke donderdag een uur samen leren",
            result="Iedereen kan een hybride veilig uitzetten",
            yields="Minder werk dat blijft staan",
            who="Youssef",
            maatje="Anouk",
            first_step="Kees blokkeert het uur in de planning",
            first_step_date=date(2026, 11, 16),
            when="Elke donderdag, 10 weken",
            hours=10,
            working_time=True,
            euros=0,
            needs="De brug achterin is dan vrij",
            if_then="Als het druk is, dan schuift het naar vrijdag.",
            evidence="Iedereen laat het een keer zien",
            obligatory=False,
        ),
        Afspraak(
            action=37,
            axis=AxisId.A3,
            title="Cursus veilig werken aan elektrische auto's",
            who="Anouk en Kees",
            first_step="Marja vraagt een offerte",
            first_step_date=date(2026, 11, 13),
            when="in januari",
            hours=16,
            working_time=True,
            euros=1280,
            paid_by="bedrijf",
            evidence="Wij doen zelf onderhoud aan hybrides",
            obligatory=True,
        ),
        Afspraak(
            title="Uitleggen waarom elektrische auto's nodig zijn",
            axis=AxisId.A4,
            who="Marja de Wit",
            first_step="Marja zoekt de cijfers op",
            first_step_date=date(2026, 11, 17),
            when="ma 23 nov, 16:00 uur",
            hours=0.75,
            euros=0,
            evidence="Iedereen kan vertellen waar we heen gaan",
        ),
    )


def agreement() -> Agreement:
    return Agreement(
        afspraken=afspraken(),
        owner_promise="Ik houd het leeruur vrij, ook als het druk is.",
        team_promise="Wij vertellen elkaar wat we leerden.",
        follow_up=date(2027, 3, 12),
        follow_up_time="15:30",
        keeper="Anouk",
        status=AgreementStatus.AGREED,
    )


def team(staff: int = 9, owners: int = 1) -> Report:
    """A complete workshop in mode team."""
    axes = tuple(
        AxisResult(
            id=axis,
            label=LABELS[axis],
            team=TEAM[at],
            owner=OWNER[at],
            consensus=Agreeing.FAIRLY,
            spread=SPREAD[at],
            first=3.5 if axis is AxisId.A3 else None,
            agreed=3.5 if axis is AxisId.A4 else None,
            target={AxisId.G2: 3.3, AxisId.A4: 4.5, AxisId.A3: 5.0}.get(axis),
            votes=staff,
        )
        for at, axis in enumerate(AXES)
    )
    return Report(
        facts=facts(staff, owners),
        mode=Mode.TEAM,
        axes=axes,
        three_words=ThreeWords(weten=2.6, willen=3.9, kunnen=2.9),
        talk_about=(AxisId.A4, AxisId.G2),
        summary=Summary(
            goes_well=("We helpen elkaar. Dat vinden team en eigenaar allebei.",),
            differs=("De eigenaar ziet waarom leren nodig is. Het team ziet dat nog niet zo.",),
            low=("We willen wel, maar een dag en een tijd zijn er nog niet.",),
        ),
        focus=tuple(
            FocusChoice(axis=axis, label=LABELS[axis], votes=6)
            for axis in (AxisId.G2, AxisId.A4, AxisId.A3)
        ),
        agreement=agreement(),
        consent=ConsentOutcome.EVERYONE,
    )


def pooled() -> Report:
    """Three staff and an owner: zones only."""
    axes = tuple(
        AxisResult(
            id=axis,
            label=LABELS[axis],
            band=BANDS[at],
            agreed=4.0 if axis is AxisId.A4 else None,
            target=5.0 if axis is AxisId.A4 else None,
            votes=4,
        )
        for at, axis in enumerate(AXES)
    )
    return replace(
        team(3),
        mode=Mode.POOLED,
        axes=axes,
        three_words=ThreeWords(weten=None, willen=None, kunnen=None),
        summary=Summary(goes_well=("We helpen elkaar goed.",), differs=(), low=()),
        focus=(FocusChoice(axis=AxisId.A4, label=LABELS[AxisId.A4], votes=None),),
        agreement=replace(agreement(), afspraken=afspraken()[2:]),
    )


def open_talk() -> Report:
    """Two staff and an owner, who agreed everything aloud."""
    stands = (4.0, 4.5, 3.0, 2.5, 3.0, 2.0, 3.5)
    axes = tuple(
        AxisResult(
            id=axis,
            label=LABELS[axis],
            agreed=stands[at],
            target=3.0 if axis is AxisId.G2 else None,
        )
        for at, axis in enumerate(AXES)
    )
    return replace(
        team(2),
        mode=Mode.OPEN,
        axes=axes,
        three_words=ThreeWords(weten=2.3, willen=3.6, kunnen=3.5),
        summary=Summary(goes_well=("We helpen elkaar goed.",), differs=(), low=()),
        focus=(FocusChoice(axis=AxisId.G2, label=LABELS[AxisId.G2], votes=None),),
        agreement=replace(agreement(), afspraken=afspraken()[:1]),
    )


def follow_up(staff: int = 9) -> Report:
    """A session four months after an earlier one."""
    then = (3.8, 4.5, 3.5, 3.1, 3.1, 2.3, 2.5)
    changes = (
        Change.SAME, Change.SAME, Change.HIGHER, Change.SAME, Change.SAME, Change.SAME,
        Change.LOWER,
    )  # fmt: skip
    goals = {AxisId.A3: Goal.REACHED, AxisId.A4: Goal.NEARLY, AxisId.G2: Goal.NOT_YET}
    review = (
        ("Elke donderdag een uur samen leren", Outcome.PARTLY,
         "In december te druk, sinds januari elke week."),
        ("Cursus veilig werken", Outcome.DONE, None),
        ("Meelopen bij een klant", Outcome.NOT, "De klant had geen tijd."),
    )  # fmt: skip
    earlier = Earlier(
        date=date(2026, 7, 8),
        axes=tuple(
            EarlierAxis(
                id=axis,
                stand=then[at],
                band=None,
                target=None,
                change=changes[at],
                goal=goals.get(axis),
            )
            for at, axis in enumerate(AXES)
        ),
        review=tuple(
            ReviewedAfspraak(afspraak=at, title=title, outcome=outcome, helped=helped)
            for at, (title, outcome, helped) in enumerate(review, start=1)
        ),
    )
    return replace(team(staff), earlier=earlier)


def concept(staff: int = 9) -> Report:
    """Not complete, and not yet asked who can work with it."""
    whole = agreement()
    first, second, third = whole.afspraken
    lacking = (
        Missing(field="who", afspraak=1),
        Missing(field="first_step_date", afspraak=1),
        Missing(field="euros", afspraak=3),
        Missing(field="keeper"),
    )
    return replace(
        team(staff),
        consent=None,
        agreement=replace(
            whole,
            afspraken=(
                replace(first, who=None, first_step_date=None),
                second,
                replace(third, euros=None),
            ),
            keeper="",
            status=AgreementStatus.CONCEPT,
            missing=lacking,
        ),
    )


def sentence(length: int, seed: int = 0) -> str:
    """Return Dutch words of that length together; another seed, other words."""
    words = (
        "wij leren elke week samen aan de auto en vragen de leverancier om hulp als het "
        "druk is dan schuift het naar vrijdag en iedereen laat zien wat hij kan doen"
    ).split()
    text = ""
    at = seed
    while len(text) < length:
        text += words[at % len(words)] + " "
        at += 1
    return text[:length].strip().capitalize()


def full(staff: int = 15, low: int = 40, high: int = 80) -> Report:
    """Every field filled with texts of `low` to `high` characters."""
    lengths = [low + (high - low) * step // 4 for step in (2, 0, 4, 1, 3)]
    counter = iter(range(1000))

    def text() -> str:
        at = next(counter)
        return sentence(lengths[at % 5], at * 3)

    def one(axis: AxisId) -> Afspraak:
        return Afspraak(
            axis=axis,
            title=text(),
            result=text(),
            yields=text(),
            who=text(),
            maatje=text(),
            first_step=text(),
            first_step_date=date(2026, 11, 16),
            when=text(),
            hours=10,
            working_time=True,
            euros=1280,
            paid_by=text(),
            needs=text(),
            if_then=text(),
            evidence=text(),
            obligatory=True,
        )

    base = team(staff)
    return replace(
        base,
        facts=replace(
            base.facts,
            question=text(),
            quotes=(text(), text()),
            already_doing=(text(), text(), text()),
            coming=(text(), text()),
        ),
        agreement=replace(
            base.agreement,
            afspraken=tuple(one(axis) for axis in (AxisId.G2, AxisId.A4, AxisId.A3)),
            owner_promise=text(),
            team_promise=text(),
            keeper="Anouk",
        ),
    )


def extreme(staff: int = 16) -> Report:
    """Texts of 500 characters everywhere and names of 80 characters without a space."""
    base = full(staff, 500, 500)
    long_names = tuple(f"{name}{'abcdefghij' * 8}"[:80] for name in STAFF[:staff])
    return replace(
        base,
        facts=replace(
            base.facts,
            company="Autobedrijf" + "Langenaam" * 7 + "DeBrug",
            names=long_names,
            owner_names=("M" * 80,),
            already_doing=tuple(sentence(500, seed) for seed in range(7)),
            coming=tuple(sentence(500, seed) for seed in range(3, 6)),
            quotes=tuple(sentence(500, seed) for seed in range(8, 11)),
        ),
        agreement=replace(base.agreement, keeper="K" * 80),
    )


def bare() -> Report:
    """Nothing but what a session must have: no stand, no question, no afspraak."""
    base = team(5, 2)
    return replace(
        base,
        facts=SessionFacts(
            company="Vos",
            sector=Sector.OTHER,
            question="",
            date=date(2026, 11, 11),
            length=45,
            staff=5,
            owners=2,
            owner_apart=False,
            language="nl",
        ),
        axes=tuple(AxisResult(id=axis, label=LABELS[axis]) for axis in AXES),
        three_words=ThreeWords(weten=None, willen=None, kunnen=None),
        talk_about=(),
        summary=Summary(goes_well=(), differs=(), low=()),
        focus=(),
        agreement=Agreement(
            missing=(
                Missing(field="afspraken"),
                Missing(field="follow_up"),
                Missing(field="keeper"),
            )
        ),
        consent=None,
    )


def disputed() -> Report:
    """Filled in, but not everyone can work with it."""
    base = team(9, 2)
    return replace(
        base,
        consent=ConsentOutcome.NOT_YET,
        better=("Als het ook op dinsdag mag", "Als de planning het weet"),
        agreement=replace(base.agreement, status=AgreementStatus.CONCEPT),
    )


def adjusted() -> Report:
    return replace(disputed(), consent=ConsentOutcome.WITH_CHANGES, agreement=agreement())

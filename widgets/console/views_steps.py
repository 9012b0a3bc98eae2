"""What the pages of the simple steps show: whole texts, frozen."""

from msgspec import Struct


class Fact(Struct, frozen=True, kw_only=True):
    """A short true sentence with an icon."""

    icon: str
    text: str


class StepView(Struct, frozen=True, kw_only=True):
    """A step of the session. `kicker` is the line above the title."""

    kicker: str
    title: str
    say: str
    tips: tuple[str, ...]
    facts_title: str = ""
    facts: tuple[Fact, ...] = ()


class QuestionStep(Struct, frozen=True, kw_only=True):
    step: StepView
    question: str
    coming: tuple[str, ...]


class ListStep(Struct, frozen=True, kw_only=True):
    step: StepView
    items: tuple[str, ...]


class Section(Struct, frozen=True, kw_only=True):
    """Sentences of one kind, such as what goes well."""

    icon: str
    title: str
    lines: tuple[str, ...]


class WordStand(Struct, frozen=True, kw_only=True):
    """One of the three words of learning with its stand."""

    word: str
    stand: str


class DeepTalk(Struct, frozen=True, kw_only=True):
    """An axis to take time for, and the question to ask."""

    label: str
    question: str


class RadarStep(Struct, frozen=True, kw_only=True):
    step: StepView
    sections: tuple[Section, ...]
    three_title: str
    three: tuple[WordStand, ...]
    talks_title: str
    talks: tuple[DeepTalk, ...]
    quotes: tuple[str, ...]


class Party(Struct, frozen=True, kw_only=True):
    """Staff or owner: the sentence they had, their stand where it is shown, and the question."""

    order: str
    name: str
    sentence: str
    stand: str
    question: str


class WhoStartsStep(Struct, frozen=True, kw_only=True):
    step: StepView
    axis: str
    staff: Party
    owner: Party

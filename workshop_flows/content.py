"""Typed content: what the team reads, hears and may choose.

The texts are in `resources/content/<language>/*.toml`; `app.content` reads them.
Everything here is frozen and complete: a `Content` that exists has seven axes in
their fixed order, three statements each, unique ids, the words for every step and
three programmes that add up.
"""

import re
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from workshop_flows.content_rules import check
from workshop_flows.vocabulary import AXES, AxisId, Length, Mode, Sector, Step, Way

# Control characters, and those that turn the direction of all text after them.
_UNSEEN = r"\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"

Text = Annotated[str, Meta(min_length=1, max_length=500, pattern=rf"^(?=.*\S)[^\n{_UNSEEN}]*\Z")]
"""One paragraph: not blank, nothing unseen in it."""
Speech = Annotated[
    str, Meta(min_length=1, max_length=1500, pattern=rf"^(?=[\s\S]*\S)[^{_UNSEEN}]*\Z")
]
"""Words to say aloud; a line feed begins a new paragraph."""
Keyword = Annotated[str, Meta(min_length=2, max_length=40, pattern=r"^[^\W_]+\Z")]
CostClass = Annotated[int, Meta(ge=0, le=3)]


class Frozen(Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of content: immutable, and an unknown key is an error."""


class Statement(Frozen, frozen=True, kw_only=True):
    """One statement, in the wording of each role. `id` is axis and number: 'A1.2'."""

    id: Annotated[str, Meta(pattern=r"^(A[1-4]|G[1-3])\.[1-3]\Z")]
    staff: Text
    owner: Text
    in_other_words: Text
    """The same statement to the staff in other words, read aloud when asked."""

    @property
    def axis(self) -> AxisId:
        return AxisId(self.id[:2])

    @property
    def number(self) -> int:
        return int(self.id[3:])


class TalkQuestion(Frozen, frozen=True, kw_only=True):
    """A question to talk about: a short one, and a deeper one for the telling axes."""

    short: Text
    deep: Text


class Talk(Frozen, frozen=True, kw_only=True):
    """The talk question that fits what is shown of an axis."""

    low: TalkQuestion
    high: TalkQuestion
    divided: TalkQuestion
    owner_differs: TalkQuestion
    """Asks staff first, owner last; fits whoever is the higher of the two."""


class Sentences(Frozen, frozen=True, kw_only=True):
    """Whole result sentences of an axis for projector and paper.

    They compare and never judge one side alone, so they stay true at every height.
    """

    well: Text
    """The stand is high."""
    well_both: Text
    """The stand is high and the owner, who is shown, says the same."""
    low: Text
    divided: Text
    """The staff's answers differ much."""
    owner_higher: Text
    owner_lower: Text


class Axis(Frozen, frozen=True, kw_only=True):
    id: AxisId
    label: Text
    staff: Text
    """Subtitle to the staff, in the first person."""
    owner: Text
    """Subtitle to the owner, in the first person."""
    say: Text
    """What the facilitator says before the axis's first statement, in every mode."""
    in_other_words: Text
    """What the axis is about, in one or two plain sentences."""
    tips: Annotated[tuple[Text, ...], Meta(min_length=2)]
    """For the facilitator only."""
    talk: Talk
    sentences: Sentences
    ask_staff: Text
    """'Wie begint?': the one question to the staff."""
    ask_owner: Text
    """'Wie begint?': the one question to the owner."""
    statements: Annotated[tuple[Statement, ...], Meta(min_length=3, max_length=3)]


class ScalePoint(Frozen, frozen=True, kw_only=True):
    """One answer; value None is 'weet ik niet / sla over'."""

    value: Annotated[int, Meta(ge=1, le=5)] | None = None
    label: Text


class Action(Frozen, frozen=True, kw_only=True):
    """One action of the library.

    `sectors` empty means every trade. `cost` is a range of cost classes: 0 own hours
    only, 1 under 250 euro, 2 from 250 to 1,500 euro, 3 above.
    """

    id: Annotated[int, Meta(ge=1)]
    title: Text
    axes: Annotated[tuple[AxisId, ...], Meta(min_length=1, max_length=2)]
    kind: Literal["informal", "nonformal", "formal", "support"]
    sectors: tuple[Sector, ...] = ()
    time: Text
    cost: tuple[CostClass, CostClass]
    yields: Text
    first_step: Text
    for_owner: bool = False
    """The owner himself carries this action out."""
    voluntary: bool = False
    own_data: bool = False
    """Only a person's own figures, shown by that person."""
    no_faces: bool = False
    no_client_data: bool = False
    keywords: Annotated[tuple[Keyword, ...], Meta(min_length=1)]
    """Beginnings of words, in lower case, that tie it to what is coming and to what a team
    does already. One of two or three letters ('ai') stands for the whole word only."""


class ProgrammePart(Frozen, frozen=True, kw_only=True):
    """A part of the agenda. In step `vote` one part is one axis: `minutes` counts its
    statements and `talk` the talk after it; elsewhere `talk` is nought."""

    step: Step
    axis: AxisId | None = None
    minutes: Annotated[float, Meta(gt=0)]
    talk: Annotated[float, Meta(ge=0)] = 0


class Programme(Frozen, frozen=True, kw_only=True):
    """The agenda of a session of this length, without preparing and without a review."""

    length: Length
    parts: Annotated[tuple[ProgrammePart, ...], Meta(min_length=1)]

    @property
    def total(self) -> float:
        """Minutes of all parts together."""
        return sum(part.minutes + part.talk for part in self.parts)


class Words(Frozen, frozen=True, kw_only=True):
    """What the facilitator says and minds in a step."""

    say: Speech
    tips: tuple[Text, ...] = ()


class WayWords(Frozen, frozen=True, kw_only=True):
    """What there is to say and mind besides, when people vote in secret in this way."""

    say: Speech | None = None
    tips: tuple[Text, ...]

    def after(self, words: Words) -> Words:
        said = (words.say, self.say) if self.say else (words.say,)
        return Words(say="\n".join(said), tips=(*words.tips, *self.tips))


class StepGuide(Frozen, frozen=True, kw_only=True):
    """The facilitator's words for a step: `say` and `tips`, where a small group asks for other
    words those of mode pooled and of mode open, and what each way to vote in secret adds.
    Choose with `words`."""

    step: Step
    title: Text
    say: Speech
    tips: tuple[Text, ...] = ()
    pooled: Words | None = None
    open: Words | None = None
    slips: WayWords | None = None
    devices: WayWords | None = None
    mixed: WayWords | None = None

    def words(self, mode: Mode, way: Way = Way.SLIPS) -> Words:
        """Return what to say and mind in this mode, when people vote in this way."""
        small = {Mode.POOLED: self.pooled, Mode.OPEN: self.open}.get(mode)
        words = small or Words(say=self.say, tips=self.tips)
        ways = {Way.SLIPS: self.slips, Way.DEVICES: self.devices, Way.MIXED: self.mixed}
        besides = None if mode is Mode.OPEN else ways[way]
        return words if besides is None else besides.after(words)


class Note(Frozen, frozen=True, kw_only=True):
    """A scheme or a legal fact for the facilitator only, true on a date and to be checked."""

    id: Text
    title: Text
    text: Text
    as_of: date
    source: Text


class Banned(Frozen, frozen=True, kw_only=True):
    """Words that the team never sees: whole words (or word groups) and beginnings of words.

    A hyphen counts as a space, so that 'LLO-plan' and 'non-formeel' are found as well.
    """

    words: tuple[Text, ...]
    beginnings: tuple[Text, ...] = ()

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return the banned words that the text holds, whatever their case."""
        spaced = _spaced(text)
        return tuple(
            word
            for words, end in ((self.words, r"(?!\w)"), (self.beginnings, ""))
            for word in words
            if re.search(rf"(?<!\w){re.escape(_spaced(word))}{end}", spaced)
        )


def _spaced(text: str) -> str:
    return " ".join(re.sub(r"[-\u2010-\u2015]", " ", text.replace("\u00ad", "")).casefold().split())


class Content(Frozen, frozen=True, kw_only=True):
    """All content of one language. Making one raises ContentError for a broken rule."""

    language: Literal["nl", "en"]
    axes: tuple[Axis, ...]
    scale: tuple[ScalePoint, ...]
    actions: tuple[Action, ...]
    programmes: tuple[Programme, ...]
    guides: tuple[StepGuide, ...]
    notes: tuple[Note, ...]
    banned: Banned

    def __post_init__(self) -> None:
        check(self)

    def axis(self, axis: AxisId) -> Axis:
        return self.axes[AXES.index(axis)]

    def statement(self, statement: str) -> Statement:
        """Raise KeyError for an id that is not there."""
        for axis in self.axes:
            for one in axis.statements:
                if one.id == statement:
                    return one
        raise KeyError(statement)

    def action(self, action: int) -> Action | None:
        return next((one for one in self.actions if one.id == action), None)

    def programme(self, length: Length) -> Programme:
        return next(one for one in self.programmes if one.length == length)

    def guide(self, step: Step) -> StepGuide:
        return self.guides[list(Step).index(step)]

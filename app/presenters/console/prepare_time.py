"""Where the time of a session goes, for the page to prepare it."""

from collections.abc import Sequence
from typing import Final, get_args

from app.content import load_content
from resources.catalogue import Catalogue
from widgets.console.views_prepare import BarPart, LengthView
from widgets.controls.options import Option
from workshop_flows.content import ProgrammePart
from workshop_flows.vocabulary import AXES, STATEMENTS_PER_AXIS, Length, Step

_BARS: Final = (
    (Step.WELCOME,),
    (Step.QUESTION, Step.ALREADY_DOING),
    (Step.VOTE,),
    (Step.RADAR, Step.WHO_STARTS),
    (Step.FOCUS,),
    (Step.ACTIONS, Step.AGREEMENT),
    (Step.CONSENT, Step.PRINT, Step.CLOSE),
)
_WORDS: Final = {
    "begin": (Step.WELCOME, Step.QUESTION, Step.ALREADY_DOING),
    "statements": (Step.VOTE,),
    "radar": (Step.RADAR, Step.WHO_STARTS, Step.FOCUS),
    "actions": (Step.ACTIONS, Step.AGREEMENT, Step.CONSENT, Step.PRINT, Step.CLOSE),
}


def length_view(length: Length, texts: Catalogue) -> LengthView:
    parts = load_content(texts.language).programme(length).parts
    minutes = {name: f"{_minutes(parts, steps):.0f}" for name, steps in _WORDS.items()}
    return LengthView(
        options=tuple(_option(one, texts) for one in get_args(Length)),
        chosen=length,
        parts=tuple(
            BarPart(minutes=_minutes(parts, steps), marked=Step.VOTE in steps) for steps in _BARS
        ),
        words=texts.text("prepare.time", **minutes),
    )


def _option(length: Length, texts: Catalogue) -> Option:
    statements = STATEMENTS_PER_AXIS[length] * len(AXES)
    return Option(
        key=length,
        text=texts.text("prepare.minutes", minutes=length),
        second=texts.text("prepare.statements", number=statements),
    )


def _minutes(parts: Sequence[ProgrammePart], steps: Sequence[Step]) -> float:
    return sum(part.minutes + part.talk for part in parts if part.step in steps)

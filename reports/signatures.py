"""Lines to sign on: one for every seat, with the name where it is known."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from reports.blocks import Cut
from reports.ink import rgb
from reports.line import Span
from reports.paper import Paper
from reports.paragraph import Paragraph, Style
from reports.setting import SMALL
from reports.words import Words
from workshop_flows.views import SessionFacts

GAP: Final = 15.4
LEAST_PITCH: Final = 34.0
WIDEST_PITCH: Final = 50.0
UNDER: Final = 3.0
"""Space between a line and the name under it."""
_NAME: Final = Style(SMALL, 1.2)


def signers(facts: SessionFacts, words: Words) -> tuple[str, ...]:
    """Return what stands under each line: owners first, then staff.

    Every name gets a line, also when there are more names than seats; a seat without a
    name has its role.
    """
    owners = [words.say("role.owner_name", name=words.typed(name)) for name in facts.owner_names]
    owners += [words.say("role.owner")] * (facts.owners - len(owners))
    staff = [words.typed(name) for name in facts.names]
    staff += [words.say("role.staff")] * (facts.staff - len(staff))
    return (*owners, *staff)


class Signatures(Struct, frozen=True):
    """Lines to sign on in two or three columns; `pitch` is the distance of the lines.

    A row with a name of several lines is higher, so that the room to sign stays.
    """

    names: tuple[str, ...]
    columns: int
    pitch: float

    def rows(self) -> list[tuple[str, ...]]:
        return [
            self.names[at : at + self.columns] for at in range(0, len(self.names), self.columns)
        ]

    def _column(self, width: float) -> float:
        return (width - GAP * (self.columns - 1)) / self.columns

    def _row_height(self, row: tuple[str, ...], width: float) -> float:
        label = max(_label(name).height(self._column(width)) for name in row)
        return self.pitch + label - _NAME.line_height

    def height(self, width: float) -> float:
        return sum(self._row_height(row, width) for row in self.rows())

    def split(self, width: float, room: float) -> Cut:
        used = 0.0
        for number, row in enumerate(self.rows()):
            used += self._row_height(row, width)
            if used > room + 1e-6:
                at = number * self.columns
                if not at:
                    return None, self
                return replace(self, names=self.names[:at]), replace(self, names=self.names[at:])
        return self, None

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        below = top
        column = self._column(width)
        lines = []
        for row in self.rows():
            line = below - self.pitch + UNDER + _NAME.line_height
            for number, name in enumerate(row):
                left = x + number * (column + GAP)
                lines.append((left, line, left + column, line))
                _label(name).draw(paper, left, line - UNDER, column)
            below -= self._row_height(row, width)
        paper.canvas.setStrokeColor(rgb("ink"))
        paper.canvas.setLineWidth(0.96)
        paper.canvas.lines(lines)
        return top - below


def _label(name: str) -> Paragraph:
    return Paragraph((Span(name, role="ink_2"),), _NAME)


def in_columns(names: tuple[str, ...]) -> int:
    return 2 if len(names) <= 10 else 3

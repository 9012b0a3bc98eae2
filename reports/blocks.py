"""Blocks: the pieces that a sheet is stacked from. All lengths are points.

A block knows its height at a width, can be cut in two where the sheet ends, and draws
itself down from `top`. Drawing never measures anything that `height` did not.
"""

from itertools import dropwhile
from typing import Final, Literal, NamedTuple, Protocol

from msgspec import Struct
from msgspec.structs import replace

from reports.ink import rgb
from reports.paper import Paper

TOLERANCE: Final = 1e-6


class Block(Protocol):
    """Anything that can stand on a sheet."""

    def height(self, width: float) -> float: ...

    def split(self, width: float, room: float) -> "Cut":
        """Return what fits in `room` and what is left; None for a side without anything."""
        ...

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        """Draw the block down from `top` and return its height."""
        ...


Cut = tuple[Block | None, Block | None]


class Item(NamedTuple):
    """A block in a stack.

    `gap` is the space before it, left out at the top. `keep`: the next item follows on the
    same sheet. `whole`: up to this height it goes to the next sheet rather than be cut;
    higher ones would leave a hole where they stood.
    """

    block: Block
    gap: float = 0.0
    keep: bool = False
    whole: float = 0.0


class Stack(Struct, frozen=True):
    """Blocks under each other."""

    items: tuple[Item, ...]

    def height(self, width: float) -> float:
        gaps = sum(item.gap for item in self.items[1:])
        return gaps + sum(item.block.height(width) for item in self.items)

    def split(self, width: float, room: float) -> Cut:
        used = 0.0
        for at, item in enumerate(self.items):
            gap = item.gap if at else 0.0
            height = item.block.height(width)
            if used + gap + height > room + TOLERANCE:
                return self._cut(at, width, room - used - gap)
            used += gap + height
        return self, None

    def loosened(self) -> "Stack":
        """Return the stack without any wish to stay together."""
        return Stack(tuple(item._replace(keep=False, whole=0.0) for item in self.items))

    def _cut(self, at: int, width: float, room: float) -> Cut:
        """Cut in the item that does not fit, or before it and the headings that hold to it."""
        item = self.items[at]
        may_wait = any(not before.keep for before in self.items[:at])
        waits = may_wait and item.whole > 0 and item.block.height(width) <= item.whole
        head, tail = (None, None) if waits else item.block.split(width, room)
        if head is not None and tail is not None:
            upper = (*self.items[:at], item._replace(block=head))
            return Stack(upper), Stack((item._replace(block=tail), *self.items[at + 1 :]))
        while at and self.items[at - 1].keep:
            at -= 1
        if not at:
            return None, self
        # A line between two things does not stand on top of a sheet.
        rest = tuple(dropwhile(_is_rule, self.items[at:]))
        return Stack(self.items[:at]), Stack(rest)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        below = top
        for at, item in enumerate(self.items):
            below -= item.gap if at else 0.0
            below -= item.block.draw(paper, x, below, width)
        return top - below


def _is_rule(item: Item) -> bool:
    return isinstance(item.block, Rule)


class Nothing(Struct, frozen=True):
    """Holds the place of a column that has come to its end."""

    def height(self, width: float) -> float:
        return 0.0

    def split(self, width: float, room: float) -> Cut:
        return None, self

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        return 0.0


class Columns(Struct, frozen=True):
    """Blocks beside each other; `shares` of the width that the gaps leave."""

    blocks: tuple[Block, ...]
    gap: float
    shares: tuple[float, ...] = ()

    def _widths(self, width: float) -> list[float]:
        shares = self.shares or (1.0,) * len(self.blocks)
        room = width - self.gap * (len(self.blocks) - 1)
        return [room * share / sum(shares) for share in shares]

    def height(self, width: float) -> float:
        widths = self._widths(width)
        return max(
            (block.height(one) for block, one in zip(self.blocks, widths, strict=True)), default=0.0
        )

    def split(self, width: float, room: float) -> Cut:
        cuts = [
            _cut_or_keep(block, one, room)
            for block, one in zip(self.blocks, self._widths(width), strict=True)
        ]
        if all(head is None for head, _ in cuts):
            return None, self
        heads = tuple(head or Nothing() for head, _ in cuts)
        tails = tuple(tail or Nothing() for _, tail in cuts)
        return Columns(heads, self.gap, self.shares), Columns(tails, self.gap, self.shares)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        heights = []
        for block, one in zip(self.blocks, self._widths(width), strict=True):
            heights.append(block.draw(paper, x, top, one))
            x += one + self.gap
        return max(heights, default=0.0)


def _cut_or_keep(block: Block, width: float, room: float) -> Cut:
    return (block, None) if block.height(width) <= room + TOLERANCE else block.split(width, room)


class Rule(Struct, frozen=True):
    """A line across the width."""

    weight: float = 0.96

    def height(self, width: float) -> float:
        return self.weight

    def split(self, width: float, room: float) -> Cut:
        return None, self

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        paper.canvas.setStrokeColor(rgb("ink"))
        paper.canvas.setLineWidth(self.weight)
        paper.canvas.line(x, top - self.weight / 2, x + width, top - self.weight / 2)
        return self.weight


class Box(Struct, frozen=True):
    """A block in a box with round corners: a soft ground, or a line around it."""

    block: Block
    look: Literal["soft", "line"]
    padding: tuple[float, float]
    """Left and right, above and below."""

    def height(self, width: float) -> float:
        return self.block.height(width - 2 * self.padding[0]) + 2 * self.padding[1]

    def split(self, width: float, room: float) -> Cut:
        head, tail = self.block.split(width - 2 * self.padding[0], room - 2 * self.padding[1])
        return (
            Box(head, self.look, self.padding) if head else None,
            Box(tail, self.look, self.padding) if tail else None,
        )

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        height = self.height(width)
        if self.look == "soft":
            paper.canvas.setFillColor(rgb("sunken"))
            paper.canvas.roundRect(x, top - height, width, height, 6, stroke=0, fill=1)
        else:
            paper.canvas.setStrokeColor(rgb("ink"))
            paper.canvas.setLineWidth(1.4)
            paper.canvas.roundRect(x + 0.7, top - height + 0.7, width - 1.4, height - 1.4, 7)
        inner = width - 2 * self.padding[0]
        self.block.draw(paper, x + self.padding[0], top - self.padding[1], inner)
        return height


class Indented(Struct, frozen=True):
    """A block that makes way on its left for a mark; what is cut off has none."""

    block: Block
    indent: float

    def height(self, width: float) -> float:
        return self.block.height(width - self.indent)

    def split(self, width: float, room: float) -> Cut:
        head, tail = self.block.split(width - self.indent, room)
        return (
            replace(self, block=head) if head else None,
            Indented(tail, self.indent) if tail else None,
        )

    def draw(self, paper: Paper, x: float, top: float, width: float) -> float:
        self.draw_mark(paper, x, top)
        return self.block.draw(paper, x + self.indent, top, width - self.indent)

    def draw_mark(self, paper: Paper, x: float, top: float) -> None:
        """Draw the mark; none here."""

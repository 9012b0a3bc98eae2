"""Blocks under each other: measured first, then put where there is room for them."""

from collections.abc import Sequence
from typing import Final, Protocol

from widgets.marks import Box
from widgets.projector.sheet import Sheet

SHRINK: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""How much smaller a block is made before something has to go."""


class Block(Protocol):
    """A part of a page that knows its height only when it is put."""

    def put(self, sheet: Sheet, place: Box, scale: float) -> float:
        """Put the block at the top of the place, `scale` times its size; return its end."""


def height_of(sheet: Sheet, block: Block, width: float, scale: float = 1.0) -> float:
    return block.put(sheet.scratch(), Box(0.0, 0.0, width, 1e6), scale)


def stack_between(
    sheet: Sheet, variants: Sequence[Sequence[Block]], place: Box, gap: float = 24.0
) -> None:
    """Put the first variant that fits over the height, with equal room between its blocks.

    Variants go from rich to poor. When none fits the last one is put from the top.
    """
    for scale, blocks in ((scale, blocks) for blocks in variants for scale in SHRINK):
        heights = [height_of(sheet, block, place.width, scale) for block in blocks]
        spare = place.height - sum(heights)
        if spare >= gap * (len(blocks) - 1):
            break
    between = max(gap, spare / max(1, len(blocks) - 1))
    y = place.y
    for block, high in zip(blocks, heights, strict=True):
        block.put(sheet, place._replace(y=y, height=high), scale)
        y += high + between


def scaled(size: float, scale: float, floor: float) -> int:
    """Return a whole size of a font, never under its floor."""
    return max(round(floor), round(size * scale))

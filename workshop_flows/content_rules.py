"""The rules that content keeps as a whole; `Content` checks them when it is made."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from workshop_flows.vocabulary import AXES, AxisId, Step

if TYPE_CHECKING:
    from workshop_flows.content import Action, Axis, Content, Programme

NOT_IN_PROGRAMME: Final = frozenset({Step.PREPARE, Step.REVIEW})
"""Preparing comes before the clock starts; only a follow-up reviews, in the time that it
saves on the question and on what the team already does."""


class ContentError(ValueError):
    """Content that breaks a rule of the whole.

    `rule` names the rule, `key` says where, `values` say what is there and what would be right.
    """

    def __init__(self, rule: str, key: str, /, **values: object) -> None:
        super().__init__(f"{key}: {rule} {values}")
        self.rule = rule
        self.key = key
        self.values = values


def check(content: "Content") -> None:
    """Raise ContentError for the first broken rule."""
    _check_axes(content.axes)
    if [point.value for point in content.scale] != [1, 2, 3, 4, 5, None]:
        raise ContentError("scale_values", "scale")
    _check_actions(content.actions)
    _check_programmes(content.programmes)
    if [guide.step for guide in content.guides] != list(Step):
        raise ContentError("guide_steps", "guides", wanted=", ".join(Step))
    _check_once((note.id for note in content.notes), "notes")


def _check_axes(axes: "tuple[Axis, ...]") -> None:
    if tuple(axis.id for axis in axes) != AXES:
        raise ContentError("axis_order", "axes", wanted=", ".join(AXES))
    for axis in axes:
        wanted = [f"{axis.id}.{number}" for number in (1, 2, 3)]
        if [statement.id for statement in axis.statements] != wanted:
            key = f"axes[{axis.id}].statements"
            raise ContentError("statement_ids", key, wanted=", ".join(wanted))


def _check_actions(actions: "tuple[Action, ...]") -> None:
    _check_once((action.id for action in actions), "actions")
    for action in actions:
        if action.cost[0] > action.cost[1]:
            raise ContentError("cost_order", f"actions[{action.id}].cost")
        if len(set(action.axes)) != len(action.axes):
            raise ContentError("axis_twice", f"actions[{action.id}].axes")
        for keyword in action.keywords:
            if keyword != keyword.casefold():
                key = f"actions[{action.id}].keywords"
                raise ContentError("keyword_case", key, found=keyword)


def _check_programmes(programmes: "tuple[Programme, ...]") -> None:
    if [programme.length for programme in programmes] != [45, 60, 90]:
        raise ContentError("programme_lengths", "programmes")
    wanted: list[tuple[Step, AxisId | None]] = []
    for step in Step:
        if step is Step.VOTE:
            wanted.extend((step, axis) for axis in AXES)
        elif step not in NOT_IN_PROGRAMME:
            wanted.append((step, None))
    for programme in programmes:
        key = f"programmes[{programme.length}].parts"
        if [(part.step, part.axis) for part in programme.parts] != wanted:
            raise ContentError("programme_steps", key)
        if any(part.talk for part in programme.parts if part.step is not Step.VOTE):
            raise ContentError("programme_talk", key)
        # 'not close' and not 'far': a sum that is not a number is neither.
        if not abs(programme.total - programme.length) < 1e-9:
            total, wanted_total = f"{programme.total:g}", programme.length
            raise ContentError("programme_sum", key, total=total, wanted=wanted_total)


def _check_once(ids: Iterable[object], key: str) -> None:
    twice = [one for one, count in Counter(ids).items() if count > 1]
    if twice:
        raise ContentError("id_twice", key, found=twice[0])

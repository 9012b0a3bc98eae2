"""The content is complete, says to the letter what is fixed, and adds up."""

import datetime
import re
from itertools import product

import pytest
from msgspec.structs import replace

from app.content import load_content
from tests.content.expected import ACTIONS, FLAGS, LABELS, SCALE, STATEMENTS
from workshop_flows.content import Content, Programme
from workshop_flows.content_rules import ContentError
from workshop_flows.ranking import Why, Wishes, rank
from workshop_flows.vocabulary import (
    AXES,
    STATEMENTS_PER_AXIS,
    AxisId,
    Language,
    Length,
    Mode,
    Sector,
    Step,
    Way,
)

TYPES = {"I": "informal", "N": "nonformal", "F": "formal", "-": "support"}
SECTORS = {
    "g": Sector.GARAGE,
    "m": Sector.METAL,
    "t": Sector.TRANSPORT,
    "s": Sector.STAFFING,
    "b": Sector.BUSINESS,
    "o": Sector.TRAINING,
}
LENGTHS: tuple[Length, ...] = (45, 60, 90)
LANGUAGES: tuple[Language, ...] = ("nl", "en")
KNOWN_SHORT = {"ai", "app", "bhv", "cnc", "law", "ill", "vca"}
TODAY = datetime.date(2026, 11, 22)
"""The day on which the notes were written."""


@pytest.fixture(params=LANGUAGES)
def content(request: pytest.FixtureRequest) -> Content:
    return load_content(request.param)


@pytest.fixture
def dutch() -> Content:
    return load_content("nl")


def test_labels_to_the_letter(dutch: Content) -> None:
    assert {axis.id: (axis.label, axis.staff, axis.owner) for axis in dutch.axes} == LABELS


def test_statements_to_the_letter(dutch: Content) -> None:
    found = {one.id: (one.staff, one.owner) for axis in dutch.axes for one in axis.statements}
    assert found == STATEMENTS
    assert len(found) * 2 == 42


def test_scale_to_the_letter(dutch: Content) -> None:
    assert {point.value: point.label for point in dutch.scale} == SCALE


def test_actions_have_the_facts_of_the_library(content: Content) -> None:
    rows = [[cell.strip() for cell in row.split("|")] for row in ACTIONS.strip().splitlines()]
    assert [str(action.id) for action in content.actions] == [row[0] for row in rows]
    for action, (_, axes, kind, sectors, cost) in zip(content.actions, rows, strict=True):
        assert list(action.axes) == axes.split(), action.id
        assert action.kind == TYPES[kind[0]], action.id
        everyone = "a" in sectors.split()
        wanted = [] if everyone else [SECTORS[letter] for letter in sectors.split()]
        assert list(action.sectors) == wanted, action.id
        assert list(action.cost) == [int(cost[0]), int(cost[-1])], action.id


def test_actions_carry_their_flags(content: Content) -> None:
    for flag, wanted in FLAGS.items():
        assert {one.id for one in content.actions if getattr(one, flag)} == wanted, flag


def test_every_axis_and_every_trade_is_reached(content: Content) -> None:
    for axis in AXES:
        assert sum(axis in action.axes for action in content.actions) >= 4, axis
    for sector in Sector:
        for axis in AXES:
            fitting = [
                action
                for action in content.actions
                if axis in action.axes and (not action.sectors or sector in action.sectors)
            ]
            assert len(fitting) >= 4, (sector, axis)


def test_titles_of_actions_differ(content: Content) -> None:
    assert len({action.title for action in content.actions}) == 54


def test_time_is_written_out(content: Content) -> None:
    unit = {"nl": r"\b(minuten|uur|dag|avond)\b", "en": r"\b(minutes|hours?|day|evening)\b"}
    for action in content.actions:
        assert re.search(unit[content.language], action.time), action.time
        assert "/" not in action.time


def test_keywords_are_stems_that_tell_apart(content: Content) -> None:
    for action in content.actions:
        assert 3 <= len(action.keywords) <= 8, action.id
        assert len(set(action.keywords)) == len(action.keywords), action.id
        short = {word for word in action.keywords if len(word) < 4}
        assert short <= KNOWN_SHORT, action.id
    for keyword in {word for action in content.actions for word in action.keywords}:
        tied = [action.id for action in content.actions if keyword in action.keywords]
        assert len(tied) <= 10, f"{keyword} ties {tied} and tells nothing apart"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Meer elektrische auto's", {19, 43}),
        ("AI", {25}),
        ("nieuwe regels", {20, 37}),
        ("klanten willen sneller", {5, 18}),
        ("Te weinig personeel", {3, 29}),
        ("Twee vakmensen met pensioen", {12, 41}),
    ],
)
def test_what_is_coming_brings_actions_forward(dutch: Content, text: str, wanted: set[int]) -> None:
    wishes = Wishes(focus=(), sector=Sector.GARAGE, coming=(text,))
    tied = {
        one.action.id
        for one in rank(dutch.actions, wishes)
        if any(reason.why is Why.COMING for reason in one.reasons)
    }
    assert wanted <= tied


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Iedere vrijdag een storing navertellen", {1, 10}),
        ("Vragen stellen bij de koffie", {2}),
        ("Toolbox op maandag", {7, 8}),
        ("Nieuwe mensen krijgen een buddy", {3}),
    ],
)
def test_what_a_team_does_already_brings_actions_forward(
    dutch: Content, text: str, wanted: set[int]
) -> None:
    wishes = Wishes(focus=(), sector=Sector.GARAGE, already_doing=(text,))
    tied = {
        one.action.id
        for one in rank(dutch.actions, wishes)
        if any(reason.why is Why.BUILDS_ON for reason in one.reasons)
    }
    assert wanted <= tied


@pytest.mark.parametrize("length", LENGTHS)
def test_programmes_add_up_with_time_for_talk(content: Content, length: Length) -> None:
    programme = content.programme(length)
    assert sum(part.minutes + part.talk for part in programme.parts) == length
    votes = [part for part in programme.parts if part.step is Step.VOTE]
    assert [part.axis for part in votes] == list(AXES)
    for part in votes:
        seconds = part.minutes * 60 / STATEMENTS_PER_AXIS[length]
        assert 35 <= seconds <= 45
        assert part.talk >= 0.5
    by_step = {part.step: part.minutes for part in programme.parts}
    assert list(by_step) == [step for step in Step if step not in (Step.PREPARE, Step.REVIEW)]
    # Two telling axes get at least three minutes each; talk after an axis is much shorter.
    assert by_step[Step.RADAR] >= 6
    assert by_step[Step.RADAR] / 2 > 2 * max(part.talk for part in votes)


def test_ninety_minutes_follow_their_plan(dutch: Content) -> None:
    minutes = {part.step: part.minutes for part in dutch.programme(90).parts}
    votes = [part for part in dutch.programme(90).parts if part.step is Step.VOTE]
    voting, talk = sum(part.minutes for part in votes), sum(part.talk for part in votes)
    assert minutes[Step.WELCOME] + minutes[Step.QUESTION] == 10
    assert minutes[Step.ALREADY_DOING] == 8
    assert (
        voting + talk + sum(minutes[step] for step in (Step.RADAR, Step.WHO_STARTS, Step.FOCUS))
        == 15 + 22
    )
    assert minutes[Step.ACTIONS] == 12
    assert minutes[Step.AGREEMENT] == 15
    assert minutes[Step.CONSENT] + minutes[Step.PRINT] == 5
    assert minutes[Step.CLOSE] == 3


def test_every_step_has_words_in_every_mode(content: Content) -> None:
    for step in Step:
        guide = content.guide(step)
        assert guide.step is step
        for mode in Mode:
            assert guide.words(mode).say
            assert len(guide.words(mode).tips) >= 2


def test_notes_are_dated_and_ask_to_check(content: Content) -> None:
    check = {"nl": "ontroleer", "en": "heck"}[content.language]
    for note in content.notes:
        assert datetime.date(2020, 1, 1) < note.as_of <= TODAY, note.id
        assert check in note.text, note.id
        assert note.source


def test_notes_cover_what_an_advisor_is_asked(dutch: Content) -> None:
    said = " ".join(note.title + note.text for note in dutch.notes)
    for subject in ("werktijd", "terugbetalen", "SLIM", "fonds", "Code 95", "VCA"):
        assert subject in said
    fund = next(note for note in dutch.notes if note.id == "branch_fund")
    assert not re.search(r"\d", fund.text), "amounts of funds change every year"


def test_both_languages_hold_the_same() -> None:
    nl, en = load_content("nl"), load_content("en")
    for dutch, english in zip(nl.actions, en.actions, strict=True):
        same = ("id", "axes", "kind", "sectors", "cost", *FLAGS)
        for field in same:
            assert getattr(dutch, field) == getattr(english, field), (dutch.id, field)
    assert nl.programmes == en.programmes
    assert [(one.id, one.as_of) for one in nl.notes] == [(one.id, one.as_of) for one in en.notes]
    for guide, other in zip(nl.guides, en.guides, strict=True):
        for mode, way in product(Mode, Way):
            tips, tips_there = (one.words(mode, way).tips for one in (guide, other))
            assert len(tips) == len(tips_there), (guide.step, mode, way)
        assert (guide.pooled is None, guide.open is None) == (
            other.pooled is None,
            other.open is None,
        )


def broken_programme(content: Content, **part: object) -> Content:
    first, *others = content.programmes[0].parts
    changed = Programme(length=45, parts=(replace(first, **part), *others))
    return replace(content, programmes=(changed, *content.programmes[1:]))


@pytest.mark.parametrize(
    "part",
    [
        {"minutes": 4.0},
        {"minutes": float("nan")},
        {"minutes": float("inf")},
        {"talk": 1.0, "minutes": 2.0},
        {"step": Step.PREPARE},
        {"axis": AxisId.A1},
    ],
)
def test_a_programme_that_does_not_add_up_is_refused(
    dutch: Content, part: dict[str, object]
) -> None:
    with pytest.raises(ContentError, match="programme"):
        broken_programme(dutch, **part)


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("axis_order", lambda c: {"axes": c.axes[::-1]}),
        ("axis_order", lambda c: {"axes": c.axes[:6]}),
        ("scale_values", lambda c: {"scale": c.scale[::-1]}),
        ("id_twice", lambda c: {"actions": c.actions + c.actions[:1]}),
        ("id_twice", lambda c: {"notes": c.notes + c.notes[:1]}),
        ("programme_lengths", lambda c: {"programmes": c.programmes[:2]}),
        ("guide_steps", lambda c: {"guides": c.guides[1:]}),
        ("cost_order", lambda c: {"actions": (replace(c.actions[0], cost=(2, 1)),)}),
        ("axis_twice", lambda c: {"actions": (replace(c.actions[0], axes=("A1", "A1")),)}),
        ("keyword_case", lambda c: {"actions": (replace(c.actions[0], keywords=("Demo",)),)}),
        ("statement_ids", lambda c: {"axes": (swapped(c.axes[0]), *c.axes[1:])}),
    ],
)
def test_incomplete_content_cannot_exist(dutch: Content, rule: str, change: object) -> None:
    assert callable(change)
    with pytest.raises(ContentError) as caught:
        replace(dutch, **change(dutch))
    assert caught.value.rule == rule


def swapped(axis: object) -> object:
    return replace(axis, statements=axis.statements[::-1])  # type: ignore[attr-defined, type-var]


def test_content_is_found_by_id(dutch: Content) -> None:
    assert dutch.axis(AxisId.G2).label == "We hebben een plan"
    assert dutch.statement("A3.1").axis is AxisId.A3
    assert dutch.statement("A3.1").number == 1
    with pytest.raises(KeyError):
        dutch.statement("A3.4")
    assert dutch.action(26) is not None
    assert dutch.action(99) is None

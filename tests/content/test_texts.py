"""Every text that the team sees or hears is short, plain and free of jargon."""

import re
from collections import defaultdict

import pytest

from app.content import load_content
from tests.content import rules
from tests.content.readability import flesch_douma
from tests.content.walk import Piece, pieces, sentences, team_pieces, words
from workshop_flows.content import Banned, Content
from workshop_flows.vocabulary import Mode, Step, Way

EASY = 80
"""Douma's 'easy' begins here; the lowest readers in a garage or a metal shop must keep up."""

STANDARD = 60
"""Douma's 'standard': schemes and laws, read by the advisor only, with the names of laws."""

BANNED_IN_DOMAIN = {
    "nl": "Leven Lang Ontwikkelen, LLO, duurzame inzetbaarheid, attitude, intentie, "
    "intentiebepaler, gap, self-efficacy, sociale norm, leercultuur, competentie, "
    "gedragsverandering, interventie, HRM, formeel, informeel, non-formeel, scholingsbeleid, "
    "urgentie, consensus, score, meting, respondent",
    "en": "lifelong learning, attitude, gap, self-efficacy, social norm, learning culture, "
    "competency, intervention, HRM, informal, formal, non-formal, intention, consensus, score",
}


@pytest.fixture(params=["nl", "en"])
def content(request: pytest.FixtureRequest) -> Content:
    return load_content(request.param)


def text_rules(banned: Banned) -> list[rules.Rule]:
    return [
        rules.no_banned_word(banned),
        rules.short_sentences,
        rules.short_statement,
        rules.short_result,
        rules.fits_the_screen,
        rules.fits_the_card,
        rules.tidy,
        rules.asks,
    ]


def test_every_text_keeps_the_rules(content: Content) -> None:
    assert rules.broken(text_rules(content.banned), pieces(content)) == []


def test_the_walk_sees_every_kind_of_text(content: Content) -> None:
    found = team_pieces(content)
    per_file: dict[str, int] = defaultdict(int)
    for piece in found:
        per_file[piece.file] += 1
    # Names and words, questions, sentences, 'Wie begint?', three statements in three wordings.
    assert per_file["axes"] == 7 * (5 + 8 + 6 + 2 + 9)
    assert per_file["scale"] == 6
    assert per_file["actions"] == 54 * 4
    assert per_file["guides"] >= 14 * 2
    assert set(per_file) == {"axes", "scale", "actions", "guides"}
    facilitator = {re.sub(r"\[.*?\]", "", one.path) for one in pieces(content) if not one.team}
    assert facilitator == {
        "axes.tips",
        "guides.tips",
        "guides.pooled.tips",
        "guides.open.tips",
        "guides.slips.tips",
        "guides.devices.tips",
        "guides.mixed.tips",
        "notes.title",
        "notes.text",
        "notes.source",
    }


BAD = [
    ("axes[A1].label", "Onze leercultuur"),
    ("axes[A1].say", "een " * 15 + "zin."),
    ("axes[A1].statements[A1.1].staff", "een " * 12 + "zin"),
    ("axes[A1].statements[A1.1].owner", "een " * 12 + "zin"),
    ("axes[A1].sentences.well", "Dit is een zin. " * 3 + "En dit maakt hem te lang."),
    ("axes[A1].talk.low.short", "Is het zo? " * 5 + "Of niet?"),
    ("axes[A1].talk.low.deep", "Is het zo? " * 10 + "Of niet?"),
    ("actions[1].title", "x" * 53),
    ("actions[1].first_step", "x" * 59),
    ("axes[A1].label", "Leren  heeft zin"),
    ("axes[A1].ask_staff", "Zeg het."),
]


@pytest.mark.parametrize(("path", "text"), BAD)
def test_every_rule_can_be_broken(path: str, text: str) -> None:
    banned = load_content("nl").banned
    assert rules.broken(text_rules(banned), [Piece(path, text, team=True)])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_banned_word_is_found(language: str) -> None:
    banned = load_content(language).banned
    missed = [word for word in BANNED_IN_DOMAIN[language].split(", ") if not banned.found_in(word)]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "Ons LLO-plan",
        "de Leercultuurscan",
        "Self efficacy",
        "self\u2011efficacy",
        "non-formele cursus",
        "INTENTIES",
        "leven  lang\nontwikkelen",
        "leer\u00adcultuur",
        "de score.",
        "(gap)",
    ],
)
def test_banned_words_hide_nowhere(text: str) -> None:
    assert load_content("nl").banned.found_in(text)


@pytest.mark.parametrize("text", ["We zijn formidabel", "gaper", "een scherpe bocht", "llot"])
def test_words_that_only_look_banned_may_stay(text: str) -> None:
    assert not load_content("nl").banned.found_in(text)


def test_dutch_reads_easily(capsys: pytest.CaptureFixture[str]) -> None:
    by_file: dict[str, list[str]] = defaultdict(list)
    for piece in pieces(load_content("nl")):
        name = piece.file if piece.team else f"{piece.file}, begeleider"
        by_file[name].append(piece.text)
    figures = {name: flesch_douma(texts) for name, texts in by_file.items()}
    figures["alles wat het team ziet of hoort"] = flesch_douma(
        [piece.text for piece in team_pieces(load_content("nl"))]
    )
    with capsys.disabled():
        for name, figure in figures.items():
            print(f"\nFlesch-Douma {figure:5.1f}  {name}", end="")
    law = "notes, begeleider"
    assert {name: f for name, f in figures.items() if f < EASY and name != law} == {}
    assert figures[law] >= STANDARD


def test_no_talk_question_asks_who_chose_what(content: Content) -> None:
    who_chose = re.compile(r"\bwie\b.*\b(stem|koos|gaf)|\bwho\b.*\b(vote|gave)", re.IGNORECASE)
    talk = [piece for piece in team_pieces(content) if ".talk." in piece.path]
    assert [piece for piece in talk if who_chose.search(piece.text)] == []


def test_low_asks_why_not_lower(content: Content) -> None:
    why = {"nl": "Waarom is het niet lager?", "en": "Why is it not lower?"}[content.language]
    for axis in content.axes:
        assert axis.talk.low.short.startswith(why)
        assert axis.talk.low.deep.startswith(why)


def test_axes_have_questions_of_their_own(content: Content) -> None:
    for kind in ("low", "high", "divided", "owner_differs"):
        for depth in ("short", "deep"):
            texts = {getattr(getattr(axis.talk, kind), depth) for axis in content.axes}
            assert len(texts) == 7, (kind, depth)


def test_the_owner_speaks_last(content: Content) -> None:
    team, owner = {"nl": ("team", "eigenaar"), "en": ("team", "owner")}[content.language]
    for axis in content.axes:
        deep = axis.talk.owner_differs.deep.lower()
        assert -1 < deep.index(team) < deep.index(owner)


def test_result_sentences_do_not_judge(content: Content) -> None:
    hard = {"nl": r"\b(geen zin|laag|lage|probleem)\b", "en": r"\b(low|poor|problem)\b"}
    for axis in content.axes:
        assert not re.search(hard[content.language], axis.sentences.low, re.IGNORECASE)
        owner = {"nl": "eigenaar", "en": "owner"}[content.language]
        assert owner in axis.sentences.owner_higher.lower()
        assert owner in axis.sentences.owner_lower.lower()
        # Said where the owner is not shown.
        for text in (axis.sentences.well, axis.sentences.low, axis.sentences.divided):
            assert owner not in text.lower()


WITHOUT_YES = {
    "nl": "Zonder ja telt het antwoord van de eigenaar niet mee in het beeld.",
    "en": "Without a yes the owner's answer does not count in the picture.",
}


def test_what_the_owner_is_told_is_true_in_each_mode(content: Content) -> None:
    said = WITHOUT_YES[content.language]
    for step in (Step.PREPARE, Step.WELCOME):
        guide = content.guide(step)
        assert said in guide.words(Mode.TEAM).say
        # Pooled counts the owner in, open has no votes.
        assert said not in guide.words(Mode.POOLED).say
        assert said not in guide.words(Mode.OPEN).say


def test_open_conversation_promises_no_secrecy(content: Content) -> None:
    secret = {"nl": "geheim", "en": "secret"}[content.language]
    denial = {
        "nl": r"Geheim stemmen kan dan niet|Niets is vandaag geheim",
        "en": r"A secret vote is not possible|Nothing is secret today",
    }[content.language]
    for guide in content.guides:
        assert secret not in re.sub(denial, "", guide.words(Mode.OPEN).say).lower(), guide.step


def test_slips_are_counted_discreetly_and_torn_up_in_the_room(content: Content) -> None:
    torn = {"nl": "kapot", "en": "Tear up"}[content.language]
    for step in (Step.VOTE, Step.CLOSE):
        for way in (Way.SLIPS, Way.MIXED):
            assert any(torn in tip for tip in content.guide(step).words(Mode.TEAM, way).tips)


def test_what_is_said_fits_how_people_vote(content: Content) -> None:
    code = {"nl": "code", "en": "code"}[content.language]
    fold = {"nl": "vouw", "en": "fold"}[content.language]
    said = {way: content.guide(Step.WELCOME).words(Mode.TEAM, way).say for way in Way}
    assert [(code in said[way], fold in said[way]) for way in Way] == [
        (True, False),
        (True, True),
        (False, True),
    ]
    assert "telefoon" not in content.guide(Step.VOTE).words(Mode.OPEN, Way.DEVICES).say


def test_sentences_are_told_apart() -> None:
    assert sentences("Een zin. En nog een? 'Ja!' Goed") == [
        "Een zin.",
        "En nog een?",
        "'Ja!",
        "Goed",
    ]
    assert len(sentences("Vul in: als ... dan ... klaar.")) == 1
    assert len(sentences("Kijk op rijksoverheid.nl voor 1.500 euro")) == 1
    assert words("als ... dan - ja") == ["als", "dan", "ja"]

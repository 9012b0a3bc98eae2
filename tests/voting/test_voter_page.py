"""What one phone gets to see, and that nothing of anybody's answer is in it."""

import msgspec
import pytest

from app.voting.showing import Showing
from app.voting.voter_page import LANGUAGES, NAMES, State, voter_state, voter_texts
from workshop_flows.state import (
    Card,
    CardsSubject,
    ConsentSubject,
    FocusSubject,
    StatementSubject,
    Subject,
)
from workshop_flows.vocabulary import AXES, AxisId, Role

STATEMENT = Showing(round=12, subject=StatementSubject(statement="A3.1", number=1), length=60)
CARDS = Showing(
    round=31,
    subject=CardsSubject(),
    cards=(Card(axis=AxisId.A2, action=33), Card(axis=AxisId.G1, title="Samen naar de beurs")),
)
FIELDS = "revision phase joined practice voted round kind head question options most".split()


def shown(
    showing: Showing,
    language: str = "nl",
    role: Role | None = Role.STAFF,
    *,
    voted: bool = False,
) -> State:
    return voter_state(
        showing,
        role=role,
        language=language,
        voted=voted,
        revision=17,
        joined=role is not None,
    )


def labels(state: State) -> list[str]:
    assert state.options is not None
    return [option.label for option in state.options]


def values(state: State) -> list[int | str]:
    assert state.options is not None
    return [option.value for option in state.options]


def test_a_statement_is_headed_by_its_place_and_axis() -> None:
    state = shown(STATEMENT)
    assert (state.phase, state.kind, state.round) == ("vote", "statement", 12)
    assert state.head == "Stelling 5 van 14 · Dat kunnen wij"
    assert state.question == "Ik kan nieuwe dingen in mijn werk goed leren."
    assert values(state) == [5, 4, 3, 2, 1, "skip"]
    assert labels(state)[0] == "Klopt helemaal"
    assert labels(state)[-1] == "Weet ik niet / sla over"
    assert state.most is None


def test_staff_and_owner_see_only_their_own_wording() -> None:
    staff, owner = shown(STATEMENT), shown(STATEMENT, role=Role.OWNER)
    assert owner.question == "Mijn mensen kunnen nieuwe dingen goed leren."
    assert owner == msgspec.structs.replace(staff, question=owner.question)


@pytest.mark.parametrize("subject", [FocusSubject(), CardsSubject(), ConsentSubject()])
def test_what_is_no_statement_is_the_same_for_staff_and_owner(subject: Subject) -> None:
    showing = Showing(round=31, subject=subject, cards=CARDS.cards)
    assert shown(showing) == shown(showing, role=Role.OWNER)


def test_a_choice_of_axes_sends_their_ids() -> None:
    state = shown(Showing(round=30, subject=FocusSubject()))
    assert (state.kind, state.head, state.most) == ("choice", "Kiezen", 2)
    assert state.question == "Waar gaan we aan werken?"
    assert values(state) == list(AXES)
    assert labels(state)[3] == "Het is nodig"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_of_the_library_is_translated_and_one_of_the_team_is_as_typed(
    language: str,
) -> None:
    state = shown(CARDS, language)
    assert (state.kind, state.most, values(state)) == ("choice", 2, [0, 1])
    assert labels(state)[1] == "Samen naar de beurs"
    assert (labels(state)[0] == "Leermaatje") == (language == "nl")


def test_a_library_card_that_the_team_gave_another_title_keeps_it() -> None:
    cards = (Card(axis=AxisId.A2, action=33, title="Maatjes"),)
    assert labels(shown(msgspec.structs.replace(CARDS, cards=cards), "pl")) == ["Maatjes"]


def test_consent_asks_for_one_of_three() -> None:
    state = shown(Showing(round=40, subject=ConsentSubject()))
    assert (state.kind, state.head) == ("consent", "Onze leerafspraak")
    assert state.question == "Kun je hiermee werken?"
    assert values(state) == ["yes", "yes_if", "no"]
    assert labels(state) == ["Ja", "Ja, als …", "Nee, want …"]


def test_the_session_that_is_over_is_over_for_everybody() -> None:
    over = Showing(over=True, round=12, subject=STATEMENT.subject)
    for role in (None, Role.STAFF, Role.OWNER):
        assert shown(over, role=role).phase == "over"


@pytest.mark.parametrize("showing", [Showing(), STATEMENT, CARDS])
def test_a_phone_without_a_seat_is_asked_for_its_code_and_told_nothing(showing: Showing) -> None:
    state = shown(showing, role=None, voted=True)
    assert (state.phase, state.joined, state.voted) == ("join", False, False)
    assert (state.round, state.question, state.options) == (None, None, None)


def test_a_phone_waits_while_nothing_is_open() -> None:
    state = shown(Showing(), voted=True)
    assert (state.phase, state.joined, state.voted) == ("wait", True, False)
    assert (state.round, state.kind, state.head, state.most) == (None, None, None, None)


def test_having_voted_changes_nothing_but_that() -> None:
    before, after = shown(STATEMENT), shown(STATEMENT, voted=True)
    assert after == msgspec.structs.replace(before, voted=True)


def test_a_rehearsal_is_told_in_every_phase() -> None:
    for showing in (Showing(practice=True), msgspec.structs.replace(STATEMENT, practice=True)):
        assert shown(showing).practice
        assert shown(showing, role=None).practice


def test_the_answer_has_exactly_the_agreed_fields() -> None:
    sent = msgspec.json.decode(msgspec.json.encode(shown(CARDS)))
    assert list(sent) == FIELDS
    assert sent["options"][0] == {"value": 0, "label": "Leermaatje"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", Role)
def test_every_statement_of_every_length_can_be_shown(language: str, role: Role) -> None:
    heads = []
    for axis in AXES:
        for number in (1, 2, 3):
            subject = StatementSubject(statement=f"{axis}.{number}", number=1)
            state = shown(Showing(round=1, subject=subject, length=90), language, role)
            assert state.question
            heads.append(state.head)
    # The page cuts a head there, and then there is something left.
    assert all(head and head.count(" · ") == 1 and len(head) <= 46 for head in heads)
    assert len(set(heads)) == 21


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_are_those_of_the_page_and_whole(language: str) -> None:
    texts, dutch = voter_texts(language), voter_texts("nl")
    assert texts.keys() == dutch.keys()
    assert all(text.strip() for text in texts.values())
    assert not any(key.startswith("asked.") or "plural" in key for key in texts)


def test_texts_with_a_number_come_ready_and_others_with_their_placeholders() -> None:
    polish = voter_texts("pl")
    assert [polish[f"join.left.{count}"] for count in (1, 2, 3)] == [
        "jeszcze 1 znak",
        "jeszcze 2 znaki",
        "jeszcze 3 znaki",
    ]
    assert "join.left" not in polish
    assert voter_texts("nl")["choose.count"] == "{count} van {most} gekozen"


def test_there_are_eight_languages_by_their_own_names() -> None:
    assert tuple(NAMES) == LANGUAGES == ("nl", "en", "pl", "tr", "uk", "ar", "de", "ro")
    assert len(set(NAMES.values())) == 8


@pytest.mark.parametrize("unknown", ["fr", "", "../nl"])
def test_another_language_is_refused(unknown: str) -> None:
    with pytest.raises(KeyError):
        voter_texts(unknown)
    with pytest.raises(KeyError):
        shown(STATEMENT, unknown)

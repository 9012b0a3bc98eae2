"""What voters read in every language of the phones: whole, short, and in its own script."""

import re
from collections.abc import Iterator

import pytest

from app.content import load_content
from app.voting.voter_content import LANGUAGES, NAMES, VoterContent, voter_content
from workshop_flows.limits import hidden_character
from workshop_flows.vocabulary import AXES, Role

OTHERS = ("pl", "tr", "uk", "ar", "de", "ro")
OWN_SCRIPT = {"uk": r"[А-Яа-яЄєІіЇїҐґ]", "ar": r"[\u0620-\u065f]"}
OWN_LETTERS = {"pl": "ąćęłńóśźż", "tr": "çğıöşü", "de": "äöüß", "ro": "ăâîșț"}
CEDILLAS = "şţŞŢ"
"""Turkish has the first; Romanian has a comma below its letters, and many fonts tell them apart."""

LONGEST_STATEMENT = 64
"""Characters: the longest Dutch one has 61, and fits a phone of 320 points without scrolling."""
LONGEST_AXIS, LONGEST_ANSWER, LONGEST_TITLE = 24, 26, 56
LONGER_THAN_DUTCH = 1.15


def texts(content: VoterContent) -> Iterator[str]:
    for table in (content.axes, content.scale, content.staff, content.owner, content.actions):
        yield from table.values()


def statements(content: VoterContent) -> list[str]:
    return [*content.staff.values(), *content.owner.values()]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def content(language: str) -> VoterContent:
    return voter_content(language)


def test_the_languages_are_those_of_the_phones() -> None:
    assert ("nl", "en", *OTHERS) == LANGUAGES
    assert NAMES["ar"] == "العربية"


def test_nothing_is_missing_and_nothing_is_left_over(content: VoterContent) -> None:
    dutch = load_content("nl")
    ids = [statement.id for axis in dutch.axes for statement in axis.statements]
    assert tuple(content.axes) == AXES
    assert set(content.scale) == {"1", "2", "3", "4", "5", "skip"}
    assert (list(content.staff), list(content.owner)) == (ids, ids)
    assert list(content.actions) == [action.id for action in dutch.actions]


def test_a_text_is_one_clean_line_without_markup(content: VoterContent) -> None:
    for text in texts(content):
        assert text == " ".join(text.split()) != "", text
        assert hidden_character(text) is None, text
        assert not re.search(r"[<>&{}\\]", text), text


def test_no_answer_axis_or_title_is_given_twice(content: VoterContent) -> None:
    for table in (content.axes, content.scale, content.actions):
        assert len(set(table.values())) == len(table)
    assert len(set(content.staff.values())) == len(content.staff)
    assert len(set(content.owner.values())) == len(content.owner)


def test_a_statement_ends_in_a_stop_and_a_label_does_not(content: VoterContent) -> None:
    assert all(text.endswith(".") for text in statements(content))
    labels = (*content.axes.values(), *content.scale.values(), *content.actions.values())
    assert not any(text.endswith(".") for text in labels)


def test_everything_fits_a_small_phone(content: VoterContent) -> None:
    assert [text for text in statements(content) if len(text) > LONGEST_STATEMENT] == []
    assert [text for text in content.axes.values() if len(text) > LONGEST_AXIS] == []
    assert [text for text in content.scale.values() if len(text) > LONGEST_ANSWER] == []
    assert [text for text in content.actions.values() if len(text) > LONGEST_TITLE] == []


def test_the_statements_together_are_hardly_longer_than_the_dutch(content: VoterContent) -> None:
    dutch = sum(map(len, statements(voter_content("nl"))))
    assert sum(map(len, statements(content))) <= LONGER_THAN_DUTCH * dutch


@pytest.mark.parametrize("language", OWN_SCRIPT)
def test_no_latin_letter_is_left_in_another_script(language: str) -> None:
    found = voter_content(language)
    own = re.compile(OWN_SCRIPT[language])
    for text in (*statements(found), *found.axes.values(), *found.scale.values()):
        assert not re.search(r"[A-Za-z\u00c0-\u024f]", text), text
        assert own.search(text), text
    for title in found.actions.values():
        assert set(re.findall(r"[A-Za-z]+", title)) <= {"QR", "SLIM"}, title


def test_ukrainian_has_no_russian_letter() -> None:
    assert not any(re.search("[ыэъёЫЭЪЁ]", text) for text in texts(voter_content("uk")))


@pytest.mark.parametrize("language", OWN_LETTERS)
def test_letters_of_the_language_were_not_lost(language: str) -> None:
    together = "".join(texts(voter_content(language)))
    assert [letter for letter in OWN_LETTERS[language] if letter not in together] == []


def test_romanian_letters_have_a_comma_and_no_cedilla() -> None:
    assert not any(letter in text for text in texts(voter_content("ro")) for letter in CEDILLAS)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_was_left_in_dutch_or_english(language: str) -> None:
    known = {text for one in ("nl", "en") for text in texts(voter_content(one))}
    assert [text for text in texts(voter_content(language)) if text in known] == []


def test_staff_and_owner_get_their_own_wording_where_the_dutch_has_one(
    content: VoterContent,
) -> None:
    dutch = voter_content("nl")
    for key in dutch.staff:
        same = dutch.staff[key] == dutch.owner[key]
        assert (content.staff[key] == content.owner[key]) == same, key
    assert content.statement("A3.1", Role.STAFF) == content.staff["A3.1"]
    assert content.statement("A3.1", Role.OWNER) == content.owner["A3.1"]


def test_dutch_and_english_are_those_of_the_content() -> None:
    assert voter_content("nl").scale["4"] == "Klopt bijna helemaal"
    assert voter_content("en").actions[33] == "Learning mate"


@pytest.mark.parametrize("unknown", ["fr", "", "../nl"])
def test_another_language_is_refused(unknown: str) -> None:
    with pytest.raises(KeyError):
        voter_content(unknown)

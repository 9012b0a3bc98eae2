"""The texts of the catalogue: whole in every language, and plain where the team reads them."""

import re
import string
from datetime import date
from pathlib import Path

import pytest
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from app.content import load_content
from resources.catalogue import area, catalogue
from tests.content.readability import sentences, words

LANGUAGES = ("nl", "en")
OF_PHONES_ONLY = ("pl", "tr", "uk", "ar", "de", "ro")
FOLDER = Path(__file__).parent.parent / "resources" / "i18n"
SEEN_BY_THE_TEAM = ("paper", "stage", "projector", "calendar", "phone")
LONGEST_SENTENCE = 15
LONGER_THAN_DUTCH = 1.2


def texts(language: str, *areas: str) -> dict[str, tuple[str, ...]]:
    """Return all forms of every text by its key."""
    found = {}
    for path in sorted((FOLDER / language).glob("*.po")):
        if areas and path.stem not in areas:
            continue
        with path.open("rb") as stream:
            for message in read_po(stream):
                if message.id:
                    key = message.id[0] if message.pluralizable else message.id
                    forms = message.string if message.pluralizable else (message.string,)
                    found[key] = tuple(forms)
    return found


def placeholders(forms: tuple[str, ...]) -> set[str]:
    parsed = (string.Formatter().parse(form) for form in forms)
    return {name for form in parsed for _, name, _, _ in form if name is not None}


def test_every_language_has_every_text() -> None:
    dutch, english = (texts(language) for language in LANGUAGES)
    assert dutch.keys() == english.keys()
    assert all(
        form.strip() for found in (dutch, english) for forms in found.values() for form in forms
    )


def test_the_placeholders_are_the_same_in_every_language() -> None:
    dutch, english = (texts(language) for language in LANGUAGES)
    different = [key for key in dutch if placeholders(dutch[key]) != placeholders(english[key])]
    assert different == []


@pytest.mark.parametrize("language", OF_PHONES_ONLY)
def test_a_language_of_phones_has_exactly_their_texts(language: str) -> None:
    assert {path.name for path in (FOLDER / language).iterdir()} == {"phone.po", "leerradar.mo"}
    dutch, found = texts("nl", "phone"), texts(language)
    assert found.keys() == dutch.keys()
    assert all(form.strip() for forms in found.values() for form in forms)
    different = [key for key in dutch if placeholders(found[key]) != placeholders(dutch[key])]
    assert different == []


@pytest.mark.parametrize("language", [*LANGUAGES, *OF_PHONES_ONLY])
def test_a_text_has_as_many_forms_as_its_language(language: str) -> None:
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as stream:
            found = read_po(stream, locale=language)
        assert found.plural_forms.rstrip(";") == get_plural(language).plural_forms.rstrip(";"), path
        assert all(
            len(message.string or "") == found.num_plurals
            for message in found
            if message.pluralizable
        ), path


@pytest.mark.parametrize("language", [*LANGUAGES, *OF_PHONES_ONLY])
def test_what_a_phone_shows_is_short_and_holds_no_markup(language: str) -> None:
    dutch = texts("nl", "phone")
    for key, forms in texts(language, "phone").items():
        longest = max(map(len, dutch[key]))
        for form in forms:
            assert not re.search(r"[<>&\\]", form), (key, form)
            assert len(form) <= LONGER_THAN_DUTCH * longest + 12, (key, form)


def test_an_area_comes_with_its_placeholders() -> None:
    found = area("pl", "phone")
    assert found["choose.count"] == "wybrano {count} z {most}"
    assert {f"phone.{key}" for key in found} == texts("pl").keys() - {"phone.join.left"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_names_and_never_sentences(language: str) -> None:
    for key in texts(language):
        assert re.fullmatch(r"[a-z][\w. ,-]*\.[\w. ,-]+", key), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_team_reads_has_no_banned_word(language: str) -> None:
    banned = load_content(language).banned
    for key, forms in texts(language, *SEEN_BY_THE_TEAM).items():
        for form in forms:
            assert not banned.found_in(form), (key, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_team_reads_is_short(language: str) -> None:
    for key, forms in texts(language, *SEEN_BY_THE_TEAM).items():
        for form in forms:
            for sentence in sentences(form):
                assert len(words(sentence)) <= LONGEST_SENTENCE, (key, sentence)


def test_a_missing_text_is_an_error_and_never_a_key_on_screen() -> None:
    with pytest.raises(KeyError):
        catalogue("nl").text("nowhere.to.be.found")
    with pytest.raises(KeyError):
        catalogue("nl").plural("nowhere.to.be.found", 2)


def test_numbers_and_dates_speak_the_language() -> None:
    dutch, english = catalogue("nl"), catalogue("en")
    assert (dutch.stand(3.5), english.stand(4.0)) == ("3,5", "4.0")
    assert (dutch.decimal(4.0), english.decimal(0.5)) == ("4", "0.5")
    day = date(2026, 11, 11)
    assert dutch.weekday(day) == "woensdag 11 november 2026"
    assert dutch.short_day(day) == "wo 11 nov"
    assert english.day(day) == "11 November 2026"

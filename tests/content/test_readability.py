"""The counter of Dutch syllables and the formula built on it."""

import pytest

from tests.content.readability import flesch_douma, syllables

KNOWN = {
    1: "ik leer boek geen nieuw meeuw draai rij jij trui één wél zien team fout plan app",
    2: "leren eigen bloeien mooie liever auto geheim actie geuit sneller klanten systeem bijna",
    3: "collega radio ideeën eigenaar afspraken bedoelen ziekenhuis als-dan-kaart",
    4: "medewerker elektrische leverancier terugkijkdag beoordeling reünisten",
    5: "terugbetalen praktijkverklaring",
}


@pytest.mark.parametrize(
    ("count", "word"), [(count, word) for count, line in KNOWN.items() for word in line.split()]
)
def test_syllables_of_known_words(count: int, word: str) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("VCA", 3), ("AI", 2), ("20", 2), ("SLIM", 1), ("-", 0)]
)
def test_syllables_of_what_is_spelled_out(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_formula() -> None:
    # 4 words, 7 syllables and 2 sentences.
    assert flesch_douma(["Wij leren. Samen verder."]) == pytest.approx(
        206.84 - 0.77 * 175 - 0.93 * 2
    )


def test_long_words_and_sentences_lower_it() -> None:
    plain = flesch_douma(["Wij leren veel. Het is leuk."])
    jargon = flesch_douma(["Scholingsbeleid bevordert duurzame inzetbaarheid van medewerkers."])
    assert plain > 90 > 20 > jargon

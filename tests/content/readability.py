"""How easy Dutch is to read: the Flesch score as W.H. Douma fitted it to Dutch (1960).

206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence. In his table 60 to 70 is
'standard', 80 to 90 'easy', 90 and above 'very easy'. It counts lengths only: it can't tell
whether a text is clear.
"""

import re

from tests.content.walk import sentences, words

# One vowel sound each, longest first. Dutch spelling writes every syllable with exactly one
# vowel sound, and where two of these letters are two sounds it puts a trema or a hyphen.
VOWEL_SOUND = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|ie|oe|oo|uu|eu|ui|ou|au|ei|ij|ai|oi|éé|[aeiouàáâäèéêëìíîïòóôöùúûü]"
    r"|y(?![aeiou])"
)
BORROWED = {"team": 1, "teams": 1, "software": 2, "whiteboard": 2, "beamer": 2, "apk": 3}
"""Words whose spelling is not Dutch."""


def syllables(word: str) -> int:
    """Return the syllables of a word as it is said; a number counts one for each figure."""
    parts = re.findall(r"[^\W\d_]+|\d", word)
    return sum(_syllables(part) for part in parts)


def _syllables(part: str) -> int:
    lower = part.lower()
    if lower in BORROWED:
        return BORROWED[lower]
    if part.isupper() and len(part) > 1 and part != "SLIM":
        # Spelled out: VCA is v-c-a.
        return len(part)
    return max(1, len(VOWEL_SOUND.findall(lower)))


def flesch_douma(texts: list[str]) -> float:
    """Return the score of the texts together."""
    said = [word for text in texts for word in words(text)]
    count = sum(len(sentences(text)) for text in texts)
    spoken = sum(syllables(word) for word in said)
    return 206.84 - 0.77 * 100 * spoken / len(said) - 0.93 * len(said) / count

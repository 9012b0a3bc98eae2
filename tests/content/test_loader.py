"""A wrong content file gives one message: which file, which key or line, what would be right."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.content import FILES, load_content, read_content
from app.errors import InputError
from resources.catalogue import catalogue
from workshop_flows.content import Content

LONG_NUMBER = "9" * 5000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the Dutch content that a test may spoil."""
    with as_file(files("resources") / "content" / "nl") as shipped:
        shutil.copytree(shipped, tmp_path / "nl")
    return tmp_path / "nl"


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text, f"{file} does not hold {old!r}"
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def said(folder: Path, language: str = "nl") -> str:
    with pytest.raises(InputError) as caught:
        read_content(folder)
    return caught.value.message(catalogue(language))


def test_the_shipped_content_is_read(folder: Path) -> None:
    assert read_content(folder) == load_content("nl")
    assert load_content("en").language == "en"


def test_windows_line_ends_and_byte_order_mark_are_fine(folder: Path) -> None:
    for file in FILES.values():
        text = (folder / file).read_text("utf-8")
        (folder / file).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read_content(folder) == load_content("nl")


WRONG = [
    ("axes.toml", 'id = "A1"', 'id = "A9"', ["axes[A9].id", "A1, A2, A3"]),
    ("axes.toml", 'id = "A1"', 'id = "A2"', ["axes", "A1, A2, A3"]),
    ("axes.toml", 'id = "A1.1"', 'id = "A1.2"', ["axes[A1].statements", "A1.1, A1.2, A1.3"]),
    ("axes.toml", 'id = "A1.1"', 'id = "B7"', ["axes[A1].statements[B7].id"]),
    ("axes.toml", 'label = "Leren heeft zin"\n', "", ["axes[A1].label", "ontbreekt"]),
    ("axes.toml", 'label = "Leren', 'lable = "Leren', ["axes[A1].lable", "label, staff"]),
    ("axes.toml", 'label = "We kiezen"', 'label = ""', ["axes[G1].label", "leeg"]),
    ("axes.toml", 'label = "We kiezen"', 'label = "  "', ["axes[G1].label", "leeg"]),
    ("axes.toml", 'label = "We kiezen"', 'label = "a\\u0000b"', ["axes[G1].label"]),
    ("axes.toml", 'label = "We kiezen"', 'label = "a\u202eb"', ["axes[G1].label"]),
    ("axes.toml", 'label = "We kiezen"', f'label = "{"x" * 501}"', ["axes[G1].label", "500"]),
    ("axes.toml", 'label = "We kiezen"', "label = 7", ["axes[G1].label", "tekst"]),
    ("axes.toml", 'label = "We kiezen"', 'label = "We kiezen', ["regel", "TOML"]),
    ("axes.toml", "[axes.sentences]", "[axes.sentence]", ["axes[A1].sentence", "sentences"]),
    ("axes.toml", "[[axes]]", "[axes]", ["regel"]),
    ("scale.toml", "value = 3", "value = 9", ["scale[3].value", "<= 5"]),
    ("scale.toml", "value = 3", "value = 4", ["scale", "1, 2, 3, 4 en 5"]),
    ("scale.toml", "value = 3", "value = true", ["scale[3].value", "heel getal"]),
    ("scale.toml", "value = 3", f"value = {LONG_NUMBER}", ["te lang"]),
    ("scale.toml", "value = 3", f"value = {'[' * 4000}", ["scale.toml"]),
    ("scale.toml", "[[scale]]", "[[schaal]]", ["schaal", "scale"]),
    ("actions.toml", "id = 2\n", "id = 1\n", ["actions", "1", "twee keer"]),
    ("actions.toml", "id = 2\n", 'id = "2"\n', ["actions[2].id", "heel getal"]),
    ("actions.toml", 'axes = ["A2"]', "axes = []", ["actions[2].axes", "1"]),
    ("actions.toml", 'axes = ["A2"]', 'axes = ["A2", "A2"]', ["actions[2].axes", "één keer"]),
    ("actions.toml", 'axes = ["A2"]', 'axes = ["A2", "A3", "A4"]', ["actions[2].axes", "2"]),
    ("actions.toml", 'axes = ["A2"]', 'axes = "A2"', ["actions[2].axes", "lijst"]),
    ("actions.toml", 'axes = ["A2"]', 'axes = ["X"]', ["actions[2].axes[1]", "A1, A2"]),
    ("actions.toml", 'kind = "informal"', 'kind = "leuk"', ["actions[1].kind", "nonformal"]),
    ("actions.toml", '"garage"', '"bakker"', ["actions[6].sectors[1]", "garage, metal"]),
    ("actions.toml", "cost = [0, 0]", "cost = [0]", ["actions[1].cost", "2"]),
    ("actions.toml", "cost = [0, 0]", "cost = [0, 7]", ["actions[1].cost[2]", "<= 3"]),
    ("actions.toml", "cost = [0, 0]", "cost = [1, 0]", ["actions[1].cost", "hoger"]),
    ("actions.toml", "voluntary = true", 'voluntary = "ja"', ["actions[15].voluntary", "true"]),
    ("actions.toml", '"vrijdag"', '"Vrijdag"', ["actions[1].keywords", "Vrijdag", "kleine"]),
    ("actions.toml", '"vrijdag"', '"op vrijdag"', ["actions[1].keywords[1]"]),
    ("programmes.toml", "minutes = 3 }", "minutes = 4 }", ["programmes[45].parts", "46", "45"]),
    ("programmes.toml", "minutes = 3 }", "minutes = nan }", ["programmes[45].parts[welcome]"]),
    ("programmes.toml", "minutes = 3 }", "minutes = 0 }", ["programmes[45].parts[welcome]", "> 0"]),
    ("programmes.toml", "minutes = 3 }", "minutes = inf }", ["programmes[45].parts", "inf"]),
    ("programmes.toml", "minutes = 3 }", 'minutes = "3" }', ["minutes", "getal"]),
    (
        "programmes.toml",
        "minutes = 3 }",
        "minutes = 3, talk = 1 }",
        ["programmes[45].parts", "vote"],
    ),
    ("programmes.toml", "length = 60", "length = 61", ["programmes[61].length", "45, 60, 90"]),
    ("programmes.toml", "length = 60", "length = 90", ["programmes", "45, 60 en 90"]),
    ("programmes.toml", 'step = "radar"', 'step = "prepare"', ["programmes[45].parts", "volgorde"]),
    ("programmes.toml", 'step = "radar"', 'step = "pauze"', ["[pauze].step", "welcome"]),
    ("programmes.toml", 'axis = "A1"', 'axis = "A2"', ["programmes[45].parts", "volgorde"]),
    ("programmes.toml", "parts = [", "parts = 5 # [", ["regel"]),
    ("guides.toml", 'step = "close"', 'step = "print"', ["guides", "consent, print, close"]),
    ("guides.toml", "[guides.open]", "[guides.opne]", ["guides[prepare].opne", "open"]),
    ("guides.toml", "[guides.open]", "[guides.title]", ["regel"]),
    ("notes.toml", "as_of = 2025-09-26", 'as_of = "ooit"', ["notes[study_cost].as_of", "datum"]),
    ("notes.toml", "as_of = 2025-09-26", "as_of = 2025-02-31", ["regel"]),
    ("notes.toml", "as_of = 2025-09-26", "as_of = 12:00:00", ["notes[study_cost].as_of", "datum"]),
    ("notes.toml", 'id = "slim_course"', 'id = "slim"', ["notes", "slim", "twee keer"]),
    ("banned.toml", "words = [", "worden = [", ["banned.worden", "words, beginnings"]),
    ("banned.toml", '"llo"', "5", ["banned.words[1]", "tekst"]),
    ("banned.toml", "[banned]", "[[banned]]", ["banned", "tabel"]),
    ("content.toml", 'language = "nl"', 'language = "de"', ["language", "en, nl"]),
    ("content.toml", 'language = "nl"', "", ["language", "ontbreekt"]),
]


@pytest.mark.parametrize(("file", "old", "new", "wanted"), WRONG)
def test_what_is_wrong_and_where(
    folder: Path, file: str, old: str, new: str, wanted: list[str]
) -> None:
    spoil(folder, file, old, new)
    message = said(folder)
    assert message.startswith(file)
    assert "\n" not in message
    assert len(message) < 400
    for part in wanted:
        assert part in message, message
    assert said(folder, "en").startswith(file)


def test_the_line_of_broken_toml(folder: Path) -> None:
    lines = (folder / "scale.toml").read_text("utf-8").split("\n")
    lines[6] = "value 2"
    (folder / "scale.toml").write_text("\n".join(lines), "utf-8")
    assert "regel 7" in said(folder)


def test_the_line_of_a_character_that_is_not_utf8(folder: Path) -> None:
    raw = (folder / "axes.toml").read_bytes()
    (folder / "axes.toml").write_bytes(raw.replace("één voorbeeld".encode(), b"\xe9\xe9n", 1))
    line = raw[: raw.index("één voorbeeld".encode())].count(b"\n") + 1
    assert f"axes.toml, regel {line}:" in said(folder)


@pytest.mark.parametrize("file", FILES.values())
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert said(folder).startswith(file)


def test_a_folder_in_place_of_a_file_is_named(folder: Path) -> None:
    (folder / "axes.toml").unlink()
    (folder / "axes.toml").mkdir()
    assert said(folder).startswith("axes.toml")


def test_a_missing_folder_is_bad_input(tmp_path: Path) -> None:
    assert "content.toml" in said(tmp_path / "nowhere") or ".toml" in said(tmp_path / "nowhere")


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(InputError) as caught:
        load_content("../nl")
    assert "nl, en" in caught.value.message(catalogue("nl"))


def test_every_message_exists_in_both_languages() -> None:
    from app.content import COMPLAINTS

    for _, key in COMPLAINTS:
        for language in ("nl", "en"):
            with pytest.raises(KeyError, match=r"^'(?!content)"):
                # Found, and only its placeholders are missing.
                catalogue(language).text(key)


SHIPPED = {
    field: (files("resources") / "content" / "nl" / file).read_bytes()
    for field, file in FILES.items()
}
PIECES = (
    b"\" ' [ ]] { = # . 99 -1 1e999 nan true 2020-01-01 [[axes]] \\u0000 \xff \x00 \xe2\x80\xae"
)
JUNK = st.sampled_from([*PIECES.split(b" "), b"\n", b'id = "A1"\n'])


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file and new bytes for it: bytes cut, lines moved, junk put in."""
    field = draw(st.sampled_from(sorted(SHIPPED)))
    raw = SHIPPED[field]
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(raw)))
        until = min(len(raw), at + draw(st.integers(0, 40)))
        kind = draw(st.sampled_from(["cut", "junk", "replace", "line"]))
        if kind == "line":
            lines = raw.split(b"\n")
            moved = lines.pop(draw(st.integers(0, len(lines) - 1)))
            lines.insert(draw(st.integers(0, len(lines))), moved)
            raw = b"\n".join(lines)
        else:
            put = b"" if kind == "cut" else draw(JUNK | st.binary(max_size=4))
            raw = raw[:at] + put + raw[at if kind == "junk" else until :]
    return field, raw


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(spoil=spoiled())
def test_a_spoiled_file_never_gives_anything_but_a_message(
    folder: Path, spoil: tuple[str, bytes]
) -> None:
    field, raw = spoil
    file = folder / FILES[field]
    file.write_bytes(raw)
    try:
        assert isinstance(read_content(folder), Content)
    except InputError as error:
        for language in ("nl", "en"):
            message = error.message(catalogue(language))
            assert message.startswith(FILES[field])
            assert message.isprintable()
    finally:
        file.write_bytes(SHIPPED[field])

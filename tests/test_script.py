"""What a script may hold: every rule broken once, and what is told about it."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.script import ScriptError, check_against_earlier, read_script
from resources.catalogue import catalogue
from tests.paper_samples import team
from tests.script_samples import ACTIONS, GONE, GOOD, changed, complaint, read_text, to_toml
from workshop_flows.views import Report
from workshop_flows.vocabulary import AxisId, Outcome, Sector


def only_two_afspraken() -> Report:
    report = team()
    two = report.agreement.afspraken[:2]
    return replace(report, agreement=replace(report.agreement, afspraken=two))


def test_a_good_script_is_read_key_for_key(tmp_path: Path) -> None:
    script = read_text(tmp_path, to_toml(GOOD))
    assert script.session.company == "Garage De Brug"
    assert script.session.sector is Sector.GARAGE
    assert script.session.seats == 10
    assert script.review[0].outcome is Outcome.PARTLY
    assert script.vote[0].staff == (0, 1, 3, 4, 1)
    assert script.vote[0].round == 1
    assert script.vote[2].round == 2
    assert script.agreed[1].axis is AxisId.G1
    assert script.agreed[1].value == 3
    assert [card.action for card in script.card] == [26, None, 54]
    assert script.afspraak[0].first_step_date == datetime.date(2026, 11, 18)
    assert script.afspraak[1].who is None
    assert script.agreement.follow_up_time == "15:30"
    assert script.consent is not None
    assert script.earlier == tmp_path / "eerder.leerradar"
    assert script.source == tmp_path / "proef.toml"


ALLOWED = {
    "no owners and no owner votes": [
        ("session.owners", 0),
        ("session.owner_names", GONE),
        *((f"vote[{n}].owner", GONE) for n in (1, 2, 3, 4)),
        ("vote[4].owner_skipped", GONE),
        ("consent.yes", 8),
        ("card[2].votes", 7),
        ("focus[2].votes", 9),
    ],
    "everything optional left out": [
        *((f"session.{key}", GONE) for key in ("names", "owner_names", "quotes", "earlier")),
        *((f"session.{key}", GONE) for key in ("already_doing", "coming")),
        *((key, GONE) for key in ("review", "vote", "agreed", "card", "consent")),
        ("agreement.follow_up_time", GONE),
    ],
    "a concept with empty texts": [
        ("session.question", ""),
        ("agreement.keeper", ""),
        ("agreement.owner_promise", " "),
        ("afspraak[1].who", ""),
    ],
    "more names than seats": [("session.names", ["Ans"] * 49), ("session.owner_names", ["Bo"] * 5)],
    "long texts": [
        ("session.company", "é" * 80),
        ("session.names", ["Ş" * 80]),
        ("agreement.keeper", "k" * 500),
        ("afspraak[1].result", "r" * 500),
        ("session.quotes", ["q" * 500] * 20),
    ],
    "the first and the last day for a first step": [
        ("afspraak[1].first_step_date", datetime.date(2026, 11, 11)),
        ("afspraak[2].first_step_date", datetime.date(2026, 11, 18)),
    ],
    "amounts with decimals and at the edge": [
        ("afspraak[1].hours", 9_999_999),
        ("afspraak[1].euros", 0.01),
        ("afspraak[2].hours", 0),
    ],
    "a re-vote that stands before its first vote": [("vote[3].round", 1), ("vote[1].round", 2)],
    "an afspraak that repeats an action": [("afspraak[2].action", 26)],
    "one of the staff and one owner, who talk": [
        ("session.staff", 1),
        ("vote", GONE),
        ("card", GONE),
        ("consent", GONE),
        *((f"focus[{n}].votes", 2) for n in (1, 2)),
    ],
    "three staff, who vote": [
        ("session.staff", 3),
        ("vote", [{"statement": "A1.1", "staff": [1, 1, 1, 0, 0], "owner": [1, 0, 0, 0, 0]}]),
        ("card", GONE),
        ("consent", GONE),
        *((f"focus[{n}].votes", 4) for n in (1, 2)),
    ],
    "the first and the last day of all": [
        ("session.date", datetime.date(2000, 1, 1)),
        ("afspraak[1].first_step_date", GONE),
        ("agreement.follow_up", datetime.date(2199, 12, 31)),
    ],
    "49 staff and one owner": [("session.staff", 49)],
    "emoji and right-to-left names": [("session.names", ["🙂 Ayşe", "محمد", "O'Brien, Ltd; \\"])],
    "one follow-up a day later": [("agreement.follow_up", datetime.date(2026, 11, 12))],
}


@pytest.mark.parametrize("changes", ALLOWED.values(), ids=ALLOWED.keys())
def test_what_is_allowed(tmp_path: Path, changes: list[tuple[str, object]]) -> None:
    assert complaint(tmp_path, to_toml(changed(*changes))) is None


REQUIRED_IN_SESSION = (
    *("company", "sector", "question", "date", "length"),
    *("staff", "owners", "owner_apart", "language"),
)
DAY = datetime.date(2026, 11, 11)

# Where the message must say it is (None: as the first change), and words it must hold.
FORBIDDEN: list[tuple[list[tuple[str, object]], str | None, list[str]]] = [
    ([("format", GONE)], None, ['format = "leerradar-script/1"']),
    ([("format", "leerradar-script/2")], None, ['format = "leerradar-script/1"']),
    ([("format", 1)], None, ['format = "leerradar-script/1"']),
    # Keys
    ([("sesion", {})], None, ["session"]),
    ([("iets", 1)], None, ["vote", "afspraak", "consent"]),
    ([("session.qestion", "x")], None, ["question"]),
    ([("session.Staff", 9)], None, ["staff"]),
    ([("session.kleur", "rood")], None, ["company", "already_doing"]),
    ([("vote[3].statment", "A1.1")], None, ["statement"]),
    ([("afspraak[2].firststep", "x")], None, ["first_step"]),
    ([("agreement.folow_up", DAY)], None, ["follow_up"]),
    ([("consent.maybe", 1)], None, ["yes_if"]),
    ([("session", GONE)], None, ["[session]"]),
    ([("agreement", GONE)], None, ["[agreement]"]),
    ([("focus", GONE)], None, ["[[focus]]"]),
    ([("afspraak", GONE)], None, ["[[afspraak]]"]),
    ([("focus", [])], None, ["[[focus]]"]),
    ([("afspraak", [])], None, ["[[afspraak]]"]),
    *[
        ([(f"session.{key}", GONE)], None, [f"{key} = "])
        for key in [
            "company",
            "sector",
            "question",
            "date",
            "length",
            "staff",
            "owners",
            "owner_apart",
            "language",
        ]
    ],
    *[
        ([(f"agreement.{key}", GONE)], None, [f"{key} = "])
        for key in ["owner_promise", "team_promise", "follow_up", "keeper"]
    ],
    *[([(f"consent.{key}", GONE)], None, [f"{key} = "]) for key in ("yes", "yes_if", "no")],
    *[([(f"review[1].{key}", GONE)], None, [key]) for key in ("afspraak", "outcome", "helped")],
    *[([(f"vote[4].{key}", GONE)], None, [f"{key} = "]) for key in ("statement", "staff", "owner")],
    ([("agreed[2].axis", GONE)], None, ['axis = "A1"']),
    ([("agreed[2].value", GONE)], None, ["value = 1"]),
    ([("focus[2].axis", GONE)], None, ["axis"]),
    ([("focus[2].votes", GONE)], None, ["votes = 0"]),
    ([("card[2].axis", GONE)], None, ["axis"]),
    ([("card[2].votes", GONE)], None, ["votes"]),
    ([("afspraak[2].axis", GONE)], None, ["axis"]),
    # Tables and lists
    ([("session", [{"staff": 3}])], None, ["[session]"]),
    ([("vote", {"statement": "A1.1"})], None, ["[[vote]]"]),
    ([("vote", [1])], "vote[1]", ["[[vote]]"]),
    ([("consent", 3)], None, ["[consent]"]),
    ([("session.names", "Youssef")], None, ["lijst", '"Youssef"']),
    ([("session.names", ["Ans"] * 50)], "session.names[50]", ["49"]),
    ([("session.owner_names", ["Bo"] * 6)], "session.owner_names[6]", ["5"]),
    ([("session.quotes", ["q"] * 21)], "session.quotes[21]", ["20"]),
    ([("session.already_doing", ["q"] * 21)], "session.already_doing[21]", ["20"]),
    ([("session.coming", ["q"] * 21)], "session.coming[21]", ["20"]),
    ([("focus", [{"axis": a, "votes": 0} for a in ("A1", "A2", "A3", "A4")])], "focus[4]", ["3"]),
    ([("card", [{"action": a, "axis": "A1", "votes": 0} for a in range(1, 10)])], "card[9]", ["8"]),
    ([("afspraak", [{"action": 1, "axis": "A1"}] * 4)], "afspraak[4]", ["3"]),
    # Texts
    ([("session.company", "")], None, ["tekst"]),
    ([("session.company", " \u00a0 ")], None, ["tekst"]),
    ([("session.company", "x" * 81)], None, ["81", "80"]),
    ([("session.company", 9)], None, ["aanhalingstekens", "9"]),
    ([("session.names[2]", "x" * 81)], None, ["81", "80"]),
    ([("session.owner_names[1]", "x" * 81)], None, ["80"]),
    ([("session.names[2]", 7)], None, ["7"]),
    ([("session.question", "x" * 501)], None, ["501", "500"]),
    ([("session.quotes[1]", "x" * 501)], None, ["500"]),
    ([("session.earlier", "")], None, ["tekst"]),
    ([("agreement.keeper", "x" * 501)], None, ["500"]),
    ([("afspraak[1].evidence", "x" * 501)], None, ["500"]),
    ([("card[2].title", "x" * 501)], None, ["500"]),
    ([("review[1].helped", "x" * 501)], None, ["500"]),
    ([("session.question", "twee\nregels")], None, ["U+000A"]),
    ([("session.company", "een\ttab")], None, ["U+0009"]),
    ([("agreement.team_promise", "\u2028")], None, ["U+2028"]),
    ([("agreement.owner_promise", "om\u202edraaien")], None, ["U+202E"]),
    ([("session.names[1]", "\x7f")], None, ["U+007F"]),
    # Choices
    ([("session.sector", "bakery")], None, ["garage", "metal", "other", '"bakery"']),
    ([("session.language", "de")], None, ['"nl"', '"en"']),
    ([("session.length", 75)], None, ["45", "60", "90", "75"]),
    ([("session.length", 60.0)], None, ["45", "60", "90", "60.0"]),
    ([("session.length", "60")], None, ["45", "60", "90"]),
    ([("vote[1].round", 3)], None, ["1, 2"]),
    ([("vote[1].round", True)], None, ["1, 2", "true"]),
    ([("agreed[1].axis", "B1")], None, ["A1", "G3"]),
    ([("focus[1].axis", "g2")], None, ["G2"]),
    ([("card[1].axis", 2)], None, ["A1", "G3"]),
    ([("afspraak[1].axis", [])], None, ["A1", "G3"]),
    ([("review[1].outcome", "half")], None, ["gelukt", "deels", "niet"]),
    ([("session.owner_apart", "ja")], None, ["true", "false"]),
    ([("afspraak[1].working_time", 1)], None, ["true", "false"]),
    ([("afspraak[1].obligatory", "nee")], None, ["true", "false"]),
    # Numbers
    ([("session.staff", 0)], None, ["1", "49"]),
    ([("session.staff", 50)], None, ["49", "50"]),
    ([("session.staff", 9.0)], None, ["heel getal", "9.0"]),
    ([("session.staff", "9")], None, ["heel getal", '"9"']),
    ([("session.staff", True)], None, ["heel getal", "true"]),
    ([("session.staff", 10**4000)], None, ["49"]),
    ([("session.owners", -1)], None, ["0", "5"]),
    ([("session.owners", 6)], None, ["5"]),
    ([("session.staff", 1), ("session.owners", 0)], None, ["1", "2", "50"]),
    ([("session.staff", 49), ("session.owners", 2)], None, ["51", "50"]),
    ([("agreed[1].value", 3.25)], None, ["halven", "3.25"]),
    ([("agreed[1].value", 0.5)], None, ["1", "5"]),
    ([("agreed[1].value", 5.5)], None, ["1", "5"]),
    ([("agreed[1].value", float("nan"))], None, ["nan"]),
    ([("agreed[1].value", "3")], None, ["getal"]),
    ([("afspraak[1].hours", -1)], None, ["0", "9999999"]),
    ([("afspraak[1].hours", float("inf"))], None, ["inf"]),
    ([("afspraak[1].hours", float("nan"))], None, ["nan"]),
    ([("afspraak[1].hours", True)], None, ["true"]),
    ([("afspraak[1].hours", 10**400)], None, ["9999999"]),
    ([("afspraak[1].hours", -0.0)], None, ["-0.0"]),
    ([("afspraak[1].euros", 10_000_000)], None, ["9999999"]),
    ([("afspraak[1].euros", "gratis")], None, ["gratis"]),
    ([("review[1].afspraak", 4)], None, ["1", "3"]),
    # Dates and times
    ([("session.date", "2026-11-11")], None, ["datum", "2026-11-11"]),
    ([("session.date", datetime.datetime(2026, 11, 11, 9))], None, ["datum"]),
    ([("session.date", datetime.time(9))], None, ["datum"]),
    ([("session.date", datetime.date(1, 1, 1))], None, ["2000", "2199"]),
    ([("session.date", datetime.date(9999, 12, 31))], None, ["2000", "2199"]),
    ([("agreement.follow_up", "maart")], None, ["datum", "maart"]),
    ([("agreement.follow_up", DAY)], None, ["2026-11-11"]),
    ([("agreement.follow_up", datetime.date(2026, 1, 1))], None, ["2026-01-01", "2026-11-11"]),
    ([("agreement.follow_up_time", "24:00")], None, ["23:59"]),
    ([("agreement.follow_up_time", "9:30")], None, ["00:00", "9:30"]),
    ([("agreement.follow_up_time", "15:30\n")], None, ["23:59"]),
    ([("agreement.follow_up_time", "١٥:٣٠")], None, ["23:59"]),
    ([("agreement.follow_up_time", datetime.time(15, 30))], None, ["15:30:00"]),
    (
        [("afspraak[1].first_step_date", datetime.date(2026, 11, 10))],
        None,
        ["2026-11-10", "2026-11-11", "2026-11-18"],
    ),
    (
        [("afspraak[2].first_step_date", datetime.date(2026, 11, 19))],
        None,
        ["2026-11-19", "2026-11-18"],
    ),
    # Votes
    ([("vote[1].statement", "A5.1")], None, ["A4", "G3", "A5.1"]),
    ([("vote[1].statement", "A1.4")], None, ["A1.4"]),
    ([("vote[1].statement", "A1.1\n")], None, ["A1.1"]),
    ([("vote[1].statement", 1.1)], None, ["1.1"]),
    ([("vote[2].statement", "A2.3")], None, ["A2.3", "60", "2"]),
    ([("session.length", 45)], "vote[2].statement", ["A1.2", "45", "1"]),
    ([("vote[2].statement", "A1.1")], None, ["A1.1", "round = 1"]),
    ([("vote[5]", GOOD["vote"][2])], "vote[5].statement", ["A1.1", "round = 2"]),
    ([("vote[2].round", 2)], None, ["A1.2", "round = 1"]),
    ([("vote[1].staff", [1, 2, 3, 4])], None, ["vijf", "[1, 2, 3, 4]"]),
    ([("vote[1].staff", [1, 1, 1, 1, 1, 1])], None, ["vijf"]),
    ([("vote[1].staff", 9)], None, ["vijf", "9"]),
    ([("vote[1].staff[2]", -1)], None, ["0", "49", "-1"]),
    ([("vote[1].staff[2]", 1.0)], None, ["heel getal", "1.0"]),
    ([("vote[1].staff[2]", True)], None, ["heel getal", "true"]),
    ([("vote[1].staff", [0, 1, 3, 4, 2])], None, ["10", "9"]),
    ([("vote[1].staff_skipped", 1)], "vote[1].staff", ["10", "9"]),
    ([("vote[1].staff_skipped", -1)], None, ["0", "49"]),
    ([("vote[1].owner", [0, 0, 0, 2, 0])], None, ["2", "1"]),
    ([("vote[1].owner_skipped", 1)], "vote[1].owner", ["2", "1"]),
    ([("session.owners", 0)], "vote[1].owner", ["1", "0"]),
    ([("session.staff", 2), ("session.owners", 1)], "vote[1]", ["[[agreed]]"]),
    # Choices of focus and cards
    ([("agreed[2].axis", "A4")], None, ["A4"]),
    ([("focus[2].axis", "G2")], None, ["G2"]),
    ([("focus[1].votes", 11)], None, ["11", "10"]),
    ([("focus[1].votes", -1)], None, ["0"]),
    ([("focus[1].votes", 10), ("focus[3]", {"axis": "A1", "votes": 1})], "focus[3].votes", ["21"]),
    ([("card[1].votes", 11)], None, ["11", "10"]),
    ([("card[3].votes", 3)], None, ["21", "20"]),
    ([("card[1].title", "Beide")], None, ["action", "title"]),
    ([("card[1].action", GONE)], "card[1]", ["action", "title"]),
    ([("card[2].title", " ")], "card[2]", ["action", "title"]),
    ([("card[3].action", 26)], None, ["26"]),
    ([("card[1].action", 55)], None, ["55", "1", "54"]),
    ([("card[1].action", 0)], None, ["1"]),
    ([("card[1].action", "26")], None, ["heel getal"]),
    ([("afspraak[1].action", 99)], None, ["99", "54"]),
    ([("afspraak[2].title", GONE)], "afspraak[2]", ["action", "title"]),
    # Consent and review
    ([("consent.no", 1)], "consent", ["11", "10"]),
    ([("consent.no", -1)], None, ["0"]),
    ([("session.earlier", GONE)], "review[1]", ["earlier"]),
    ([("review[2].afspraak", 1)], None, ["1"]),
]


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    FORBIDDEN,
    ids=[f"{f[0][0][0]}-{n}" for n, f in enumerate(FORBIDDEN)],
)
def test_what_is_forbidden_is_said_with_its_place_and_what_would_be_right(
    tmp_path: Path, changes: list[tuple[str, object]], place: str | None, words: list[str]
) -> None:
    told = complaint(tmp_path, to_toml(changed(*changes)))
    assert told is not None
    where, _, what = told.removeprefix(str(tmp_path)).partition(": ")
    assert where.endswith(f", {place or changes[0][0]}")
    assert "proef.toml" in where
    assert [word for word in words if word not in what] == []


LINES = """\
# een opmerking met [[vote]]
format = "leerradar-script/1"

[session]
company = "Garage"
sector = "garage"
question = ""
date = 2026-11-11
length = 60
staff = 9
owners = 0
owner_apart = false
language = "nl"
quotes = [
    "een",
]

[[vote]]
statement = "A1.1"
staff = [1, 1, 1, 1, 1]

[[vote]]
statement = "A1.2"
"staff" = [1, 1, 1, 1, 1]

[[focus]]
axis = "A1"
votes = 1

[[afspraak]]
axis = "A1"
action = 1
hours = 2

[agreement]
owner_promise = ""
team_promise = ""
follow_up = 2027-03-12
keeper = ""
"""


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("script/1", "script/2", 2),
        ("# een opmerking met [[vote]]", "soort = 1", 1),
        ("staff = 9", "staff = 99", 10),
        ("staff = 9", "stff = 9", 10),
        ("staff = 9", "", 4),
        ("quotes = [", "quotes = [1,", 14),
        ("A1.2", "A9.2", 23),
        ("A1.2", "A1.1", 23),
        ('"staff" = [1', '"staff" = [6', 24),
        ('"staff" = [1, 1, 1, 1, 1]', "", 22),
        ("[[focus]]", "[[fokus]]", 26),
        ("votes = 1", "votes = 1.0", 28),
        ("action = 1", "", 30),
        ("hours = 2", "hours = nan", 33),
        ('keeper = ""', "", 35),
        ("follow_up = 2027-03-12", "follow_up = 2027-02-30", 38),
        ("follow_up = 2027-03-12", "follow_up 2027-03-12", 38),
        ('company = "Garage"', 'company = "Garage', 5),
        ('company = "Garage"', 'company = "C:\\Garage"', 5),
        ("sector = ", "company = ", 6),
        ("[[focus]]", "[session]", 26),
    ],
)
def test_the_line_is_named(tmp_path: Path, before: str, after: str, line: int) -> None:
    assert complaint(tmp_path, LINES) is None
    assert before in LINES
    for ending in ("\n", "\r\n"):
        told = complaint(tmp_path, LINES.replace(before, after, 1).replace("\n", ending))
        assert told is not None
        assert f"regel {line}" in told.removeprefix(str(tmp_path)).partition(": ")[0]


def test_what_stands_at_the_fault_is_shown_shortened(tmp_path: Path) -> None:
    told = complaint(tmp_path, LINES.replace("staff = 9", f"staff = {'x' * 5000}"))
    assert told is not None
    assert "staff = xxx" in told
    assert len(told) < 400


def test_windows_notepad_writes_a_good_script(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + LINES.replace("\n", "\r\n").encode()
    assert complaint(tmp_path, raw) is None


NOT_A_SCRIPT: dict[str, tuple[bytes, list[str]]] = {
    "empty": (b"", ["leerradar-script/1"]),
    "another file": (b'[project]\nname = "x"\n', ["leerradar-script/1"]),
    "cp1252": (LINES.replace("Garage", "Caf\u00e9").encode("cp1252"), ["regel 5", "UTF-8"]),
    "cp1252 with a mark": (b"\xef\xbb\xbfa = 1\nb = \xe9", ["regel 2", "UTF-8"]),
    "utf-16": (LINES.encode("utf-16"), ["regel 1", "UTF-8"]),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00", ["regel 1", "UTF-8"]),
    "zero bytes": (b"\x00" * 100, ["regel 1"]),
    "too large": (b"#" * 1_000_001, ["1000 kB"]),
    "brackets without end": (b"a = " + b"[" * 100_000, ["TOML"]),
    "tables without end": (b"a = " + b"{a = " * 100_000, ["TOML"]),
    "a number without end": (b"a = " + b"9" * 5000, ["TOML"]),
    "a key without end": (b"a" + b".a" * 400_000 + b" = 1", ["regel 1", "TOML"]),
    "a hexadecimal number without end": (b"format = 0x" + b"f" * 9000, ["leerradar-script/1"]),
    "half an escape": (b'format = "\\ud800"', ["regel 1", "TOML"]),
    "year nought": (b"a = 0000-01-01", ["regel 1", "TOML"]),
    "cut off": (b'format = "leerradar', ["regel 1", "TOML"]),
    "cut off in a list": (b"a = [1,\n2,\n", ["regel 2", "TOML"]),
    "a key twice": (b"a = 1\na = 2", ["regel 2", "a = 2"]),
}


@pytest.mark.parametrize(("raw", "words"), NOT_A_SCRIPT.values(), ids=NOT_A_SCRIPT.keys())
def test_a_file_that_is_no_script(tmp_path: Path, raw: bytes, words: list[str]) -> None:
    told = complaint(tmp_path, raw)
    assert told is not None
    assert [word for word in words if word not in told] == []


@pytest.mark.parametrize("name", ["weg.toml", "geen/map/weg.toml", "nul\0.toml", "x" * 5000])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(ScriptError) as caught:
        read_script(tmp_path / name, ACTIONS)
    assert caught.value.message(catalogue("nl")).isprintable()


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ScriptError) as caught:
        read_script(tmp_path, ACTIONS)
    assert "map" in caught.value.message(catalogue("nl"))


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "denied")

    path = tmp_path / "dicht.toml"
    path.touch()
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ScriptError) as caught:
        read_script(path, ACTIONS)
    told = caught.value.message(catalogue("nl"))
    assert "dicht.toml" in told
    assert "toegang" in told


def test_a_name_that_can_not_be_printed_is_told_with_codes(tmp_path: Path) -> None:
    with pytest.raises(ScriptError) as caught:
        read_script(tmp_path / "weg\udce9\n.toml", ACTIONS)
    told = caught.value.message(catalogue("nl"))
    told.encode("utf-8")
    assert told.isprintable()


def test_an_earlier_session_that_fits(tmp_path: Path) -> None:
    script = read_text(tmp_path, to_toml(changed(("session.date", datetime.date(2026, 11, 12)))))
    check_against_earlier(script, team())


@pytest.mark.parametrize(
    ("change", "earlier", "words"),
    [
        (("session.date", datetime.date(2026, 11, 11)), team(), ["session.date", "2026-11-11"]),
        (("review[2].afspraak", 3), only_two_afspraken(), ["review[2].afspraak", "3", "2"]),
    ],
)
def test_an_earlier_session_that_does_not_fit(
    tmp_path: Path, change: tuple[str, object], earlier: Report, words: list[str]
) -> None:
    later = ("session.date", datetime.date(2026, 11, 13))
    script = read_text(tmp_path, to_toml(changed(later, change)))
    with pytest.raises(ScriptError) as caught:
        check_against_earlier(script, earlier)
    told = caught.value.message(catalogue("nl"))
    assert [word for word in (*words, "proef.toml") if word not in told] == []

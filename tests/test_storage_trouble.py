"""A change that can't be written: it is said in words, and nothing is lost."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from app import dialogs
from app.desk import Desk
from app.errors import InputError
from app.journal import Journal, check, read_report
from app.storage_trouble import Choice, StorageTrouble
from app.store import SessionStore
from resources.catalogue import catalogue
from tests.core.builders import content, setup
from tests.test_journal_access import closed_to_writing, open_folder, ordinary_user
from widgets.controls import ask
from widgets.controls.ask import Question
from workshop_flows import commands
from workshop_flows.events import Event
from workshop_flows.state import Archived, Live, TextList

try:
    import resource
except ImportError:  # Windows has no such limits.
    resource = None  # type: ignore[assignment]

__all__ = ["open_folder"]


class Person:
    """Answers the questions and the file dialog; each answer is given once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[Question] = []
        self.answers: list[Choice | Callable[[], Choice]] = []
        self.places: list[Path | None] = []
        monkeypatch.setattr(ask, "ask", self._answer)
        monkeypatch.setattr(dialogs, "ask_save", self._place)

    def _answer(self, parent: object, question: Question) -> str:
        self.asked.append(question)
        answer = self.answers.pop(0)
        chosen = answer if isinstance(answer, Choice) else answer()
        assert chosen.value in [one.key for one in question.answers] or chosen is Choice.LATER
        return chosen.value

    def _place(self, *_: object, **options: object) -> Path | None:
        assert options == {"replacing": False}
        return self.places.pop(0)


class Table:
    """A live session in a file, with its desk."""

    def __init__(self, path: Path) -> None:
        self.journal = Journal.create(path)
        self.store = SessionStore(self.journal, content())
        self.moved: list[Path] = []
        self.trouble = StorageTrouble(
            self.store, self.journal, lambda: catalogue("nl"), self.moved.append, lambda: None
        )
        self.store.dispatch(commands.StartSession(setup=setup()))
        self.desk = Desk(self.store, catalogue("nl"), self.trouble)

    def say(self, *quotes: str) -> bool:
        return self.desk.do(commands.ChangeList(name=TextList.QUOTES, items=quotes))

    def close(self) -> None:
        self.trouble.journal.close()


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Person:
    return Person(monkeypatch)


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    (tmp_path / "stick").mkdir()
    made = Table(tmp_path / "stick" / "sessie.leerradar")
    yield made
    made.close()


@contextmanager
def full_disk(journal: Journal) -> Iterator[None]:
    """Let every write beyond what stands there fail, as on a full disk."""
    if resource is None:
        assert journal._connection is not None
        (pages,) = journal._connection.execute("PRAGMA page_count").fetchone()
        journal._connection.execute(f"PRAGMA max_page_count = {pages}")
        yield
        journal._connection.execute("PRAGMA max_page_count = 16384")
        return
    sizes = (os.path.getsize(file) for file in journal.path.parent.glob(f"{journal.path.name}*"))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def stored(path: Path) -> tuple[Event, ...]:
    with Journal.open(path) as journal:
        return journal.events


LONG = "x" * 300


def test_a_full_disk_then_room_again(table: Table, person: Person) -> None:
    with ExitStack() as room:
        room.enter_context(full_disk(table.journal))

        def make_room() -> Choice:
            room.close()
            return Choice.AGAIN

        person.answers = [Choice.AGAIN, make_room]
        assert table.say(*[LONG] * 12)
    assert table.desk.session.quotes == (LONG,) * 12
    assert len(person.asked) == 2
    assert "veilig" in person.asked[0].text
    table.close()
    assert stored(table.journal.path) == table.store.events


def test_later_leaves_the_change_undone_and_the_session_goes_on(
    table: Table, person: Person
) -> None:
    path = table.journal.path
    path.rename(path.with_suffix(".away"))
    person.answers = [Choice.LATER]
    before = table.store.workshop
    assert not table.say("Te laat")
    assert table.store.workshop is before
    path.with_suffix(".away").rename(path)
    assert table.say("Op tijd")
    table.close()
    assert stored(path) == table.store.events


def test_a_stick_that_is_taken_out_and_the_session_goes_on_elsewhere(
    table: Table, person: Person, tmp_path: Path
) -> None:
    table.say("Eerder gezegd")
    shutil.rmtree(tmp_path / "stick")
    other = tmp_path / "laptop.leerradar"
    person.answers = [Choice.ELSEWHERE, Choice.AGAIN]
    person.places = [other]
    assert table.say("Eerder gezegd", "Nu gezegd")
    assert table.moved == [other]
    assert table.trouble.journal.path == other
    assert "verplaatst of weg" in person.asked[0].text
    assert str(other) in person.asked[1].text
    assert table.say("Eerder gezegd", "Nu gezegd", "Later gezegd")
    table.close()
    assert stored(other) == table.store.events
    again = SessionStore(Journal.open(other), content())
    assert isinstance(again.workshop, Live)
    assert again.workshop.session.quotes == ("Eerder gezegd", "Nu gezegd", "Later gezegd")


def test_a_folder_that_became_read_only(open_folder: Path, person: Person, tmp_path: Path) -> None:
    (open_folder / "in").mkdir(mode=0o777)
    (open_folder / "in").chmod(0o777)
    with ordinary_user():
        table = Table(open_folder / "in" / "sessie.leerradar")
        table.close()
        closed_to_writing(open_folder / "in" / "sessie.leerradar")
        with pytest.raises(InputError) as refused:
            Journal.open(open_folder / "in" / "sessie.leerradar")
        (open_folder / "closed").mkdir()
        closed_to_writing(open_folder / "closed")
        asked = StorageTrouble(
            table.store, table.journal, lambda: catalogue("nl"), table.moved.append, lambda: None
        )
        person.answers = [Choice.ELSEWHERE, Choice.ELSEWHERE, Choice.AGAIN]
        person.places = [open_folder / "closed" / "x.leerradar", open_folder / "y.leerradar"]
        assert asked(refused.value)
        asked.journal.close()
    assert "waar je mag schrijven" in person.asked[0].text
    assert "closed" in person.asked[1].text
    assert os.listdir(open_folder / "closed") == []
    assert stored(open_folder / "y.leerradar") == table.store.events


def test_a_name_that_is_taken_is_refused_and_asked_again(
    table: Table, person: Person, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.leerradar"
    taken.write_bytes(b"somebody's")
    table.journal.path.unlink()
    person.answers = [Choice.ELSEWHERE, Choice.ELSEWHERE, Choice.AGAIN]
    person.places = [taken, tmp_path / "free.leerradar"]
    assert table.say("Iets")
    assert taken.read_bytes() == b"somebody's"
    assert "Er is al iets met de naam" in person.asked[1].text
    assert table.moved == [tmp_path / "free.leerradar"]


def test_a_change_of_mind_in_the_file_dialog_asks_again(table: Table, person: Person) -> None:
    table.journal.path.unlink()
    person.answers = [Choice.ELSEWHERE, Choice.LATER]
    person.places = [None]
    assert not table.say("Iets")
    assert len(person.asked) == 2


def test_a_new_place_that_is_full_too_keeps_no_half_file(
    table: Table, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table.journal.path
    path.rename(path.with_suffix(".away"))
    person.answers = [Choice.ELSEWHERE, Choice.LATER]
    person.places = [tmp_path / "other.leerradar"]

    def full(journal: Journal, events: Sequence[Event], /) -> None:
        raise InputError("journal.disk_full", path=journal.path)

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "append", full)
        assert not table.say("Iets")
    assert "is vol" in person.asked[1].text
    assert list(tmp_path.glob("other*")) == []
    path.with_suffix(".away").rename(path)
    assert table.say("Iets")
    table.close()
    assert stored(path) == table.store.events


def test_a_second_trouble_while_the_first_is_asked_is_not_asked(
    table: Table, person: Person
) -> None:
    table.journal.path.unlink()

    def meanwhile() -> Choice:
        assert not table.say("Nog iets")
        return Choice.LATER

    person.answers = [meanwhile]
    assert not table.say("Iets")
    assert len(person.asked) == 1


@pytest.mark.parametrize("key", ["journal.finished", "journal.not_erased"])
def test_a_session_that_has_ended_is_not_written_elsewhere(
    table: Table, person: Person, key: str
) -> None:
    person.answers = [Choice.AGAIN]
    assert table.trouble(InputError(key, path=table.journal.path))
    assert Choice.ELSEWHERE.value not in [one.key for one in person.asked[0].answers]


def test_a_file_left_behind_keeps_no_votes_after_the_end(
    table: Table, person: Person, tmp_path: Path
) -> None:
    table.say("Oude woorden van tafel")
    old = table.journal.path
    away = old.with_suffix(".away")
    old.rename(away)
    person.answers = [Choice.ELSEWHERE, Choice.AGAIN]
    person.places = [tmp_path / "new.leerradar"]
    table.say()
    away.rename(old)
    assert check(old).events > 1
    table.desk.do(commands.Finish())
    assert isinstance(table.store.workshop, Archived)
    table.trouble.end(table.store.workshop.report)
    assert read_report(old) == read_report(tmp_path / "new.leerradar")
    assert b"Oude woorden" not in old.read_bytes()


def test_a_file_left_behind_that_is_gone_is_no_trouble(
    table: Table, person: Person, tmp_path: Path
) -> None:
    table.journal.path.unlink()
    person.answers = [Choice.ELSEWHERE, Choice.AGAIN]
    person.places = [tmp_path / "new.leerradar"]
    table.say("Iets")
    table.desk.do(commands.Finish())
    assert isinstance(table.store.workshop, Archived)
    table.trouble.end(table.store.workshop.report)
    assert len(person.asked) == 2

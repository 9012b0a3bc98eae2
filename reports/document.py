"""A PDF document: its metadata and its fonts, and how it becomes bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from reports import fonts
from reports.fonts import Face
from reports.paper import Paper
from reports.words import Words
from workshop_flows.views import Report
from workshop_flows.vocabulary import Language


class Document:
    """A document being drawn; `bytes` is there when it is done."""

    def __init__(self, paper: Paper, stream: BytesIO) -> None:
        self.paper = paper
        self._stream = stream

    @property
    def bytes(self) -> bytes:
        return self._stream.getvalue()


@contextmanager
def document(
    report: Report, words: Words, size: tuple[float, float], title: str
) -> Iterator[Document]:
    """Give a document of pages of `size`; it is finished when the block ends."""
    facts = report.facts
    subject = words.say("subject", company=facts.company, day=words.day(facts.date))
    with pages(title, facts.company, subject, words.language, size) as made:
        yield made


@contextmanager
def pages(
    title: str, company: str, subject: str, language: Language, size: tuple[float, float]
) -> Iterator[Document]:
    """Give a document that is about no report; it is finished when the block ends."""
    fonts.register()
    stream = BytesIO()
    canvas = Canvas(
        stream,
        pagesize=size,
        # No clock and no chance in the file, and no Helvetica that reportlab would list.
        invariant=1,
        initialFontName=Face.REGULAR,
        lang=language,
    )
    canvas.setTitle(f"{title}: {company}")
    canvas.setAuthor(company)
    canvas.setSubject(subject)
    canvas.setCreator("Leerradar")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    made = Document(Paper(canvas), stream)
    yield made
    canvas.save()

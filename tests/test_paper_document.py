"""The papers as files: weight, fonts, metadata, and the same bytes every time."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from reports.agreement import build_agreement
from reports.pocket_card import build_pocket_card
from tests import paper_reader as reader
from tests import paper_samples as samples
from workshop_flows.views import Report
from workshop_flows.vocabulary import Language

PAPERS = (build_agreement, build_pocket_card)
REPORTS = {
    "team": samples.team(),
    "pooled": samples.pooled(),
    "open": samples.open_talk(),
    "follow_up": samples.follow_up(),
    "concept": samples.concept(),
    "bare": samples.bare(),
    "fifty": samples.team(49),
    "full": samples.full(),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
@pytest.mark.parametrize("build", PAPERS)
def test_a_paper_is_light_and_carries_its_fonts(build: object, report: Report) -> None:
    pdf = build(report, "nl")
    assert len(pdf) <= 100 * 1024
    assert reader.images(pdf) == 0
    found = reader.fonts(pdf)
    assert found
    assert all(found.values())
    assert b"Helvetica" not in pdf


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("build", PAPERS)
def test_a_paper_says_what_it_is(build: object, language: Language) -> None:
    file = pypdf.PdfReader(BytesIO(build(samples.team(), language)))
    assert file.root_object["/Lang"] == language
    assert file.metadata is not None
    assert "Garage De Brug" in str(file.metadata.title)
    assert file.metadata.author == "Garage De Brug"
    assert "2026" in str(file.metadata.subject)
    assert [*file.page_labels] == [str(number) for number in range(1, len(file.pages) + 1)]


def test_the_size_of_the_sheets() -> None:
    for build, size in ((build_agreement, (595, 842)), (build_pocket_card, (595, 420))):
        for page in pypdf.PdfReader(BytesIO(build(samples.extreme(), "nl"))).pages:
            assert tuple(round(float(side)) for side in page.mediabox[2:]) == size


ELSEWHERE = """
import hashlib
from tests import paper_samples as samples
from reports.agreement import build_agreement
from reports.pocket_card import build_pocket_card
for report in (samples.team(33), samples.pooled()):
    for build in (build_agreement, build_pocket_card):
        print(hashlib.sha256(build(report, "nl")).hexdigest())
"""


def test_the_same_report_gives_the_same_bytes_in_another_process(project: Path) -> None:
    # What was printed before must not show: other fonts, other words, other sizes.
    build_agreement(samples.extreme(), "en")
    here = [
        hashlib.sha256(build(report, "nl")).hexdigest()
        for report in (samples.team(33), samples.pooled())
        for build in PAPERS
    ]
    for seed in ("1", "2"):
        there = subprocess.run(
            [sys.executable, "-c", ELSEWHERE],
            cwd=project,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert there.stdout.split() == here


def test_a_paper_needs_no_window(project: Path) -> None:
    code = "import sys, reports.agreement, reports.pocket_card; print('PySide6' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "False"

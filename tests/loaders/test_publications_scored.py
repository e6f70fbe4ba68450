"""Publications that people read: what the reader of publications finds in them of people and figures.

Floors, so that a change which reads worse is seen; what is reached is in docs/reading.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT, SHARED, missing
from tests.loaders.publications.minutes import minutes
from tests.loaders.publications.northfold_report import PARTS, TITLE
from tests.loaders.publications.printing import print_pdf, save_word

from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.reading import read_document
from ledwerk.loaders.publication.scoring import Score, score
from ledwerk.loaders.publication.writing import proposal
from ledwerk.loaders.run import check
from ledwerk.schema.model import MODEL

MAGAZINE = SHARED / "sources" / "led-update-najaar-2016.txt"
HERE = Path(__file__).parent / "publications"
PEOPLE = (
    "Person", "Board", "Seat", "Seat.role", "Seat.function", "FROM", "ON_BEHALF_OF", "WORKS_FOR",
    "WORKS_FOR.function",
)  # fmt: skip


def scored(file: Path, gold: Path) -> dict[str, Score]:
    """Scores by kind of fact."""
    document = extracted(file)
    found = proposal(MODEL, document, read_document(document), "read")
    return {one.kind: one for one in score(found, check(MODEL, gold).change.statements)}


def at_least(
    scores: dict[str, Score], kinds: tuple[str, ...], precision: float, recall: float
) -> None:
    """Fails with what was wrong or missed, where a kind of fact is read worse than that."""
    for kind in kinds:
        one = scores[kind]
        told = f"{kind}: wrong {one.wrong}, missed {one.missed}"
        assert one.precision is not None, told
        assert one.recall is not None, told
        assert one.precision >= precision, told
        assert one.recall >= recall, told


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("annual-review-dales.pdf", 0.88, 0.88),
        ("de-sluis-najaar.docx", 0.95, 0.93),
        ("projectenoverzicht-westkogge.txt", 0.93, 0.9),
        ("brochure-handen-ineen.docx", 0.85, 0.85),
        ("jaarverslag-energiecluster-2022.pdf", 0.93, 0.92),
        ("tidewrack-14.txt", 0.92, 0.84),
        ("verslag-stuurgroep-weefkracht.txt", 0.93, 0.88),
        ("mid-bog-annual-report-2021.pdf", 0.9, 0.91),
        ("nieuwsbrief-uitwijzer-9.docx", 0.89, 0.89),
        ("projectenboek-eemrand-2024.txt", 0.92, 0.91),
        ("vonk-winter-2023.txt", 0.89, 0.87),
        ("overslag-11-herfst-2023.pdf", 0.92, 0.63),
        ("voortgangsbericht-zaad-en-bol-4.txt", 0.84, 0.79),
        ("wearvale-impact-review-2023-24.docx", 0.89, 0.84),
        ("werkingsverslag-blauwe-havenlijn.txt", 0.89, 0.79),
        ("baanvak.txt", 0.8, 0.74),
        ("gietgoed.docx", 0.66, 0.54),
        ("handson.pdf", 0.8, 0.68),
        ("jaarverslag-eemland.pdf", 0.82, 0.83),
        ("brochure-weefwaard.txt", 0.72, 0.61),
        ("newsletter-northwest.txt", 0.9, 0.78),
        ("overzicht-dender.docx", 0.92, 0.81),
        ("verslag-vrachtkring.txt", 0.82, 0.7),
        ("gouwestreek.docx", 0.88, 0.9),
        ("hangaar.pdf", 0.85, 0.86),
        ("verslag-gastwad.txt", 0.73, 0.75),
        ("wealdsignal.txt", 0.82, 0.7),
    ],
)
def test_texts_that_were_first_read_unseen(name: str, precision: float, recall: float) -> None:
    """Over all kinds of fact together; what was reached when they were first read is in the docs."""
    scores = scored(HERE / name, HERE / name.partition(".")[0]).values()
    right = sum(one.right for one in scores)
    wrong = sum(len(one.wrong) for one in scores)
    missed = sum(len(one.missed) for one in scores)
    assert right / (right + wrong) >= precision
    assert right / (right + missed) >= recall


def test_a_dutch_newsletter() -> None:
    scores = scored(HERE / "nieuwsbrief-wenkeland.txt", HERE / "nieuwsbrief-wenkeland")
    at_least(scores, (*PEOPLE, "BOARD_OF", "FUNDS", "Indicator", "LOCATED_IN"), 0.95, 0.9)


def test_dutch_minutes_in_a_word_file(tmp_path: Path) -> None:
    scores = scored(minutes(tmp_path / "notulen.docx"), HERE / "notulen-kust-en-haven")
    kinds = (*PEOPLE, "BOARD_OF", "FUNDS", "Indicator", "Project.budget")
    at_least(scores, kinds, 0.95, 0.9)


def test_dutch_minutes_in_a_text() -> None:
    scores = scored(HERE / "notulen-maakkracht.txt", HERE / "notulen-maakkracht")
    kinds = (*PEOPLE, "Organisation", "Indicator", "Project", "Project.budget", "FUNDS")
    at_least(scores, kinds, 0.95, 0.9)
    at_least(scores, ("PARTNER_IN", "PARTNER_IN.role"), 0.95, 0.9)


def test_a_dutch_annual_report_in_columns() -> None:
    scores = scored(HERE / "jaarverslag-kompas.pdf", HERE / "jaarverslag-kompas")
    kinds = (*PEOPLE, *PROJECTS, "Project.budget", "FUNDS", "PART_OF", "FOUNDED", "BOARD_OF")
    at_least(scores, (*kinds, "Indicator"), 0.95, 0.9)


def test_an_english_newsletter_in_a_word_file() -> None:
    scores = scored(HERE / "newsletter-tidewater.docx", HERE / "newsletter-tidewater")
    kinds = (*PEOPLE, *PROJECTS, "Project.budget", "FUNDS", "PART_OF", "FOUNDED", "MEMBER_OF")
    kinds = tuple(kind for kind in kinds if scores[kind].right or scores[kind].missed)
    at_least(scores, (*kinds, "Indicator"), 0.95, 0.9)


def test_the_led_magazine() -> None:
    if not MAGAZINE.is_file():
        missing(f"needs {MAGAZINE.name} in the shared sources")
    scores = scored(MAGAZINE, ROOT / "data" / "led-2016")
    at_least(scores, (*PEOPLE, "Indicator"), 0.95, 0.9)
    at_least(scores, ("Municipality", "BOARD_OF", "all that is read"), 0.95, 0.9)
    # What the text does not say in words: what two sums are for, where a bakery is.
    at_least(scores, ("FUNDS", "LOCATED_IN"), 0.95, 0.5)


PROJECTS = (
    "Organisation", "Municipality", "Project", "Project.start", "Project.end", "Programme",
    "PARTNER_IN", "PARTNER_IN.role",
)  # fmt: skip


def test_projects_of_a_dutch_magazine() -> None:
    scores = scored(HERE / "waterkant-voorjaar-2023.txt", HERE / "waterkant-voorjaar-2023")
    at_least(scores, (*PROJECTS, "Project.budget", "FUNDS", "WORKS_FOR"), 0.95, 0.9)


def test_projects_of_an_english_annual_report(tmp_path: Path) -> None:
    gold = HERE / "northfold-report"
    kinds = (*PROJECTS, "Project.budget", "PART_OF", "TENANT_OF", "Campus", "WORKS_FOR")
    for file in (
        print_pdf(tmp_path / "ruled.pdf", PARTS, head=TITLE),
        print_pdf(tmp_path / "unruled.pdf", PARTS, head=TITLE, ruled=False),
        save_word(tmp_path / "report.docx", PARTS),
    ):
        at_least(scored(file, gold), kinds, 0.95, 0.9)


def test_projects_of_the_led_magazine() -> None:
    if not MAGAZINE.is_file():
        missing(f"needs {MAGAZINE.name} in the shared sources")
    scores = scored(MAGAZINE, ROOT / "data" / "led-2016")
    kinds = ("Organisation", "Campus", "PARTNER_IN", "PARTNER_IN.role", "MEMBER_OF", "FOUNDED")
    at_least(scores, (*kinds, "Programme.start", "Programme.end"), 0.95, 0.9)
    at_least(scores, ("Group", "Project", "Programme", "Project.start"), 0.95, 0.9)
    # Which projects made part of the first programme, the text does not say.
    at_least(scores, ("PART_OF",), 0.95, 0.7)

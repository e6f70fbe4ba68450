"""Who does part of the work, who takes charge and who has left: one frame for each class of verbs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.loaders.test_publication_phrases import partners, roles

from ledwerk.loaders.publication.findings import FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.reading import read_document


@pytest.mark.parametrize(
    "body",
    [
        "Acme BV rekent de kassen door en ROC Delta leidt de telers op.",
        "ROC Delta kookt en proeft, Acme BV sorteert de oogst.",
        "Acme BV stelt de grond beschikbaar. Ook meet ROC Delta het zout.",
        "Het rekenwerk doet Acme BV en het veldwerk verzorgt ROC Delta.",
        "De proefvakken worden gemeten door Acme BV. ROC Delta denkt mee.",
        "Acme BV writes the handbook and ROC Delta lends its glasshouse.",
        "ROC Delta designs the trays; Acme BV, a firm in Goes, tests them.",
        "The trays are looked after by Acme BV. ROC Delta contributes the microbiology.",
        "With ROC Delta and Acme BV it is trying out new trays.",
    ],
)
def test_who_does_part_of_the_work_in_a_project_takes_part(tmp_path: Path, body: str) -> None:
    assert roles(tmp_path, body) == partners("Acme BV", "ROC Delta")


@pytest.mark.parametrize(
    "body",
    [
        "Aannemer Acme BV ontwerpt de hal.",
        "In opdracht van de raad onderzoekt Acme BV de bodem.",
        "Acme BV tests the water under contract.",
        "Acme BV draagt € 20.000 bij en ROC Delta doet er een ton bij.",
        "Acme BV doet er 175.000 euro bovenop en ROC Delta betaalt 90.000 euro.",
        "Acme BV, die eerst werd genoemd, neemt geen deel.",
        "Acme BV zoekt nog een vormgever.",
        "Acme BV onderzoekt of het mee wil doen.",
        "Veel bedrijven testen zelf. Bewoners tekenen mee.",
    ],
)
def test_who_is_hired_or_pays_does_not_by_that(tmp_path: Path, body: str) -> None:
    assert roles(tmp_path, body) == set()


def test_work_tells_nothing_where_a_text_is_about_no_one_project(tmp_path: Path) -> None:
    file = tmp_path / "rond.txt"
    file.write_text("Nieuws\n\nAcme BV meet het zout in de sloten. ROC Delta bakt brood.\n")
    assert ends(file) == set()


@pytest.mark.parametrize(
    "body",
    [
        "Acme BV voert het project aan.",
        "Acme BV is penhouder.",
        "Acme BV houdt de pen vast.",
        "Acme BV is hier de trekker van.",
        "Acme BV vond dat zonde en nam het voortouw.",
        "Het is een idee van Acme BV, dat ook de kar trekt.",
        "Het project wordt geleid vanuit Acme BV.",
        "De uitvoering ligt bij Acme BV.",
        "Acme BV uit Goes is eindverantwoordelijk.",
        "Acme BV took charge in May.",
        "Acme BV of Goes was in the driving seat.",
        "Acme BV has been at the helm since May, or so it says: Acme BV is in the lead.",
        "A scheme promoted by Acme BV.",
        "Acme BV is the accountable body.",
        "Run by Acme BV, it opened in May and is funded until August 2027.",
    ],
)
def test_who_takes_charge_leads(tmp_path: Path, body: str) -> None:
    assert roles(tmp_path, body) == {("Acme BV", "lead")}


@pytest.mark.parametrize(
    "body",
    [
        "De kar wordt getrokken door Tauw, met aan boord Acme BV en ROC Delta.",
        "Tauw is penvoerder. Het bureau heeft er Acme BV en ROC Delta bij: Acme BV en ROC Delta "
        "zijn partner.",
        "Tauw leidt het. De rest van het gezelschap is bont: Acme BV en ROC Delta.",
        "Tauw heeft de leiding en heeft daarbij Acme BV en ROC Delta naast zich. Partners in Zilte "
        "Teelt zijn Acme BV en ROC Delta.",
        "Tauw was in the lead, with Acme BV and ROC Delta as its partners.",
    ],
)
def test_those_whom_a_lead_has_beside_him(tmp_path: Path, body: str) -> None:
    assert roles(tmp_path, body) >= partners("Acme BV", "ROC Delta")


@pytest.mark.parametrize(
    "body",
    [
        "Acme BV zat eerst ook aan tafel, maar haakte vorig jaar af.",
        "Acme BV deed tot begin 2025 mee en is niet vervangen.",
        "Acme BV deed het eerste jaar mee maar sloot in 2024 haar vestiging.",
        "Acme BV stapte in het voorjaar uit Zilte Teelt.",
        "Acme BV took part for the first year.",
        "Acme BV was a partner until May 2024.",
        "Een vervolg wordt verkend met Acme BV.",
    ],
)
def test_who_has_left_takes_no_part(tmp_path: Path, body: str) -> None:
    assert roles(tmp_path, body) == set()


def test_who_is_in_a_network_is_not_by_that_in_its_project(tmp_path: Path) -> None:
    body = "De Alliantie Zuidhoek is het verband waarin Acme BV en ROC Delta samen optrekken."
    assert roles(tmp_path, body) == set()


def test_who_is_named_behind_the_whole_is_in_that_alone(tmp_path: Path) -> None:
    file = tmp_path / "geheel.txt"
    file.write_text(
        "Het project Koudehal en het project Datahuis lopen. Het programma Nieuw Land duurt tot "
        "2028.\n\nKoudehal en Datahuis zijn onderdeel van Nieuw Land, het programma waarmee Acme "
        "BV de streek wil vergroenen.\n"
    )
    assert ends(file) == {("Acme BV", "Nieuw Land")}


def test_what_is_said_next_is_of_the_part_or_of_that_programme(tmp_path: Path) -> None:
    file = tmp_path / "deel.txt"
    begin = (
        "Het project Koudehal loopt. Het programma Nieuw Land duurt tot 2028.\n\nKoudehal is "
        "onderdeel van Nieuw Land. "
    )
    file.write_text(f"{begin}Acme BV trekt de kar.\n")
    assert ends(file) == {("Acme BV", "Koudehal")}
    file.write_text(f"{begin}Dat programma begon in 2023. Acme BV houdt de pen vast.\n")
    assert ends(file) == {("Acme BV", "Nieuw Land")}


def test_answers_name_who_sits_at_the_table_one_by_one(tmp_path: Path) -> None:
    body = (
        "Wie zitten er nog meer aan tafel? Acme BV, voor de proeven. ROC Delta, omdat je handen "
        "nodig hebt. En sinds dit voorjaar Tauw. Met Deltares praten we nog."
    )
    assert roles(tmp_path, body) == partners("Acme BV", "ROC Delta", "Tauw")


def test_the_first_word_of_a_name_means_the_one_that_is_known(tmp_path: Path) -> None:
    body = "Acme BV en ROC Delta doen mee. Het ROC is penvoerder."
    assert roles(tmp_path, body) == {
        ("Acme BV", "partner"),
        ("ROC Delta", "lead"),
    }


def test_a_label_up_to_a_sentence_about_who_left(tmp_path: Path) -> None:
    body = "Partners: ROC Delta, Acme B.V. Suikerfabriek De Ster heeft zich teruggetrokken."
    assert {name for name, _ in roles(tmp_path, body)} == {"ROC Delta", "Acme B.V."}


def ends(file: Path) -> set[tuple[str, str]]:
    """Who takes part in what by a file."""
    return {
        (one.source.name, one.target.name)
        for one in read_document(extracted(file))
        if isinstance(one, FoundTie) and one.kind == "PARTNER_IN"
    }


def test_a_label_without_a_colon_whose_list_goes_on_below(tmp_path: Path) -> None:
    file = tmp_path / "blad.txt"
    file.write_text(
        "PROJECT DUINKOREN\n\n"
        "    Trekker    Acme BV\n"
        "    Partners   ROC Delta; gemeente Goes;\n"
        "               Zeeland Seinen BV\n"
        "    Looptijd   2022 - 2025\n"
        "    Kosten     € 80.000\n"
    )
    texts = [block.text for block in extracted(file).blocks]
    assert "Partners: ROC Delta; gemeente Goes; Zeeland Seinen BV" in texts

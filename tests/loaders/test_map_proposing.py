"""Mappings that are proposed: each loads at once, and means what a person would have written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import SHARED, missing
from tests.loaders.conftest import made

from ledwerk.loaders.proposing import propose
from ledwerk.loaders.proposing_columns import column_of, date_of, number_of
from ledwerk.loaders.proposing_words import meanings, role_of, sphere_of
from ledwerk.loaders.run import Checked, check_mapped
from ledwerk.schema.errors import LoadAborted
from ledwerk.schema.model import MODEL


def loaded(*paths: Path) -> tuple[str, Checked]:
    """The proposal for files, and what it makes of these very files, with no further change."""
    text = propose(MODEL, list(paths)).text
    mapping = paths[0].parent / "proposed.yaml"
    mapping.write_text(text, encoding="utf-8")
    return text, check_mapped(MODEL, list(paths), mapping)


@pytest.fixture
def proposed(tmp_path: Path) -> Callable[..., tuple[str, Checked]]:
    """Proposes a mapping for one table given as text, and loads the table by it."""

    def one(table: str | bytes, name: str = "table.csv") -> tuple[str, Checked]:
        file = tmp_path / name
        file.write_bytes(table if isinstance(table, bytes) else table.encode())
        return loaded(file)

    return one


def value(checked: Checked, kind: str, name: str) -> dict[str, Any]:
    return next(r.values() for r in made(checked, kind) if r.values().get("name") == name)


SWEDEN = """Diarienummer;Projekttitel;Stödmottagare;Organisationsnummer;Organisationstyp;Kommun;Beviljat belopp (SEK);Total kostnad;Projektstart;Projektslut
2016-01234;Smart tillväxt i Skåne;Malmö universitet;202100-4920;Universitet;Malmö;1 200 000;2 400 000,50;2016-05-31;2018-12-31
2016-01235;Grön batteri;Northvolt AB;559015-8894;Företag;Skellefteå;12 500 000;25 000 000;2016-06-01;2019-06-30
2017-00007;Digital vård;Region Västerbotten;232100-0222;Offentlig myndighet;Umeå;850 000;900 000;2017-01-01;2017-12-31
"""


def test_a_swedish_list_of_grants(proposed: Any) -> None:
    text, checked = proposed(SWEDEN.encode("cp1252"))
    assert "read as Windows-1252" in text
    project = value(checked, "Project", "Smart tillväxt i Skåne")
    assert project == {
        "name": "Smart tillväxt i Skåne", "code": "2016-01234", "start": "2016-05-31",
        "end": "2018-12-31", "budget": 2_400_000.5, "currency": "SEK",
    }  # fmt: skip
    helix = {row.values()["name"]: row.values()["helix"] for row in made(checked, "Organisation")}
    assert helix == {
        "Malmö universitet": "knowledge", "Northvolt AB": "industry", "Region Västerbotten": "government",
    }  # fmt: skip
    assert {row.values()["role"] for row in made(checked, "PARTNER_IN")} == {"lead"}
    assert len(made(checked, "LOCATED_IN")) == 3


GERMANY = """Förderkatalog des Bundes - Auszug
Stand: 31.12.2016

FKZ;Zuwendungsempfänger;Ort;Thema des Vorhabens;Laufzeit von;Laufzeit bis;Fördersumme in EUR;Fördergeber
03XP0001A;Fraunhofer-Gesellschaft e.V.;München;Batterie 2020;01.01.2016;31.12.2018;1.234.567,89;BMBF
03XP0001B;RWTH Aachen;Aachen;Batterie 2020 TP2;01.01.2016;31.12.2018;987.654,00;BMBF
03XP0002;Müller GmbH & Co. KG;Köln;Leichtbau;15.03.2016;14.03.2019;45.000,50;BMWi
"""


def test_a_german_export_with_rows_above_its_header(proposed: Any) -> None:
    text, checked = proposed(GERMANY)
    assert "header: 4" in text
    assert value(checked, "Project", "Leichtbau")["start"] == "2016-03-15"
    assert {r.values()["amount"] for r in made(checked, "FUNDS")} == {1234567.89, 987654.0, 45000.5}
    assert {row.source_id for row in made(checked, "FUNDS")} == {
        "organisation:bmbf",
        "organisation:bmwi",
    }
    assert "place:munchen" in {row.key for row in made(checked, "Place")}


FLANDERS = """Dossiernummer,Projectnaam,Aanvrager,Type organisatie,Gemeente,Partners,Toegekend bedrag,Looptijd,Programma
HBC.1,Slimme havens,Universiteit Gent,kennisinstelling,Gent,Haven van Antwerpen (partner); imec (penvoerder); Stad Gent (deelnemer),"€ 1.250.000",2016-2019,VLAIO
HBC.2,Circulair bouwen,VITO NV,onderzoeksinstelling,Mol,Willemen (partner); KU Leuven (partner),"€ 320.500",2017-2018,VLAIO
HBC.3,Plantaardig,Colruyt,grote onderneming,Halle,Universiteit Gent (partner),"€ 99.000",2017-2020,Interreg
"""


def test_flemish_projects_with_a_list_of_partners_and_their_roles(proposed: Any) -> None:
    _, checked = proposed(FLANDERS)
    partners = {
        (row.source_id.partition(":")[2], row.target_id[-1]): row.values().get("role")
        for row in made(checked, "PARTNER_IN")
    }
    assert partners == {
        ("universiteit-gent", "1"): "lead", ("vito-nv", "2"): "lead", ("colruyt", "3"): "lead",
        ("haven-van-antwerpen", "1"): "partner", ("imec", "1"): "lead", ("stad-gent", "1"): "participant",
        ("willemen", "2"): "partner", ("ku-leuven", "2"): "partner", ("universiteit-gent", "3"): "partner",
    }  # fmt: skip
    project = value(checked, "Project", "Slimme havens")
    assert (project["start"], project["end"]) == ("2016", "2019")
    assert {row.values()["name"] for row in made(checked, "Programme")} == {"VLAIO", "Interreg"}
    assert value(checked, "Municipality", "Gemeente Gent")


SPAIN = """Nº Expediente;Título del proyecto;Entidad beneficiaria;CIF;Tipo de entidad;Municipio;Fecha de inicio;Fecha fin;Ayuda concedida
IDI-1;Movilidad sostenible;Universidad de Zaragoza;Q5018001G;Universidad;Zaragoza;01/03/2016;28/02/2018;125.000,00 €
IDI-2;Agricultura 4.0;Agrotec S.L.;B50123456;Empresa;Huesca;15/04/2016;14/04/2017;75.500,50 €
IDI-3;Salud digital;Ayuntamiento de Teruel;P4421600G;Administración pública;Teruel;01/05/2016;30/04/2019;10.000,00 €
"""


def test_a_spanish_list(proposed: Any) -> None:
    _, checked = proposed(SPAIN)
    assert value(checked, "Project", "Agricultura 4.0") == {
        "code": "IDI-2", "name": "Agricultura 4.0", "start": "2016-04-15", "end": "2017-04-14",
    }  # fmt: skip
    assert sorted(row.values()["contribution"] for row in made(checked, "PARTNER_IN")) == [
        10_000.0, 75_500.5, 125_000.0,
    ]  # fmt: skip
    assert Counter(row.values()["helix"] for row in made(checked, "Organisation")) == {
        "knowledge": 1, "industry": 1, "government": 1,
    }  # fmt: skip


def test_a_french_list_with_its_months_in_words(proposed: Any) -> None:
    _, checked = proposed(
        "Intitulé du projet;Bénéficiaire;Statut;Commune;Date de début;Date de fin;Coût total\n"
        "Usine du futur;Université de Lille;Université;Lille;1er janvier 2016;31 décembre 2018;2 000 000 €\n"
        "Textile vert;Lainière SA;Entreprise;Roubaix;12 mars 2016;30 juin 2017;90 000 €\n"
    )
    assert value(checked, "Project", "Usine du futur") == {
        "name": "Usine du futur", "start": "2016-01-01", "end": "2018-12-31", "budget": 2e6, "currency": "EUR",
    }  # fmt: skip
    assert value(checked, "Organisation", "Lainière SA")["helix"] == "industry"


def test_dutch_projects_with_partners_in_columns_of_their_own(proposed: Any) -> None:
    _, checked = proposed(
        "Projectnummer;Projectnaam;Penvoerder;Partner 1;Partner 2;Startdatum;Totale kosten;Thema\n"
        "1;Slim Boeren;Zuyd Hogeschool;DSM;Gemeente Venlo;31-12-2015;€ 3,2 mln;Agrofood\n"
        "2;Zorg op afstand;MUMC+;Medtronic;;15-3-2015;€ 850.000;Health\n"
    )
    assert len(made(checked, "PARTNER_IN")) == 5
    assert value(checked, "Project", "Slim Boeren")["budget"] == 3_200_000
    assert {row.values()["name"] for row in made(checked, "Sector")} == {"Agrofood", "Health"}


def test_files_that_belong_together_are_linked_by_their_values(tmp_path: Path) -> None:
    grants, partners = tmp_path / "projekt.csv", tmp_path / "deltagare.csv"
    grants.write_text(
        "Diarienr;Projektnamn;Koordinator;Beviljat bidrag;Startdatum\n"
        "2016-1;Elbåt;KTH;1200000;2016-01-01\n2016-2;Skog;SLU;50000;2016-05-01\n",
        encoding="utf-8",
    )
    partners.write_text(
        "Referens;Organisation;Roll;Belopp\n2016-1;KTH;Koordinator;800000\n2016-1;Volvo AB;Partner;400000\n"
        "2016-2;SLU;Koordinator;50000\n",
        encoding="utf-8",
    )
    _, checked = loaded(grants, partners)
    assert value(checked, "Project", "Elbåt")["budget"] == 1_200_000
    ties = {(r.source_id, r.target_id): r.values().get("contribution") for r in made(checked, "PARTNER_IN")
            if "contribution" in r.values()}  # fmt: skip
    assert sorted(ties.values()) == [50_000, 400_000, 800_000]
    assert {target for _, target in ties} == {row.key for row in made(checked, "Project")}


def test_crowns_of_no_country_are_no_euros(proposed: Any) -> None:
    text, checked = proposed(
        "Projekttitel;Ansøger;Kommune;Bevilget beløb;Start;Slut\n"
        "Grøn vækst;Aarhus Universitet;Aarhus;1.250.000 kr.;01.05.2016;31.12.2018\n"
        "Vind;Vestas A/S;Skjern;500.000 kr.;01.06.2016;30.06.2019\n"
    )
    assert "Bevilget beløb: is in kr" in text
    assert [row.values() for row in made(checked, "PARTNER_IN")] == [{"role": "lead"}] * 2
    assert value(checked, "Project", "Vind")["end"] == "2019-06-30"


def test_seats_on_boards(proposed: Any) -> None:
    _, checked = proposed(
        "Orgaan;Naam;Functie;Organisatie;Van;Tot\nBestuur;Jan Jansen;voorzitter;Zuyd;31-1-2015;\n"
        "Stuurgroep;Piet Peters;lid;DSM;1-1-2015;31-12-2016\n"
    )
    assert {row.values()["role"] for row in made(checked, "Seat")} == {"voorzitter", "lid"}
    kinds = Counter(row.kind for row in checked.change.statements)
    assert (kinds["HOLDS"], kinds["ON"], kinds["FROM"], kinds["Board"]) == (2, 2, 2, 2)


def test_a_matrix_of_crosses(proposed: Any) -> None:
    text, checked = proposed("Organisation,Smart Port,Green Steel,Health Hub\nA,x,,x\nB,,x,\n")
    assert len(made(checked, "PARTNER_IN")) == 3
    assert "rows are taken for organisations" in text


def test_lists_within_lists_of_json(proposed: Any) -> None:
    partner = {
        "name": "Port of Leith",
        "type": "company",
        "country": "United Kingdom",
        "role": "lead",
    }
    grant = {"ref": "G1", "title": "Smart Port", "startDate": "2016-01-01", "endDate": "2017-12-31",
             "amount": 125000.5, "currency": "GBP", "partners": [partner]}  # fmt: skip
    _, checked = proposed(json.dumps({"grants": [grant]}), "grants.json")
    assert value(checked, "Project", "Smart Port")["currency"] == "GBP"
    assert value(checked, "Organisation", "Port of Leith") == {
        "name": "Port of Leith", "country": "GB", "helix": "industry", "kind": "company",
    }  # fmt: skip
    assert made(checked, "PARTNER_IN")[0].values() == {"role": "lead"}


def test_nodes_and_ties_are_handed_to_the_ready_mapping(proposed: Any) -> None:
    text, checked = proposed("Source,Target,Weight\nA,B,2\n")
    assert "uses: nodes-and-ties" in text
    assert len(made(checked, "Organisation")) == 2


def test_cells_that_cannot_be_read_are_named_and_left_out(proposed: Any) -> None:
    rows = "".join(
        f"P{n};Titel {n};{1000 + n};2016-01-01;2017-01-0{n % 9 + 1}\n" for n in range(30)
    )
    text, checked = proposed(
        f"Projectnummer;Projecttitel;Totale kosten;Startdatum;Einddatum\n{rows}P99;Titel;volgt;2016-01-01;1931-10-15\n"
    )
    assert "missing: [volgt]" in text
    assert '"1931-10-15"' in text
    assert len(made(checked, "Project")) == 31


def test_e_mail_addresses_are_left_out(proposed: Any) -> None:
    text, checked = proposed("Bedrijf,E-mail\nAcme,info@a.nl\nBeta,info@b.nl\n")
    assert "Not used: E-mail" in text
    assert "@" not in str(checked.change.statements)


def test_tables_of_which_nothing_can_be_made_are_refused(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    with pytest.raises(LoadAborted, match="no column is called like a project"):
        propose(MODEL, [tmp_path / "t.csv"])


@pytest.mark.parametrize(
    ("cells", "notation"),
    [
        (["1.234", "12,5"], "nl"), (["1,234", "12.5"], "en"), (["1.234.567"], "nl"), (["12", "7"], "plain"),
        (["1 200", "3,5"], "sv"), (["1'200.50"], "ch"), (["2998012,75", "12"], "sv"), (["5.5", "12"], "plain"),
        (["€ 1.250.000", "€ 99.000"], "nl"),
    ],
)  # fmt: skip
def test_notations_of_numbers_are_told_apart(cells: list[str], notation: str) -> None:
    found = number_of(column_of("x", cells))
    assert found is not None
    assert found.notation == notation


@pytest.mark.parametrize(
    ("cells", "notation"),
    [(["31-12-2016", "1-2-2016"], "dmy"), (["12/31/2016", "1/2/2016"], "mdy"), (["2016-12-31"], ""), (["1199142000"], "unix")],
)  # fmt: skip
def test_notations_of_dates_are_told_apart(cells: list[str], notation: str) -> None:
    found = date_of(column_of("x", cells))
    assert found is not None
    assert found.notation == notation


def test_doubt_is_said() -> None:
    found = number_of(column_of("x", ["1.234", "2.345"]))
    assert found is not None
    assert "taken as thousands" in found.doubt


@pytest.mark.parametrize(
    ("title", "concept"),
    [
        ("Naam penvoerder", "lead"), ("projectID", "project_id"), ("Förderkennzeichen", "project_id"),
        ("Laufzeit bis", "end"), ("Stödmottagare", "party"), ("Intitulé du projet", "project"),
        ("Montant de la subvention", "amount"), ("Nombre de la entidad", "party"), ("KvK-nummer", "kvk"),
        ("Samenwerkingspartners", "partners"), ("organizationURL", "website"), ("Kommun", "municipality"),
    ],
)  # fmt: skip
def test_titles_in_several_languages(title: str, concept: str) -> None:
    assert next(iter(meanings(title))) == concept


def test_words_for_spheres_and_roles() -> None:
    spheres = {
        "Hochschule": "knowledge",
        "Företag": "industry",
        "Gemeinde": "government",
        "Stichting": "civil",
    }
    assert {word: sphere_of(word)[0] for word in spheres} == spheres
    roles = {
        "penvoerder": "lead",
        "Projektpartner": "partner",
        "Teilnehmer": "participant",
        "medsökande": "partner",
    }
    assert {word: role_of(word) for word in roles} == roles


@pytest.mark.shared
@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["cordis_he_sme_sample/orgs.csv", "cordis_he_sme_sample/projects.csv"], {"PARTNER_IN": 250, "Project": 48, "Organisation": 206}),
        (["cordis_fp7_geo/projects_big.json.gz"], {"PARTNER_IN": 6343, "Project": 1000, "Organisation": 3043}),
        (["h2020/limburg_participations.csv.gz"], {"PARTNER_IN": 3878, "Project": 274, "Organisation": 2120}),
        (["nl_structural_funds/limburg_rows.csv.gz"], {"Project": 65}),
        (["nl_structural_funds/StructuralFundsNL2007NOW.csv.gz"], {"Project": 1805}),
        (["irish_directorates/seats.csv"], {"Person": 1009, "Seat": 4952}),
        (["popolo/au_councillors_tas.json.gz"], {"Person": 263, "Seat": 317}),
    ],
)  # fmt: skip
def test_real_files_load_by_what_is_proposed(
    tmp_path: Path, files: list[str], expected: dict[str, int]
) -> None:
    paths = [SHARED / "data" / file for file in files]
    if not all(path.exists() for path in paths):
        missing(f"no ../shared/data/{files[0]}")
    mapping = tmp_path / "m.yaml"
    mapping.write_text(propose(MODEL, paths).text, encoding="utf-8")
    checked = check_mapped(MODEL, paths, mapping)
    found = Counter(kind for kind, _ in {(r.kind, r.key) for r in checked.change.statements})
    assert {kind: found[kind] for kind in expected} == expected

"""The mappings that come along: what they make of the files that they are for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import LED, SHARED, missing
from tests.loaders.conftest import made

from ledwerk.graph.store import Store
from ledwerk.loaders.export_graphml import graphml
from ledwerk.loaders.mapping import find_mapping
from ledwerk.loaders.run import Checked, check, check_mapped, load
from ledwerk.schema.model import MODEL

Ready = Callable[..., Checked]


@pytest.fixture
def ready(tmp_path: Path) -> Ready:
    """Checks tables, given as text by file name, by a mapping that comes along."""

    def checked(name: str, **files: str) -> Checked:
        for file, text in files.items():
            (tmp_path / file.replace("__", ".")).write_text(text, encoding="utf-8")
        return check_mapped(MODEL, [tmp_path], find_mapping(name))

    return checked


def shared(name: str, *files: str) -> Checked:
    """What a mapping makes of real files, or a skip."""
    paths = [SHARED / "data" / file for file in files]
    if not all(path.exists() for path in paths):
        missing(f"no ../shared/data/{files[0]}")
    return check_mapped(MODEL, paths, find_mapping(name))


def nodes(checked: Checked) -> Counter[str]:
    """How many different things of each kind."""
    return Counter(kind for kind, _ in {(row.kind, row.key) for row in checked.change.statements})


@pytest.mark.shared
def test_fp7_comes_out_as_its_source_counts_it() -> None:
    checked = shared("fp7", "cordis_fp7_geo")
    found = nodes(checked)
    assert (found["Project"], found["Organisation"]) == (1000, 3043)
    # 6,345 participations, of which two name an organisation of the project a second time.
    assert found["PARTNER_IN"] == 6343
    organisations = made(checked, "Organisation")
    assert len({row.values()["name"] for row in organisations}) == 3068
    project = next(
        row.values() for row in made(checked, "Project") if row.key.endswith("rcn-85243")
    )
    assert (project["name"], project["start"], project["end"]) == (
        "ADOSE",
        "2008-01-01",
        "2011-11-30",
    )
    place = next(row.values() for row in made(checked, "Place") if row.key == "place:de-munchen")
    assert float(place["latitude"]) == pytest.approx(48.1, abs=0.2)


@pytest.mark.shared
def test_horizon_europe_comes_out_as_its_source_counts_it() -> None:
    checked = shared("horizon-europe", "cordis_he_sme_sample")
    found = nodes(checked)
    assert (found["PARTNER_IN"], found["Project"], found["Organisation"]) == (250, 48, 206)
    assert Counter(row.values()["role"] for row in made(checked, "PARTNER_IN")) == {
        "lead": 48, "participant": 194, "partner": 8,
    }  # fmt: skip
    budgets = [row.values().get("budget") for row in made(checked, "Project")]
    assert 2998012.75 in budgets
    assert {row.values()["sme"] for row in made(checked, "Organisation")} == {True, False}


def test_horizon_europe_reads_the_whole_tables_of_cordis_as_well(ready: Ready) -> None:
    organisations = (
        '"projectID";"projectAcronym";"organisationID";"vatNumber";"name";"shortName";"SME";'
        '"activityType";"street";"postCode";"city";"country";"nutsCode";"geolocation";'
        '"organizationURL";"contactForm";"contentUpdateDate";"rcn";"order";"role";"ecContribution";'
        '"netEcContribution";"totalCost";"endOfParticipation";"active"\n'
        '"101";"AB";"999975911";"NL003";"UNIVERSITEIT MAASTRICHT";"UM";"false";"HES";"Minderbroedersberg 4";'
        '"6211 LK";"MAASTRICHT";"NL";"NL423";"50.8,5.6";"www.um.nl";"";"";"";"1";"coordinator";"1234567,89";'
        '"";"";"false";"true"\n'
    )
    projects = (
        '"id";"acronym";"status";"title";"startDate";"endDate";"totalCost";"ecMaxContribution";"objective";"rcn"\n'
        '"101";"AB";"SIGNED";"A title";"2023-01-01";"2025-12-31";"2000000,5";"1";"Words.";"5"\n'
    )
    checked = ready("horizon-europe", organization__csv=organisations, project__csv=projects)
    (organisation,) = made(checked, "Organisation")
    assert organisation.key == "organisation:pic-999975911"
    assert organisation.values()["address"] == "Minderbroedersberg 4, 6211 LK, Maastricht"
    (partner,) = made(checked, "PARTNER_IN")
    assert partner.values() == {"role": "lead", "contribution": 1234567.89}
    assert made(checked, "Project")[0].values()["budget"] == 2000000.5


@pytest.mark.shared
@pytest.mark.parametrize(
    ("state", "persons", "organisations", "seats", "mandates"),
    [("nsw", 1480, 179, 1781, 1480), ("tas", 263, 33, 317, 263)],
)
def test_councillors_have_their_seats_and_mandates(
    state: str, persons: int, organisations: int, seats: int, mandates: int
) -> None:
    checked = shared("popolo", f"popolo/au_councillors_{state}.json.gz")
    found = nodes(checked)
    # One state lists a party twice under one id.
    twice = 1 if state == "tas" else 0
    assert (found["Person"], found["Organisation"]) == (persons, organisations - twice)
    assert found["Seat"] == found["HOLDS"] == found["ON"] == seats
    assert found["ON_BEHALF_OF"] == mandates
    assert not [row for row in checked.change.statements if "@" in str(row.properties)]


@pytest.mark.shared
def test_structural_funds_are_read_with_their_dirt() -> None:
    checked = shared("nl-structural-funds", "nl_structural_funds")
    found = nodes(checked)
    assert (found["Project"], found["PARTNER_IN"]) == (1808, 1806)
    project = next(row for row in made(checked, "Project") if "hanze-institute" in row.key)
    assert (project.values()["start"], project.values()["budget"]) == ("2009-02-19", 2141953.0)
    assert "municipality:gemeente-venlo" in {row.key for row in made(checked, "Municipality")}
    assert any("letters that were lost before" in notice for notice in checked.notices)


@pytest.mark.shared
def test_irish_boards_have_a_seat_a_year() -> None:
    found = nodes(shared("board-seats", "irish_directorates"))
    assert found["Seat"] == found["HOLDS"] == found["ON"] == 4952
    # The 91st company of the source, number 88, has no seat in these years.
    assert (found["Person"], found["Organisation"]) == (1009, 90)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "persons", "boards", "seats"),
    [
        ("chicago1960s", 20, 24, 99),
        ("scotland1920s", 118, 94, 321),
        ("minneapolis1970s", 26, 15, 98),
    ],
)
def test_classic_affiliations_are_seats(name: str, persons: int, boards: int, seats: int) -> None:
    found = nodes(shared("board-seats", f"affiliation_classics/{name}_seats.csv"))
    assert (found["Person"], found["Board"], found["Seat"]) == (persons, boards, seats)


def test_kumu_and_gephi_become_what_fits_their_ends(ready: Ready) -> None:
    elements = "Label,Type,Description\nZuyd,University,x\nDSM,Company,\nJan,Person,\nP1,Project,\nVenlo,City,\n"
    connections = "From,To,Type\nZuyd,DSM,works with\nJan,DSM,director\nZuyd,P1,lead\nDSM,Venlo,in\nJan,P1,x\n"
    checked = ready("nodes-and-ties", elements__csv=elements, connections__csv=connections)
    assert {row.key: row.values() for row in made(checked, "Organisation")} == {
        "organisation:zuyd": {"name": "Zuyd", "helix": "knowledge", "description_en": "x"},
        "organisation:dsm": {"name": "DSM", "helix": "industry"},
    }
    assert [row.key.partition(":")[2] for row in made(checked, "PARTNER_IN")] == [
        "organisation:zuyd>project:tie-zuyd-dsm-works-with",
        "organisation:dsm>project:tie-zuyd-dsm-works-with",
        "organisation:zuyd>project:p1",
    ]
    assert made(checked, "WORKS_FOR")[0].values() == {"function": "director"}
    assert nodes(checked)["LOCATED_IN"] == 1
    assert any("1 rows meet the conditions of no rule" in notice for notice in checked.notices)


def test_ties_alone_make_organisations(ready: Ready) -> None:
    checked = ready("nodes-and-ties", edges__csv="Source;Target;Weight\nA;B;2\nB;C;1\nC;C;1\n")
    assert [row.values()["name"] for row in made(checked, "Organisation")] == ["A", "B", "C"]
    assert [row.values()["name"] for row in made(checked, "Project")] == ["A – B", "B – C"]
    assert nodes(checked)["PARTNER_IN"] == 4


def test_what_was_exported_comes_back_as_it_was(store: Store, tmp_path: Path) -> None:
    load(store, check(MODEL, LED, store))
    file = tmp_path / "led.graphml"
    with store.whole() as whole:
        file.write_text("".join(graphml(MODEL, whole)), encoding="utf-8")
    with store.whole() as whole:
        kinds = [kind.name for kind in (*MODEL.nodes, *MODEL.relations)]
        before = {
            (fact.kind, fact.key): {k: v for k, v in fact.values.items() if v is not None}
            for kind in kinds
            for fact in whole.facts(kind)
        }
    checked = check_mapped(MODEL, [file], find_mapping("graphml"))
    again = {(row.kind, row.key): row.values() for row in checked.change.statements if row.locator}
    assert again.keys() == before.keys()
    # What is so of every municipality, say, is not said of each.
    fixed = {(kind.name, name) for kind in MODEL.nodes for name, _ in kind.fixed} | {
        ("Seat", "name")
    }
    for (kind, key), values in before.items():
        said = {name: value for name, value in values.items() if (kind, name) not in fixed}
        assert again[kind, key] == said

"""Where Dutch municipalities and places lie, by the mappings that come along."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.conftest import SHARED, missing

from ledwerk.graph.store import Store
from ledwerk.loaders.mapping import find_mapping
from ledwerk.loaders.run import Checked, check_mapped, load
from ledwerk.schema.model import MODEL

DATA = SHARED / "data" / "nl_municipalities"
MUNICIPALITIES, PLACES = DATA / "gemeenten_2020.csv", DATA / "geonames_nl_places.csv"
CODES = "Gemeentecode,GemeentecodeGM,Gemeentenaam,Provinciecode,ProvinciecodePV,Provincienaam\n"
POINTS = "geonameid,name,latitude,longitude,population,admin1code,timezone\n"
Values = dict[str, dict[str, object]]


def values(checked: Checked, kind: str) -> Values:
    """What is said of each node of a kind, from all its statements together."""
    found: Values = {}
    for row in checked.change.statements:
        if row.kind == kind:
            found.setdefault(row.key, {}).update(row.values())
    return found


def mapped(name: str, *files: Path) -> Checked:
    for file in files:
        if not file.is_file():
            missing(f"needs {file.name} in the shared data")
    return check_mapped(MODEL, files, find_mapping(name))


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_municipality_lies_where_its_place_in_its_own_province_does(tmp_path: Path) -> None:
    codes, points = tmp_path / "gemeenten.csv", tmp_path / "geonames.csv"
    codes.write_text(
        CODES + "0888,GM0888,Beek,31,PV31,Limburg\n1894,GM1894,Peel en Maas,31,PV31,Limburg\n"
        "0994,GM0994,Valkenburg aan de Geul,31,PV31,Limburg\n",
        encoding="utf-8",
    )
    points.write_text(
        POINTS + "1,Beek,51.5,5.6,9,06,x\n2,Beek,50.9,5.8,8,05,x\n3,Panningen,51.3,6.0,7,05,x\n"
        "4,Valkenburg,52.2,4.4,9,11,x\n",
        encoding="utf-8",
    )
    found = values(mapped("nl-municipalities", codes, points), "Municipality")
    assert found["municipality:gemeente-beek"] == {
        "name": "Gemeente Beek", "aliases": ("Beek",), "code": "0888", "latitude": 50.9,
        "longitude": 5.8,
    }  # fmt: skip
    assert found["municipality:gemeente-peel-en-maas"]["latitude"] == 51.3
    assert "latitude" not in found["municipality:gemeente-valkenburg-aan-de-geul"]


@pytest.mark.shared
def test_every_municipality_of_limburg_is_on_the_map() -> None:
    found = values(mapped("nl-municipalities", MUNICIPALITIES, PLACES), "Municipality")
    assert len(found) == len({row["Gemeentenaam"] for row in rows(MUNICIPALITIES)})
    ours = [row for row in rows(MUNICIPALITIES) if row["Provincienaam"] == "Limburg"]
    assert len(ours) == 31
    by_code = {one["code"]: one for one in found.values()}
    for row in ours:
        one = by_code[row["Gemeentecode"]]
        assert isinstance(one["latitude"], float), row
        assert 50.7 < one["latitude"] < 51.8, row
    assert sum("latitude" in one for one in found.values()) > 230


@pytest.mark.shared
def test_municipalities_of_the_led_network_have_the_same_ids(led: Store, store: Store) -> None:
    load(store, mapped("nl-municipalities", MUNICIPALITIES, PLACES))
    ours = {row.key for row in led.statements() if row.kind == "Municipality"}
    assert ours - {row.key for row in store.statements()} == {
        "municipality:gemeente-nuth", "municipality:gemeente-schinnen",  # merged since
    }  # fmt: skip


@pytest.mark.shared
def test_places_have_the_ids_that_h2020_gives_to_cities() -> None:
    checked = mapped("nl-places", PLACES)
    found = values(checked, "Place")
    assert found["place:nl-den-haag"] == {
        "name": "Den Haag", "country": "NL", "latitude": 52.07667, "longitude": 4.29861,
    }  # fmt: skip
    # Each is said once, so that no two points contradict each other: of one name, the largest.
    nodes = [row for row in checked.change.statements if row.kind == "Place"]
    assert len(nodes) == len(found)
    assert found["place:nl-stein"]["latitude"] == 50.96917

"""What leaves as a file says the same: read back by the programs that it is for."""

from __future__ import annotations

import gc
import io
import json
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib
from rdflib.namespace import ORG, PROV, RDF, SDO, SKOS, XSD
from tests.conftest import SHARED, missing
from tests.contract.making import link, node, put

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.graph.xml_text import xml_text
from ledwerk.loaders import writers
from ledwerk.loaders.export_cypher import cypher_script
from ledwerk.loaders.export_graphml import graphml
from ledwerk.loaders.export_jsonld import PREFIXES, json_ld, term
from ledwerk.loaders.export_zip import csv_zip, folder_names
from ledwerk.loaders.mapping import find_mapping
from ledwerk.loaders.run import check, check_mapped, load
from ledwerk.loaders.writers import write_workbook
from ledwerk.schema.errors import CannotExport
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement
from ledwerk.viz.gexf import gexf

# rdflib itself uses what it deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

URN = "urn:ledwerk:"
LED_TERM = rdflib.Namespace(f"{URN}term:")
HOSTILE = ("=1+1", "+31 6", "-x", "@SUM(A1)", "'=1", "<b> & \"q\" ]]>", "a;b|c\\d", "😀 x",
           "bel\x07 esc\x1b", "\ufffe end")  # fmt: skip


@pytest.fixture
def hostile(store: Store) -> Store:
    """A store whose names try to be something else in some format."""
    rows = [node(f"organisation:h{n}", name=f"{name}{n}", aliases=(name, "x|y"),
                 description_nl=f"{name}\nline two", locator=name, note=name, cited="source:s")
            for n, name in enumerate(HOSTILE)]  # fmt: skip
    every = [
        node("source:s", name="Bron", date="2016-10"),
        *rows,
        node("project:p", name="P", start="2016-02", end="2017", budget=5.0),
        *(link("PARTNER_IN", row.key, "project:p", role="lead", start="2016") for row in rows),
        link("FUNDS", "organisation:h0", "project:p", amount=-0.5, purpose=HOSTILE[0]),
        link("FUNDS", "organisation:h0", "project:p", amount=7.0, purpose=HOSTILE[5]),
        node("person:x", name="X"),
        node("seat:s", role="chair"),
        link("HOLDS", "person:x", "seat:s"),
    ]
    # Where a dataset has one source, a table's rows cite it.
    put(store, *(replace(row, cited="source:s") for row in every), dataset="hostile")
    return store


def packed(store: Store, *datasets: str) -> bytes:
    with store.whole() as whole:
        return b"".join(csv_zip(MODEL, whole, datasets or whole.datasets()))


def text(store: Store, make: Any) -> str:
    with store.whole() as whole:
        return "".join(make(MODEL, whole))


def counts(store: Store) -> tuple[int, int]:
    with store.whole() as whole:
        return (
            sum(whole.count(kind.name) for kind in MODEL.nodes),
            sum(whole.count(kind.name) for kind in MODEL.relations),
        )


def digests(rows: Iterable[Statement]) -> list[str]:
    return sorted(row.digest for row in rows)


# -- tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["led", "hostile"])
def test_zipped_tables_load_as_the_same_statements(
    which: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    store: Store = request.getfixturevalue(which)
    with zipfile.ZipFile(io.BytesIO(packed(store))) as found:
        assert found.testzip() is None
        found.extractall(tmp_path / "out")
    again = check(MODEL, tmp_path / "out").change
    assert again.dataset == store.datasets()[0]
    assert digests(again.statements) == digests(store.statements())


def test_a_workbook_loads_as_the_same_statements(hostile: Store, tmp_path: Path) -> None:
    with hostile.whole() as whole:
        write_workbook(
            MODEL,
            lambda kind: whole.statements("hostile", kind),
            tmp_path / "out.xlsx",
            {"name": "hostile"},
        )
    again = {row.digest for row in check(MODEL, tmp_path / "out.xlsx").change.statements}
    # A workbook has no way to hold what XML forbids.
    lost = {row.digest for row in hostile.statements() if "\ufffe" in row.note}
    assert again >= {row.digest for row in hostile.statements()} - lost


def test_no_cell_is_a_formula(hostile: Store) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(hostile))) as found:
        table = found.read("organisations.csv").decode()
    assert "'=1+1" in table
    assert not [line for line in table.splitlines() if line.startswith(("=", "+", "@"))]
    for sign in ("=1", "+31", "-x", "@SUM"):
        assert f",{sign}" not in table
        assert f'"{sign}' not in table


def test_each_of_several_datasets_has_a_folder(hostile: Store, tmp_path: Path) -> None:
    put(hostile, node("organisation:n", name="N", cited="source:s"), dataset="../Up and away")
    with zipfile.ZipFile(io.BytesIO(packed(hostile))) as found:
        names = found.namelist()
        assert json.loads(found.read("up-and-away/datapackage.json"))["title"] == "../Up and away"
        found.extractall(tmp_path)
    assert {name.partition("/")[0] for name in names} == {"hostile", "up-and-away"}
    other = open_store(f"sqlite:{tmp_path / 'new.sqlite'}")
    for folder in ("hostile", "up-and-away"):
        load(other, check(MODEL, tmp_path / folder, other))
    assert counts(other) == counts(hostile)
    other.close()


def test_folders_have_safe_names_of_their_own() -> None:
    names = folder_names(["a", "A", "../..", "..", "CON/é", "x" * 200])
    assert len(set(names.values())) == 6
    assert all(
        set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.") for name in names.values()
    )
    assert not any(name.startswith(".") for name in names.values())


def test_the_same_graph_gives_the_same_bytes(led: Store) -> None:
    assert packed(led) == packed(led)


@pytest.mark.parametrize(("limit", "most"), [("MOST_ROWS", 3), ("MOST_LETTERS", 4)])
def test_what_a_worksheet_cannot_hold_is_told(
    led: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(writers, limit, most)
    with pytest.raises(CannotExport, match=r"take csv\.zip"):
        write_workbook(MODEL, led.statements(), tmp_path / "out.xlsx", {"name": "led"})


# -- XML --------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["led", "hostile"])
def test_graphml_reads_back(which: str, request: pytest.FixtureRequest) -> None:
    store: Store = request.getfixturevalue(which)
    graph = nx.parse_graphml(text(store, graphml), force_multigraph=True)
    assert (len(graph), graph.size()) == counts(store)
    with store.whole() as whole:
        for kind in MODEL.nodes:
            for fact in whole.facts(kind.name):
                found = graph.nodes[fact.key]
                assert found["node_kind"] == kind.name
                for name, value in fact.values.items():
                    if not isinstance(value, str | tuple):
                        assert (found[name], type(found[name])) == (value, type(value))
                    elif isinstance(value, str):
                        assert found[name] == seen(value)
        for relation in MODEL.relations:
            for fact in whole.facts(relation.name):
                found = graph.edges[fact.source_id, fact.target_id, fact.key]
                assert found["relation_kind"] == relation.name
                assert found.get("amount") == fact.values.get("amount")


def seen(value: str) -> str:
    """A text as XML can hold it: these tests know which signs it cannot."""
    return value.translate(dict.fromkeys([7, 0x1B, 0xFFFE], "\ufffd"))


def test_texts_survive_xml() -> None:
    from xml.etree import ElementTree as ET

    for one in (*HOSTILE, "a\tb\r\nc", "  two  ", "&amp;"):
        inside = ET.fromstring(f'<a b="{xml_text(one)}">{xml_text(one)}</a>')  # noqa: S314 - our own
        assert (inside.get("b"), inside.text) == (seen(one), seen(one))


# -- JSON-LD ----------------------------------------------------------------------------------


def linked(store: Store, base: str = URN) -> rdflib.Graph:
    with store.whole() as whole:
        document = "".join(json_ld(MODEL, whole, base))
    assert isinstance(json.loads(document)["@context"], dict)
    return rdflib.Graph().parse(data=document, format="json-ld")


def test_json_ld_is_what_the_vocabularies_say(led: Store) -> None:
    graph = linked(led)
    dsm, project = rdflib.URIRef(f"{URN}organisation:dsm"), rdflib.URIRef(f"{URN}project:4ehealth")
    assert (dsm, RDF.type, ORG.Organization) in graph
    assert (dsm, SDO.name, rdflib.Literal("DSM")) in graph
    assert (dsm, SKOS.prefLabel, rdflib.Literal("DSM")) in graph
    assert (project, RDF.type, SDO.Project) in graph
    partner = rdflib.URIRef(f"{URN}organisation:4webcom")
    assert (project, SDO.participant, partner) in graph
    assert (partner, SDO.participant, project) not in graph
    with led.whole() as whole:
        for kind in MODEL.nodes:
            prefix, _, name = term(kind.maps_to).partition(":")
            typed = set(graph.subjects(RDF.type, LED_TERM[kind.name]))
            assert len(typed) == whole.count(kind.name)
            published = rdflib.URIRef(PREFIXES[prefix] + name)
            assert typed <= set(graph.subjects(RDF.type, published))
        for relation in MODEL.relations:
            told = set(graph.subjects(RDF.type, LED_TERM[relation.name]))
            assert len(told) == whole.count(relation.name)
            for one in told:
                parts = [graph.value(one, p) for p in (RDF.subject, RDF.predicate, RDF.object)]
                assert tuple(parts) in graph


def test_every_fact_of_json_ld_has_its_provenance(led: Store) -> None:
    graph = linked(led)
    sayings = {
        str(s).rpartition(":")[2]: s
        for s in graph.subjects(LED_TERM.basis)
        if str(s).startswith(f"{URN}statement:")
    }
    assert len(sayings) == len(list(led.statements()))
    for row in led.statements():
        saying = sayings[row.digest]
        assert (saying, RDF.type, PROV.Entity) in graph
        assert str(graph.value(saying, LED_TERM.basis)) == row.basis
        assert str(graph.value(saying, LED_TERM.locator) or "") == row.locator
        source = graph.value(saying, PROV.hadPrimarySource)
        assert str(source or "") == (URN + row.cited if row.cited else "")
        if not row.denied:
            assert list(graph.subjects(PROV.wasDerivedFrom, saying))


def test_values_of_json_ld_keep_their_types(hostile: Store) -> None:
    graph = linked(hostile, "https://data.example.org/id/")
    base = rdflib.Namespace("https://data.example.org/id/")
    project = base["project:p"]
    assert (project, SDO.startDate, rdflib.Literal("2016-02", datatype=XSD.gYearMonth)) in graph
    assert (project, SDO.endDate, rdflib.Literal("2017", datatype=XSD.gYear)) in graph
    assert float(graph.value(project, base["term/budget"]) or 0) == 5.0  # type: ignore[arg-type]
    for number, name in enumerate(HOSTILE):
        party = base[f"organisation:h{number}"]
        assert rdflib.Literal(f"{name}{number}") in set(graph.objects(party, SDO.name))
        told = rdflib.Literal(f"{name}\nline two", lang="nl")
        assert told in set(graph.objects(party, SDO.description))
    assert not [s for s in graph.subjects() if URN in str(s)]


@pytest.mark.parametrize(
    "base", ["", "data", "/id/", "https://a b/", "https://x.example/id", "a:<"]
)
def test_a_base_that_is_none_is_told(led: Store, base: str) -> None:
    with led.whole() as whole, pytest.raises(CannotExport, match="no beginning for ids"):
        next(json_ld(MODEL, whole, base))


# -- size -------------------------------------------------------------------------------------


def many(number: int) -> Iterator[Statement]:
    for n in range(number):
        yield node(f"organisation:o{n}", name=f"Organisation {n}", description_nl="text " * 20)
        yield node(f"project:p{n}", name=f"Project {n}", start="2016")
        yield link("PARTNER_IN", f"organisation:o{n}", f"project:p{n}", role="lead")


def peak(pieces: Iterable[Any]) -> int:
    """The most memory that Python takes, in bytes, while pieces are made and thrown away."""
    gc.collect()
    tracemalloc.start()
    try:
        for _ in pieces:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["csv.zip", "xlsx", "graphml", "gexf", "jsonld", "cypher"])
def test_memory_does_not_grow_with_the_graph(store: Store, tmp_path: Path, name: str) -> None:
    """Three times as many rows, above what any layout or batch holds, take no more memory."""
    peaks = []
    for number in (2_000, 6_000):
        put(store, *many(number))
        with store.whole() as whole:
            makers: dict[str, Any] = {
                "csv.zip": lambda: csv_zip(MODEL, whole, ["d"]),
                "xlsx": lambda: book(whole, tmp_path),
                "graphml": lambda: graphml(MODEL, whole),
                "gexf": lambda: gexf(MODEL, whole),
                "jsonld": lambda: json_ld(MODEL, whole),
                "cypher": lambda: cypher_script(MODEL, whole),
            }
            for _ in makers[name]():  # what is made once a process
                break
            peaks.append(peak(makers[name]()))
    assert peaks[1] < peaks[0] * 1.3 + 200_000, peaks


def book(whole: Any, folder: Path) -> Iterator[bytes]:
    write_workbook(
        MODEL, lambda kind: whole.statements("d", kind), folder / "o.xlsx", {"name": "d"}
    )
    yield b""


@pytest.mark.shared
def test_horizon_2020_goes_through_little_memory(tmp_path: Path) -> None:
    folder = SHARED / "data" / "h2020"
    if not folder.is_dir():
        missing("no ../shared/data/h2020")
    address = f"sqlite:{tmp_path / 'h.sqlite'}"
    store = open_store(address)
    try:
        load(store, check_mapped(MODEL, [folder], find_mapping("h2020")))
        with zipfile.ZipFile(io.BytesIO(packed(store))) as found:
            found.extractall(tmp_path / "out")
        again = check(MODEL, tmp_path / "out").change.statements
        assert {row.digest for row in again} == {row.digest for row in store.statements()}
    finally:
        store.close()
    # What is used at most by a process of its own; the tests' own has held all the rows.
    code = (
        "import sys; from ledwerk.api.cli import main\n"
        "for ending in ('csv.zip', 'xlsx', 'graphml', 'gexf', 'jsonld', 'cypher'):\n"
        "    assert main(['export', f'{sys.argv[1]}/h.{ending}', '--store', sys.argv[2]]) == 0\n"
        "print(*(line.split()[1] for line in open('/proc/self/status') if 'VmHWM' in line))"
    )
    words = [sys.executable, "-c", code, str(tmp_path), address]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    assert int(told.split()[-1]) < 150_000, told  # kB, all modules among them

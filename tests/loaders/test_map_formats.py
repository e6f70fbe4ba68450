"""Files of other formats and encodings as tables of a mapping: JSON, GraphML, GEXF."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.loaders.conftest import ORGANISATION, TOP, made

from ledwerk.loaders.encodings import encoding_of, repaired
from ledwerk.loaders.readers import Raw, Reading
from ledwerk.loaders.readers_graph import raw_graph
from ledwerk.loaders.readers_json import raw_json
from ledwerk.loaders.run import check_mapped
from ledwerk.schema.errors import LoadAborted
from ledwerk.schema.model import MODEL

Tables = dict[str, list[dict[str, str]]]


def tables(raws: Callable[[Path, Reading], object], file: Path) -> Tables:
    """Every table of a file, its rows as dicts."""
    reading = Reading()
    found: Tables = {}
    for raw in raws(file, reading):  # type: ignore[attr-defined]
        assert isinstance(raw, Raw)
        (_, header), *rows = list(raw.rows)
        found[raw.name] = [dict(zip(header, cells, strict=True)) for _, cells in rows]
    assert reading.problems == []
    return found


def trouble(raws: Callable[[Path, Reading], object], file: Path) -> str:
    reading = Reading()
    list(raws(file, reading))  # type: ignore[call-overload]
    (problem,) = reading.problems
    return str(problem)


def written(tmp_path: Path, name: str, content: object) -> Path:
    text = content if isinstance(content, str) else json.dumps(content)
    file = tmp_path / name
    file.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return file


GRANTS = {
    "meta": {"date": "2016"},
    "grants": [
        {"ref": "G1", "amount": 12.50, "open": True, "lead": {"name": "A", "at": {"city": "X"}},
         "tags": ["a", "b|c"], "partners": [{"name": "B", "roles": [{"role": "lead"}]}, {"name": "C"}]},
        {"ref": "G2", "amount": None, "partners": []},
    ],
}  # fmt: skip


def test_lists_within_lists_are_tables_that_know_their_parent(tmp_path: Path) -> None:
    found = tables(raw_json, written(tmp_path, "g.json", GRANTS))
    assert found["grants"] == [
        {
            "ref": "G1",
            "amount": "12.5",
            "open": "yes",
            "lead.name": "A",
            "lead.at.city": "X",
            "tags": "a | b\\|c",
        },
        {"ref": "G2", "amount": "", "open": "", "lead.name": "", "lead.at.city": "", "tags": ""},
    ]
    assert [(row["name"], row["parent.ref"]) for row in found["partners"]] == [
        ("B", "G1"),
        ("C", "G1"),
    ]
    assert [(r["role"], r["parent.name"], r["parent.parent.ref"]) for r in found["roles"]] == [
        ("lead", "B", "G1")
    ]
    assert [(row["value"], row["parent.ref"]) for row in found["tags"]] == [
        ("a", "G1"),
        ("b|c", "G1"),
    ]


def test_a_list_at_the_top_and_one_object_a_line_are_records(tmp_path: Path) -> None:
    rows = [{"a": 1}, {"a": "1.0", "b": None}]
    expected = [{"a": "1", "b": ""}, {"a": "1.0", "b": ""}]
    assert tables(raw_json, written(tmp_path, "r.json.gz", rows)) == {"records": expected}
    lines = "\n".join(map(json.dumps, rows))
    assert tables(raw_json, written(tmp_path, "r.jsonl", lines)) == {"records": expected}


def test_objects_by_their_keys_are_a_list(tmp_path: Path) -> None:
    file = written(tmp_path, "k.json", {n: {"name": n.upper(), "x": {}} for n in "abc"})
    assert [row["key"] + row["name"] for row in tables(raw_json, file)["records"]] == [
        "aA",
        "bB",
        "cC",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[{"a": 1},', "j.json:1: not JSON: "),
        ("{}", "no list of objects in it"),
        ('{"a": 1}', "no list of objects in it"),
        ("[" * 5000 + "]" * 5000, "nested more than"),
        (json.dumps([{f"k{n}": 1 for n in range(600)}]), "more than 500 different keys"),
        (json.dumps([{"a": "x" * 1_000_001}]), "more than 1,000,000 characters"),
    ],
)
def test_json_that_is_no_table(tmp_path: Path, text: str, problem: str) -> None:
    assert problem in trouble(raw_json, written(tmp_path, "j.json", text))


GRAPHML = """<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="type"><default>Organisation</default></key>
<key id="d1" for="all" attr.name="note"/>
<graph edgedefault="undirected">
<node id="a"><data key="d0">Person</data><data key="d1">x &amp; y</data></node>
<node id="b"/>
<edge source="a" target="b"><data key="d1">z</data></edge>
</graph></graphml>"""
GEXF = """<gexf xmlns:viz="http://gexf.net/1.3/viz"><graph><attributes class="node">
<attribute id="0" title="helix"/></attributes><nodes>
<node id="a" label="A"><attvalues><attvalue for="0" value="industry"/></attvalues>
<spells><spell start="2012-01-01" end="2013-12-31"/></spells><viz:size value="3"/></node></nodes>
<edges><edge id="0" source="a" target="a" weight="2.0"/></edges></graph></gexf>"""


def test_graphml_is_nodes_and_edges(tmp_path: Path) -> None:
    assert tables(raw_graph, written(tmp_path, "g.graphml.gz", GRAPHML)) == {
        "nodes": [
            {"id": "a", "label": "", "type": "Person", "note": "x & y"},
            {"id": "b", "label": "", "type": "Organisation", "note": ""},
        ],
        "edges": [{"id": "", "source": "a", "target": "b", "label": "", "note": "z"}],
    }


def test_gexf_is_nodes_and_edges(tmp_path: Path) -> None:
    found = tables(raw_graph, written(tmp_path, "g.gexf", GEXF))
    assert found["nodes"] == [
        {"id": "a", "label": "A", "helix": "industry", "start": "2012-01-01", "end": "2013-12-31"}
    ]
    assert found["edges"] == [
        {"id": "0", "source": "a", "target": "a", "label": "", "weight": "2.0"}
    ]


def test_rows_of_a_network_know_their_line(tmp_path: Path) -> None:
    mapping = tmp_path / "m.yaml"
    mapping.write_text((TOP + ORGANISATION).replace("name", "id").replace("id: Bron", "name: Bron")
                       .replace("{id: id}", "{name: id}"), encoding="utf-8")  # fmt: skip
    text = mapping.read_text().replace("    source", "    sheet: nodes\n    source")
    mapping.write_text(text)
    checked = check_mapped(MODEL, [written(tmp_path, "g.graphml", GRAPHML)], mapping)
    assert [row.locator for row in made(checked, "Organisation")] == ["line 6", "line 7"]
    assert checked.notices == ("g.graphml [edges]: fits no table of m.yaml; not loaded",)


LAUGHS = """<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<graphml><graph><node id="&b;"/></graph></graphml>"""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (LAUGHS, "g.graphml:1: declares entities, which are not read"),
        (GRAPHML[:-30], "not XML: "),
        ("<graphml/>", "no nodes and no edges in it"),
        ("nothing", "g.graphml:1: not XML: "),
    ],
)
def test_networks_that_are_none(tmp_path: Path, text: str, problem: str) -> None:
    assert problem in trouble(raw_graph, written(tmp_path, "g.graphml", text))


@pytest.mark.parametrize(
    "encoding", ["cp1252", "mac_roman", "utf-16", "utf-16-le", "utf-8", "utf-8-sig"]
)
@pytest.mark.parametrize(
    "text",
    [
        "naam\nCafé Zürich\nÉcole supérieure\n",
        "Malmö högskola;Företag\nÅngström",
        "„Groß“ – Müller & Söhne",
    ],
)
def test_encodings_are_told_apart(text: str, encoding: str) -> None:
    found, notice = encoding_of(text.encode(encoding))
    assert text.encode(encoding).decode(found) == text
    assert bool(notice) is not encoding.startswith("utf-8")


def test_text_that_went_wrong_twice_or_beside_a_lost_letter_is_mended() -> None:
    ways = ("cp1252", "latin_1", "mac_roman")
    twice = "Zoë".encode().decode("cp1252").encode().decode("cp1252")
    assert repaired(twice, ways) == "Zoë"
    assert repaired("CafÃ© \ufffd", ways) == "Café \ufffd"
    assert repaired("Société “X” – 3 €", ways) == "Société “X” – 3 €"


def test_only_files_that_can_be_tables_are_taken(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(TOP + ORGANISATION, encoding="utf-8")
    (tmp_path / "a.tsv").write_text("name\tx\nA\t1\n", encoding="utf-8")
    checked = check_mapped(MODEL, [tmp_path], tmp_path / "m.yaml")
    assert len(made(checked, "Organisation")) == 1
    with pytest.raises(LoadAborted, match="not a kind of file"):
        check_mapped(MODEL, [tmp_path / "m.yaml"], tmp_path / "m.yaml")

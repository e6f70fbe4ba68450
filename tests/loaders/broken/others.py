"""JSON, GraphML, GEXF and mapping files that are broken; and places that are no files."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

from tests.loaders.broken.case import (
    MAPPING,
    Case,
    Content,
    Make,
    alone,
    as_json,
    cuts,
    folder,
    mapped,
    put,
)
from tests.loaders.broken.packing import LAUGHS, OUTSIDE

_LIST = as_json([{"name": f"Naam {n}", "kvk": n} for n in range(50)]).replace("}, {", "},\n{")
_GRAPH = (
    '<?xml version="1.0"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    '<key id="d0" for="node" attr.name="name" attr.type="string"/>\n<graph edgedefault="directed">\n'
    '<node id="a"><data key="d0">A</data></node>\n</graph>\n</graphml>\n'
)
_GEXF = (
    '<?xml version="1.0"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<graph>\n<nodes>\n'
    '<node id="a" label="A"/>\n</nodes>\n</graph>\n</gexf>\n'
)


def other_cases() -> Iterator[Case]:
    """All of them."""
    yield from _json()
    yield from _graphs()
    yield from _mappings()
    yield from _places()


def _json_case(
    name: str, content: Content, says: str, place: str = r"rows\.json", file: str = "rows.json"
) -> Case:
    return Case(f"json {name}", mapped(file, content), place, says, "m.yaml")


def _json() -> Iterator[Case]:
    for share, part in cuts(_LIST.encode(), (0.02, 0.3, 0.6, 0.99)):
        yield _json_case(f"cut at {share}", part, "not JSON", r"rows\.json:\d+:")
    yield _json_case("empty", "", "not JSON|empty")
    for name, text in (("a number", "5"), ("a text", '"x"'), ("nothing", "null"), ("an empty list", "[]"),
                       ("an object of nothing", "{}"), ("a list of lists", "[[[]]]")):  # fmt: skip
        yield _json_case(name, text, "no list of objects")
    yield _json_case("nested", "[" * 100_000, "nested more than|not JSON")
    yield _json_case("nested and closed", "[" * 100_000 + "]" * 100_000, "nested more than")
    yield _json_case("nested objects", '{"a":' * 100_000 + "1" + "}" * 100_000, "nested more than")
    yield _json_case(
        "nested a little",
        '[{"name":"A","x":' + "[" * 60 + "]" * 60 + "}]",
        "nested more than|no list",
    )
    yield _json_case(
        "10 MB in a value",
        lambda: as_json([{"name": "x" * 10_000_000}]),
        "more than 1,000,000 characters",
    )
    yield _json_case(
        "a million keys",
        lambda: as_json([{f"k{n}": n for n in range(1_000_000)}]),
        "more than 500 different keys",
    )
    yield _json_case(
        "a million objects of other keys",
        lambda: as_json([{f"k{n}": n} for n in range(200_000)]),
        "more than 500 different keys",
    )
    yield _json_case(
        "a bomb of objects",
        lambda: b"[" + b"{}," * 20_000_000 + b"{}]",
        "larger than|objects and lists|values",
    )
    yield _json_case(
        "a bomb of lists",
        lambda: b"[" + b"[]," * 20_000_000 + b"[]]",
        "larger than|objects and lists|values",
    )
    yield _json_case(
        "a bomb of numbers",
        lambda: b'[{"name":[' + b"1," * 30_000_000 + b"1]}]",
        "larger than|objects and lists|values",
    )
    yield _json_case("nul", b'[{"name": "a\0b"}]', "not JSON|not readable as text")
    yield _json_case(
        "latin", '[{"name": "café\x01"}]'.encode("latin-1"), "not JSON|not readable as text"
    )
    yield _json_case("junk", bytes(range(256)) * 20, "not readable as text|not JSON")
    yield _json_case("another column", '[{"naam": "A"}]', "has no column|lacks|column")
    yield _json_case("a trailing comma", '[{"name": "A"},]', "not JSON", r"rows\.json:1:")
    yield _json_case("single quotes", "[{'name': 'A'}]", "not JSON", r"rows\.json:1:")
    lines = '{"name": "A"}\n{"name": "B"\n{"name": "C"}\n'
    yield _json_case("a broken line", lines, "not JSON", r"rows\.jsonl:2:", "rows.jsonl")
    whole = gzip.compress(_LIST.encode())
    yield _json_case(
        "gz cut",
        whole[: len(whole) // 2],
        "ended before|cut off",
        r"rows\.json\.gz",
        "rows.json.gz",
    )
    yield _json_case(
        "gz bomb",
        lambda: gzip.compress(b"[" * 16_000_000) * 20,
        "larger than",
        r"rows\.json\.gz",
        "rows.json.gz",
    )


def _graph(
    name: str,
    content: Content,
    says: str,
    place: str = r"rows\.graphml",
    file: str = "rows.graphml",
) -> Case:
    nodes = MAPPING.replace('file: "*"', 'file: "nodes"')
    return Case(f"graph {name}", mapped(file, content, nodes), place, says, "m.yaml")


def _graphs() -> Iterator[Case]:
    for file, whole in (("rows.graphml", _GRAPH), ("rows.gexf", _GEXF)):
        place = file.replace(".", r"\.")
        for share in (0.0, 0.3, 0.6, 0.9):
            part = whole[: int(len(whole) * share)]
            yield _graph(f"{file} cut at {share:.0%}", part, "not XML", place, file)
        head, _, rest = whole.partition("\n")
        for name, before in (("billion laughs", LAUGHS), ("an outside entity", OUTSIDE)):
            text = f"{head}\n{before}{rest}".replace(">A<", ">&a9;<").replace('"A"', '"&a9;"')
            yield _graph(
                f"{file} {name}", text, "declares entities, which are not read", place, file
            )
        yield _graph(f"{file} no graph", f"{head}\n<x/>", "no nodes and no edges", place, file)
        yield _graph(
            f"{file} in a wrong encoding",
            whole.replace("A", "é").encode("latin-1"),
            "not XML",
            place,
            file,
        )
        yield _graph(f"{file} junk", bytes(range(1, 256)) * 20, "not XML", place, file)
    yield _graph("nested", "<graphml>" + "<graph>" * 300_000, "not XML")
    yield _graph(
        "10 MB in a value",
        lambda: _GRAPH.replace(">A<", f">{'x' * 10_000_000}<"),
        "more than 1,000,000 characters",
    )

    def wide() -> str:
        data = "".join(f'<data key="k{n}">x</data>' for n in range(1_000_000))
        return _GRAPH.replace("</node>", f"{data}</node>")

    yield _graph(
        "a million attributes",
        wide,
        "more than 500 attributes",
    )

    def many() -> bytes:
        nodes = "".join(f'<node id="{n}"/>' for n in range(4_000_000))
        return gzip.compress(_GRAPH.replace("</graph>", f"{nodes}</graph>").encode(), 1)

    yield _graph("a bomb of nodes", many,
                 "nodes and edges|larger than", r"rows\.graphml\.gz", "rows.graphml.gz")  # fmt: skip


def _mapping(name: str, content: Content, says: str, place: str = r"m\.yaml") -> Case:
    return Case(
        f"mapping {name}",
        mapped("rows.csv", "name,start\nA,2016\n", content),
        place,
        says,
        "m.yaml",
    )


def _mappings() -> Iterator[Case]:
    def changed(name: str, old: str, new: str, says: str, place: str = r"m\.yaml:\d+:") -> Case:
        assert old in MAPPING
        return _mapping(name, MAPPING.replace(old, new), says, place)

    for share, part in cuts(MAPPING.encode(), (0.1, 0.4, 0.6, 0.75)):
        yield _mapping(f"cut at {share}", part, "lacks|not YAML|is not|no |where")
    yield _mapping("empty", "", "empty; begin with mapping: 1", r"m\.yaml:1:")
    yield _mapping("a list", "- a\n- b\n", "a sequence where a mapping belongs", r"m\.yaml:1:")
    yield _mapping("a text", "hallo\n", "a scalar where a mapping belongs", r"m\.yaml:1:")
    yield _mapping("tabs", MAPPING.replace("  rows", "\trows"), "not YAML", r"m\.yaml:\d+:")
    yield _mapping("nul", b"mapping: 1\0\n", "not YAML|cannot be read")
    yield _mapping("utf-16", MAPPING.encode("utf-16"), "cannot be read|not YAML")
    yield _mapping(
        "latin", MAPPING.replace("Bron}", "Café}").encode("latin-1"), "cannot be read|not YAML"
    )
    yield _mapping("2 MB", MAPPING + "# x\n" * 500_000, "larger than 1024 kB")
    yield _mapping("nested", "a: " + "[" * 5_000, "nested more than 20 deep|maximum nesting depth")
    yield _mapping("nested maps", "{a: " * 5_000, "nested more than 20 deep|maximum nesting depth")
    laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
    )
    yield _mapping(
        "billion laughs",
        laughs + MAPPING,
        "is not a word that can stand here|entit|alias",
        r"m\.yaml",
    )
    yield _mapping(
        "billion laughs where a list belongs",
        laughs + MAPPING.replace('"{name|slug}"', "*a9"),
        "is not a word|where a text belongs|alias",
        r"m\.yaml",
    )
    yield _mapping(
        "an object of a program",
        MAPPING.replace("broken", '!!python/object/apply:os.system ["true"]'),
        "where a text belongs|not YAML|is no dataset name",
    )
    yield changed("another version", "mapping: 1", "mapping: 7", "1")
    yield changed("an unknown word", "nodes:", "knopen:", "is not a word that can stand here")
    yield changed(
        "an unknown kind", "kind: Organisation", "kind: Vereniging", "Vereniging|did you mean"
    )
    yield changed("an unknown table", "from: rows", "from: rijen", "rijen|did you mean")
    yield changed("an unknown property", "{name: name}", "{naam: name}", "naam|did you mean")
    yield changed("half a brace", '"{name|slug}"', '"{name|slug"', "without its other half")
    yield changed("an unknown filter", "{name|slug}", "{name|upper}", "unknown filter 'upper'")
    yield changed(
        "a word twice", "dataset: broken\n", "dataset: broken\ndataset: twee\n", "is here twice"
    )
    yield changed("no source", "    source: {id: bron, name: Bron}\n", "", "lacks source")
    yield changed(
        "a dataset that is none",
        "dataset: broken",
        "dataset: Mijn Data",
        "is no dataset name",
        r"m\.yaml",
    )
    yield changed("an unknown column", "{name: name}", "{name: titel}", "titel", "rows|m\\.yaml")
    text = MAPPING.replace("{name: name}", "{name: name, start: start}")
    wrong = mapped("rows.csv", "name,start\nA,2016\nB,gisteren\n", text)
    yield Case(
        "a value that a mapping cannot read",
        wrong,
        r"rows\.csv:3: start:",
        "is not a date",
        "m.yaml",
    )
    gone = mapped("rows.csv", "name\nA\n")
    yield Case("no such mapping", gone, "nergens", "", "nergens.yaml")
    yield Case("an unknown mapping", gone, "h2021|h2020", "did you mean|h2020", "/h2021")
    yield Case(
        "a folder for a mapping",
        _folder_mapping,
        r"m\.yaml",
        "Is a directory|folder|no such file",
        "m.yaml",
    )


def _folder_mapping(place: Path) -> Path:
    (place / "m.yaml").mkdir()
    put(place / "rows.csv", "name\nA\n")
    return place / "rows.csv"


def _linked(target: str, name: str = "projects.csv") -> Make:
    def make(place: Path) -> Path:
        folder({})(place)
        (place / name).symlink_to(target)
        return place

    return make


def _pipe(place: Path) -> Path:
    folder({})(place)
    os.mkfifo(place / "projects.csv")
    return place


def _inner_folder(place: Path) -> Path:
    folder({})(place)
    (place / "projects.csv").mkdir()
    return place


def _nothing(place: Path) -> Path:
    return place / "nergens"


def _empty(place: Path) -> Path:
    return place


def _long(place: Path) -> Path:
    return place / ("x" * 300 + ".csv")


def _places() -> Iterator[Case]:
    table = r"projects\.csv"
    yield Case("nowhere", _nothing, "nergens", "no such file or folder")
    yield Case("an empty folder", _empty, "", "no tables here; put .csv files")
    yield Case("a name that is too long", _long, "xxx", "too long")
    yield Case("a folder by the name of a table", _inner_folder, table, "not a file|Is a directory")
    yield Case("a link to nothing", _linked("nergens.csv"), table, "No such file|no such file")
    yield Case("a link to itself", _linked("projects.csv"), table, "symbolic links")
    yield Case("a link to endless nothing", _linked("/dev/zero"), table, "not a file")
    yield Case("a link to endless junk", _linked("/dev/urandom"), table, "not a file")
    yield Case("a pipe that nobody writes to", _pipe, table, "not a file")
    yield Case("a link to a folder", _linked("/usr"), table, "not a file|Is a directory")
    for name in ("book.xlsx", "book.ods"):
        place = name.replace(".", r"\.")
        yield Case(
            f"{name} that is a folder",
            _folder_called(name),
            place,
            "no tables here|not a file|Is a directory",
        )
        yield Case(
            f"{name} that links to nothing", _link_alone(name, "nergens"), place, "no such file"
        )
        yield Case(
            f"{name} that links to endless nothing",
            _link_alone(name, "/dev/zero"),
            place,
            "not a file|cannot be read",
        )
        yield Case(
            f"{name} without the right to read",
            alone(name, b"x"),
            place,
            "Permission denied",
            unread=True,
        )
    yield Case(
        "a table without the right to read",
        folder({"projects": "name\nA\n"}),
        r"\.csv",
        "Permission denied",
        unread=True,
    )
    yield Case(
        "rows.json that links to endless nothing",
        _link_mapped("rows.json"),
        r"rows\.json",
        "not a file",
        "m.yaml",
    )
    yield Case(
        "rows.gexf that links to endless nothing",
        _link_mapped("rows.gexf"),
        r"rows\.gexf",
        "not a file",
        "m.yaml",
    )


def _folder_called(name: str) -> Make:
    def make(place: Path) -> Path:
        (place / name).mkdir()
        return place / name

    return make


def _link_alone(name: str, target: str) -> Make:
    def make(place: Path) -> Path:
        (place / name).symlink_to(target)
        return place / name

    return make


def _link_mapped(name: str) -> Make:
    def make(place: Path) -> Path:
        put(place / "m.yaml", MAPPING)
        (place / name).symlink_to("/dev/zero")
        return place / name

    return make

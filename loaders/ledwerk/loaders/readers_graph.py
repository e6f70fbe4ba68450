"""GraphML and GEXF into two tables, `nodes` and `edges`, with the line where each stands.

Attributes are columns under their own titles, beside `id`, `label`, `source`, `target` and what the
format itself says of a node or an edge (`weight`, `kind`, `start`, `end`). Colours, sizes and
places are left out. A document that declares entities is refused: unfolding them can fill any
memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat  # entities are refused, and nothing else is fetched or unfolded

from ledwerk.loaders.readers import MAX_CELL, MAX_COLUMNS, Raw, Reading, bytes_of, plain
from ledwerk.schema.errors import Problem

GRAPH_ENDINGS = (".graphml", ".graphml.gz", ".gexf", ".gexf.gz")
MAX_BYTES = 128 * 1024 * 1024
MOST_ROWS = 400_000  # each takes some hundred bytes
_FIXED = {"node": ("id", "label"), "edge": ("id", "source", "target", "label")}
_PLURAL = {"node": "nodes", "edge": "edges"}
_LEFT_OUT = frozenset({"for", "open"})
_SPACES = ("http://gexf.net/1.3/viz", "viz")


class _Refused(ValueError):
    """The document declares entities, or is larger than any honest one."""


@dataclass(slots=True)
class _Rows:
    """What was read of the nodes, or of the edges."""

    titles: dict[str, None]
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)

    def __iter__(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The header, then the rows by their line."""
        yield 0, tuple(self.titles)
        for line, cells in self.rows:
            yield line, [cells.get(title, "") for title in self.titles]


@dataclass(slots=True)
class _Walk:
    """The way through a document: which node or edge is open, and which value is being read."""

    parser: expat.XMLParserType
    found: dict[str, _Rows]
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    defaults: dict[str, dict[str, str]] = field(default_factory=dict)
    open: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    title: str = ""
    text: list[str] = field(default_factory=list)
    of: str = ""
    attribute: tuple[str, str] | None = None
    hyper: int = 0
    count: int = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(":")[2].lower()
        if ":" in name and name.partition(":")[0] in _SPACES:
            return
        if tag in self.found:
            self._begin(tag, given)
        elif tag == "key":
            self.attribute = (given.get("for", "all"), given.get("id", ""))
            title = given.get("attr.name") or given.get("yfiles.type") or given.get("id", "")
            self.names[self.attribute] = title
        elif tag == "attributes":
            self.of = given.get("class", "node")
        elif tag == "attribute":
            self.attribute = (self.of, given.get("id", ""))
            self.names[self.attribute] = given.get("title") or given.get("id", "")
        elif tag == "default" and self.attribute:
            self.title, self.text = "\0default", []
        elif tag == "data" and self.open:
            self.title, self.text = self._named(given.get("key", "")), []
        elif tag == "attvalue" and self.open:
            self._put(self._named(given.get("for") or given.get("id", "")), given.get("value", ""))
        elif tag == "spell" and self.open:
            for word in ("start", "end"):  # what an attribute says is said in words of its own
                if word in given and not self.open[-1][1].get(word):
                    self._put(word, given[word])
        elif tag == "hyperedge":
            self.hyper += 1

    def end(self, name: str) -> None:
        """An element ends."""
        tag = name.rpartition(":")[2].lower()
        if tag in self.found and self.open and self.open[-1][0] == tag:
            self.open.pop()
        elif tag in {"data", "default"} and self.title:
            text = "".join(self.text).strip()
            if tag == "default" and self.attribute:
                of, _ = self.attribute
                for kind in self.found if of == "all" else (of,):
                    self.defaults.setdefault(kind, {})[self.names[self.attribute]] = text
            elif self.open:
                self._put(self.title, text)
            self.title = ""

    def data(self, text: str) -> None:
        """Text within an element."""
        if self.title:
            self.text.append(text)

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        cells = dict(self.defaults.get(tag, {}))
        inside = next((c for t, c in reversed(self.open) if t == tag == "node"), None)
        if inside is not None:
            cells["parent"] = inside.get("id", "")
        self.open.append((tag, cells))
        self.count += 1
        if self.count > MOST_ROWS:
            raise _Refused(f"more than {MOST_ROWS:,} nodes and edges; split it")
        self.found[tag].rows.append((self.parser.CurrentLineNumber, cells))
        for title in list(cells):
            self._put(title, cells[title])
        for word, value in given.items():
            if ":" not in word and word not in _LEFT_OUT:
                self._put(word, value)

    def _named(self, key: str) -> str:
        of = self.open[-1][0]
        return self.names.get((of, key)) or self.names.get(("all", key)) or key

    def _put(self, title: str, value: str) -> None:
        tag, cells = self.open[-1]
        titles = self.found[tag].titles
        if title not in titles and len(titles) >= MAX_COLUMNS:
            raise _Refused(f"more than {MAX_COLUMNS} attributes")
        if len(value) > MAX_CELL:
            raise _Refused(f"a value has more than {MAX_CELL:,} characters")
        titles[title] = None
        cells[title] = value


def raw_graph(file: Path, reading: Reading) -> Iterator[Raw]:
    """The nodes and the edges of a file; a table of either that has none is left out."""
    found = {tag: _Rows(dict.fromkeys(titles)) for tag, titles in _FIXED.items()}
    parser = expat.ParserCreate()
    walk = _Walk(parser, found)
    parser.EntityDeclHandler = _no_entities
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.data
    try:
        parser.Parse(bytes_of(file, MAX_BYTES), True)
    except expat.ExpatError as error:
        why = expat.errors.messages.get(error.code, str(error))
        message = f"not XML: {why}; is the file cut off?"
        reading.problems.append(Problem(file.name, error.lineno, None, message))
        return
    except (_Refused, OSError, EOFError, ValueError) as error:
        line = parser.CurrentLineNumber if isinstance(error, _Refused) else None
        reading.problems.append(Problem(file.name, line, None, plain(error)))
        return
    if walk.hyper:
        reading.notices.append(
            f"{file.name}: {walk.hyper:,} ties between more than two nodes are left out"
        )
    if not any(one.rows for one in found.values()):
        reading.problems.append(Problem(file.name, None, None, "no nodes and no edges in it"))
    for tag, one in found.items():
        if one.rows:
            name = _PLURAL[tag]
            yield Raw(name, f"{file.name} [{name}]", one, escaped=False)


def _no_entities(*_declared: object) -> None:
    raise _Refused("declares entities, which are not read; save it without a DOCTYPE")

"""A mapping file read and checked against the model: all that is wrong with it, at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ledwerk.loaders.cells import Cleaning
from ledwerk.loaders.datapackage import valid_name
from ledwerk.loaders.encodings import REPAIRS
from ledwerk.loaders.mapping import Mapping, Match, Source, TableRule, find_mapping, packaged
from ledwerk.loaders.mapping_columns import CLEANING, Scope, one_of, read_cleaning
from ledwerk.loaders.mapping_rules import read_nodes, read_relations
from ledwerk.loaders.mapping_shapes import SHAPE, read_shape
from ledwerk.loaders.row_readers import COMPARED
from ledwerk.loaders.templates import has_id_signs, id_part
from ledwerk.loaders.yaml_nodes import Written, near, read_yaml
from ledwerk.schema.errors import InvalidValue, LoadAborted, Problem
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import said

VERSION = "1"
_TOP = ("mapping", "dataset", "title", "description", "uses", "tables", "nodes", "relations")
_FOR_TABLE = ("missing", "numbers", "dates")
_TABLE = (
    "file", "sheet", "reads", "needed", "source", *_FOR_TABLE, "repair", *SHAPE, "columns", "only",
    "join",
)  # fmt: skip
PARENT = "parent"  # what the columns above a list of JSON are called by
_NAME = re.compile(r"[a-z][a-z0-9_-]*")


def read_mapping(model: Model, file: Path) -> Mapping:
    """The mapping in a file. Raises LoadAborted with everything that is wrong with it."""
    problems: list[Problem] = []
    top = read_yaml(file, problems)
    made = _mapping(model, top) if top else None
    if problems or made is None:
        raise LoadAborted(problems)
    return made


def _mapping(model: Model, top: Written) -> Mapping | None:
    fields = top.fields(_TOP, ("mapping", "dataset"))
    if "mapping" in fields and fields["mapping"].text() != VERSION:
        fields["mapping"].problem(f"version {VERSION} of the format is known; write mapping: 1")
    dataset = fields["dataset"].text() if "dataset" in fields else ""
    if "dataset" in fields and not valid_name(dataset):
        right = "small letters, digits, dots and dashes, such as led-2016"
        fields["dataset"].problem(f"{dataset!r} is no dataset name; {right}")
    if "uses" in fields:
        return _used(model, fields, dataset)
    if "tables" not in fields:
        top.problem("lacks tables; add it")
        return None
    written = fields["tables"].pairs()
    sources: dict[str, Source] = {}
    tables: dict[str, TableRule] = {}
    for name, at in written.items():
        tables[name] = _table(model, name, at, sources, tables)
    scope = _matched(Scope(model, tables), written)
    rules = [
        *(read_nodes(scope, fields["nodes"]) if "nodes" in fields else ()),
        *(read_relations(scope, fields["relations"]) if "relations" in fields else ()),
    ]
    made = Mapping(
        top.file,
        dataset,
        fields["title"].text() if "title" in fields else "",
        fields["description"].text() if "description" in fields else "",
        tuple(sources.values()),
        tuple(scope.tables.values()),
        tuple(rules),
    )
    _check_use(made, written, top)
    return made


def _used(model: Model, fields: dict[str, Written], dataset: str) -> Mapping | None:
    """A mapping that comes with the package, under another name."""
    at = fields["uses"]
    for word in ("tables", "nodes", "relations"):
        if word in fields:
            fields[word].problem("cannot stand beside uses; write it in a mapping of its own")
    if at.text() not in packaged():
        at.problem(f"no mapping that comes along is called so{near(at.text(), packaged())}")
        return None
    made = read_mapping(model, find_mapping(at.text()))
    return replace(
        made,
        file=at.file,
        dataset=dataset,
        title=fields["title"].text() if "title" in fields else made.title,
        description=fields["description"].text() if "description" in fields else made.description,
    )


def _table(
    model: Model,
    name: str,
    at: Written,
    sources: dict[str, Source],
    above: dict[str, TableRule],
) -> TableRule:
    """A table without its shape and what it shares with others, which `_matched` adds."""
    if not _NAME.fullmatch(name) or name == PARENT:
        at.problem("a table's name has small letters, digits, dashes and underscores only")
    fields = at.fields(_TABLE)
    reads = _reads(fields["reads"], above) if "reads" in fields else None
    if reads is None and "source" not in fields and at.sort == "mapping":
        at.problem("lacks source; add it")
    cleaning = read_cleaning(
        {w: fields[w] for w in _FOR_TABLE if w in fields}, reads.cleaning if reads else Cleaning()
    )
    columns = fields["columns"].pairs() if "columns" in fields else {}
    cleaned = [(c, read_cleaning(w.fields(CLEANING), cleaning)) for c, w in columns.items()]
    return TableRule(
        name,
        fields["file"].text() if "file" in fields else "",
        fields["sheet"].text() if "sheet" in fields else "",
        reads.name if reads else "",
        one_of(fields["needed"], ("yes", "no")) != "no" if "needed" in fields else True,
        _source(model, fields["source"], sources)
        if "source" in fields
        else reads.source
        if reads
        else "",
        cleaning,
        (*cleaned, *(pair for pair in (reads.columns if reads else ()) if pair[0] not in columns)),
        _repair(fields.get("repair")),
        None,
        (),
        at.line,
    )


def _repair(at: Written | None) -> tuple[str, ...]:
    """The encodings that text is mended from: every one that we know, unless the mapping says."""
    if at is None:
        return REPAIRS
    if at.sort == "scalar" and at.text() == "no":
        return ()
    return tuple(one_of(item, REPAIRS) for item in at.items())


def _reads(at: Written, above: dict[str, TableRule]) -> TableRule | None:
    """The table whose files are read once more for this one."""
    word = at.text()
    if word not in above:
        at.problem(f"no table above is called {word!r}{near(word, above)}")
    elif above[word].reads:
        at.problem(f"{word} reads another table itself; write {above[word].reads}")
    return above.get(word)


def _source(model: Model, at: Written, sources: dict[str, Source]) -> str:
    """The id of a table's source: described here, or the id of one described above."""
    if at.sort == "scalar":
        word = _source_id(at)
        if word and word not in sources:
            at.problem(f"no table above describes the source {word!r}{near(word, sources)}")
        return word
    kind = model.node("Source")
    known = [prop.name for prop in kind.properties]
    fields = at.fields(("id", *known), ("id", "name"))
    if "id" not in fields:
        return ""
    node_id = _source_id(fields["id"])
    values: dict[str, Value] = {}
    for name in known:
        if name in fields:
            try:
                values[name] = kind.property(name).type.read(fields[name].text())
            except InvalidValue as error:
                fields[name].problem(str(error))
    source = Source(node_id, said(values))
    if sources.setdefault(node_id, source) != source:
        at.problem(f"{node_id} is described differently above; refer to it with source: {node_id}")
    return node_id


def _source_id(at: Written) -> str:
    text = at.text().removeprefix("source:")
    if text and has_id_signs(text):
        return f"source:{text}"
    at.problem(f"{text!r} is no id; write {id_part(text) or 'some-name'}")
    return ""


def _matched(scope: Scope, written: dict[str, Written]) -> Scope:
    """The tables with their joins and `only`, which refer to other tables."""
    tables: dict[str, TableRule] = {}
    for name, plain in scope.tables.items():
        pairs = written[name].pairs()
        table = replace(plain, shape=read_shape(scope, plain, pairs))
        only = list(_only(scope, table, pairs["only"])) if "only" in pairs else []
        joins = [m for at in _each(pairs.get("join")) if (m := _join(scope, table, at))]
        tables[name] = replace(table, only=only[0] if only else None, joins=tuple(joins))
    _check_circle(tables, written)
    return replace(scope, tables=tables)


def _each(written: Written | None) -> list[Written]:
    if written is None:
        return []
    return [written] if written.sort == "mapping" else written.items()


def _only(scope: Scope, table: TableRule, at: Written) -> Iterator[Match]:
    pairs = []
    others = set()
    for column, value in at.pairs().items():
        owner, dot, far = value.text().partition(".")
        if not dot:
            value.problem("write table.column, the column in which it must be found")
        elif owner not in scope.tables or owner == table.name:
            others_known = [name for name in scope.tables if name != table.name]
            value.problem(f"no other table is called {owner!r}{near(owner, others_known)}")
        else:
            others.add(owner)
            own = scope.slot(table, column, value)
            other = scope.slot(scope.tables[owner], far, value)
            pairs += [(own, other)] if own and other else []
    if len(others) > 1:
        at.problem(f"columns of one table can be looked up; these are of {', '.join(others)}")
    elif pairs:
        yield Match(others.pop(), tuple(pairs), at.line)


def _join(scope: Scope, table: TableRule, at: Written) -> Match | None:
    fields = at.fields(("table", "as", "on", "compare", "needed"), ("table", "on"))
    other = scope.table(fields["table"]) if "table" in fields else None
    if other is None or "on" not in fields:
        return None
    if other.name == table.name:
        at.problem("a table is not joined with itself")
        return None
    pairs = []
    for column, value in fields["on"].pairs().items():
        own, far = scope.slot(table, column, value), scope.slot(other, value.text(), value)
        pairs += [(own, far)] if own and far else []
    name = fields["as"].text() if "as" in fields else other.name
    if name != other.name and (name in scope.tables or not _NAME.fullmatch(name)):
        fields["as"].problem(f"{name!r} is no name for it; small letters, and no table's own name")
    compare = one_of(fields["compare"], COMPARED) if "compare" in fields else "exact"
    needed = "needed" in fields and one_of(fields["needed"], ("yes", "no")) == "yes"
    return Match(other.name, tuple(pairs), at.line, name, compare or "exact", needed)


def _check_circle(tables: dict[str, TableRule], written: dict[str, Written]) -> None:
    for name, table in tables.items():
        seen, at = [name], table.only
        while at and at.table not in seen:
            seen.append(at.table)
            at = tables[at.table].only
        if at and at.table == name and name == min(seen):
            written[name].problem(f"only goes round in a circle: {' → '.join([*seen, name])}")


def _check_use(mapping: Mapping, written: dict[str, Written], top: Written) -> None:
    """Every table and every column that is described is used by some rule."""
    if not mapping.rules and not top.problems:
        top.problem("no rules; add nodes or relations")
    if top.problems:
        return
    for table in mapping.tables:
        used = mapping.used(table.name)
        if not used:
            written[table.name].problem("no rule uses this table; use it or leave it out")
        columns = written[table.name].pairs().get("columns")
        for column, at in (columns.pairs() if columns else {}).items():
            if column not in used:
                at.problem(f"no rule uses this column{near(column, used)}")

"""What was found as statements: a proposal that a person looks through before it is loaded."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ledwerk.loaders.publication.document import Document
from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie, Ref
from ledwerk.loaders.publication.parties.same_names import brought_together
from ledwerk.loaders.templates import id_part, shortened
from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.fields import Value, first_day, last_day
from ledwerk.schema.kinds import Model, Property
from ledwerk.schema.names import name_key
from ledwerk.schema.statements import Statement, relation_key, said

READ = "read"


def proposal(
    model: Model, document: Document, findings: Sequence[Finding], dataset: str
) -> list[Statement]:
    """Statements with basis "read", each with its locator and how sure it is, and the source's own.

    Things that share a name are one, by the kind that tells most. What the model does not allow,
    such as a date that is none, is left out of a row; a relation between wrong kinds altogether.
    """
    source = _id(model, Ref("Source", document.title))
    named = brought_together(findings)
    rows = _Rows(model, dataset, source)
    leads = {
        (named[one.source][0], named[one.target][0])
        for one in findings
        if isinstance(one, FoundTie) and dict(one.properties).get("role") == "lead"
    }
    for finding in findings:
        if isinstance(finding, FoundNode):
            one, aliases = named[finding.ref]
            rows.node(finding, one, aliases)
        else:
            ends = named[finding.source][0], named[finding.target][0]
            # Who leads is no partner beside that, by whatever name.
            if finding.kind == "PARTNER_IN" and ends in leads:
                finding = replace(finding, properties=(("role", "lead"),))  # noqa: PLW2901
            rows.tie(finding, *ends)
    for one, aliases in dict.fromkeys(named.values()):
        rows.unnamed(one, aliases)
    return [_source(model, document, dataset, source), *rows.made()]


def counted(model: Model, rows: Iterable[Statement]) -> dict[str, tuple[int, float]]:
    """How many things and relations of each kind rows speak of, and how sure they are on "
    "average.
    """
    sure: dict[str, dict[str, float]] = {}
    for row in rows:
        if row.basis == READ:
            best = sure.setdefault(row.kind, {})
            best[row.key] = max(best.get(row.key, 0.0), row.confidence or 0.0)
    order = [*(kind.name for kind in model.nodes), *(kind.name for kind in model.relations)]
    return {
        kind: (len(sure[kind]), sum(sure[kind].values()) / len(sure[kind]))
        for kind in order
        if kind in sure
    }


class _Rows:
    """Statements as they are made, one for each thing and place."""

    def __init__(self, model: Model, dataset: str, source: str) -> None:
        self._model = model
        self._dataset = dataset
        self._source = source
        self._rows: dict[tuple[str, str], Statement] = {}
        self._said: dict[str, set[tuple[str, Value]]] = {}

    def made(self) -> Iterator[Statement]:
        yield from self._rows.values()

    def node(self, finding: FoundNode, ref: Ref, aliases: tuple[str, ...]) -> None:
        kind = self._model.node(ref.kind)
        key = _id(self._model, ref)
        values = _allowed(kind.properties, dict(finding.properties), dict(kind.fixed))
        if kind.named:
            values["name"] = ref.name
            others = _others(finding, ref, aliases)
            if others:
                values["aliases"] = others
        new = {pair for pair in values.items() if pair not in self._said.get(key, set())}
        if key in self._said and not new:
            return
        self._said.setdefault(key, set()).update(values.items())
        self._add(ref.kind, key, values, finding.locator, finding.confidence)

    def unnamed(self, ref: Ref, aliases: tuple[str, ...]) -> None:
        """A thing that only a relation names is named by the place of that relation."""
        key = _id(self._model, ref)
        if key in self._said or not self._model.node(ref.kind).named:
            return
        near = next(
            (row for row in self._rows.values() if key in (row.source_id, row.target_id)), None
        )
        if near is not None:
            values: dict[str, Value] = {"name": ref.name}
            if aliases:
                values["aliases"] = aliases
            self._add(ref.kind, key, values, near.locator, near.confidence or 0.0)

    def tie(self, finding: FoundTie, source: Ref, target: Ref) -> None:
        kind = self._model.relation(finding.kind)
        if source.kind not in kind.source or target.kind not in kind.target or source == target:
            return
        ends = _id(self._model, source), _id(self._model, target)
        values = _allowed(kind.properties, dict(finding.properties), ())
        key = relation_key(kind, *ends, values)
        said_before = self._said.setdefault(key, set())
        new = set(values.items()) - said_before
        if said_before and not new:
            return
        said_before.update(values.items() or {("", "")})
        self._add(finding.kind, key, values, finding.locator, finding.confidence, ends)

    def _add(
        self, kind: str, key: str, values: dict[str, Value], locator: str, confidence: float,
        ends: tuple[str, str] = ("", ""),
    ) -> None:  # fmt: skip
        there = self._rows.get((key, locator))
        if there is not None:
            values = _in_order({**values, **there.values()})
            confidence = max(confidence, there.confidence or 0.0)
        self._rows[key, locator] = Statement(
            self._dataset, kind, key, said(values), *ends, self._source, locator, READ,
            round(confidence, 2),
        )  # fmt: skip


def _others(finding: FoundNode, ref: Ref, aliases: tuple[str, ...]) -> tuple[str, ...]:
    """The other names that this finding gives; those that differ in spelling alone are left out."""
    names = (finding.ref.name, *finding.aliases)
    return tuple(
        name
        for name in dict.fromkeys(names)
        if name != ref.name
        and (name in aliases or name in finding.aliases)
        and name_key(name) != name_key(ref.name)
    )


def _allowed(
    properties: Iterable[Property], values: Mapping[str, Value], fixed: Container[str]
) -> dict[str, Value]:
    """The values that there is a property for and that can be read as its type."""
    made: dict[str, Value] = {}
    for prop in properties:
        value = values.get(prop.name)
        if value is None or prop.name in fixed:
            continue
        try:
            made[prop.name] = prop.type.read(prop.type.write(value))
        except InvalidValue:
            continue
    return _in_order(made)


def _in_order(values: dict[str, Value]) -> dict[str, Value]:
    """The values without a start and an end of which one is wrong: nobody can tell which."""
    start, end = values.get("start"), values.get("end")
    if isinstance(start, str) and isinstance(end, str) and last_day(end) < first_day(start):
        return {name: value for name, value in values.items() if name not in ("start", "end")}
    return values


def _source(model: Model, document: Document, dataset: str, source: str) -> Statement:
    values: dict[str, Value] = {
        "name": document.title,
        "publisher": document.publisher,
        "date": document.date,
    }
    shown = _allowed(model.node("Source").properties, values, ())
    shown = {name: value for name, value in shown.items() if value}
    shown["name"] = document.title
    # A name made by a program gives way to one that somebody states.
    return Statement(dataset, "Source", source, said(shown), cited=source, basis="derived")


def _id(model: Model, ref: Ref) -> str:
    prefix = model.node(ref.kind).prefix
    part = id_part(ref.name)
    return shortened(f"{prefix}:{part or 'x'}")

"""The rules of a mapping: which node or relation a row makes, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from ledwerk.loaders.columns import Kind
from ledwerk.loaders.mapping import Condition, Rule, TableRule, Template
from ledwerk.loaders.mapping_columns import WHOLE_ID, Scope, one_of
from ledwerk.loaders.mapping_settings import read_settings
from ledwerk.loaders.yaml_nodes import Written, near
from ledwerk.schema.kinds import NodeKind, RelationKind
from ledwerk.schema.statements import BASES

_RULE = ("kind", "from", "when", "set", "basis", "note")
_TESTS = ("is", "not", "like", "unlike", "filled", "differs")
_K = TypeVar("_K", NodeKind, RelationKind)


def read_nodes(scope: Scope, written: Written) -> Iterator[Rule]:
    """The rules that make nodes."""
    known = {kind.name: kind for kind in scope.model.nodes}
    for item in written.items():
        fields = item.fields((*_RULE, "id"), ("kind", "from", "id"))
        table = _table(scope, fields)
        if table is None or "id" not in fields:
            _kinds(scope, table, fields.get("kind"), known)
            continue
        for kind, when in _kinds(scope, table, fields.get("kind"), known):
            at = fields["id"]
            key = scope.key(table, at, kind.prefix, at.text().removeprefix(f"{kind.prefix}:"))
            if key:
                yield _rule(scope, table, kind, (key,), fields, item, when, ((kind.prefix,),))
            else:
                break


def read_relations(scope: Scope, written: Written) -> Iterator[Rule]:
    """The rules that make relations. Of a kind from a column the ends are `source` and `target`."""
    known = {kind.name: kind for kind in scope.model.relations}
    for item in written.items():
        pairs = item.pairs()
        if pairs and "kind" not in pairs:
            item.problem("lacks kind; add it")
        at = pairs.get("kind")
        kind = known.get(at.text()) if at and at.sort == "scalar" else None
        ends = (kind.source_column, kind.target_column) if kind else ("source", "target")
        if at is None or (at.sort == "scalar" and not _kinds(scope, None, at, known)):
            continue
        fields = item.fields((*_RULE, *ends), ("from", *ends))
        table = _table(scope, fields)
        if table is None or not all(end in fields for end in ends):
            continue
        for one, when in _kinds(scope, table, at, known):
            rule = _relation(scope, table, one, fields, item, when)
            if rule is None:
                break
            yield rule


def _relation(
    scope: Scope,
    table: TableRule,
    kind: RelationKind,
    fields: Mapping[str, Written],
    item: Written,
    when: tuple[Condition, ...],
) -> Rule | None:
    names = ("source", "target") if when else (kind.source_column, kind.target_column)
    source = _end(scope, table, fields[names[0]], kind.source)
    target = _end(scope, table, fields[names[1]], kind.target)
    if not source or not target:
        return None
    prefixes = tuple(
        tuple(scope.model.node(name).prefix for name in end) for end in (kind.source, kind.target)
    )
    return _rule(scope, table, kind, (source, target), fields, item, when, prefixes)


def _kinds(
    scope: Scope, table: TableRule | None, written: Written | None, known: Mapping[str, _K]
) -> list[tuple[_K, tuple[Condition, ...]]]:
    """The kind of a rule; or, where it stands in a column, every kind with the condition for it."""
    if written is None:
        return []
    if written.sort != "mapping":
        kind = _kind(written, known)
        return [(kind, ())] if kind else []
    fields = written.fields(("column",), ("column",))
    slot = scope.slot(table, fields["column"].text(), written) if table and fields else None
    if slot is None:
        return []
    names = tuple(known)
    return [
        (kind, (Condition(slot, (name,), None, turned=False, known=names),))
        for name, kind in known.items()
    ]


def _kind(written: Written | None, known: Mapping[str, _K]) -> _K | None:
    if written is None:
        return None
    word = written.text()
    if word not in known:
        written.problem(f"there is no kind {word!r} here{near(word, known)}")
    return known.get(word)


def _table(scope: Scope, fields: Mapping[str, Written]) -> TableRule | None:
    return scope.table(fields["from"]) if "from" in fields else None


def _end(scope: Scope, table: TableRule, at: Written, kinds: tuple[str, ...]) -> Template | None:
    """The template of a relation's end, which begins with the prefix of a kind that can be it."""
    prefixes = [scope.model.node(name).prefix for name in kinds]
    if WHOLE_ID.fullmatch(at.text()):
        return scope.key(table, at, "", at.text())
    prefix, colon, rest = at.text().partition(":")
    if not colon or "{" in prefix:
        at.problem(f"an id begins with its kind, such as {prefixes[0]}:{{column}}")
    elif prefix not in prefixes:
        at.problem(f"a {prefix} cannot stand here{near(prefix, prefixes)}")
    else:
        return scope.key(table, at, prefix, rest)
    return None


def _rule(
    scope: Scope,
    table: TableRule,
    kind: Kind,
    keys: tuple[Template, ...],
    fields: Mapping[str, Written],
    item: Written,
    of_kind: tuple[Condition, ...],
    prefixes: tuple[tuple[str, ...], ...],
) -> Rule:
    when = fields.get("when")
    return Rule(
        kind,
        table.name,
        keys,
        read_settings(scope, table, kind, item, any_kind=bool(of_kind)),
        (*of_kind, *(_conditions(scope, table, when) if when else ())),
        one_of(fields["basis"], BASES) if "basis" in fields else "stated",
        fields["note"].text() if "note" in fields else "",
        item.line,
        prefixes,
    )


def _conditions(scope: Scope, table: TableRule, when: Written) -> Iterator[Condition]:
    for column, test in when.pairs().items():
        slot = scope.slot(table, column, test)
        if slot is None:
            continue
        if test.sort != "mapping":
            yield Condition(slot, test.texts(), None, turned=False)
            continue
        for word, value in test.fields(_TESTS).items():
            if word == "differs":
                other = scope.slot(table, value.text(), value)
                if other:
                    yield Condition(slot, (), other, turned=True)
            elif word == "filled":
                yes = one_of(value, ("yes", "no")) == "yes"
                yield Condition(slot, ("",), None, turned=yes)
            else:
                like = word in {"like", "unlike"}
                yield Condition(
                    slot, value.texts(), None, turned=word in {"not", "unlike"}, like=like
                )

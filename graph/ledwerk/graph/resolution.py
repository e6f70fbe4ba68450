"""What statements add up to: one node or relation, by a stated rule for conflicts.

An editor's statement goes before a stated one, that before an assessed one, before a derived one,
before one that a program read and nobody has looked at; what somebody accepted counts as stated.
Within one basis the newest source goes first, then the smallest
source id, locator and dataset; but what was edited in the store itself (the dataset "edits") goes
before what a file calls edited. The first statement decides whether the thing exists at all; the
first that gives a property decides its value; lists are united in that order, but where an editor
gives one, those of lower bases do not count. An edited statement may say that a property is empty.
A name that a node had under another id, before two were found to be the same, is an alias.
That two nodes are different says nothing of whether they are there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledwerk.graph.identity.decisions import decided_different
from ledwerk.schema.fields import Shape, Value
from ledwerk.schema.kinds import Model, NodeKind, RelationKind
from ledwerk.schema.names import name_from_id
from ledwerk.schema.statements import BASES, EDITED, EDITS, READ, Statement

_RANK = {basis: rank for rank, basis in enumerate(BASES)}
# By name, with the kind that it holds for: hashing a whole kind would cost more than it saves.
_LISTS: dict[str, tuple[NodeKind | RelationKind, frozenset[str]]] = {}
_NAME = "name"
_UNKNOWN: tuple[tuple[str, Value], ...] = (("kind", "unknown"), ("helix", "unknown"))


@dataclass(frozen=True, slots=True)
class Fact:
    """A node or relation as it is shown; `derived_name` marks a name made from the id."""

    kind: str
    key: str
    values: Mapping[str, Value]
    source_id: str = ""
    target_id: str = ""
    derived_name: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot all be right: of one property, or of existence (`None`)."""

    property: str | None
    statements: tuple[Statement, ...]


def ranked(statements: Iterable[Statement], dated: Mapping[str, str]) -> list[Statement]:
    """Statements in the order of the rule; `dated` gives the date of each source id."""
    # Of what differs in none of these there is one only; properties may have nothing to compare.
    rows = sorted(
        statements,
        key=lambda s: (s.cited, s.locator, s.dataset, s.denied, s.stated_as, s.basis),
    )
    rows.sort(key=lambda s: dated.get(s.cited, ""), reverse=True)
    rows.sort(key=lambda s: (rank(s), s.dataset != EDITS))
    return rows


def rank(statement: Statement) -> int:
    """How much a statement's basis counts; 0 goes first."""
    if statement.basis == READ and statement.accepted_by:
        return _RANK["stated"]
    return _RANK[statement.basis]


def resolve(
    kind: NodeKind | RelationKind, statements: Sequence[Statement], dated: Mapping[str, str]
) -> Fact | None:
    """The fact that statements of one key add up to, or `None` where the first one denies it."""
    rows = ranked(statements, dated) if len(statements) > 1 else statements
    if rows and rows[0].basis == EDITED:  # what editors say goes first, so that few are looked at
        rows = [row for row in rows if not decided_different(row)]
    if not rows or rows[0].denied:
        return None
    values: dict[str, Value] = {}
    lists = _lists(kind)
    edited = rows[0].basis == EDITED
    if edited:
        values = _edited(kind, rows)
        lists = lists.difference(values)
    for row in rows:
        if row.denied:
            continue
        for name, value in row.properties:
            if name in lists:
                values[name] = _united(values.get(name), value)
            elif name != _NAME or not row.stated_as:
                values.setdefault(name, value)
    _name_others(values, rows)
    if edited:
        values = {name: value for name, value in values.items() if value is not None}
    if isinstance(kind, RelationKind):
        return Fact(kind.name, rows[0].key, values, rows[0].source_id, rows[0].target_id)
    return _node(kind, rows[0].key, values)


def _name_others(values: dict[str, Value], rows: Iterable[Statement]) -> None:
    """The names that a node had under other ids are aliases; without a name of its own the first
    of them is shown.
    """
    others = [row.values().get(_NAME) for row in rows if row.stated_as and not row.denied]
    for name in others:
        if isinstance(name, str):
            values.setdefault(_NAME, name)
            values["aliases"] = _united(values.get("aliases"), (name,))


def _edited(kind: NodeKind | RelationKind, rows: Iterable[Statement]) -> dict[str, Value]:
    """What editors decided, best first: None where a property is to be empty."""
    values: dict[str, Value] = {}
    lists = _lists(kind)
    for row in rows:
        if row.basis != EDITED:
            break
        if row.denied:
            continue
        for name, value in row.properties:
            if name == _NAME and row.stated_as:
                continue
            known = values.setdefault(name, value)
            if name in lists and known is not None and value is not None:
                values[name] = _united(known, value)
    return values


def stand_in(model: Model, node_id: str) -> Fact | None:
    """The node shown for an id that relations mention and no statement describes."""
    kind = model.by_prefix.get(node_id.partition(":")[0])
    return _node(kind, node_id, {}) if kind else None


def conflicts(statements: Sequence[Statement], dated: Mapping[str, str]) -> tuple[Conflict, ...]:
    """Where statements of one key contradict each other, the shown value's statement first."""
    rows = [row for row in ranked(statements, dated) if not decided_different(row)]
    found = []
    if len({row.denied for row in rows}) > 1:
        found.append(Conflict(None, tuple(rows)))
    asserted = [row for row in rows if not row.denied]
    for name in sorted({name for row in asserted for name, _ in row.properties}):
        saying = [row for row in asserted if name in row.values()]
        if name == _NAME:  # what a node was called under another id is an alias
            saying = [row for row in saying if not row.stated_as]
        values = {row.values()[name] for row in saying}
        if len(values) > 1 and not any(isinstance(value, tuple) for value in values):
            found.append(Conflict(name, tuple(saying)))
    return tuple(found)


def _lists(kind: NodeKind | RelationKind) -> frozenset[str]:
    """The properties of a kind whose values are united."""
    known = _LISTS.get(kind.name)
    if known is None or known[0] is not kind:
        found = frozenset(prop.name for prop in kind.properties if prop.type.shape is Shape.LIST)
        known = _LISTS[kind.name] = (kind, found)
    return known[1]


def _node(kind: NodeKind, key: str, values: dict[str, Value]) -> Fact:
    values.update(kind.fixed)
    if kind.party:
        for name, value in _UNKNOWN:
            values.setdefault(name, value)
    derived = kind.named and not values.get("name")
    if derived:
        values["name"] = name_from_id(key)
    aliases = values.get("aliases")
    if isinstance(aliases, tuple):
        values["aliases"] = tuple(alias for alias in aliases if alias != values.get("name"))
    return Fact(kind.name, key, values, derived_name=derived)


def _united(first: Value, second: Value) -> Value:
    one = first if isinstance(first, tuple) else ()
    two = second if isinstance(second, tuple) else ()
    return tuple(dict.fromkeys((*one, *two)))

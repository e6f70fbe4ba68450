"""Conditions on nodes, orders and pages in Cypher, and how a property is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, assert_never

from ledwerk.graph import plan as p
from ledwerk.graph.cypher_matching import name_index_key
from ledwerk.graph.cypher_rows import Rows
from ledwerk.graph.cypher_steps import Steps
from ledwerk.graph.given import made
from ledwerk.graph.selective import far_end
from ledwerk.schema.fields import Shape as FieldShape
from ledwerk.schema.kinds import Property
from ledwerk.schema.names import fold, last_key, sort_key

Keys = list[tuple[str, bool]]

_SIGNS = {"lt": "<", "lte": "<=", "gt": ">", "gte": ">="}


class Conditions(Steps):
    """Writes which of the rows are meant, in which order, and from where."""

    def condition(self, condition: p.Condition, node: str) -> str:
        """A condition on the node in this variable."""
        match condition:
            case p.All(conditions):
                parts = [self.condition(part, node) for part in conditions]
                return f"({' AND '.join(parts)})" if parts else "true"
            case p.AnyOf(conditions):
                parts = [self.condition(part, node) for part in conditions]
                return f"({' OR '.join(parts)})" if parts else "false"
            case p.Not(inner):
                return f"(NOT coalesce({self.condition(inner, node)}, false))"
            case p.Related(step, inner):
                rows = self.step(step, node)
                met = self.condition(inner, rows.node)
                if met != "true":
                    rows.where.append(met)
                return f"EXISTS {{ {rows.text()}{' RETURN 1' if rows.called else ''} }}"
            case p.Compare():
                return self._compare(condition, node)
            case _:
                assert_never(condition)

    def from_far_end(self, rows: Rows, where: p.Condition | None) -> p.Condition | None:
        """Start from related nodes where few are meant; returns what else has to hold."""
        found = far_end(where, self.model)
        if found is None:
            return where
        related, more = found
        f, ids = self.variable("f"), self.variable("ids")
        step = related.step
        back = p.Step(step.over, step.relation, not step.outgoing, rows.kinds, step.days)
        met = self.condition(related.condition, f)
        near = self.step(back, f)
        rows.clauses = (
            f"CALL () {{ MATCH ({f}:{self.labels(step.to)}) WHERE {met} WITH {f} {near.text()} "
            f"RETURN collect(DISTINCT {near.node}.id) AS {ids} }} {rows.clauses}"
        )
        rows.where.append(f"{rows.node}.id IN {ids}")
        rows.bound.append(ids)
        return more

    def _compare(self, compare: p.Compare, node: str) -> str:
        name, value = compare.name, compare.value
        if name == "name" and compare.operator in {"eq", "in"} and value is not None:
            return self._called(node, value if isinstance(value, tuple) else (value,))
        column = f"{node}.{self.known(name)}"
        if compare.operator in {"contains", "starts"}:
            return self._text_compare(compare, node, column)
        if compare.operator == "in":
            assert isinstance(value, tuple)
            found = f"{column} IN {self.value(tuple(v for v in value if v is not None))}"
            return f"({found} OR {column} IS NULL)" if None in value else found
        if compare.operator == "eq":
            one = None if isinstance(value, tuple) else value
            return f"{column} IS NULL" if one is None else f"{column} = {self.value(one)}"
        assert not isinstance(value, tuple)
        return f"{column} {_SIGNS[compare.operator]} {self.value(value)}"

    def _called(self, node: str, names: Sequence[object]) -> str:
        w = self.variable("w")
        keys = self.value(tuple(made(name_index_key, _text(one)) for one in names))
        return f"{node}.id IN COLLECT {{ MATCH ({w}:Name) WHERE {w}.key IN {keys} RETURN {w}.of }}"

    def _text_compare(self, compare: p.Compare, node: str, column: str) -> str:
        prop = self.model.node_properties.get(compare.name)
        if prop is not None and prop.type.shape is FieldShape.LIST:
            return self._called(node, (compare.value,))
        sign = "STARTS WITH" if compare.operator == "starts" else "CONTAINS"
        text = self.value(made(fold, _text(compare.value)))
        if compare.name == "name":
            found = f"coalesce({node}.folded, {node}.sort) {sign} {text}"
            if compare.operator == "contains":
                return found
            # So that an index in the order of names may serve.
            first = self.value(made(sort_key, _text(compare.value)))
            last = self.value(made(last_key, _text(compare.value)))
            return f"({first} <= {node}.sort <= {last} AND {found})"
        t = self.variable("t")
        # Text beyond ASCII has a folded copy apart; the rest folds to its lower case.
        copy = (
            f"EXISTS {{ MATCH ({t}:Text {{of: {node}.id}}) WHERE {t}.property = "
            f"{self.value(compare.name)} AND coalesce({t}.folded, {t}.long) {sign} {text} }}"
        )
        return f"(toLower({column}) {sign} {text} OR {copy})"

    def order_keys(self, rows: Rows, order: tuple[p.Order, ...]) -> Keys:
        """What rows are ordered by, ended by keys that tell every two rows apart."""
        keys = []
        for one in order:
            name = "sort" if one.name == "name" else self.known(one.name)
            keys.append((f"{rows.node}.{name}", one.descending))
        keys = keys or list(rows.keys)
        ends = [f"{rows.node}.sort", f"{rows.node}.id", *rows.last_keys]
        return [*keys, *((end, False) for end in ends)]

    def ordering(self, keys: Keys, *, nulls_first: bool = False) -> str:
        """An ORDER BY list; nulls last, or first when the list is read from its end."""
        parts = []
        for key, descending in keys:
            never_null = "." not in key or key.endswith((".sort", ".id", ".key", "'')"))
            if not never_null and descending != nulls_first:
                # Cypher puts nulls last going up and first going down.
                parts.append(f"{key} IS NULL{' DESC' if nulls_first else ''}")
            parts.append(f"{key}{' DESC' if descending else ''}")
        return ", ".join(parts)

    def beyond(self, keys: Keys, cursor: tuple[Any, ...], *, backwards: bool) -> str:
        """Rows after the cursor in the order of the keys, or before it."""
        choices = []
        for place, (key, descending) in enumerate(keys):
            same = [
                f"{k} IS NULL" if v is None else f"{k} = {self.value(v)}"
                for (k, _), v in zip(keys[:place], cursor, strict=False)
            ]
            value = cursor[place]
            sign = "<" if descending != backwards else ">"
            if value is None:
                past = f"{key} IS NOT NULL" if backwards else "false"
            elif backwards:
                past = f"{key} {sign} {self.value(value)}"
            else:
                past = f"({key} {sign} {self.value(value)} OR {key} IS NULL)"
            choices.append(" AND ".join([*same, past]))
        return f"({' OR '.join(choices)})"


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value)


def shown(prop: Property, column: str) -> str:
    """A property as GraphQL shows it: lists never null, choices as enum names."""
    if prop.type.shape is FieldShape.LIST:
        return f"coalesce({column}, [])"
    if prop.type.shape is FieldShape.TEXT and prop.type.vocabulary:
        return f"toUpper({column})"
    return column

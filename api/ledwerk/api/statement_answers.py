"""Statements in an answer: what each says, which is shown of what, and why, from a fact's rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ledwerk.api.fields_asked import TYPENAME
from ledwerk.api.memory import Fill
from ledwerk.api.statement_asked import PLAIN, Wanted
from ledwerk.graph.claims import dates_in, statement_from
from ledwerk.graph.decisions import confirms, decision, newest
from ledwerk.graph.weighing import EXISTENCE, Side, Weighed, shown_by, weighed
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Model, NodeKind, RelationKind
from ledwerk.schema.names import camel
from ledwerk.schema.statements import Statement
from ledwerk.viz.because import because, label, value_said

Json = dict[str, Any]


@dataclass(frozen=True)
class ToldOf:
    """The statements of one node or relation, as rows of citations that take `TOLD`."""

    model: Model
    rows: Sequence[Json]
    fill: Fill

    @cached_property
    def kind(self) -> NodeKind | RelationKind:
        """The kind of what they are about."""
        return self.model.kind(self.rows[0]["kind"])

    @cached_property
    def dated(self) -> Mapping[str, str]:
        """The date of each source."""
        return dates_in(self.rows)

    @cached_property
    def row_of(self) -> Mapping[Statement, Json]:
        """Each statement's row."""
        return {statement_from(row): row for row in self.rows}

    @cached_property
    def weighed(self) -> tuple[Weighed, ...]:
        """Existence and each property, with what each statement says of it."""
        return weighed(self.kind, list(self.row_of), self.dated) if self.rows else ()

    @cached_property
    def shown(self) -> Mapping[Statement, tuple[str, ...]]:
        """For which properties each statement is displayed."""
        return shown_by(self.weighed)

    def confirmed(self) -> str | None:
        """When the whole was last confirmed."""
        return newest([_as_of(said, row) for said, row in self.row_of.items()]) or None

    def statements(self, wanted: Sequence[Wanted]) -> list[Json]:
        """Every statement, in the order in which the store gives them."""
        return [self._statement(said, wanted) for said in self.row_of]

    def side_by_side(self, wanted: Sequence[Wanted], only: str | None) -> list[Json]:
        """Each property with every source's value; `only` one of them where it is given."""
        chosen = (
            one
            for one in self.weighed
            if only is None or (one.name != EXISTENCE and camel(one.name) == only)
        )
        return [self._weighed(one, wanted) for one in chosen]

    def _weighed(self, one: Weighed, wanted: Sequence[Wanted]) -> Json:
        made: Json = {}
        for want in wanted:
            lang = _language(want)
            match want.field.name:
                case "name":
                    value: Any = camel(one.name) if one.name != EXISTENCE else None
                case "label":
                    value = label(self.kind, one.name, lang)
                case "value":
                    value = _text(self.kind, one.name, one.value)
                case "words":
                    value = value_said(self.kind, one.name, one.value, lang)
                case "conflict":
                    value = one.beaten is not None
                case "reason":
                    value = one.reason.upper()
                case "because":
                    value = because(one, self.dated, lang)
                case "sides":
                    value = [self._side(one.name, side, want.inner) for side in one.sides]
                case _:
                    value = "SideBySide"
            made[want.field.key] = value
        return made

    def _side(self, name: str, side: Side, wanted: Sequence[Wanted]) -> Json:
        made: Json = {}
        for want in wanted:
            match want.field.name:
                case "value":
                    value: Any = _text(self.kind, name, side.value)
                case "words":
                    value = value_said(self.kind, name, side.value, _language(want))
                case "shown":
                    value = side.shown
                case "statement":
                    value = self._statement(side.statement, want.inner)
                case _:
                    value = "Side"
            made[want.field.key] = value
        return made

    def _statement(self, said: Statement, wanted: Sequence[Wanted]) -> Json:
        row = self.row_of[said]
        return {want.field.key: self._of_statement(said, row, want) for want in wanted}

    def _of_statement(self, said: Statement, row: Json, want: Wanted) -> Any:
        match want.field.name:
            case "source":
                assert want.shape is not None
                value: Any = row["source_id"] and self.fill.get(row["source_id"], want.shape)
            case "loaded":
                inner = ((one.field.key, one.field.name) for one in want.inner)
                value = {key: "Loaded" if name == TYPENAME else row[name] for key, name in inner}
            case "unreviewed":
                value = said.unreviewed
            case "properties":
                pairs = said.properties
                value = [_said(self.kind, name, one, want.inner) for name, one in pairs]
            case "shown":
                value = [camel(name) for name in self.shown[said]]
            case "confirmed":
                value = _as_of(said, row) or None
            case "decision":
                value = decision(said) or None
            case "__typename":
                value = "Statement"
            case name:
                value = row[PLAIN[name]]
        return value


def sources_wanted(
    rows: Sequence[Json], wanted: Sequence[Wanted]
) -> Iterator[tuple[list[str], Any]]:
    """The sources that will be shown, with the shape of each."""
    ids = list(dict.fromkeys(row["source_id"] for row in rows if row["source_id"]))
    for want in wanted:
        if want.shape is not None:
            yield ids, want.shape
        yield from sources_wanted(rows, want.inner)


def _said(kind: NodeKind | RelationKind, name: str, value: Value, wanted: Sequence[Wanted]) -> Json:
    made: Json = {}
    for want in wanted:
        lang = _language(want)
        match want.field.name:
            case "name":
                told: Any = camel(name)
            case "label":
                told = label(kind, name, lang)
            case "value":
                told = _text(kind, name, value)
            case "words":
                told = value_said(kind, name, value, lang)
            case "json":
                told = json.dumps(value, ensure_ascii=False)
            case "number":
                number = isinstance(value, int | float) and not isinstance(value, bool)
                told = float(value) if number else None  # type: ignore[arg-type]
            case "boolean":
                told = value if isinstance(value, bool) else None
            case "list":
                told = list(value) if isinstance(value, tuple) else None
            case _:
                told = "Said"
        made[want.field.key] = told
    return made


def _text(kind: NodeKind | RelationKind, name: str, value: Value) -> str | None:
    """A value as tables write it; of existence yes or no."""
    if name == EXISTENCE:
        return "yes" if value else "no"
    return None if value is None else kind.property(name).type.write(value)


def _language(want: Wanted) -> str:
    return str(want.field.arguments.get("language") or "NL").lower()


def _as_of(said: Statement, row: Json) -> str:
    return confirms(said, row["date"] or "", row["at"] or "")

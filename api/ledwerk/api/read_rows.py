"""What a program read and nobody has reviewed, in the order of tables, with names for ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.api.node_names import node_names
from ledwerk.graph.store import Store
from ledwerk.loaders.reviewing import unreviewed
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement
from ledwerk.viz.because import value_said
from ledwerk.viz.texts import said

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that waits for review. `about` is what it is about, `says` what it says of it."""

    statement: Statement
    table: str
    about: str
    says: str
    source: str

    def shown(self) -> Json:
        """It under the names of GraphQL."""
        row = self.statement
        return {
            "id": row.digest,
            "kind": row.kind,
            "key": row.key,
            "about": self.about,
            "says": self.says,
            "dataset": row.dataset,
            "source": self.source or None,
            "locator": row.locator or None,
            "confidence": row.confidence,
            "note": row.note or None,
        }


def waiting(
    model: Model, store: Store, dataset: str | None = None, kind: str | None = None
) -> list[Statement]:
    """The rows that wait, those of nodes before those of relations, each kind by place.

    Raises InvalidQuestion for a kind that there is not.
    """
    names = [*(one.name for one in model.nodes), *(one.name for one in model.relations)]
    order = {name: number for number, name in enumerate(names)}
    if kind is not None and kind not in order:
        raise InvalidQuestion(f"there is no kind {kind!r}; one of {', '.join(order)}")
    rows = [row for row in unreviewed(store, dataset) if kind is None or row.kind == kind]
    return sorted(
        rows, key=lambda row: (order[row.kind], row.dataset, row.cited, row.locator, row.key)
    )


def read_rows(
    model: Model, store: Store, rows: Sequence[Statement], lang: str = "nl"
) -> list[ReadRow]:
    """Rows in words, in one question for all the names. Called where no loop runs."""
    ends = (end for row in rows for end in (row.key, row.source_id, row.target_id, row.cited))
    names = node_names(model, store, ends)
    return [_row(model, row, names, lang) for row in rows]


def _row(model: Model, row: Statement, names: Mapping[str, str], lang: str) -> ReadRow:
    kind = model.kind(row.kind)
    values = row.values()
    if row.source_id:
        ends = (names.get(end, end) for end in (row.source_id, row.target_id))
        about = f" {said(kind.label, lang)} ".join(ends)
    else:
        about = str(values.get("name") or names.get(row.key) or row.key)
    shown = {name: value for name, value in values.items() if name != "name"}
    parts = (
        f"{said(kind.property(name).label, lang)}: {value_said(kind, name, value, lang)}"
        for name, value in shown.items()
    )
    cited = names.get(row.cited, row.cited)
    return ReadRow(row, kind.table, about, "; ".join(parts), cited)

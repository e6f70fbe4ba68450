"""A preview of a file, told for the page: problems, matches, and what would become of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ledwerk.loaders.columns import Kind, tables
from ledwerk.loaders.preview import Preview
from ledwerk.loaders.preview_effects import MOST_TOLD, Effect, Field
from ledwerk.schema.errors import Problem
from ledwerk.schema.fields import Text, Value
from ledwerk.schema.kinds import Model, NodeKind
from ledwerk.schema.statements import EDITS
from ledwerk.viz.texts import said, worded

MOST_SHOWN = 200  # of each list; how many there are is told beside

Json = dict[str, Any]


def told(model: Model, made: Preview, names: Mapping[str, str], lang: str) -> Json:
    """Everything that the page shows. `names` are those of nodes that relations lie between."""
    teller = _Teller(model, names, lang)
    by_what: dict[str, list[Effect]] = {"new": [], "changed": [], "gone": [], "same": []}
    for one in made.effects:
        by_what[one.what].append(one)
    diff = made.difference
    return {
        "dataset": made.dataset,
        "exists": made.exists,
        "datasets": [name for name in made.datasets if name != EDITS],
        "source": made.source,
        "rows": made.rows,
        "digest": made.digest,
        "problems": [teller.problem(one) for one in made.problems[:MOST_SHOWN]],
        "problemCount": len(made.problems),
        "notices": [teller.message(text) for text in made.notices],
        **_sheets(model, made, lang),
        **_names(made),
        "effects": {what: teller.grouped(some) for what, some in by_what.items()},
        "counts": {what: len(some) for what, some in by_what.items()},
        "partly": len({row.key for row in (*diff.added, *diff.removed)}) > MOST_TOLD,
        "removed": len(diff.removed),
        "standing": diff.standing,
        "removesMuch": made.removes_much,
        "nothing": diff.empty and not made.problems,
    }


def _sheets(model: Model, made: Preview, lang: str) -> Json:
    """Which tables the sheets were read as, and what was not clear about them."""
    kinds = tables(model)
    titles = {name: said(_title(kind), lang) for name, kind in kinds.items()}
    return {
        "unknown": [{"file": file, "column": title} for file, title in made.fit.unknown],
        "undecided": list(made.fit.open),
        "tables": [{"value": name, "label": title} for name, title in titles.items()],
        "read": [
            {"file": table.file, "label": titles[table.name], "rows": len(table.rows)}
            for table in made.fit.tables
            if table.file
        ],
    }


def _names(made: Preview) -> Json:
    """Rows that are known nodes, and those that could be."""
    matches = [match for match in made.found.matches if match.file]
    return {
        "matches": [
            {"file": m.file, "line": m.line, "name": m.name, "id": m.id, "known": m.known}
            for m in matches[:MOST_SHOWN]
        ],
        "matchCount": len(matches),
        "near": [
            {
                "file": n.file,
                "line": n.line,
                "name": n.name,
                "id": n.id,
                "candidates": [{"id": i, "name": name} for i, name in n.candidates],
            }
            for n in made.found.near
        ],
    }


def _title(kind: Kind) -> Text:
    return kind.plural if isinstance(kind, NodeKind) else kind.label


class _Teller:
    def __init__(self, model: Model, names: Mapping[str, str], lang: str) -> None:
        self._model = model
        self._names = names
        self._lang = lang

    def problem(self, one: Problem) -> Json:
        """A problem with its place: sheet, row and column."""
        return {
            "file": one.file,
            "line": one.line,
            "column": one.column,
            "message": self.message(one.message),
        }

    def message(self, text: str) -> str:
        """A message in the page's language."""
        if self._lang == "en":
            return text
        from ledwerk.api.dutch import in_dutch

        return in_dutch(text)

    def grouped(self, some: Iterable[Effect]) -> list[Json]:
        """Effects by kind, each kind with its number and the first of them."""
        kinds: dict[str, list[Effect]] = {}
        for one in some:
            kinds.setdefault(one.kind, []).append(one)
        return [
            {
                "label": said(_title(self._model.kind(kind)), self._lang),
                "count": len(found),
                "items": [self._item(one) for one in found[:MOST_SHOWN]],
            }
            for kind, found in kinds.items()
        ]

    def _item(self, one: Effect) -> Json:
        kind = self._model.kind(one.kind)
        fields: Sequence[Field] = one.fields
        if isinstance(kind, NodeKind):
            fixed = {"name", *dict(kind.fixed)}
            if one.what == "new":
                fields = [f for f in fields if f.name not in fixed and f.after != "unknown"]
            title = one.name or one.key
        else:
            ends = (self._names.get(i, i) for i in (one.source_id, one.target_id))
            title = f" {said(kind.label, self._lang)} ".join(ends)
        return {"id": one.key, "title": title, "fields": [self._field(kind, f) for f in fields]}

    def _field(self, kind: Any, field: Field) -> Json:
        prop = kind.property(field.name)

        def word(value: Value) -> str:
            return "" if value is None else worded(prop, value, self._lang)

        label = said(prop.label, self._lang)
        return {"label": label, "before": word(field.before), "after": word(field.after)}
